import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Home } from './home.ts';
import { errorCode, ManagedServerError } from './managed-server-error.ts';
import { copyJarsWithMaven } from './maven.ts';
import { waitForLock } from './process-lock.ts';
import type { Words } from './words.ts';

/** The long-term support line; needs Java 17 or 21. */
export const NEO4J_VERSION = '5.26.31';

const MANIFEST = 'manifest.json';

/** What a finished folder of jars holds; written last, so that its absence tells a half-finished one. */
interface Manifest {
  readonly version: string;
  readonly sizes: Readonly<Record<string, number>>;
}

export interface JarsOptions {
  readonly report: (message: string) => void;
  readonly environment?: NodeJS.ProcessEnv | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Makes sure that the library holds Neo4j's jars, whole: fetches them when they are missing or damaged. */
export async function ensureJars(home: Home, options: JarsOptions): Promise<void> {
  if ((await faultOf(home.library)) === null) return;
  await mkdir(dirname(home.library), { recursive: true });
  const waiting = (holder: number): void =>
    options.report(`Process ${holder} is fetching Neo4j already: waiting for it`);
  const release = await waitForLock(`${home.library}.lock`, waiting, options.signal);
  try {
    const fault = await faultOf(home.library);
    if (fault !== null) await fetchJars(home, fault, options);
  } finally {
    await release();
  }
}

export const NOT_FETCHED_YET: Words = { es: 'todavía no está aquí', en: 'it is not here yet' };

const UNFINISHED: Words = {
  es: 'una descarga anterior quedó sin terminar',
  en: 'an earlier download was not finished',
};

/** What keeps a folder of jars from being used, in words; null when it is whole. */
export async function faultOf(library: string): Promise<Words | null> {
  const names = await readdir(library).catch(() => null);
  if (names === null) return NOT_FETCHED_YET;
  const manifest = await readManifest(library);
  if (manifest === null) return UNFINISHED;
  const { version, sizes } = manifest;
  if (version !== NEO4J_VERSION) return { es: `aquí está la versión ${version}`, en: `version ${version} is here` };
  for (const [name, size] of Object.entries(sizes)) {
    const found = await stat(join(library, name)).catch(() => null);
    if (found === null) return { es: `falta ${name}`, en: `${name} is missing` };
    if (found.size !== size)
      return {
        es: `${name} está dañado (${found.size} bytes en lugar de ${size})`,
        en: `${name} is damaged (${found.size} bytes instead of ${size})`,
      };
  }
  return null;
}

/** The version of the jars in a folder, or null when there is no finished download. */
export async function versionOf(library: string): Promise<string | null> {
  return (await readManifest(library))?.version ?? null;
}

async function fetchJars(home: Home, fault: Words, { report, environment, signal }: JarsOptions): Promise<void> {
  report(`Fetching Neo4j ${NEO4J_VERSION} with Maven, about 130 MB, once (${fault.en})`);
  await refuseForeignFolder(home.library);
  const partial = `${home.library}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial);
  await copyJarsWithMaven({
    version: NEO4J_VERSION,
    folder: partial,
    log: home.mavenLog,
    progress: (message) => report(`Fetching Neo4j: ${message}`),
    environment,
    signal,
  });
  const { count, megabytes } = await writeManifest(partial);
  await rm(home.library, { recursive: true, force: true });
  await rename(partial, home.library);
  report(`Fetched Neo4j: ${count} jars, ${megabytes} MB`);
}

/** A folder named by a setting is about to be replaced: only one that holds jars and nothing else may be. */
async function refuseForeignFolder(library: string): Promise<void> {
  const names = await readdir(library).catch(() => []);
  const foreign = names.find((name) => !name.endsWith('.jar') && name !== MANIFEST && name !== 'pom.xml');
  if (foreign === undefined) return;
  throw new ManagedServerError(
    `${library} should hold Neo4j's jars and nothing else, but holds ${foreign}: name an empty folder, or remove this one.`,
  );
}

async function writeManifest(folder: string): Promise<{ count: number; megabytes: number }> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jar')).sort();
  const sizes: Record<string, number> = {};
  for (const name of names) sizes[name] = (await stat(join(folder, name))).size;
  const server = `neo4j-${NEO4J_VERSION}.jar`;
  if (!(server in sizes)) {
    throw new ManagedServerError(
      `Maven should have copied ${server}, but copied ${names.length} jars without it: start again; if it stays so, delete ~/.m2/repository/org/neo4j.`,
    );
  }
  const manifest: Manifest & { jars: number } = { version: NEO4J_VERSION, jars: names.length, sizes };
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  const bytes = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  return { count: names.length, megabytes: Math.round(bytes / 1e6) };
}

async function readManifest(library: string): Promise<Manifest | null> {
  try {
    return toManifest(JSON.parse(await readFile(join(library, MANIFEST), 'utf8')));
  } catch (failure) {
    if (failure instanceof SyntaxError || errorCode(failure) !== null) return null;
    throw failure;
  }
}

function toManifest(content: unknown): Manifest | null {
  if (typeof content !== 'object' || content === null || !('version' in content) || !('sizes' in content)) return null;
  const { version, sizes } = content;
  if (typeof version !== 'string' || typeof sizes !== 'object' || sizes === null) return null;
  const entries = Object.entries(sizes).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  return entries.length === 0 ? null : { version, sizes: Object.fromEntries(entries) };
}
