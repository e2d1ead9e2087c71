import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startOf } from '../../../src/neo4j/process-identity.ts';
import { lockHolder, takeLock } from '../../../src/neo4j/process-lock.ts';
import { temporaryFolder } from './fakes.ts';

const run = promisify(execFile);

async function temporaryLock(): Promise<string> {
  return join(await temporaryFolder(), 'lock.json');
}

test('names the holder to whoever comes second, until it lets go', async () => {
  const path = await temporaryLock();
  const first = await takeLock(path);
  expect(await takeLock(path)).toEqual({ holder: process.pid });
  expect(await lockHolder(path)).toBe(process.pid);
  if ('release' in first) await first.release();
  expect(await takeLock(path)).toHaveProperty('release');
});

test.each([
  ['its process is dead', async () => JSON.stringify({ pid: 2 ** 30, started: '1' })],
  ['its pid was given to another process', async () => JSON.stringify({ pid: process.pid, started: 'long ago' })],
  ['it holds no lock at all', async () => '{"pid"'],
])('mends a lock when %s', async (_case, content) => {
  const path = await temporaryLock();
  await writeFile(path, await content());
  expect(await takeLock(path)).toHaveProperty('release');
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ pid: process.pid, started: await startOf(process.pid) });
  expect(await readdir(dirname(path))).toEqual(['lock.json']);
});

test('goes to exactly one of several processes that mend a stale lock at the same instant', async () => {
  const path = await temporaryLock();
  await writeFile(path, JSON.stringify({ pid: 2 ** 30, started: '1' }));
  // Each waits for its rivals before it ends, so that no lock becomes stale again while another still asks.
  const program = `
    import { appendFileSync, readFileSync } from 'node:fs';
    import { setTimeout as delay } from 'node:timers/promises';
    import { takeLock } from './src/neo4j/process-lock.ts';
    const outcome = await takeLock(process.env.LOCK);
    appendFileSync(process.env.LOCK + '.outcomes', 'release' in outcome ? 'won ' : 'lost ');
    while (readFileSync(process.env.LOCK + '.outcomes', 'utf8').trim().split(' ').length < 4) await delay(20);
  `;
  const contender = () =>
    run(process.execPath, ['--import', './bin/typescript.mjs', '--input-type=module', '-e', program], {
      env: { ...process.env, LOCK: path },
      timeout: 20_000,
    });
  await Promise.all([contender(), contender(), contender(), contender()]);
  const outcomes = (await readFile(`${path}.outcomes`, 'utf8')).trim().split(' ');
  expect(outcomes.sort()).toEqual(['lost', 'lost', 'lost', 'won']);
}, 30_000);
