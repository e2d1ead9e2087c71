import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { lookAtDisk, lookAtJars, lookAtJava, lookAtMaven, lookAtNode } from '../../../src/doctor/machine-checks.ts';
import { NEO4J_VERSION } from '../../../src/neo4j/jars.ts';
import { bareEnvironment, fakeLibrary, JAVA_17, temporaryFolder, withCommand } from '../neo4j/fakes.ts';

describe('Node', () => {
  test.each([
    ['20.20.0', 'ok'],
    ['20.20', 'ok'],
    ['22.1.0', 'ok'],
    ['20.19.9', 'failed'],
    ['18.20.4', 'failed'],
  ])('%s is %s where 20.20 is the least', (version, state) => {
    expect(lookAtNode(version, '>=20.20')).toMatchObject({ state, found: `${version} (needs 20.20 or newer)` });
  });

  test('that is too old comes with the one to install', () => {
    expect(lookAtNode('18.20.4', '>=20.20').next).toContain('nvm install 20');
  });
});

describe('Java', () => {
  test('17 is well', async () => {
    expect(await lookAtJava(await withCommand(await temporaryFolder(), 'java', JAVA_17))).toMatchObject({
      state: 'ok',
    });
  });

  test('that is not there comes with the ways out', async () => {
    expect(await lookAtJava(await bareEnvironment())).toEqual({
      state: 'failed',
      found: expect.stringMatching(/^Neo4j needs Java 17 or 21, but no Java was found \(.*\)$/),
      next: expect.stringMatching(/^install both .*openjdk-17-jre-headless.*docker compose up$/),
    });
  });

  test('that is too old is named by its version', async () => {
    const environment = await withCommand(await temporaryFolder(), 'java', `echo 'openjdk version "11.0.2"' >&2`);
    expect(await lookAtJava(environment)).toMatchObject({
      state: 'failed',
      found: expect.stringContaining('is Java 11'),
      next: expect.stringContaining('openjdk-17'),
    });
  });

  test('that is newer than the known ones is a warning', async () => {
    const environment = await withCommand(await temporaryFolder(), 'java', `echo 'openjdk version "25"' >&2`);
    expect(await lookAtJava(environment)).toMatchObject({
      state: 'warning',
      found: expect.stringContaining('this is 25'),
    });
  });
});

describe('the files of Neo4j', () => {
  test('are well when they are whole, and Maven is not needed then', async () => {
    const library = await temporaryFolder();
    await fakeLibrary(library);
    expect(await lookAtJars(library)).toEqual({ state: 'ok', found: `Neo4j ${NEO4J_VERSION}, complete` });
    expect(await lookAtMaven(library, await bareEnvironment())).toMatchObject({ state: 'ok' });
  });

  test('that are not here yet are fetched by the first start', async () => {
    const library = join(await temporaryFolder(), 'lib');
    expect(await lookAtJars(library)).toMatchObject({
      state: 'warning',
      found: expect.stringContaining('it is not here yet'),
      next: expect.stringMatching(/^npm start/),
    });
  });

  test.each([
    ['an interrupted download', 'manifest.json', 'an earlier download was not finished'],
    ['a missing file', `neo4j-${NEO4J_VERSION}.jar`, 'is missing'],
  ])('after %s are a failure', async (_, name, found) => {
    const library = await temporaryFolder();
    await fakeLibrary(library);
    await rm(join(library, name));
    expect(await lookAtJars(library)).toMatchObject({
      state: 'failed',
      found: expect.stringContaining(found),
      next: expect.stringMatching(/^npm start/),
    });
  });

  test('that are damaged are a failure', async () => {
    const library = await temporaryFolder();
    await fakeLibrary(library);
    await writeFile(join(library, `neo4j-${NEO4J_VERSION}.jar`), 'half');
    expect(await lookAtJars(library)).toMatchObject({ state: 'failed', found: expect.stringContaining('is damaged') });
  });

  test('need Maven while they have to be fetched', async () => {
    const library = join(await temporaryFolder(), 'lib');
    expect(await lookAtMaven(library, await bareEnvironment())).toMatchObject({
      state: 'failed',
      found: expect.stringContaining('"mvn -v" does not run'),
      next: expect.stringContaining('sudo apt install maven'),
    });
    const environment = await withCommand(await temporaryFolder(), 'mvn', "echo 'Apache Maven 3.9.9 (abc)'");
    expect(await lookAtMaven(library, environment)).toEqual({ state: 'ok', found: 'Apache Maven 3.9.9' });
  });
});

describe('the disk', () => {
  test.each([
    [5000, 'ok'],
    [300, 'warning'],
    [20, 'failed'],
  ])('with %i MB free is %s', async (free, state) => {
    const folder = await temporaryFolder();
    const look = await lookAtDisk(join(folder, 'not', 'yet'), async () => free);
    expect(look).toMatchObject({ state, found: `${free} MB free in ${folder} (a new database needs 500 MB)` });
    expect(look.next ?? 'SOBREMESA_HOME').toContain('SOBREMESA_HOME');
  });

  test('is no place for a home below a file', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    expect(await lookAtDisk(join(file, 'home'), async () => 5000)).toMatchObject({
      state: 'failed',
      found: `${file} is no folder`,
      next: expect.stringContaining('SOBREMESA_HOME'),
    });
  });
});
