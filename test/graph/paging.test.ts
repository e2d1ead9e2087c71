import { describe, expect, it } from 'vitest';

import { rootListNames, rootLists, walk, type RootList } from '../support/lists.ts';
import { plain, seedRows } from '../support/seed-rows.ts';
import { withSeeds } from '../support/seeded-graph.ts';

const seeds = withSeeds();

/** The ids of a list as its tables have them, by name; people under their surnames. */
function inOrder(list: RootList): readonly string[] {
  const entries = rootLists[list].tables.flatMap((table) =>
    seedRows(table).map(({ id = '', name = '', surname1 = '', surname2 = '', givenName = '' }) => ({
      id,
      key: plain(table === 'people' ? `${surname1} ${surname2} ${givenName}` : name),
    })),
  );
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return entries.sort((a, b) => compare(a.key, b.key) || compare(a.id, b.id)).map(({ id }) => id);
}

describe.each(rootListNames)('The list %s', (list) => {
  it.each([1, 7, 100].flatMap((size) => (['begin', 'end'] as const).map((from) => [size, from] as const)))(
    'in pages of %i from its %s shows each entity once, in both orders',
    async (size, from) => {
      const expected = inOrder(list);
      const ascending = await walk(seeds, list, { size, from });
      expect(ascending.ids).toEqual(expected);
      expect(ascending.totals).toEqual(new Set([expected.length]));
      const descending = await walk(seeds, list, { size, from, orderBy: { field: 'NAME', direction: 'DESC' } });
      expect(descending.ids).toEqual([...expected].reverse());
    },
  );
});

it('programs are listed in the order of the tables of their source', async () => {
  const place = ({ table = '', row = '', position = '' }) =>
    Number(table) * 10_000 + Number(row) * 100 + Number(position);
  const expected = [...seedRows('programs')].sort((a, b) => place(a) - place(b)).map(({ id }) => id);
  for (const from of ['begin', 'end'] as const) {
    expect((await walk(seeds, 'programs', { size: 7, from, orderBy: { field: 'LISTING' } })).ids).toEqual(expected);
    expect(
      (await walk(seeds, 'programs', { size: 7, from, orderBy: { field: 'LISTING', direction: 'DESC' } })).ids,
    ).toEqual([...expected].reverse());
  }
});

it('a filtered list is walked in the same way', async () => {
  const filter = { sectors: ['sector-gobierno'] };
  const whole = await walk(seeds, 'people', { filter });
  expect(whole.ids).toHaveLength(25);
  for (const size of [1, 7])
    for (const from of ['begin', 'end'] as const)
      expect((await walk(seeds, 'people', { filter, size, from })).ids).toEqual(whole.ids);
});

it('a nested list is walked in pages too', async () => {
  const query = `query ($size: Int, $after: String) { node(id: "eje-1-ciudad-creativa-y-diversa") { ... on PriorityAxis { programs(first: $size, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } } }`;
  const expected = seedRows('axis-placements')
    .filter(({ axis, entity = '' }) => axis === 'eje-1-ciudad-creativa-y-diversa' && entity.startsWith('programa-'))
    .map(({ entity }) => entity);
  for (const size of [1, 5, 100]) {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const { node } = await seeds.ask(query, { size, after });
      const programs: {
        totalCount: number;
        nodes: { id: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      } = node.programs;
      expect(programs.totalCount).toBe(expected.length);
      ids.push(...programs.nodes.map(({ id }) => id));
      after = programs.pageInfo.hasNextPage ? programs.pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(ids)).toEqual(new Set(expected));
    expect(ids).toHaveLength(expected.length);
  }
});

it('an empty page and a page beyond the end are no errors', async () => {
  const none = (
    await seeds.ask(
      '{ people(first: 0) { totalCount nodes { id } edges { cursor } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }',
    )
  ).people;
  expect(none).toMatchObject({
    totalCount: seedRows('people').length,
    nodes: [],
    edges: [],
    pageInfo: { startCursor: null, endCursor: null },
  });
  const { people } = await seeds.ask('{ people(last: 1) { pageInfo { endCursor hasNextPage } } }');
  expect(people.pageInfo.hasNextPage).toBe(false);
  const beyond = await seeds.ask(
    'query ($after: String) { people(first: 5, after: $after) { nodes { id } pageInfo { hasNextPage hasPreviousPage } } }',
    { after: people.pageInfo.endCursor },
  );
  expect(beyond.people).toEqual({ nodes: [], pageInfo: { hasNextPage: false, hasPreviousPage: true } });
});
