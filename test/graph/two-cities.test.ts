import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { askerOf } from '../../src/cli/answers/asking.ts';
import { invite } from '../../src/cli/answers/invite.ts';
import type { InviteOptions } from '../../src/cli/answers/invite-input.ts';
import { removePackage } from '../../src/dataset/importing.ts';
import { tables } from '../../src/model/tables.ts';
import { tieKinds, tieOf } from '../../src/model/ties.ts';
import { coverageByHand, measures } from '../support/coverage-by-hand.ts';
import { walk } from '../support/lists.ts';
import { inTurn } from '../support/seat.ts';
import { seedRows, seeds } from '../support/seed-rows.ts';
import { withDirectories } from '../support/seeded-graph.ts';

const root = join(import.meta.dirname, '../..');
const both = withDirectories(seeds, join(root, 'test/packages/ejemplo-2020'));
const { ask, graph } = both;

describe('Where two cities are loaded, sobremesa invite', () => {
  const notesOf = async (options: InviteOptions) => {
    const given = { texts: [], options: { size: '3', ...options }, lang: 'es' as const };
    return ((await invite.answer(given, askerOf(graph, inTurn))).notes ?? []).map(({ es }) => es);
  };

  it('says that a table was chosen from both, where nobody said from which', async () => {
    expect(await notesOf({})).toEqual([
      'El grafo tiene varios paquetes (cdmx-2016, ejemplo-2020) y no se dijo de cuál es la mesa: se eligió entre la gente de todos, sin lo que cada uno pide de una mesa (tamaño, sectores, tope de gobierno). Para que valga lo de uno: --package cdmx-2016.',
    ]);
  });

  it('says nothing of it where somebody did', async () => {
    expect(await notesOf({ package: 'ejemplo-2020' })).toEqual([]);
  });
});

describe('Where two cities are loaded, the API', () => {
  it('lists both packages, each with its home', async () => {
    const { datasets } = await ask('{ datasets { id rows homeCity { id } homeGovernment { id } } }');
    expect(datasets).toEqual([
      {
        id: 'cdmx-2016',
        rows: tables.reduce((rows, { name }) => rows + seedRows(name).length, 0),
        homeCity: { id: 'ciudad-de-mexico' },
        homeGovernment: { id: 'gobierno-de-la-ciudad-de-mexico' },
      },
      {
        id: 'ejemplo-2020',
        rows: 148,
        homeCity: { id: 'ciudad-de-ejemplo' },
        homeGovernment: { id: 'gobierno-de-ciudad-de-ejemplo' },
      },
    ]);
  });

  it('has what both state once, with the facts of both', async () => {
    const { node } = await ask(`{ node(id: "metropolis") { ... on Network {
      datasets { id } citations { datasets { id } } tieCounts { tieKind count }
      ties(first: 100) { nodes { tieKind datasets { id } } } } } }`);
    expect(node.datasets).toEqual([{ id: 'cdmx-2016' }, { id: 'ejemplo-2020' }]);
    const sources = new Set(
      node.citations.flatMap(({ datasets }: { datasets: { id: string }[] }) => datasets.map(({ id }) => id)),
    );
    expect(sources).toEqual(new Set(['cdmx-2016', 'ejemplo-2020']));
    const alone = node.ties.nodes.filter(
      ({ tieKind, datasets }: { tieKind: string; datasets: { id: string }[] }) =>
        tieKind === 'MEMBER_OF' && datasets.length === 1 && datasets[0]?.id === 'ejemplo-2020',
    );
    expect(alone.length).toBeGreaterThan(0);
  });

  it('lists the people of one, of the other, and of both', async () => {
    const of = async (...datasets: readonly string[]) => (await walk(both, 'people', { filter: { datasets } })).ids;
    const [first, second] = [await of('cdmx-2016'), await of('ejemplo-2020')];
    expect([...first].sort()).toEqual(
      seedRows('people')
        .map(({ id }) => id)
        .sort(),
    );
    expect(second).toHaveLength(6);
    expect([...(await of('cdmx-2016', 'ejemplo-2020'))].sort()).toEqual([...first, ...second].sort());
  });

  it('counts in a matrix of one what that one states, as if the other were not there', async () => {
    const directory = join(root, 'test/packages/ejemplo-2020');
    const fields = measures.map(
      (measure) =>
        `${measure}: coverage(rows: PRIORITY_AXIS, columns: GOVERNMENT_ENTITY, measure: ${measure}, datasets: ["ejemplo-2020"]) { rows { entity { id } } cells { count } total }`,
    );
    const found = await ask(
      `{ ${fields.join(' ')} shared: sharedPartners(datasets: ["ejemplo-2020"]) { totalCount } }`,
    );
    for (const measure of measures) {
      const { rows, cells, total } = coverageByHand(directory).matrix('PRIORITY_AXIS', 'GOVERNMENT_ENTITY', measure);
      expect(found[measure]).toEqual({
        rows: rows.map((id) => ({ entity: { id } })),
        cells: cells.map((row) => row.map((count) => ({ count }))),
        total,
      });
    }
    expect(found.shared.totalCount).toBe(0);
  });

  it('takes a city for foreign as each home sees it', async () => {
    const foreign = async (...datasets: readonly string[]) =>
      (await walk(both, 'cities', { filter: { foreign: true, ...(datasets.length === 0 ? {} : { datasets }) } })).ids;
    expect(await foreign('ejemplo-2020')).toEqual(['ciudad-vecina-de-ejemplo', 'medellin']);
    expect(await foreign('cdmx-2016')).not.toContain('ciudad-de-mexico');
    expect(await foreign('cdmx-2016')).toContain('medellin');
    const all = await foreign();
    expect(all).not.toContain('ciudad-de-mexico');
    expect(all).not.toContain('ciudad-de-ejemplo');
    expect(all).toContain('medellin');
  });

  it('gives each city its own axes and sectors', async () => {
    const query = readFileSync(join(root, 'operations/compare-two-cities.graphql'), 'utf8');
    const { axesOfOne, axesOfOther, sectorsOfOther, networks } = await ask(query, { other: 'ejemplo-2020' });
    expect([axesOfOne.length, axesOfOther.length, sectorsOfOther.length]).toEqual([5, 4, 3]);
    const shared = networks.nodes.filter(({ datasets }: { datasets: unknown[] }) => datasets.length === 2);
    expect(shared.map(({ id }: { id: string }) => id).sort()).toEqual([
      'ciudades-y-gobiernos-locales-unidos',
      'metropolis',
    ]);
  });

  it('answers as before once the second is removed', async () => {
    const question =
      '{ node(id: "metropolis") { ... on Network { name aliases datasets { id } ties(first: 100) { totalCount nodes { id } } } } }';
    await removePackage(graph, 'ejemplo-2020');
    const { node } = await ask(question);
    expect(node.datasets).toEqual([{ id: 'cdmx-2016' }]);
    expect(node.ties.totalCount).toBe(
      tieKinds
        .map((kind) => tieOf(kind))
        .flatMap(({ table, from, to }) => seedRows(table).flatMap((row) => [row[from.column], row[to.column]]))
        .filter((id) => id === 'metropolis').length,
    );
  });
});
