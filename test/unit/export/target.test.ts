import { mkdir, open, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createWriteStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import { describe, expect, test } from 'vitest';

import { ExportError } from '../../../src/export/export-error.ts';
import type { Format } from '../../../src/export/request.ts';
import { openTarget } from '../../../src/export/target.ts';
import { isClosedPipe } from '../../../src/export/write-failure.ts';
import { temporaryFolder } from './folders.ts';

const target = (path: string, format: Format = 'edges', force = false) =>
  openTarget({ target: path, format, force }, new PassThrough());

async function* failingAfter(text: string, cause: unknown): AsyncGenerator<string> {
  yield text;
  throw cause;
}

describe('A file to export to', () => {
  test('has its name only when it is whole, and nothing else stays', async () => {
    const folder = await temporaryFolder();
    const stage = (await target(join(folder, 'ties.csv'))).stage();
    await stage.write(['a\n', 'ñ\n']);
    expect(existsSync(join(folder, 'ties.csv'))).toBe(false);
    await stage.keep();
    expect(await readFile(join(folder, 'ties.csv'), 'utf8')).toBe('a\nñ\n');
    expect(await readdir(folder)).toEqual(['ties.csv']);
  });

  test('is not there after a failure in mid-write, and what was there before stays', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'ties.csv'), 'before');
    const stage = (await target(join(folder, 'ties.csv'), 'edges', true)).stage();
    await expect(stage.write(failingAfter('half', new Error('power cut')))).rejects.toThrow('power cut');
    await stage.drop();
    expect(await readdir(folder)).toEqual(['ties.csv']);
    expect(await readFile(join(folder, 'ties.csv'), 'utf8')).toBe('before');
  });

  test('is replaced only when that is asked for; a link stays a link', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'ties.csv'), 'before');
    await symlink('ties.csv', join(folder, 'link.csv'));
    await expect(target(join(folder, 'ties.csv'))).rejects.toThrow('is there already');
    const stage = (await target(join(folder, 'link.csv'), 'edges', true)).stage();
    await stage.write(['after']);
    await stage.keep();
    expect(await readFile(join(folder, 'ties.csv'), 'utf8')).toBe('after');
    expect((await readdir(folder)).sort()).toEqual(['link.csv', 'ties.csv']);
  });

  test.each<readonly [string, (folder: string) => string, string]>([
    ['a folder that is not there', (folder) => join(folder, 'no/ties.csv'), 'the folder it belongs in is not there'],
    ['a folder', (folder) => folder, 'is a folder. Name a file in it'],
    ['a file for a folder', (folder) => join(folder, 'file/ties.csv'), 'a part of the path is a file, not a folder'],
    ['a device', () => '/dev/null', 'For the standard output write -'],
  ])('cannot be %s', async (_, path, message) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), '');
    await expect(target(path(folder))).rejects.toThrow(message);
    await expect(target(path(folder))).rejects.toThrow(ExportError);
  });
});

describe('A folder to export a package to', () => {
  test('has its name only when it is whole', async () => {
    const folder = await temporaryFolder();
    const stage = (await target(join(folder, 'new'), 'package')).stage();
    await stage.write(['{}'], 'datapackage.json');
    await stage.write(['id\n'], 'tables/people.csv');
    expect(existsSync(join(folder, 'new'))).toBe(false);
    await stage.keep();
    expect(await readdir(folder)).toEqual(['new']);
    expect((await readdir(join(folder, 'new'), { recursive: true })).sort()).toEqual([
      'datapackage.json',
      'tables',
      'tables/people.csv',
    ]);
  });

  test('may be there when it is empty', async () => {
    const folder = await temporaryFolder();
    const stage = (await target(folder, 'package')).stage();
    await stage.write(['{}'], 'datapackage.json');
    await stage.keep();
    expect(await readdir(folder)).toEqual(['datapackage.json']);
  });

  test('keeps its other files when a package in it is replaced', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, '.git'));
    for (const name of ['.git/config', 'README.md', 'people.csv']) await writeFile(join(folder, name), 'before');
    await writeFile(join(folder, 'datapackage.json'), '{"name": "small"}');
    await expect(target(folder, 'package')).rejects.toThrow('is there already');
    const there = await target(folder, 'package', true);
    expect(there.replaces).toBe('small');
    const stage = there.stage();
    await stage.write(['after'], 'people.csv');
    await stage.write(['after'], 'tables/cities.csv');
    await stage.keep();
    const names = (await readdir(folder, { recursive: true })).sort();
    expect(names).toEqual(
      ['.git', '.git/config', 'README.md', 'datapackage.json', 'people.csv', 'tables', 'tables/cities.csv'].sort(),
    );
    expect(await readFile(join(folder, 'people.csv'), 'utf8')).toBe('after');
    expect(await readFile(join(folder, 'README.md'), 'utf8')).toBe('before');
  });

  test('is left alone when it holds no package, or when the writing fails', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'thesis.txt'), 'x');
    await expect(target(folder, 'package', true)).rejects.toThrow('holds other things');
    await expect(target(join(folder, 'thesis.txt'), 'package', true)).rejects.toThrow('is a file');
    const stage = (await target(join(folder, 'new'), 'package')).stage();
    await stage.write(['{}'], 'datapackage.json');
    await expect(stage.write(failingAfter('id', new Error('power cut')), 'people.csv')).rejects.toThrow('power cut');
    await stage.drop();
    expect(await readdir(folder)).toEqual(['thesis.txt']);
  });
});

describe('The standard output', () => {
  test('waits for a slow reader', async () => {
    const slow = new PassThrough({ highWaterMark: 10 });
    const stage = (await openTarget({ target: '-', format: 'edges', force: false }, slow)).stage();
    let written = 0;
    const pieces = async function* () {
      for (; written < 200; written += 1) yield 'twenty characters...';
    };
    const writing = stage.write(pieces());
    await new Promise((resolve) => setImmediate(resolve));
    expect(written).toBeLessThan(60);
    let read = 0;
    slow.on('data', (chunk: Buffer) => (read += chunk.length));
    await writing;
    await new Promise((resolve) => setImmediate(resolve));
    expect([written, read]).toEqual([200, 4000]);
  });

  // The device of Linux on which every write fails as on a full disk.
  test.skipIf(!existsSync('/dev/full'))('that is full is told, where the system has /dev/full to try it', async () => {
    const file = await open('/dev/full', 'w');
    const stream = createWriteStream('', { fd: file.fd, autoClose: false });
    const stage = (await openTarget({ target: '-', format: 'edges', force: false }, stream)).stage();
    await expect(stage.write(['text'])).rejects.toThrow('the disk is full. Free some space');
    await file.close();
  });

  test('whose reader went away is no failure', () => {
    const gone = Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' });
    expect(isClosedPipe(new ExportError({ es: 'x', en: 'y' }, { cause: gone }))).toBe(true);
    expect(isClosedPipe(gone)).toBe(true);
    expect(isClosedPipe(new Error('x'))).toBe(false);
  });
});
