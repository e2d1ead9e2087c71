import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { lookAtDisk, lookAtJars, lookAtJava, lookAtMaven, lookAtNode } from '../../../src/doctor/machine-checks.ts';
import { NEO4J_VERSION } from '../../../src/neo4j/jars.ts';
import { bareEnvironment, fakeLibrary, JAVA_17, temporaryFolder, withCommand } from '../neo4j/fakes.ts';
import { inEnglish } from './in-english.ts';

describe('Node', () => {
  test.each([
    ['20.20.0', 'ok'],
    ['20.20', 'ok'],
    ['22.1.0', 'ok'],
    ['20.19.9', 'failed'],
    ['18.20.4', 'failed'],
  ])('%s is %s where 20.20 is the least', (version, state) => {
    expect(inEnglish(lookAtNode(version, '>=20.20'))).toMatchObject({
      state,
      found: `${version} (needs 20.20 or newer)`,
    });
  });

  test('that is too old comes with the one to install', () => {
    expect(inEnglish(lookAtNode('18.20.4', '>=20.20')).next).toContain('nvm install 20');
  });
});

describe('Java', () => {
  test('17 is well', async () => {
    expect(inEnglish(await lookAtJava(await withCommand(await temporaryFolder(), 'java', JAVA_17)))).toMatchObject({
      state: 'ok',
    });
  });

  test('that is not there comes with the ways out', async () => {
    expect(inEnglish(await lookAtJava(await bareEnvironment()))).toEqual({
      state: 'failed',
      found: expect.stringMatching(/^Neo4j needs Java 17 or 21, but no Java was found \(.*\)$/),
      next: expect.stringMatching(/^install both .*openjdk-17-jre-headless.*docker compose up$/),
    });
  });

  test('that is too old is named by its version', async () => {
    const environment = await withCommand(await temporaryFolder(), 'java', `echo 'openjdk version "11.0.2"' >&2`);
    expect(inEnglish(await lookAtJava(environment))).toMatchObject({
      state: 'failed',
      found: 'Neo4j needs Java 17 or 21, but java is Java 11',
      next: expect.stringMatching(/openjdk-17.*With several Javas, set JAVA_HOME to the right one\.$/),
    });
  });

  test('that tells no version, or is not where JAVA_HOME leads, comes with the ways out', async () => {
    const silent = await lookAtJava(await withCommand(await temporaryFolder(), 'java', 'echo hello'));
    expect(silent.found.es).toBe('Neo4j necesita Java 17 o 21, pero "java -version" no dijo ninguna versión (hello)');
    expect(inEnglish(silent)).toMatchObject({
      state: 'failed',
      found: 'Neo4j needs Java 17 or 21, but "java -version" gave no version (hello)',
      next: expect.stringMatching(/^install both /),
    });
    const astray = { ...(await bareEnvironment()), JAVA_HOME: '/nowhere' };
    expect(inEnglish(await lookAtJava(astray))).toMatchObject({
      state: 'failed',
      found: expect.stringContaining('JAVA_HOME leads to /nowhere/bin/java, which does not run'),
      next: expect.stringMatching(/^install both /),
    });
  });

  test('that is newer than the known ones is a warning', async () => {
    const environment = await withCommand(await temporaryFolder(), 'java', `echo 'openjdk version "25"' >&2`);
    expect(inEnglish(await lookAtJava(environment))).toMatchObject({
      state: 'warning',
      found: expect.stringContaining('this is 25'),
    });
  });
});

describe('the files of Neo4j', () => {
  test('are well when they are whole, and Maven is not needed then', async () => {
    const library = await temporaryFolder();
    await fakeLibrary(library);
    expect(inEnglish(await lookAtJars(library))).toEqual({ state: 'ok', found: `Neo4j ${NEO4J_VERSION}, complete` });
    expect(inEnglish(await lookAtMaven(library, await bareEnvironment()))).toMatchObject({ state: 'ok' });
  });

  test('that are not here yet are fetched by the first start', async () => {
    const library = join(await temporaryFolder(), 'lib');
    expect(inEnglish(await lookAtJars(library))).toMatchObject({
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
    expect(inEnglish(await lookAtJars(library))).toMatchObject({
      state: 'failed',
      found: expect.stringContaining(found),
      next: expect.stringMatching(/^npm start/),
    });
  });

  test('that are damaged are a failure', async () => {
    const library = await temporaryFolder();
    await fakeLibrary(library);
    await writeFile(join(library, `neo4j-${NEO4J_VERSION}.jar`), 'half');
    expect(inEnglish(await lookAtJars(library))).toMatchObject({
      state: 'failed',
      found: expect.stringContaining('is damaged'),
    });
  });

  test('need Maven while they have to be fetched', async () => {
    const library = join(await temporaryFolder(), 'lib');
    expect(inEnglish(await lookAtMaven(library, await bareEnvironment()))).toMatchObject({
      state: 'failed',
      found: expect.stringContaining('"mvn -v" does not run'),
      next: expect.stringContaining('sudo apt install maven'),
    });
    const environment = await withCommand(await temporaryFolder(), 'mvn', "echo 'Apache Maven 3.9.9 (abc)'");
    expect(inEnglish(await lookAtMaven(library, environment))).toEqual({ state: 'ok', found: 'Apache Maven 3.9.9' });
  });
});

describe('the disk', () => {
  test.each([
    [5000, 'ok'],
    [300, 'warning'],
    [20, 'failed'],
  ])('with %i MB free is %s', async (free, state) => {
    const folder = await temporaryFolder();
    const look = inEnglish(await lookAtDisk(join(folder, 'not', 'yet'), async () => free));
    expect(look).toMatchObject({ state, found: `${free} MB free in ${folder} (a new database needs 500 MB)` });
    expect(look.next ?? 'SOBREMESA_HOME').toContain('SOBREMESA_HOME');
  });

  test('is no place for a home below a file', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    expect(inEnglish(await lookAtDisk(join(file, 'home'), async () => 5000))).toMatchObject({
      state: 'failed',
      found: `${file} is no folder`,
      next: expect.stringContaining('SOBREMESA_HOME'),
    });
  });
});
