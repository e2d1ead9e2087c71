import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Home } from '../../../src/neo4j/home.ts';
import { startManagedServer } from '../../../src/neo4j/managed-server.ts';
import { ensurePassword } from '../../../src/neo4j/password.ts';
import { fakeLibrary, JAVA_17, temporaryFolder, temporaryHome, withCommand } from './fakes.ts';

const KEPT = 'a'.repeat(48);

function settingCounter() {
  const set: string[] = [];
  const setInitialPassword = async (home: Home) => void set.push((await readFile(home.passwordFile, 'utf8')).trim());
  return { set, setInitialPassword };
}

/** What Neo4j leaves after a boot, and its tool after setting a password. */
async function leaveTraces(home: Home, ...traces: ('databases/system' | 'dbms/auth.ini')[]): Promise<void> {
  for (const trace of traces) await mkdir(join(home.folder, 'data', trace), { recursive: true });
}

test('makes a password that only this user can read, and sets it', async () => {
  const home = await temporaryHome();
  const { set, setInitialPassword } = settingCounter();
  const password = await ensurePassword(home, setInitialPassword);
  expect(password).toMatch(/^[0-9a-f]{48}$/);
  expect(set).toEqual([password]);
  expect((await stat(home.passwordFile)).mode & 0o777).toBe(0o600);
});

test.each([
  ['before it was set', [], 1],
  ['between setting and the first boot', ['dbms/auth.ini'], 1],
  ['after the first boot', ['dbms/auth.ini', 'databases/system'], 0],
  ['and the earlier boots were without authentication', ['databases/system'], 1],
] as const)('keeps the password when the last run was killed %s', async (_case, traces, times) => {
  const home = await temporaryHome();
  await writeFile(home.passwordFile, KEPT);
  await leaveTraces(home, ...traces);
  const { set, setInitialPassword } = settingCounter();
  expect(await ensurePassword(home, setInitialPassword)).toBe(KEPT);
  expect(set).toHaveLength(times);
});

test('mends the mode of the password file without a word', async () => {
  const home = await temporaryHome();
  await writeFile(home.passwordFile, KEPT);
  await chmod(home.passwordFile, 0o644);
  await ensurePassword(home, settingCounter().setInitialPassword);
  expect((await stat(home.passwordFile)).mode & 0o777).toBe(0o600);
});

test.each([
  ['is empty', (file: string) => writeFile(file, ''), 'is empty'],
  ['holds something else', (file: string) => writeFile(file, 'secreto'), 'holds something else'],
  ['cannot be read', (file: string) => mkdir(file), 'is not (EISDIR)'],
])('names the reset when the password file %s', async (_case, spoil, words) => {
  const home = await temporaryHome();
  await fakeLibrary(home.library);
  await spoil(home.passwordFile);
  const environment = await withCommand(await temporaryFolder(), 'java', JAVA_17);
  const start = startManagedServer({ home: home.folder, authentication: true, report: () => {}, environment });
  await expect(start).rejects.toThrow(words);
  await expect(start).rejects.toThrow('sobremesa db reset');
});

test('names the reset when the password file is gone but the database is there', async () => {
  const home = await temporaryHome();
  await leaveTraces(home, 'dbms/auth.ini', 'databases/system');
  await expect(ensurePassword(home, settingCounter().setInitialPassword)).rejects.toThrow(
    /the file is gone.*sobremesa db reset/,
  );
});
