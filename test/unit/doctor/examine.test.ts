import { join } from 'node:path';

import { expect, test } from 'vitest';

import { readConfig } from '../../../src/config.ts';
import { examine } from '../../../src/doctor/examine.ts';
import { alike, finding, typed, type Finding } from '../../../src/doctor/finding.ts';
import { findingsAsJson } from '../../../src/doctor/format-findings.ts';
import { freePort } from '../../../src/neo4j/free-port.ts';
import { smallPackage, writePackage } from '../../support/packages.ts';
import { bareEnvironment, temporaryFolder } from '../neo4j/fakes.ts';
import { expectTranslated, inEnglish } from './in-english.ts';

const stateOf = (findings: readonly Finding[], name: string) => findings.find((one) => one.name.en === name)?.state;

test('a check that throws is a failure with its message, without a stack', async () => {
  const look = async () => {
    throw new Error('It broke:\n  here');
  };
  const found = await finding({ name: alike('any'), look }, 1000);
  expect(found.name.en).toBe('any');
  expect(inEnglish(found)).toEqual({ state: 'failed', found: 'It broke: here', next: expect.any(String) });
});

test('a check that does not answer is a failure after its time', async () => {
  const look = () => new Promise<never>(() => undefined);
  expect(inEnglish(await finding({ name: alike('any'), look }, 20))).toMatchObject({
    state: 'failed',
    found: 'no answer within 0.02 s',
  });
});

test('a path in a command can be typed', () => {
  expect(typed('/srv/data/cdmx-2016')).toBe('/srv/data/cdmx-2016');
  expect(typed("/srv/my data/o'brien; rm")).toBe("'/srv/my data/o'\\''brien; rm'");
});

test('wrong settings are all told, and what needs them is not looked at', async () => {
  const findings = await examine(() => readConfig({ PORT: 'many', LIMIT_COST: '-1' }), await bareEnvironment());
  expect(findingsAsJson(findings).find(({ name }) => name === 'settings')).toMatchObject({
    state: 'failed',
    found: expect.stringMatching(/PORT: got "many".*LIMIT_COST: got "-1"/),
    next: expect.stringContaining('.env.example'),
  });
  expect(findings.filter(({ state }) => state === 'failed')).toHaveLength(1);
  expect(stateOf(findings, 'Node')).toBe('ok');
  expect(stateOf(findings, 'database')).toBe('warning');
});

test('settings that cannot be read at all are told too', async () => {
  const load = () => {
    throw new Error('no');
  };
  expect(stateOf(await examine(load), 'settings')).toBe('failed');
});

test('the findings are the same ones in the same order, whatever the state', async () => {
  const data = await writePackage(smallPackage);
  const home = join(await temporaryFolder(), 'home');
  const settings = { SOBREMESA_HOME: home, SOBREMESA_DATA: data, PORT: '0' };
  const atRest = await examine(() => readConfig(settings), await bareEnvironment());
  const broken = await examine(() => readConfig({ PORT: 'many' }), await bareEnvironment());
  expect(atRest.map(({ name }) => name)).toEqual(broken.map(({ name }) => name));
  for (const lang of ['es', 'en'] as const)
    expect(new Set(atRest.map(({ name }) => name[lang])).size).toBe(atRest.length);
  expect(atRest.filter(({ state, next }) => state === 'failed' && next === undefined)).toEqual([]);
  // A machine without Java and Maven, before anything was fetched.
  expect(
    ['Java', 'Maven', 'Neo4j files', 'disk', 'database', 'package of the settings'].map((name) =>
      stateOf(atRest, name),
    ),
  ).toEqual(['failed', 'failed', 'warning', 'ok', 'warning', 'ok']);
});

test('a database that NEO4J_URI names needs no Java, and is told when it does not answer', async () => {
  const data = await writePackage(smallPackage);
  const uri = `bolt://127.0.0.1:${await freePort()}`;
  const findings = await examine(
    () => readConfig({ NEO4J_URI: uri, NEO4J_AUTH: 'none', SOBREMESA_DATA: data, PORT: '0' }),
    await bareEnvironment(),
  );
  expect(findingsAsJson(findings).filter(({ state }) => state === 'failed')).toEqual([
    {
      name: 'database',
      state: 'failed',
      found: expect.stringContaining(uri),
      next: expect.stringContaining('NEO4J_URI'),
    },
  ]);
  expect(stateOf(findings, 'constraints and indexes')).toBe('warning');
});

test('every finding is told in both languages, at rest, with wrong settings and without its database', async () => {
  const uri = `bolt://127.0.0.1:${await freePort()}`;
  const situations = [{ PORT: '0' }, { PORT: 'many' }, { NEO4J_URI: uri, NEO4J_AUTH: 'none', PORT: '0' }];
  const home = join(await temporaryFolder(), 'home');
  const data = await writePackage(smallPackage);
  for (const situation of situations) {
    const settings = { SOBREMESA_HOME: home, SOBREMESA_DATA: data, ...situation };
    const findings = await examine(() => readConfig(settings), await bareEnvironment());
    expect(findings.length).toBeGreaterThan(10);
    for (const one of findings) {
      inEnglish(one);
      if (!['Node', 'Java', 'Maven'].includes(one.name.en)) expectTranslated(one.name);
    }
  }
});
