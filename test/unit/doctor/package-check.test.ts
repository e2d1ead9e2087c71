import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { validatePackage } from '../../../src/dataset/checking.ts';
import { lookAtPackage, nameOfPackage } from '../../../src/doctor/package-check.ts';
import { smallPackage, withCells, writePackage } from '../../support/packages.ts';
import { temporaryFolder } from '../neo4j/fakes.ts';
import { inEnglish } from './in-english.ts';

const held = (hash: string, id = 'small') => [{ id, version: '1.0.0', hash, state: 'COMPLETE', rows: 7 }] as const;

test('a package that the graph holds is well, and so is one while the graph cannot be asked', async () => {
  const directory = await writePackage(smallPackage);
  const { dataPackage } = await validatePackage(directory);
  const hash = dataPackage?.hash ?? '';
  expect(inEnglish(await lookAtPackage(directory, held(hash)))).toEqual({
    state: 'ok',
    found: `small 1.0.0, valid, hash ${hash}, as in the graph`,
  });
  expect(inEnglish(await lookAtPackage(directory, null))).toEqual({
    state: 'ok',
    found: `small 1.0.0, valid, hash ${hash}`,
  });
});

test('a package of which the graph holds another state, or nothing, is a warning that says how to load it', async () => {
  const directory = await writePackage(smallPackage);
  const next = expect.stringContaining(`npx sobremesa import ${directory}`);
  expect(inEnglish(await lookAtPackage(directory, held('other')))).toMatchObject({
    state: 'warning',
    found: expect.stringContaining('hash other'),
    next,
  });
  expect(inEnglish(await lookAtPackage(directory, held('other', 'another')))).toMatchObject({
    state: 'warning',
    found: expect.stringContaining('does not hold it'),
    next,
  });
});

test('a package with problems is a failure that says how to see them', async () => {
  const directory = await writePackage(withCells(smallPackage, 'people', { givenName: '' }));
  expect(inEnglish(await lookAtPackage(directory, []))).toEqual({
    state: 'failed',
    found: `${directory} has 1 problem`,
    next: `npx sobremesa validate ${directory}`,
  });
});

test('a folder that is not there, or holds no package, is a failure', async () => {
  const folder = await temporaryFolder();
  expect(inEnglish(await lookAtPackage(join(folder, 'nowhere'), null))).toMatchObject({
    state: 'failed',
    next: expect.stringContaining('SOBREMESA_DATA'),
  });
  expect(inEnglish(await lookAtPackage(folder, null))).toMatchObject({ state: 'failed' });
});

test('a large package is left to the command that checks it', async () => {
  const directory = await writePackage(smallPackage);
  await truncate(join(directory, 'people.csv'), 30_000_000);
  expect(inEnglish(await lookAtPackage(directory, held('abc')))).toMatchObject({
    state: 'ok',
    found: expect.stringContaining(`npx sobremesa validate ${directory}`),
  });
});

test('the name of a package is read from its descriptor, if there is one', async () => {
  expect(await nameOfPackage(await writePackage(smallPackage))).toBe('small');
  const folder = await temporaryFolder();
  expect(await nameOfPackage(folder)).toBeNull();
  await writeFile(join(folder, 'datapackage.json'), '[');
  expect(await nameOfPackage(folder)).toBeNull();
});
