import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { Home } from '../neo4j/home.ts';
import { errorCode } from '../neo4j/managed-server-error.ts';
import { lockHolder } from '../neo4j/process-lock.ts';
import { runningServer } from '../neo4j/server-record.ts';
import { failed, ok, typed, warning, type Look } from './finding.ts';

const RESET = 'npx sobremesa db reset (deletes the local database, which the next start loads anew)';

/** Whether the password of the managed database can be read, by its owner alone. */
export async function lookAtPassword({ passwordFile, folder }: Home): Promise<Look> {
  const found = await stat(passwordFile).catch(errorCode);
  if (found === 'ENOENT') {
    return (await exists(join(folder, 'data', 'dbms', 'auth.ini')))
      ? failed(
          `${passwordFile} is gone, and the database cannot be opened without it`,
          `put the file back, or: ${RESET}`,
        )
      : ok('none yet: the first start makes one');
  }
  const content = await readFile(passwordFile, 'utf8').catch(() => null);
  if (content === null || found === null || typeof found === 'string')
    return failed(
      `${passwordFile} cannot be read by this user`,
      `sudo chown "$USER" ${typed(passwordFile)}, or: ${RESET}`,
    );
  if (!/^[0-9a-f]{48}\s*$/.test(content))
    return failed(`${passwordFile} does not hold a password of 48 signs`, `put the old content back, or: ${RESET}`);
  if ((found.mode & 0o077) !== 0)
    return failed(`${passwordFile} can be read by other users of this machine`, `chmod 600 ${typed(passwordFile)}`);
  return ok('readable by its owner alone');
}

/** Whether a Neo4j runs that no program minds, as after a program was killed. */
export async function lookForOrphan(home: Home): Promise<Look> {
  const [server, holder] = await Promise.all([runningServer(home), lockHolder(home.lock)]);
  if (server === null) return ok('none');
  if (holder !== null) return ok(`none: process ${holder} minds the database (process ${server.pid})`);
  return failed(
    `the database (process ${server.pid}) runs, but the program that started it is gone`,
    'npx sobremesa db stop (npm start stops it too)',
  );
}

/** Whether files of programs that have ended lie about; the next start removes them. */
export async function lookForLeftovers(home: Home): Promise<Look> {
  const locks = [home.lock, `${home.library}.lock`];
  const staleLocks = await filtered(locks, async (path) => (await exists(path)) && (await lockHolder(path)) === null);
  const staleRecord = (await exists(home.serverRecord)) && (await runningServer(home)) === null;
  const stale = [...staleLocks, ...(staleRecord ? [home.serverRecord] : [])];
  if (stale.length === 0) return ok('none');
  return warning(`left by a program that was killed: ${stale.join(', ')}`, 'npm start (removes them)');
}

async function filtered(
  paths: readonly string[],
  keep: (path: string) => Promise<boolean>,
): Promise<readonly string[]> {
  const kept = await Promise.all(paths.map(keep));
  return paths.filter((_, index) => kept[index]);
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
