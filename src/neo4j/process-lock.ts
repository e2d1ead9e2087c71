import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode } from './managed-server-error.ts';
import { startOf } from './process-identity.ts';

/** Either the lock, or the pid of the living process that holds it. */
export type LockOutcome = { readonly release: () => Promise<void> } | { readonly holder: number };

/**
 * Takes a lock file for this process, or says who holds it. A lock left behind by a dead process is mended.
 *
 * The file appears with its content at once (a link to a finished file), so nobody ever reads half of it.
 * Mending must not delete the fresh lock of a rival who mended first: whoever mends holds a second lock of the
 * same kind meanwhile and reads the first again under it; only a dead holder's file is ever deleted by another.
 */
export async function takeLock(path: string): Promise<LockOutcome> {
  const own = JSON.stringify({ pid: process.pid, started: await startOf(process.pid) });
  for (;;) {
    if (await createWith(path, own)) return { release: () => rm(path, { force: true }) };
    const content = await readFile(path, 'utf8').catch(() => null);
    if (content === null) continue;
    const holder = await livingHolder(content);
    if (holder !== null) return { holder };
    await removeStale(path, content);
  }
}

/** Waits until the lock is free and takes it; `waiting` is called once with the holder's pid. */
export async function waitForLock(
  path: string,
  waiting: (holder: number) => void,
  signal?: AbortSignal,
): Promise<() => Promise<void>> {
  for (let told = false; ; told = true) {
    const outcome = await takeLock(path);
    if ('release' in outcome) return outcome.release;
    if (!told) waiting(outcome.holder);
    await delay(200, undefined, signal === undefined ? {} : { signal });
  }
}

/** The pid of the living process that holds the lock, or null. */
export async function lockHolder(path: string): Promise<number | null> {
  const content = await readFile(path, 'utf8').catch(() => null);
  return content === null ? null : livingHolder(content);
}

async function createWith(path: string, content: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, content, { mode: 0o600 });
  try {
    await link(draft, path);
    return true;
  } catch (failure) {
    if (errorCode(failure) === 'EEXIST') return false;
    throw failure;
  } finally {
    await rm(draft, { force: true });
  }
}

async function livingHolder(content: string): Promise<number | null> {
  const holder = parseHolder(content);
  if (holder === null) return null;
  return (await startOf(holder.pid)) === holder.started ? holder.pid : null;
}

function parseHolder(content: string): { pid: number; started: string } | null {
  try {
    const holder: unknown = JSON.parse(content);
    if (typeof holder !== 'object' || holder === null || !('pid' in holder) || !('started' in holder)) return null;
    const { pid, started } = holder;
    return typeof pid === 'number' && typeof started === 'string' ? { pid, started } : null;
  } catch {
    return null;
  }
}

async function removeStale(path: string, content: string): Promise<void> {
  const mending = await takeLock(`${path}.mending`);
  if ('holder' in mending) {
    await delay(10);
    return;
  }
  try {
    if ((await readFile(path, 'utf8').catch(() => null)) === content) await rm(path, { force: true });
  } finally {
    await mending.release();
  }
}
