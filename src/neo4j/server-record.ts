import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Home } from './home.ts';
import { ManagedServerError } from './managed-server-error.ts';
import { isNeo4jOf } from './process-identity.ts';

/** The Neo4j process that was started last on a home; kept in a file, so that others can find and stop it. */
export interface ServerRecord {
  readonly pid: number;
  readonly port: number;
}

const PATIENCE_MS = 10_000;

/** Notes the running process; written beside and renamed, so that nobody reads half of it. */
export async function writeServerRecord(home: Home, record: ServerRecord): Promise<void> {
  const draft = `${home.serverRecord}.draft`;
  await writeFile(draft, JSON.stringify(record), { mode: 0o600 });
  await rename(draft, home.serverRecord);
}

export async function removeServerRecord(home: Home): Promise<void> {
  await rm(home.serverRecord, { force: true });
}

/** The noted process when it is alive and really this home's Neo4j; null otherwise. */
export async function runningServer(home: Home): Promise<ServerRecord | null> {
  const record = toRecord(await readFile(home.serverRecord, 'utf8').catch(() => ''));
  return record !== null && (await isNeo4jOf(record.pid, home.folder)) ? record : null;
}

/** Ends a Neo4j that another process started: SIGTERM, after ten seconds SIGKILL. */
export async function stopRunningServer(home: Home, { pid }: ServerRecord): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    sendSignal(pid, signal);
    const deadline = Date.now() + PATIENCE_MS;
    while (Date.now() < deadline) {
      if (!(await isNeo4jOf(pid, home.folder))) return;
      await delay(50);
    }
  }
  throw new ManagedServerError(
    `Neo4j (process ${pid}) should have ended, but resists even SIGKILL: look at it with "ps ${pid}", or restart the machine.`,
  );
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure && failure.code === 'EPERM') {
      throw new ManagedServerError(
        `Neo4j (process ${pid}) should be stopped, but belongs to another user: stop it as that user.`,
      );
    }
  }
}

function toRecord(content: string): ServerRecord | null {
  try {
    const record: unknown = JSON.parse(content);
    if (typeof record !== 'object' || record === null || !('pid' in record) || !('port' in record)) return null;
    const { pid, port } = record;
    return typeof pid === 'number' && typeof port === 'number' && pid > 1 ? { pid, port } : null;
  } catch {
    return null;
  }
}
