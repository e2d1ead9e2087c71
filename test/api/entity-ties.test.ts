import { describe, expect, test } from 'vitest';

import { ask, at } from './fake-graph.ts';

describe('ties of an entity', () => {
  const wanted = async (args: string) =>
    (
      await ask(`{ node(id: "person-1") { ... on Entity { ties${args} { totalCount nodes { id } } } } }`)
    ).graph.sent.filter(({ name }) => name.startsWith('tie'));

  test('of one kind are read by a statement of their own', async () => {
    expect((await wanted('(kinds: [HOLDS])'))[0]).toMatchObject({ name: 'tiesOfEntity.HOLDS.few' });
    expect((await wanted('(kinds: [HOLDS, ABOUT])'))[0]).toMatchObject({
      name: 'tiesOfEntityOfKinds.few',
      wanted: { kinds: ['HOLDS', 'ABOUT'] },
    });
  });

  test('are told from either end as they are written', async () => {
    const ends = async (id: string, kind: string) => {
      const { data } = await ask(
        `{ node(id: "${id}") { ... on Entity { ties(kinds: [${kind}], first: 1) { nodes { from { id } to { id } } } } } }`,
      );
      return at(data, 'node.ties.nodes.0');
    };
    expect(await ends('person-1', 'HOLDS')).toEqual({ from: { id: 'person-1' }, to: { id: 'position-1' } });
    expect(await ends('position-1', 'HOLDS')).toEqual({ from: { id: 'person-1' }, to: { id: 'position-1' } });
  });

  test.each([
    ['id tieKind basis relation from { id } to { id } citations { id }', false],
    ['claims { id } datasets { id }', false],
    ['note', true],
    ['since', true],
    ['until', true],
    ['open', true],
    ['asOf', true],
    ['statement', true],
    ['... on Affiliation { role }', true],
  ])('are read with more than what is always wanted only when that is asked for: %s', async (fields, rest) => {
    const { graph } = await ask(`{ node(id: "person-1") { ... on Entity { ties { nodes { ${fields} } } } } }`);
    expect(graph.sent.find(({ name }) => name === 'tiesOfEntity.few')?.wanted).toMatchObject({ rest });
  });

  test('pass the kinds of other ends as labels, to the page and to the count', async () => {
    const statements = await wanted('(with: [PRIORITY_AXIS], statedOnly: true)');
    expect(statements).toHaveLength(2);
    for (const { wanted: parameters } of statements)
      expect(parameters).toMatchObject({ kinds: null, withLabels: ['PriorityAxis'], statedOnly: true });
  });

  test('with nothing said are all', async () => {
    expect((await wanted(''))[0]?.wanted).toMatchObject({ kinds: null, withLabels: null, statedOnly: false });
    expect((await wanted('(kinds: null, with: null, statedOnly: null)'))[0]?.wanted).toMatchObject({
      kinds: null,
      withLabels: null,
      statedOnly: false,
    });
  });

  test('are counted by kind, without those of which there are none', async () => {
    expect(
      at(
        (await ask('{ node(id: "person-1") { ... on Entity { tieCounts { tieKind count } } } }')).data,
        'node.tieCounts',
      ),
    ).toEqual([{ tieKind: 'ABOUT', count: 3 }]);
  });
});
