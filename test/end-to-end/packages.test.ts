import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { largePackage, rewritePackage, smallPackage, withCells, type PackageDraft } from '../support/packages.ts';
import {
  ask,
  databaseProcess,
  exitOf,
  get,
  openWorkshop,
  ready,
  until,
  type Program,
  type Workshop,
} from '../support/program.ts';

vi.setConfig({ testTimeout: 360_000, hookTimeout: 180_000 });

let workshop: Workshop;
let folder: string;
let server: Program;
let address: string;

beforeAll(async () => {
  workshop = await openWorkshop();
  folder = await mkdtemp(join(tmpdir(), 'packages-'));
  server = workshop.run(['start']);
  address = await ready(server);
});
afterAll(async () => {
  await workshop.endAll();
  await rm(folder, { recursive: true, force: true });
});

async function written(draft: PackageDraft): Promise<string> {
  await rewritePackage(draft, folder);
  return folder;
}

/** What a command printed as JSON, and its exit code. */
async function json(...args: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const program = workshop.run([...args, '--json']);
  const code = await exitOf(program, 240_000);
  if (program.out() === '') throw new Error(`Expected JSON of ${args.join(' ')}, but it said: ${program.err()}`);
  return { code, ...(JSON.parse(program.out()) as Readonly<Record<string, unknown>>) };
}

/** The data of an answer. */
const data = async (query: string) => (await ask(address, query)).body.data;
const readiness = () => get(`${address}/readyz`);

const DATASETS = '{ datasets { id version hash rows } }';

describe('Beside a running server', () => {
  test('a package is compared, imported, corrected and removed, and the server answers with each state', async () => {
    const directory = await written(smallPackage);
    const planned = await json('import', directory, '--dry-run');
    expect(planned).toMatchObject({ code: 0, outcome: 'compared', changed: 0, removed: 0, unchanged: 0 });
    expect((await data(DATASETS)).datasets).toHaveLength(1);

    const first = await json('import', directory);
    expect(first).toMatchObject({ outcome: 'loaded', added: planned['added'] });
    expect(first).toMatchObject({ tables: { people: { added: 2, changed: 0, removed: 0, unchanged: 0 } } });
    expect((await data(DATASETS)).datasets).toMatchObject([{ id: 'cdmx-2016' }, { id: 'small', hash: first['hash'] }]);
    expect(await json('import', directory)).toMatchObject({ outcome: 'unchanged', added: 0, changed: 0, removed: 0 });

    await written(withCells(smallPackage, 'people', { name: 'Ana Luz M.' }));
    const corrected = workshop.run(['import', directory]);
    expect(await exitOf(corrected)).toBe(0);
    expect(corrected.out()).toMatch(/^ +0 +1 +0 +1 {2}people$/m);
    expect((await data('{ node(id: "ana-luz-mar") { ... on Person { name } } }')).node.name).toBe('Ana Luz M.');

    await written(withCells(smallPackage, 'redirects', { heir: 'nadie' }));
    expect(await json('import', directory)).toMatchObject({ code: 3, outcome: 'invalid', total: 1 });

    expect(await json('remove', 'small', '--dry-run')).toMatchObject({ outcome: 'compared', added: 0, unchanged: 0 });
    expect(await json('remove', 'small')).toMatchObject({ outcome: 'removed' });
    expect((await data(DATASETS)).datasets).toMatchObject([{ id: 'cdmx-2016' }]);
    expect((await data('{ node(id: "ana-luz-mar") { id } }')).node).toBeNull();
    const again = workshop.run(['remove', 'small', '--lang', 'es']);
    expect(await exitOf(again)).toBe(1);
    expect(again.err()).toContain('Se esperaba un paquete que esté en el grafo (cdmx-2016), pero llegó small.');
  });

  test('a search on the command line answers what the API answers, in every form', async () => {
    const { code, ...answer } = await json('search', 'unam', 'ziccardi');
    const { search } = await data(
      '{ search(text: "unam ziccardi") { totalCount edges { matched distinction node { id kind name } } pageInfo { hasNextPage endCursor } facets { kind count } suggestions } }',
    );
    expect([code, answer]).toEqual([0, { search }]);
    const [table, nothing, refused] = ['search muller --lang en', 'search qwertyuiop', 'search ?!'].map((line) =>
      workshop.run(line.split(' ')),
    );
    expect(await exitOf(table ?? server)).toBe(0);
    expect(table?.out()).toMatch(/^Name +What it is +Told apart by +Id\n-[- ]+\nTanya Müller García +person +/);
    expect(await exitOf(nothing ?? server)).toBe(0);
    expect(nothing?.out()).toContain('Nada responde a esas palabras. Pruebe con menos palabras');
    expect(await exitOf(refused ?? server)).toBe(2);
    expect(refused?.err()).toBe(
      'text: se esperaban letras o cifras, pero llegó «?!». Escriba un nombre, o parte de uno.\n',
    );
  });

  test('a table on the command line is the one of the API, and an impossible one says what would have to give', async () => {
    const axis = 'eje-3-mega-laboratorio-urbano';
    const { code, planInvitations } = await json('invite', '--size', '5', '--about', axis);
    const found = await data(
      `{ planInvitations(input: { size: 5, focus: { axes: [{ id: "${axis}" }] } }) { ... on InvitationPlan { provenOptimal invitees { person { id } } } } }`,
    );
    expect(code).toBe(0);
    expect(planInvitations).toMatchObject(found.planInvitations);
    expect(found.planInvitations.invitees).toHaveLength(5);
    const impossible = workshop.run(['invite', '--at-least', 'sector-empresarial=14']);
    expect(await exitOf(impossible)).toBe(0);
    expect(impossible.out()).toContain('Bajar el mínimo de Sector empresarial de 14 a 12.');
    const refused = workshop.run(['invite', '--size', '0']);
    expect(await exitOf(refused)).toBe(2);
    expect(refused.err()).toBe('--size: se esperaba 1 o más, pero llegó 0. Quítelo, o ponga 1.\n');
  });

  test('an import in batches that is killed is told by /readyz, and goes on to the same content', async () => {
    const directory = await written(largePackage(30_000));
    const killed = workshop.run(['import', directory]);
    const told = await until('the import to begin', async () => {
      const reply = await readiness();
      return reply?.status === 503 ? JSON.stringify(reply.body) : undefined;
    });
    expect(told).toContain('the package small, which is being loaded');
    killed.child.kill('SIGKILL');
    await exitOf(killed);
    expect((await readiness())?.status).toBe(503);
    const other = workshop.run(['remove', 'cdmx-2016']);
    expect(await exitOf(other)).toBe(1);
    expect(other.err()).toContain('small is being imported, or its import was interrupted');

    const done = await json('import', directory);
    expect(done).toMatchObject({ outcome: 'loaded', changed: 0, removed: 0 });
    expect((await readiness())?.status).toBe(200);
    const rows = Number(done['added']) + Number(done['unchanged']);
    expect((await data(DATASETS)).datasets).toContainEqual(
      expect.objectContaining({ id: 'small', hash: done['hash'], rows }),
    );
  });

  test('an import whose database is killed says so, and goes on after the next start', async () => {
    await json('remove', 'small');
    const directory = await written(largePackage(30_000));
    const importing = workshop.run(['import', directory]);
    await until('the import to begin', async () => (await readiness())?.status === 503);
    process.kill(await databaseProcess(workshop), 'SIGKILL');
    expect(await exitOf(importing)).toBe(1);
    expect(importing.err()).toContain('The database');
    expect(await exitOf(server)).toBe(1);

    server = workshop.run(['start']);
    address = await ready(server);
    expect(JSON.stringify((await readiness())?.body)).toContain('the package small, which is being loaded');
    const done = await json('import', directory);
    expect(done).toMatchObject({ outcome: 'loaded', removed: 0 });
    expect((await readiness())?.status).toBe(200);
  });
});
