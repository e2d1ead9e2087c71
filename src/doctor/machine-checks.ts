import { execFile } from 'node:child_process';
import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

import { faultOf, NEO4J_VERSION } from '../neo4j/jars.ts';
import { findJava, WAYS_OUT } from '../neo4j/java.ts';
import { failed, inOneLine, ok, typed, warning, type Look } from './finding.ts';

const run = promisify(execFile);
const PATIENCE_MS = 4_000;

/** Whether this Node is new enough. @param wanted the range of package.json, such as `>=20.20` */
export function lookAtNode(version: string, wanted: string): Look {
  const least = wanted.replace(/^>=/, '');
  const found = `${version} (needs ${least} or newer)`;
  return isAtLeast(version, least)
    ? ok(found)
    : failed(found, `install Node ${least} or newer (https://nodejs.org, or: nvm install ${majorOf(least)})`);
}

/** Whether Neo4j finds a Java that it runs on. */
export async function lookAtJava(environment?: NodeJS.ProcessEnv): Promise<Look> {
  try {
    const { command, remark } = await findJava(environment);
    return remark === null
      ? ok(`${command} is one that Neo4j runs on (17 or 21)`)
      : warning(remark, 'install Java 21 only if Neo4j does not start');
  } catch (cause) {
    const [found = '', next = WAYS_OUT] = inOneLine(cause).split(/(?=Install both)/);
    return failed(found.trim().replace(/\.$/, ''), `${next.charAt(0).toLowerCase()}${next.slice(1)}`);
  }
}

/** Whether Neo4j's jars lie in their folder, whole. */
export async function lookAtJars(library: string): Promise<Look> {
  const fault = await faultOf(library);
  if (fault === null) return ok(`Neo4j ${NEO4J_VERSION}, complete`);
  const found = `Neo4j ${NEO4J_VERSION} in ${library}: ${fault}`;
  return fault === 'it is not here yet'
    ? warning(found, 'npm start (fetches it once, about 130 MB)')
    : failed(found, 'npm start (fetches it anew)');
}

/** Whether Maven runs; asked only while the jars have still to be fetched. */
export async function lookAtMaven(library: string, environment?: NodeJS.ProcessEnv): Promise<Look> {
  if ((await faultOf(library)) === null) return ok('not needed: Neo4j is fetched already');
  try {
    const { stdout } = await run('mvn', ['-v'], { env: environment, timeout: PATIENCE_MS });
    return ok(/Apache Maven \S+/.exec(stdout)?.[0] ?? 'runs');
  } catch (cause) {
    return failed(
      `Neo4j has to be fetched, but "mvn -v" does not run (${inOneLine(cause)})`,
      'install it (Debian, Ubuntu: sudo apt install maven; macOS: brew install maven), or set NEO4J_URI to a Neo4j you have',
    );
  }
}

const NEEDED_MB = 500;
const LEAST_MB = 100;

/** The megabytes free for this user on the disk of a folder. */
export async function freeMegabytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return Math.floor((bavail * bsize) / 1_000_000);
}

/** Whether the home can be written and has room; of one that does not exist yet, the folder that it will be made in. */
export async function lookAtDisk(home: string, freeIn: (folder: string) => Promise<number>): Promise<Look> {
  const folder = await nearest(home);
  const elsewhere = 'or set SOBREMESA_HOME to a folder elsewhere';
  const isFolder = (await stat(folder)).isDirectory();
  if (!isFolder || !(await can(folder, constants.W_OK)))
    return failed(
      `${folder} is ${isFolder ? 'a folder that this user may not write to' : 'no folder'}`,
      isFolder ? `sudo chown -R "$USER" ${typed(folder)}, ${elsewhere}` : elsewhere.slice(3),
    );
  const free = await freeIn(folder);
  const found = `${free} MB free in ${folder} (a new database needs ${NEEDED_MB} MB)`;
  if (free >= NEEDED_MB) return ok(found);
  const next = `free some space on that disk (df -h ${typed(folder)}), ${elsewhere}`;
  return free >= LEAST_MB ? warning(found, next) : failed(found, next);
}

async function nearest(folder: string): Promise<string> {
  return (await can(folder, constants.F_OK)) || dirname(folder) === folder ? folder : nearest(dirname(folder));
}

function can(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}

function isAtLeast(version: string, least: string): boolean {
  const [have, want] = [numbersOf(version), numbersOf(least)];
  const at = want.findIndex((number, index) => number !== (have[index] ?? 0));
  return at === -1 || (have[at] ?? 0) > (want[at] ?? 0);
}

function numbersOf(version: string): readonly number[] {
  return version.split('.').map(Number);
}

function majorOf(version: string): number {
  return numbersOf(version)[0] ?? 0;
}
