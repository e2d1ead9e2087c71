import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { explainFailure } from '../../../src/neo4j/console-log.ts';
import { startManagedServer } from '../../../src/neo4j/managed-server.ts';
import { resetHome, status, stopByHome } from '../../../src/neo4j/maintenance.ts';
import { settingsText } from '../../../src/neo4j/settings.ts';
import { fakeLibrary, JAVA_17, temporaryFolder, temporaryHome, withCommand } from './fakes.ts';

async function startWith(script: string) {
  const home = await temporaryHome();
  await fakeLibrary(home.library);
  const machine = await temporaryFolder();
  const environment = await withCommand(machine, 'java', `${JAVA_17}\necho run >> "$(dirname "$0")/runs"\n${script}`);
  const start = startManagedServer({ home: home.folder, authentication: false, report: () => {}, environment });
  const runs = async () => (await readFile(join(machine, 'bin', 'runs'), 'utf8')).split('\n').length - 1;
  return { home, start, runs };
}

test('shows the line that matters when Neo4j dies at start, and can be started again', async () => {
  const { home, start } = await startWith(
    'echo "Starting"; echo "IOException: No space left on device"; echo "at x.y"; exit 1',
  );
  await expect(start).rejects.toThrow(
    /should have started, but did not: IOException: No space left on device\nThat means: the disk is full/,
  );
  expect(await status(home.folder)).toMatchObject({ running: false, pid: null, holder: null });
});

test('tries three ports when others take them', async () => {
  const { start, runs } = await startWith('echo "PortBindException: Address already in use"; exit 1');
  await expect(start).rejects.toThrow('another program took its port');
  expect(await runs()).toBe(3);
});

test('tells what to set where a file stands in the place of the folder, or above it', async () => {
  const file = join(await temporaryFolder(), 'file');
  await writeFile(file, 'mine');
  for (const home of [file, join(file, 'neo4j')])
    await expect(startManagedServer({ home, authentication: false, report: () => {} })).rejects.toThrow(
      `needs a folder, but at ${home}, or above it, stands a file: set SOBREMESA_HOME`,
    );
  await expect(resetHome(file)).rejects.toThrow(`at ${file}, or above it, stands a file`);
  expect(await readFile(file, 'utf8')).toBe('mine');
});

describe('the output of Neo4j', () => {
  test.each([
    [
      'Caused by: FileLockException: Lock file has been locked by another process: /h/store_lock',
      'another Neo4j works on this folder',
    ],
    ['Error: Could not find or load main class org.neo4j.server.CommunityEntryPoint', 'a jar is missing or damaged'],
    ['Invalid maximum heap size: -Xmx5x', 'heap'],
    ["Error evaluating value for setting 'db.transaction.timeout'", 'a setting has a wrong value'],
  ])('%s is explained', (line, advice) => {
    expect(
      explainFailure(`INFO Starting...\n${line}\n\tat a.b(C.java:1)\nINFO Stopped.\n`, 'console.log').message,
    ).toContain(advice);
  });

  test('is quoted by its last error when it says nothing known', () => {
    const { message } = explainFailure('INFO a\n2026 ERROR strange\n\tat a.b\nINFO Stopped.', 'console.log');
    expect(message).toBe('2026 ERROR strange\nAll its output: console.log');
  });

  test('may be empty', () => {
    expect(explainFailure('', 'console.log').message).toBe('it printed nothing\nAll its output: console.log');
  });
});

test('the settings keep Neo4j to the loopback address', () => {
  const text = settingsText({ port: 4321, authentication: true, pageCache: '64m', transactionTimeout: '60s' });
  const addresses = text.split('\n').filter((line) => line.includes('address='));
  expect(addresses).toEqual([
    'server.default_listen_address=127.0.0.1',
    'server.bolt.listen_address=127.0.0.1:4321',
    'server.bolt.advertised_address=127.0.0.1:4321',
  ]);
});

test('a home that does not exist is not running, and can be stopped and reset', async () => {
  const folder = join(await temporaryFolder(), 'none');
  expect(await status(folder)).toEqual({
    running: false,
    pid: null,
    port: null,
    holder: null,
    version: null,
    diskBytes: 0,
  });
  expect(await stopByHome(folder)).toBeNull();
  await expect(resetHome(folder)).resolves.toBeUndefined();
});

test('a reset deletes data and password and keeps the jars', async () => {
  const home = await temporaryHome();
  await fakeLibrary(home.library);
  await writeFile(home.passwordFile, 'corrupt');
  await writeFile(join(home.folder, 'data', 'store'), 'x');
  await resetHome(home.folder);
  await expect(readFile(home.passwordFile)).rejects.toThrow('ENOENT');
  await expect(readFile(join(home.folder, 'data', 'store'))).rejects.toThrow('ENOENT');
  expect((await status(home.folder)).version).not.toBeNull();
});

test('a process that is not this Neo4j is never stopped, whatever the record says', async () => {
  const home = await temporaryHome();
  await writeFile(home.serverRecord, JSON.stringify({ pid: process.pid, port: 1 }));
  expect(await stopByHome(home.folder)).toBeNull();
  expect((await status(home.folder)).running).toBe(false);
});
