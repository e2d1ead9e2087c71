import { open, readFile, rename } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { answersBolt } from './bolt-handshake.ts';
import { explainFailure, type StartFailure } from './console-log.ts';
import { freePort } from './free-port.ts';
import { spawnGuarded, type GuardedProcess } from './guarded-process.ts';
import type { Home } from './home.ts';
import { ManagedServerError } from './managed-server-error.ts';
import { removeServerRecord, writeServerRecord } from './server-record.ts';
import { writeSettings, type Settings } from './settings.ts';

export interface Neo4jProcess {
  readonly port: number;
  readonly process: GuardedProcess;
}

export interface BootOptions extends Omit<Settings, 'port'> {
  readonly java: string;
  readonly heap: string;
  readonly environment?: NodeJS.ProcessEnv | undefined;
  readonly signal?: AbortSignal | undefined;
}

const TRIES = 3;
/** A cold start takes 5 s; a recovery after a crash, or a slow disk, more. */
const PATIENCE_MS = 120_000;

/** Boots Neo4j on a port free at this moment and waits until it speaks Bolt; another try when the port was taken. */
export async function bootNeo4j(home: Home, options: BootOptions): Promise<Neo4jProcess> {
  for (let tries = 1; ; tries += 1) {
    const port = await freePort();
    await writeSettings(home, { ...options, port });
    const guarded = await spawnNeo4j(home, port, options);
    const failure = await readyOrFailed(home, port, guarded, options.signal);
    if (failure === null) return { port, process: guarded };
    await guarded.stop();
    await removeServerRecord(home);
    options.signal?.throwIfAborted();
    if (!failure.portTaken || tries === TRIES) {
      throw new ManagedServerError(`Neo4j should have started, but did not: ${failure.message}`);
    }
  }
}

/** What Neo4j has printed since it was started last. */
export async function consoleOutput(home: Home): Promise<string> {
  return readFile(home.consoleLog, 'utf8').catch(() => '');
}

async function spawnNeo4j(home: Home, port: number, { java, heap, environment }: BootOptions): Promise<GuardedProcess> {
  await rename(home.consoleLog, `${home.consoleLog}.previous`).catch(() => {});
  const log = await open(home.consoleLog, 'a', 0o600);
  try {
    const guarded = spawnGuarded([java, ...neo4jArguments(home, heap)], log.fd, environment);
    await writeServerRecord(home, { pid: guarded.pid, port });
    return guarded;
  } finally {
    await log.close();
  }
}

function neo4jArguments(home: Home, heap: string): string[] {
  return [
    '-Xms128m',
    `-Xmx${heap}`,
    '-XX:+UseG1GC',
    '-Dfile.encoding=UTF-8',
    '-Dlog4j2.disable.jmx=true',
    ...['java.nio', 'java.io', 'sun.nio.ch'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    '-cp',
    `${home.folder}/plugins/*:${home.configuration}:${home.library}/*`,
    'org.neo4j.server.CommunityEntryPoint',
    `--home-dir=${home.folder}`,
    `--config-dir=${home.configuration}`,
    '--console-mode',
  ];
}

/** Null when Neo4j is ready; otherwise why it is not. */
async function readyOrFailed(
  home: Home,
  port: number,
  guarded: GuardedProcess,
  signal?: AbortSignal,
): Promise<StartFailure | null> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    if (guarded.hasEnded()) return explainFailure(await consoleOutput(home), home.consoleLog);
    if (signal?.aborted === true) return { portTaken: false, message: 'the start was called off' };
    // The handshake alone could be another program's Bolt server, should it have taken the port first.
    if ((await answersBolt(port)) && (await consoleOutput(home)).includes('Bolt enabled')) return null;
    await delay(50);
  }
  const { message } = explainFailure(await consoleOutput(home), home.consoleLog);
  return {
    portTaken: false,
    message: `it does not answer after ${PATIENCE_MS / 1000} s. Last of its output: ${message}`,
  };
}
