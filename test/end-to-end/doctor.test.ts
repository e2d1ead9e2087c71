import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { findingsAsJson } from '../../src/doctor/format-findings.ts';
import { connectGraph, type Graph } from '../../src/graph/graph.ts';
import { status } from '../../src/neo4j/maintenance.ts';
import { smallPackage, writePackage } from '../support/packages.ts';
import { databaseProcess, exitOf, openWorkshop, ready, type Workshop } from '../support/program.ts';

// A start takes 8 s on a calm machine and a minute on a busy one.
vi.setConfig({ testTimeout: 360_000, hookTimeout: 90_000 });

let workshop: Workshop;
beforeEach(async () => {
  workshop = await openWorkshop();
});
afterEach(() => workshop.endAll());

/** What the command says as JSON, by the names of its checks, and how it ends. */
async function examined(environment: Readonly<Record<string, string>> = {}) {
  const program = workshop.run(['doctor', '--json'], environment);
  const code = await exitOf(program);
  expect(program.err()).toBe('');
  const answer: { readonly ok: boolean; readonly findings: ReturnType<typeof findingsAsJson> } = JSON.parse(
    program.out(),
  );
  expect(answer.ok).toBe(code === 0);
  const failures = answer.findings.filter(({ state }) => state === 'failed');
  return { code, failures, of: (name: string) => answer.findings.find((one) => one.name === name) };
}

/** Everything in a folder, the jars apart, with its content. */
async function contentOf(folder: string): Promise<unknown> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => [entry.name, await readFile(join(entry.parentPath, entry.name), 'utf8')]),
  );
}

/** The running managed database, as the program beside it sees it. */
async function databaseOf(home: string): Promise<Graph> {
  const { port } = await status(join(home, 'neo4j'));
  const password = (await readFile(join(home, 'neo4j/password'), 'utf8')).trim();
  return connectGraph({
    uri: `bolt://127.0.0.1:${port}`,
    username: 'neo4j',
    password,
    database: 'neo4j',
    statementTimeout: 30_000,
    connectionTimeout: 10_000,
    poolTimeout: 10_000,
  });
}

describe('sobremesa doctor', () => {
  test('before the first start finds nothing that fails, and leaves everything as it is', async () => {
    const before = await contentOf(workshop.home);
    const program = workshop.run(['doctor']);
    expect(await exitOf(program)).toBe(0);
    expect(program.err()).toBe('');
    expect(program.out()).toMatch(/^ok {7}Node {2,}\d+\./);
    expect(program.out()).toMatch(/\nwarning {2}database {2,}the managed database does not run\n +next: npm start\n/);
    expect(program.out()).toMatch(
      /\n\d+ checks: \d+ ok, \d+ warnings?, 0 failed\. Nothing keeps Sobremesa from working\.\n$/,
    );
    expect(await contentOf(workshop.home)).toEqual(before);
  });

  test('speaks Spanish, but not to programs, and no third language', async () => {
    const spanish = workshop.run(['doctor', '--lang', 'es']);
    expect(await exitOf(spanish)).toBe(0);
    expect(spanish.out()).toMatch(/^bien {3}Node {2,}\d+\.[\d.]+ \(necesita /);
    expect(spanish.out()).toMatch(
      /\naviso {2}base de datos {2,}la base de datos que Sobremesa administra no está corriendo\n +qué hacer: npm start\n/,
    );
    expect(spanish.out()).toMatch(
      /\n\d+ revisiones: \d+ bien, \d+ avisos?, 0 fallas\. Nada impide que Sobremesa funcione\.\n$/,
    );

    const json = workshop.run(['doctor', '--json', '--lang', 'es']);
    expect(await exitOf(json)).toBe(0);
    expect(JSON.parse(json.out()).findings).toContainEqual({
      name: 'database',
      state: 'warning',
      found: 'the managed database does not run',
      next: 'npm start',
    });

    expect(await exitOf(workshop.run(['doctor', '--lang', 'fr']))).toBe(2);
  });

  test('lists wrong settings, secrets hidden, and ends with 1', async () => {
    const { code, failures } = await examined({ PORT: 'many', LIMIT_COST: '-1', NEO4J_PASSWORD: 'hunter2' });
    expect(code).toBe(1);
    expect(failures.map(({ name }) => name)).toEqual(['settings']);
    expect(failures[0]?.found).toMatch(/PORT: got "many".*LIMIT_COST: got "-1".*NEO4J_PASSWORD: set without NEO4J_URI/);
    expect(JSON.stringify(failures)).not.toContain('hunter2');
  });

  test('beside a running program finds all well; then another package, a frozen database, an interrupted import, a lost index, an orphan', async () => {
    const data = await writePackage(smallPackage);
    const program = workshop.run(['start'], { SOBREMESA_DATA: data });
    const port = new URL(await ready(program)).port;
    const settings = { SOBREMESA_DATA: data, PORT: port };

    const well = await examined(settings);
    expect(well.failures).toEqual([]);
    expect(well.code).toBe(0);
    expect(well.of('port')?.found).toContain('Sobremesa answers');
    expect(well.of('Neo4j version')?.found).toMatch(/^5\.26/);
    expect(well.of('constraints and indexes')).toMatchObject({ state: 'ok' });
    expect(well.of('packages in the graph')?.found).toMatch(/^small 1\.0\.0, \d+ rows, hash [0-9a-f]{64}$/);
    expect(well.of('package of the settings')).toMatchObject({
      state: 'ok',
      found: expect.stringContaining('as in the graph'),
    });
    expect(well.of('password')).toMatchObject({ state: 'ok' });

    // The seeds, which nobody has loaded here.
    expect((await examined({ PORT: port })).of('package of the settings')).toMatchObject({
      state: 'warning',
      found: expect.stringContaining('the graph does not hold it'),
      next: expect.stringContaining('npx sobremesa import'),
    });

    const pid = await databaseProcess(workshop);
    process.kill(pid, 'SIGSTOP');
    try {
      // It does not wait for it.
      const { code, failures } = await examined(settings);
      expect(failures.map(({ name }) => name)).toContain('database');
      expect(code).toBe(1);
    } finally {
      process.kill(pid, 'SIGCONT');
    }

    const graph = await databaseOf(workshop.home);
    try {
      await graph.execute('interrupt', "MATCH (d:Dataset) SET d.state = 'LOADING'");
      await graph.execute('lose', 'DROP CONSTRAINT entity_id');
    } finally {
      await graph.close();
    }
    await rm(join(workshop.home, 'neo4j/lock.json'));
    const ill = await examined(settings);
    expect(ill.code).toBe(1);
    expect(ill.failures).toEqual([
      {
        name: 'constraints and indexes',
        state: 'failed',
        found: '1 are missing: entity_id',
        next: expect.stringContaining('npm start'),
      },
      {
        name: 'interrupted imports',
        state: 'failed',
        found: expect.stringContaining('small'),
        next: expect.stringContaining(`npx sobremesa import ${data}`),
      },
      {
        name: 'orphaned database',
        state: 'failed',
        found: expect.any(String),
        next: expect.stringContaining('npx sobremesa db stop'),
      },
    ]);
    // The program that waits for its data says so itself.
    expect(ill.of('port')).toMatchObject({ state: 'warning', found: expect.stringContaining('waits for') });
  });
});
