import { spawn } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { describe, expect, onTestFinished, test } from 'vitest';

import { lookAtPassword, lookForLeftovers, lookForOrphan } from '../../../src/doctor/home-checks.ts';
import { findHome, type Home } from '../../../src/neo4j/home.ts';
import { takeLock } from '../../../src/neo4j/process-lock.ts';
import { writeServerRecord } from '../../../src/neo4j/server-record.ts';
import { temporaryHome } from '../neo4j/fakes.ts';
import { inEnglish } from './in-english.ts';

/** A process with the command line of a home's Neo4j, noted as such. */
async function runningIn(home: Home): Promise<number> {
  const words = ['-c', 'sleep 60; true', 'sh', 'org.neo4j.server.CommunityEntryPoint', `--home-dir=${home.folder}`];
  const child = spawn('/bin/sh', words, { detached: true, stdio: 'ignore' });
  const { pid = 0 } = child;
  onTestFinished(() => void process.kill(-pid, 'SIGKILL'));
  await writeServerRecord(home, { pid, port: 7687 });
  return pid;
}

describe('the password file', () => {
  const withPassword = async (content: string, mode = 0o600) => {
    const home = await temporaryHome();
    await writeFile(home.passwordFile, content);
    await chmod(home.passwordFile, mode);
    return home;
  };

  test('is not there before the first start', async () => {
    expect(inEnglish(await lookAtPassword(await temporaryHome()))).toMatchObject({ state: 'ok' });
  });

  test('is not there where a file stands in the place of its folder', async () => {
    const file = join((await temporaryHome()).folder, 'file');
    await writeFile(file, '');
    expect(inEnglish(await lookAtPassword(await findHome(join(file, 'neo4j'))))).toMatchObject({ state: 'ok' });
  });

  test('is well where only its owner can read it', async () => {
    expect(inEnglish(await lookAtPassword(await withPassword(`${'a1'.repeat(24)}\n`)))).toMatchObject({ state: 'ok' });
  });

  test('that others can read is a failure, and is left as it is', async () => {
    const home = await withPassword(`${'a1'.repeat(24)}\n`, 0o644);
    const look = { state: 'failed', next: `chmod 600 ${home.passwordFile}` };
    expect(inEnglish(await lookAtPassword(home))).toMatchObject(look);
    expect(inEnglish(await lookAtPassword(home))).toMatchObject(look);
  });

  test('with something else in it is a failure that does not show it', async () => {
    const look = await lookAtPassword(await withPassword('hunter2'));
    expect(inEnglish(look)).toMatchObject({ state: 'failed', next: expect.stringContaining('npx sobremesa db reset') });
    expect(JSON.stringify(look)).not.toContain('hunter2');
  });

  test('that is gone from a database is a failure', async () => {
    const home = await temporaryHome();
    await mkdir(join(home.folder, 'data', 'dbms'), { recursive: true });
    await writeFile(join(home.folder, 'data', 'dbms', 'auth.ini'), '');
    expect(inEnglish(await lookAtPassword(home))).toMatchObject({
      state: 'failed',
      found: expect.stringContaining('is gone'),
    });
  });

  test('that cannot be read is a failure', async () => {
    const home = await temporaryHome();
    await mkdir(home.passwordFile);
    expect(inEnglish(await lookAtPassword(home))).toMatchObject({
      state: 'failed',
      found: expect.stringContaining('cannot be read'),
      next: expect.stringContaining('sudo chown'),
    });
  });
});

describe('a database without its program', () => {
  test('is not there in a home at rest', async () => {
    expect(inEnglish(await lookForOrphan(await temporaryHome()))).toEqual({ state: 'ok', found: 'none' });
  });

  test('is none while a program minds it', async () => {
    const home = await temporaryHome();
    const pid = await runningIn(home);
    await takeLock(home.lock);
    expect(inEnglish(await lookForOrphan(home))).toEqual({
      state: 'ok',
      found: `none: process ${process.pid} minds the database (process ${pid})`,
    });
  });

  test('is a failure that says how to stop it', async () => {
    const home = await temporaryHome();
    const pid = await runningIn(home);
    expect(inEnglish(await lookForOrphan(home))).toMatchObject({
      state: 'failed',
      found: expect.stringContaining(`process ${pid}`),
      next: expect.stringMatching(/^npx sobremesa db stop/),
    });
  });
});

describe('files of programs that were killed', () => {
  test('are none in a home at rest, nor in one at work', async () => {
    const home = await temporaryHome();
    expect(inEnglish(await lookForLeftovers(home))).toEqual({ state: 'ok', found: 'none' });
    await runningIn(home);
    await takeLock(home.lock);
    expect(inEnglish(await lookForLeftovers(home))).toEqual({ state: 'ok', found: 'none' });
  });

  test('are named, and what removes them', async () => {
    const home = await temporaryHome();
    const dead = JSON.stringify({ pid: 2 ** 30, started: '1' });
    await mkdir(dirname(home.library), { recursive: true });
    for (const lock of [home.lock, `${home.library}.lock`]) await writeFile(lock, dead);
    await writeServerRecord(home, { pid: 2 ** 30, port: 7687 });
    const look = inEnglish(await lookForLeftovers(home));
    expect(look).toMatchObject({ state: 'warning', next: 'npm start (removes them)' });
    for (const path of [home.lock, `${home.library}.lock`, home.serverRecord]) expect(look.found).toContain(path);
  });
});
