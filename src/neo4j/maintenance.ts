import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findHome, type Home } from './home.ts';
import { versionOf } from './jars.ts';
import { inWords, ManagedServerError } from './managed-server-error.ts';
import { lockHolder, takeLock } from './process-lock.ts';
import { removeServerRecord, runningServer, stopRunningServer } from './server-record.ts';

export interface ManagedServerStatus {
  readonly running: boolean;
  /** Of the Neo4j process; null when it is not running. */
  readonly pid: number | null;
  readonly port: number | null;
  /** Of the program that works on this home (it may still be fetching or starting); null when there is none. */
  readonly holder: number | null;
  /** Of the Neo4j fetched; null when none is. */
  readonly version: string | null;
  /** What the home takes on disk, in bytes, the jars included when they lie in it. */
  readonly diskBytes: number;
}

/** How the database in a home fares; a home that does not exist yet is simply not running. */
export async function status(folder: string, library?: string): Promise<ManagedServerStatus> {
  const home = await findHome(folder, library);
  const server = await runningServer(home);
  return {
    running: server !== null,
    pid: server?.pid ?? null,
    port: server?.port ?? null,
    holder: await lockHolder(home.lock),
    version: await versionOf(home.library),
    diskBytes: await bytesBelow(home.folder),
  };
}

/** Stops the Neo4j of a home, whoever started it; gives its pid, or null when none was running. */
export async function stopByHome(folder: string): Promise<number | null> {
  const home = await findHome(folder);
  const server = await runningServer(home);
  if (server === null) return null;
  await stopRunningServer(home, server);
  return server.pid;
}

/** Deletes the data and the password of a home, never the jars; refuses while anything works on it. */
export async function resetHome(folder: string): Promise<void> {
  const home = await findHome(folder);
  if ((await stat(home.folder).catch(() => null)) === null) return;
  const lock = await takeLock(home.lock).catch((failure: unknown) => {
    throw inWords(failure, home.folder);
  });
  if ('holder' in lock) throw inUse(home, `process ${lock.holder} works on it`);
  try {
    const server = await runningServer(home);
    if (server !== null) throw inUse(home, `its Neo4j (process ${server.pid}) is running`);
    await deleteDatabase(home);
  } catch (failure) {
    throw inWords(failure, home.folder);
  } finally {
    await lock.release();
  }
}

function inUse(home: Home, holder: string): ManagedServerError {
  return new ManagedServerError(
    `The database in ${home.folder} can be deleted only while it is stopped, but ${holder}. Stop it first: sobremesa db stop`,
  );
}

/** The data go by one rename before the password: data whose password is gone could be opened by nobody. */
async function deleteDatabase(home: Home): Promise<void> {
  const data = join(home.folder, 'data');
  const doomed = `${data}.deleted`;
  await rm(doomed, { recursive: true, force: true });
  if ((await stat(data).catch(() => null)) !== null) await rename(data, doomed);
  await rm(home.passwordFile, { recursive: true, force: true });
  for (const path of [doomed, home.configuration, join(home.folder, 'logs'), join(home.folder, 'import')]) {
    await rm(path, { recursive: true, force: true });
  }
  await removeServerRecord(home);
}

async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map((entry) =>
      stat(join(entry.parentPath, entry.name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
