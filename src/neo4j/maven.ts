import { execFile } from 'node:child_process';
import { open, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setInterval } from 'node:timers/promises';
import { promisify } from 'node:util';
import { spawnGuarded, type GuardedProcess } from './guarded-process.ts';
import { WAYS_OUT } from './java.ts';
import { ManagedServerError } from './managed-server-error.ts';

const run = promisify(execFile);

/** Named in full: a short name has Maven ask the network for the newest one each time. */
const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

export interface MavenCopy {
  readonly version: string;
  /** An existing folder that receives the jars. */
  readonly folder: string;
  readonly log: string;
  readonly progress: (message: string) => void;
  readonly environment?: NodeJS.ProcessEnv | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Has Maven copy Neo4j's jars into a folder, from its own store in the user's folder or from the network. */
export async function copyJarsWithMaven(copy: MavenCopy): Promise<void> {
  await checkMaven(copy.environment);
  const pom = join(copy.folder, 'pom.xml');
  await writeFile(pom, pomFor(copy.version));
  const log = await open(copy.log, 'w');
  try {
    const maven = spawnGuarded(
      [
        'mvn',
        '-B',
        '-U', // without it Maven remembers a failure of the network for a day and does not try again
        '-f',
        pom,
        PLUGIN,
        '-DincludeScope=runtime',
        `-DoutputDirectory=${copy.folder}`,
      ],
      log.fd,
      copy.environment,
    );
    await finish(maven, copy);
  } finally {
    await log.close();
  }
}

async function checkMaven(environment?: NodeJS.ProcessEnv): Promise<void> {
  await run('mvn', ['-v'], { env: environment, timeout: 30_000 }).catch((failure: unknown) => {
    const words = failure instanceof Error ? failure.message.trim().split('\n').at(-1) : String(failure);
    throw new ManagedServerError(
      `Fetching Neo4j (once) needs Maven, but "mvn -v" does not run (${words}). ${WAYS_OUT.en}`,
    );
  });
}

async function finish(maven: GuardedProcess, copy: MavenCopy): Promise<void> {
  const abort = (): void => void maven.stop();
  copy.signal?.addEventListener('abort', abort);
  if (copy.signal?.aborted === true) abort();
  const over = new AbortController();
  const telling = tellProgress(copy, over.signal);
  const { code } = await maven.ended;
  over.abort();
  await telling;
  copy.signal?.removeEventListener('abort', abort);
  copy.signal?.throwIfAborted();
  if (code !== 0) throw new ManagedServerError(await failureMessage(copy.log));
}

async function tellProgress(copy: MavenCopy, over: AbortSignal): Promise<void> {
  let told = '';
  try {
    for await (const _ of setInterval(1_000, undefined, { signal: over })) {
      const message = await progressMessage(copy);
      if (message !== told) copy.progress(message);
      told = message;
    }
  } catch (failure) {
    if (!over.aborted) throw failure;
  }
}

/** Maven first downloads everything into its own store, which only its log shows, then copies all jars at once. */
async function progressMessage(copy: MavenCopy): Promise<string> {
  const copied = (await readdir(copy.folder)).filter((name) => name.endsWith('.jar')).length;
  if (copied > 0) return `${copied} jars copied`;
  const { files, bytes } = downloadsIn(await readFile(copy.log, 'utf8'));
  return files === 0 ? 'Maven is at work' : `${files} files, ${Math.round(bytes / 1e6)} MB so far (about 130 MB)`;
}

const UNITS: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6 };

/** Counts what Maven's log says it has downloaded. */
export function downloadsIn(log: string): { files: number; bytes: number } {
  const found = [...log.matchAll(/^(?:\[INFO\] )?Downloaded from .*\((\d+(?:\.\d+)?) (B|kB|MB)\b/gm)];
  const bytes = found.map(([, size, unit]) => Number(size) * (UNITS[unit ?? 'B'] ?? 1));
  return { files: found.length, bytes: bytes.reduce((sum, size) => sum + size, 0) };
}

async function failureMessage(log: string): Promise<string> {
  const lines = (await readFile(log, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  const errors = lines.filter((line) => /^\[ERROR\] (?!To see|Re-run|For more|\[Help)\S/.test(line));
  const transfers = lines.filter((line) => /^\[WARNING\].*Could not transfer/.test(line));
  const telling = errors.length > 0 ? [...transfers.slice(-1), ...errors.slice(0, 3)] : lines.slice(-5);
  return [
    'Maven should have fetched Neo4j, but failed:',
    ...telling.map((line) => `  ${line.slice(0, 300)}`),
    'Check the network, and behind a proxy its settings in ~/.m2/settings.xml (or MAVEN_OPTS="-Dhttps.proxyHost=… -Dhttps.proxyPort=…"), ' +
      `then start again: what has arrived is kept. Maven's whole output: ${log}. Without Maven: set NEO4J_URI, or docker compose up.`,
  ].join('\n');
}

function pomFor(version: string): string {
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>sobremesa</groupId><artifactId>neo4j</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>${version}</version></dependency>
  </dependencies>
</project>
`;
}
