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
