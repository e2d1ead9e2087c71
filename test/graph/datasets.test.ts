import { beforeAll, describe, expect, it } from 'vitest';

import { fullPackage } from '../support/full-package.ts';
import { rootListNames, rootLists, walk } from '../support/lists.ts';
import { withRow, type Row } from '../support/packages.ts';
import { withDraft } from '../support/seeded-graph.ts';
import { tables } from '../../src/model/tables.ts';

const cited = { citations: 'citation:report/1' };
const inCountry = (place: string, country: string): Row => ({
  id: `place-country:${place}/${country}`,
  place,
  country,
  basis: 'STATED',
  ...cited,
});

const added: readonly (readonly [table: string, row: Row])[] = [
  ['cities', { id: 'aldea-clara', name: 'Aldea Clara', ...cited }],
  ['cities', { id: 'aldea-fria', name: 'Aldea Fría', ...cited }],
  ['cities', { id: 'aldea-perdida', name: 'Aldea Perdida', ...cited }],
  ['place-countries', inCountry('aldea-clara', 'pais-claro')],
  ['place-countries', inCountry('aldea-fria', 'pais-frio')],
];
/** The package with a row in every table, and cities in both countries and in none. */
const draft = added.reduce((grown, [table, row]) => withRow(grown, table, row), fullPackage);

const full = withDraft(draft);
const { ask, post, graph } = full;

/** What stands in the place of a second import: which of the two packages states the row at a place of its table. */
const shares = [['full'], ['full', 'vecina'], ['vecina']] as const;
const named: Readonly<Record<string, readonly string[]>> = {
  'puerto-claro': ['full', 'vecina'],
  'bahia-fria': ['full', 'vecina'],
  'aldea-clara': ['full'],
  'aldea-fria': ['vecina'],
  'aldea-perdida': ['full', 'vecina'],
};
const stating = new Map<string, readonly string[]>(
  tables.flatMap(({ name }) =>
    (draft.rows[name] ?? []).map(({ id = '' }, index) => [id, named[id] ?? shares[index % 3] ?? []] as const),
  ),
);

/** The ids of some tables' rows that one of some packages states, sorted. */
const statedBy = (names: readonly string[], packages: readonly string[]) =>
  names
    .flatMap((name) => (draft.rows[name] ?? []).map(({ id = '' }) => id))
    .filter((id) => stating.get(id)?.some((one) => packages.includes(one)))
    .sort();

beforeAll(async () => {
  const rows = [...stating].map(([id, datasets]) => ({ id, datasets }));
  await graph.execute(
    'share nodes',
    'MATCH (n) WHERE n.id IS NOT NULL AND NOT n:Dataset UNWIND $rows AS row WITH n, row WHERE row.id = n.id SET n.datasets = row.datasets',
    { rows },
  );
  await graph.execute(
    'share facts',
    'MATCH ()-[r]->() WHERE r.id IS NOT NULL UNWIND $rows AS row WITH r, row WHERE row.id = r.id SET r.datasets = row.datasets',
    { rows },
  );
  await graph.execute(
    'second package',
    `MERGE (d:Dataset {id: 'vecina'})
SET d.state = 'COMPLETE', d.title = 'La vecina', d.version = '2.0.0', d.hash = 'abc', d.loadedAt = '2026-02-01T00:00:00Z',
  d.rows = 12, d.licences = ['CC0-1.0'], d.citation = 'Vecina (2020)', d.homeCity = 'bahia-fria', d.homeGovernment = 'alcaldia-de-bahia-fria'`,
  );
  await graph.execute('half loaded', `MERGE (d:Dataset {id: 'a-medias'}) SET d.state = 'LOADING'`);
});

describe('Of several packages in one graph', () => {
  it('each is listed with its own home, but not one that was never loaded whole', async () => {
    const { datasets } = await ask('{ datasets { id title version hash homeCity { id } homeGovernment { id } } }');
    expect(datasets).toMatchObject([
      { id: 'full', homeCity: { id: 'puerto-claro' }, homeGovernment: { id: 'gobierno-de-puerto-claro' } },
      { id: 'vecina', title: 'La vecina', version: '2.0.0', hash: 'abc', homeCity: { id: 'bahia-fria' } },
    ]);
  });

  const recorded = ['sources', 'places', 'citations', 'claims'];
  const withId = tables.filter(
    ({ name, holds }) => holds.what === 'entities' || holds.what === 'ties' || recorded.includes(name),
  );

  it.each(withId.map(({ name }) => name))('each of %s knows those that state it', async (name) => {
    const ids = (draft.rows[name] ?? []).map(({ id = '' }) => id).slice(0, 100);
    const { nodes } = await ask(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Entity { datasets { id } } ... on Tie { datasets { id } }
        ... on Source { datasets { id } } ... on Place { datasets { id } } ... on Citation { datasets { id } } ... on Claim { datasets { id } } } }`,
      { ids },
    );
    expect(nodes).toEqual(ids.map((id) => ({ id, datasets: stating.get(id)?.map((one) => ({ id: one })) })));
  });

  it.each(
    rootListNames.flatMap((list) =>
      [['full'], ['vecina'], ['full', 'vecina'], []].map((some) => [list, some] as const),
    ),
  )('%s are filtered by %j', async (list, datasets) => {
    const { ids, totals } = await walk(full, list, { filter: { datasets }, size: 10 });
    const expected = statedBy(rootLists[list].tables, datasets);
    expect([...ids].sort()).toEqual(expected);
    expect(totals).toEqual(new Set([expected.length]));
  });

  it('the filter holds beside others, from either end', async () => {
    const all = await walk(full, 'entities', { filter: { text: 'a', datasets: ['vecina'] }, size: 3 });
    const text = await walk(full, 'entities', { filter: { text: 'a' } });
    expect(all.ids).toEqual(text.ids.filter((id) => stating.get(id)?.includes('vecina')));
    expect(all.ids.length).toBeGreaterThan(3);
    expect(
      (await walk(full, 'entities', { filter: { text: 'a', datasets: ['vecina'] }, size: 3, from: 'end' })).ids,
    ).toEqual(all.ids);
  });

  it('lists below an entity take it too', async () => {
    const { nodes } = await ask(
      `query ($ids: [ID!]!) { nodes(ids: $ids) {
        ... on Network { id people { nodes { id } } vecina: people(filter: { datasets: ["vecina"] }) { totalCount nodes { id } } }
        ... on Theme { id programs { nodes { id } } vecina: programs(filter: { datasets: ["vecina"] }) { totalCount nodes { id } } } } }`,
      { ids: ['red-de-puertos', 'mareas'] },
    );
    const idsOf = (list: { nodes: readonly { id: string }[] }) => list.nodes.map(({ id }) => id);
    for (const node of nodes) {
      const all = idsOf(node.people ?? node.programs);
      expect(all).not.toEqual([]);
      expect(idsOf(node.vecina)).toEqual(all.filter((id) => stating.get(id)?.includes('vecina')));
      expect(node.vecina.totalCount).toBe(node.vecina.nodes.length);
    }
  });

  it.each([
    ['priorityAxes', 'priority-axes'],
    ['themes', 'themes'],
    ['regions', 'regions'],
    ['countries', 'countries'],
    ['sectors', 'sectors'],
    ['consultations', 'consultations'],
    ['recommendations', 'recommendations'],
    ['sources', 'sources'],
  ])('%s are those of the packages that are named', async (list, table) => {
    for (const datasets of [['full'], ['vecina'], ['full', 'vecina'], [], null]) {
      const answer = await ask(`query ($datasets: [ID!]) { found: ${list}(datasets: $datasets) { id } }`, { datasets });
      const ids: readonly string[] = answer.found.map(({ id }: { id: string }) => id);
      expect([...ids].sort()).toEqual(statedBy([table], datasets ?? ['full', 'vecina']));
    }
  });

  it('the sectors of a consultation are those of it that a package states', async () => {
    const all = (await ask('{ sectors(consultation: "consulta") { id } }')).sectors;
    expect(all).toEqual([{ id: 'sector-gobierno' }]);
    for (const dataset of ['full', 'vecina']) {
      const { sectors } = await ask(`{ sectors(consultation: "consulta", datasets: ["${dataset}"]) { id } }`);
      expect(sectors).toEqual(stating.get('sector-gobierno')?.includes(dataset) === true ? all : []);
    }
  });
});

describe('A city is at home', () => {
  const cities = async (filter: object) => [...(await walk(full, 'cities', { filter })).ids].sort();

  it('in the countries and cities of all packages when none is named', async () => {
    expect(await cities({ foreign: false })).toEqual(['aldea-clara', 'aldea-fria', 'bahia-fria', 'puerto-claro']);
    expect(await cities({ foreign: true })).toEqual(['aldea-perdida']);
  });

  it('in those of the packages that are named', async () => {
    expect(await cities({ foreign: false, datasets: ['full'] })).toEqual(['aldea-clara', 'puerto-claro']);
    expect(await cities({ foreign: true, datasets: ['full'] })).toEqual(['aldea-perdida', 'bahia-fria']);
    expect(await cities({ foreign: false, datasets: ['vecina'] })).toEqual(['aldea-fria', 'bahia-fria']);
    expect(await cities({ foreign: true, datasets: ['vecina'] })).toEqual(['aldea-perdida', 'puerto-claro']);
    expect(await cities({ foreign: false, datasets: ['full', 'vecina'] })).toEqual(await cities({ foreign: false }));
  });
});

describe('Asking for packages', () => {
  it('costs a statement for each kind of thing and one for the packages, however many rows there are', async () => {
    const query = (first: number, asked: string) =>
      `{ people(first: ${first}) { nodes { id ${asked} affiliations { id ${asked} } } } }`;
    const statements = async (first: number, asked = '') => (await post({ query: query(first, asked) })).statements;
    expect(await statements(1, 'datasets { id title }')).toBe((await statements(1)) + 3);
    expect(await statements(100, 'datasets { id title }')).toBe(await statements(1, 'datasets { id title }'));
  });

  it.each([
    ['filter.datasets', '{ people(filter: { datasets: ["full", "a-medias"] }) { totalCount } }'],
    ['datasets', '{ themes(datasets: ["a-medias"]) { id } }'],
  ])('that are not loaded is an error that names %s and those that are', async (argument, query) => {
    const { status, errors, codes } = await post({ query });
    expect([status, codes]).toEqual([200, ['BAD_USER_INPUT']]);
    expect(errors[0]?.message).toContain(
      `${argument}: expected ids of packages that are loaded (full, vecina), but got "a-medias"`,
    );
  });
});
