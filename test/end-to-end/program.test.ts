import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';

import { status } from '../../src/neo4j/maintenance.ts';
import { largePackage, smallPackage, withCells, writePackage } from '../support/packages.ts';
import {
  ask,
  databaseProcess,
  exitOf,
  get,
  isAlive,
  openWorkshop,
  ready,
  until,
  type Program,
  type Workshop,
} from '../support/program.ts';
import { seedRows, seeds } from '../support/seed-rows.ts';

// A start takes 8 s on a calm machine and a minute on a busy one; some tests make four.
vi.setConfig({ testTimeout: 360_000, hookTimeout: 90_000 });

let workshop: Workshop;
const open = async () => {
  workshop = await openWorkshop();
};
const close = () => workshop.endAll();

const PEOPLE = '{ people { totalCount } datasets { hash loadedAt rows version } }';
const databaseOf = async () => (await status(join(workshop.home, 'neo4j'))).pid;

/** The address while the program still starts, from its log. */
function listening({ out, child, err }: Program): Promise<string> {
  return until('the program to listen', () => {
    if (child.exitCode !== null) throw new Error(`Expected the program to listen, but it ended: ${err()}`);
    return /Server listening at (http:[^"\s]+)/.exec(out())?.[1];
  });
}

async function stop(program: Program): Promise<number | NodeJS.Signals | null> {
  program.child.kill('SIGTERM');
  return exitOf(program, 30_000);
}

/** The seeds in a folder of their own, with another version. */
async function changedSeeds(version: string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'seeds-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  await cp(seeds, directory, { recursive: true });
  const path = join(directory, 'datapackage.json');
  await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), version }));
  return directory;
}

describe('A call', () => {
  beforeEach(open);
  afterEach(close);

  test('for the version is answered with that of package.json', async () => {
    const program = workshop.run(['--version']);
    expect(await exitOf(program)).toBe(0);
    const manifest: unknown = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(manifest).toMatchObject({ version: program.out().trim() });
  });
});

describe('A wrong call', () => {
  beforeEach(open);
  afterEach(close);

  test('of an unknown command ends with 2 and names the help', async () => {
    const program = workshop.run(['stat']);
    expect(await exitOf(program)).toBe(2);
    expect(program.err()).toContain("unknown command 'stat'");
    expect(program.err()).toContain('sobremesa --help');
  });

  test('with wrong settings ends with 2 and tells all of them, secrets hidden', async () => {
    const program = workshop.run(['start'], {
      PORT: 'many',
      LIMIT_COST: '-1',
      LOG_LEVEL: 'loud',
      NEO4J_PASSWORD: 'hunter2',
    });
    expect(await exitOf(program)).toBe(2);
    for (const name of [
      'PORT: got "many"',
      'LIMIT_COST: got "-1"',
      'LOG_LEVEL: got "loud"',
      'NEO4J_PASSWORD: set without NEO4J_URI',
    ])
      expect(program.err()).toContain(name);
    expect(program.err()).not.toContain('hunter2');
    expect(program.err()).not.toContain('    at ');
  });

  test('of a package with problems ends with 3 and lists them by file and line', async () => {
    const directory = await writePackage(
      withCells(withCells(smallPackage, 'people', { surname1: '' }), 'affiliations', { institution: 'nadie' }),
    );
    const program = workshop.run(['validate', directory]);
    expect(await exitOf(program)).toBe(3);
    expect(program.out()).toMatch(/^people\.csv:2 · surname1 · \(nothing\) · .+ · .+$/m);
    expect(program.out()).toMatch(/^affiliations\.csv:2 · institution · nadie · .+ · .+$/m);
    expect(program.out()).toMatch(/2 problems\.\n$/);
  });

  test('to a port that is taken ends with 1 and says what to set', async () => {
    const holder = createServer();
    const port = await new Promise<number>((resolve) => {
      holder.listen(0, '127.0.0.1', () => {
        const address = holder.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    onTestFinished(() => void holder.close());
    const program = workshop.run(['start'], { PORT: String(port) });
    expect(await exitOf(program)).toBe(1);
    expect(program.err()).toContain(`cannot listen on 127.0.0.1:${port}`);
    expect(program.err()).toContain('set PORT');
    expect(await databaseOf()).toBeNull();
  });

  test('with a package that has problems ends with 1, lists them and leaves no database', async () => {
    const directory = await writePackage(withCells(smallPackage, 'people', { surname1: '' }));
    const program = workshop.run(['start'], { SOBREMESA_DATA: directory });
    expect(await exitOf(program, 120_000)).toBe(1);
    expect(program.err()).toContain('people.csv:2 · surname1');
    expect(await databaseOf()).toBeNull();
  });
});

// One home, on which one service after the other starts.
describe('A service', () => {
  beforeAll(open);
  afterAll(close);
  /** What the last one had of people and of its package. */
  let held: { readonly people: unknown; readonly datasets: readonly { readonly hash: string }[] };

  test('starts, answers, takes imports and stops without a trace', async () => {
    const first = workshop.run(['start'], { WARM_UP: 'yes' });
    const url = await ready(first);
    expect((await get(`${url}/readyz`))?.body).toEqual({ ready: false, missing: ['the plans of the usual questions'] });
    const before = (await ask(url, PEOPLE)).body.data;
    held = before;
    expect(before.people.totalCount).toBe(seedRows('people').length);
    await until('the usual questions to be planned', async () => (await get(`${url}/readyz`))?.body.ready === true);

    const rival = workshop.run(['start']);
    expect(await exitOf(rival)).toBe(1);
    expect(rival.err()).toMatch(/Only one program at a time.+process \d+ already does.+sobremesa db stop/);
    expect(rival.err().trim().split('\n')).toHaveLength(1);

    const same = workshop.run(['import', seeds]);
    expect(await exitOf(same)).toBe(0);
    expect(same.out()).toContain(
      `Nothing to do: the graph holds exactly this package (content hash ${before.datasets[0].hash}).`,
    );
    const changed = workshop.run(['import', await changedSeeds('9.9.9')]);
    expect(await exitOf(changed)).toBe(0);
    expect(changed.out()).toMatch(/^Imported cdmx-2016 in /);
    expect((await ask(url, PEOPLE)).body.data).toMatchObject({
      people: { totalCount: seedRows('people').length },
      datasets: [{ version: '9.9.9' }],
    });

    const database = await databaseOf();
    expect(await stop(first)).toBe(0);
    expect(database !== null && isAlive(database)).toBe(false);
    expect(await get(`${url}/livez`)).toBeNull();
  });

  test('starts again with the package of its settings, and still answers what is under way when it is told to stop', async () => {
    // What is tested is that answers arrive; how soon depends on the machine.
    const second = workshop.run(['start'], {
      TIMEOUT_STATEMENT: '60000',
      TIMEOUT_REQUEST: '60000',
      TIMEOUT_SHUTDOWN: '60000',
    });
    const url = await ready(second);
    const restored = (await ask(url, PEOPLE)).body.data;
    expect(restored.datasets[0].hash).toBe(held.datasets[0]?.hash);
    held = restored;

    // Statements that were never sent before take the database a while to plan.
    const lists = ['organizations', 'governmentEntities', 'networks', 'programs', 'cities', 'entities'];
    let unanswered = lists.length;
    const replies = lists.map((list) =>
      ask(
        url,
        `{ ${list}(filter: { text: "de" }, first: 30) { totalCount nodes { name ties(first: 5) { nodes { statement } } } } }`,
        60_000,
      ).finally(() => (unanswered -= 1)),
    );
    // A connection whose request was not read yet counts as idle: after some turns of the server all have been.
    for (let turn = 0; turn < 10; turn += 1) await get(`${url}/livez`);
    expect(unanswered).toBeGreaterThan(0);
    second.child.kill('SIGTERM');
    for (const { status: code, body } of await Promise.all(replies)) {
      expect(code).toBe(200);
      expect(body.errors).toBeUndefined();
    }
    expect(await exitOf(second)).toBe(0);
    expect(await databaseOf()).toBeNull();
  });

  test('starts once more with the same data, and stops when its database is killed', async () => {
    const third = workshop.run(['start']);
    expect((await ask(await ready(third), PEOPLE)).body.data).toEqual(held);
    expect(third.out()).toContain('unchanged since the last start');

    process.kill(await databaseProcess(workshop), 'SIGKILL');
    expect(await exitOf(third, 30_000)).toBe(1);
    expect(third.err()).toContain('The database ended, so the server stops too.');
    expect(third.err()).toContain('SIGKILL');
  });
});

test('a service that is killed in mid-load has all data after the next start', async () => {
  await open();
  onTestFinished(close);
  // More rows than one transaction takes, so that there is a mid-load to be seen.
  const people = 26_000;
  const data = { SOBREMESA_DATA: await writePackage(largePackage(people)) };
  const first = workshop.run(['start'], data);
  const url = await listening(first);
  await until(
    'the load to be half-way',
    async () => {
      const unready = (await get(`${url}/readyz`))?.body.missing;
      const written = (await ask(url, '{ people { totalCount } }')).body.data?.people?.totalCount;
      return (
        Array.isArray(unready) &&
        unready.includes('the package small, which is being loaded') &&
        written > 0 &&
        written < people
      );
    },
    120_000,
  );
  first.child.kill('SIGKILL');
  expect(await exitOf(first)).toBe('SIGKILL');
  expect(first.out()).not.toContain('Sobremesa answers');

  const second = workshop.run(['start'], data);
  const found = await ask(
    await ready(second, 180_000),
    '{ people { totalCount } node(id: "universidad-de-puerto-claro") { ... on Organization { people { totalCount } } } datasets { rows } }',
  );
  expect(found.body.data).toMatchObject({
    people: { totalCount: people + 2 },
    node: { people: { totalCount: people + 1 } },
  });
  expect(await stop(second)).toBe(0);
});
