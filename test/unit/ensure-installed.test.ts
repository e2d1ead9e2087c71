import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder, withCommand } from './neo4j/fakes.ts';

const run = promisify(execFile);
const SCRIPT = join(import.meta.dirname, '..', '..', 'bin', 'ensure-installed.mjs');
const WORKING_NPM = 'echo run >> runs; rm -rf node_modules; mkdir node_modules';

async function project(npm = WORKING_NPM) {
  const root = await temporaryFolder();
  await mkdir(join(root, 'bin'));
  await copyFile(SCRIPT, join(root, 'bin', 'ensure-installed.mjs'));
  await writeFile(join(root, 'package-lock.json'), '{"lockfileVersion":3}');
  const env = await withCommand(await temporaryFolder(), 'npm', npm);
  const ensure = () => run(process.execPath, [join(root, 'bin', 'ensure-installed.mjs')], { env, timeout: 20_000 });
  const runs = async () => (await readFile(join(root, 'runs'), 'utf8')).split('\n').length - 1;
  return { root, ensure, runs };
}

test('installs once, with one line on stderr', async () => {
  const { ensure, runs } = await project();
  expect((await ensure()).stderr).toBe('Installing the packages of package-lock.json (once, about a minute) …\n');
  expect(await ensure()).toEqual({ stdout: '', stderr: '' });
  expect(await runs()).toBe(1);
});

test.each([
  [
    'the lock file has changed',
    (root: string) => writeFile(join(root, 'package-lock.json'), '{"lockfileVersion":3,"x":1}'),
  ],
  ['an install was cut short', (root: string) => rm(join(root, 'node_modules', '.sobremesa-lock'))],
  ['node_modules is gone', (root: string) => rm(join(root, 'node_modules'), { recursive: true })],
])('installs again when %s', async (_case, change) => {
  const { root, ensure, runs } = await project();
  await ensure();
  await change(root);
  await ensure();
  expect(await runs()).toBe(2);
});

test('installs once when two start at the same instant', async () => {
  const { ensure, runs } = await project();
  await Promise.all([ensure(), ensure()]);
  expect(await runs()).toBe(1);
});

test('takes over from a start that was killed while installing', async () => {
  const { root, ensure, runs } = await project();
  await mkdir(join(root, '.sobremesa', 'installing'), { recursive: true });
  await writeFile(join(root, '.sobremesa', 'installing', 'pid'), String(2 ** 30));
  await ensure();
  expect(await runs()).toBe(1);
});

test("shows npm's last words when it fails, and tries again the next time", async () => {
  const { ensure } = await project('echo "npm error ENOTFOUND registry" >&2; exit 7');
  const failure = expect.objectContaining({
    code: 1,
    stderr: expect.stringMatching(/ended with 7:\n {2}npm error ENOTFOUND registry\nCheck the network/),
  });
  await expect(ensure()).rejects.toEqual(failure);
  await expect(ensure()).rejects.toEqual(failure);
});
