import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { ManagedServerError } from './managed-server-error.ts';

/** Where everything of one managed Neo4j lies; all below one folder that can be deleted as a whole. */
export interface Home {
  readonly folder: string;
  readonly library: string;
  readonly configuration: string;
  readonly passwordFile: string;
  readonly serverRecord: string;
  readonly lock: string;
  readonly consoleLog: string;
  readonly mavenLog: string;
}

const FOLDERS = ['conf', 'data', 'logs', 'run', 'plugins', 'import'];

/** Makes the folders Neo4j expects where they are missing, and names their places by the real path (no links). */
export async function openHome(folder: string, library?: string): Promise<Home> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const home = homeAt(await realpath(folder), library);
  for (const path of [home.folder, home.library]) {
    // Java separates the entries of a class path by this sign and offers no way to escape it.
    if (path.includes(':')) {
      throw new ManagedServerError(
        `The database's folder must have a path without ":", but got ${path}: move the project to another folder.`,
      );
    }
  }
  for (const name of FOLDERS) await mkdir(join(home.folder, name), { recursive: true });
  return home;
}

/** The places of a home whether or not it exists yet. */
export async function findHome(folder: string, library?: string): Promise<Home> {
  return homeAt(await realpath(folder).catch(() => folder), library);
}

function homeAt(folder: string, library = join(folder, 'lib')): Home {
  return {
    folder,
    library,
    configuration: join(folder, 'conf'),
    passwordFile: join(folder, 'password'),
    serverRecord: join(folder, 'run', 'server.json'),
    lock: join(folder, 'lock.json'),
    consoleLog: join(folder, 'logs', 'console.log'),
    mavenLog: join(folder, 'logs', 'maven.log'),
  };
}
