import { describe, expect, test } from 'vitest';

import { entriesByParent, readLists } from '../../../src/fields/list-rows.ts';
import type { Reader } from '../../../src/graph/graph.ts';
import { KnownHubs } from '../../../src/graph/known-hubs.ts';
import type { ListQuery, ListRow } from '../../../src/graph/list-query.ts';

interface Parameters {
  readonly parents: readonly string[];
  readonly few: number;
}

const list: ListQuery<Parameters> = { name: 'list', text: 'any', ofFew: { name: 'list.few', text: 'few' } };
const other: ListQuery<Parameters> = { name: 'other', text: 'any', ofFew: { name: 'other.few', text: 'few' } };
const wholeOnly: ListQuery<Parameters> = { name: 'whole', text: 'any', ofFew: null };

/** A graph in which everything that is called a hub is one, and nothing is known of what is called unknown. */
function graphWithHubs() {
  const sent: (readonly [name: string, ...parents: readonly string[]])[] = [];
  const reader: Reader = {
    hubs: new KnownHubs(),
    read: ({ name }, parameters) => {
      const { parents } = parameters as unknown as Parameters;
      sent.push([name, ...parents]);
      const rows = parents
        .filter((parent) => !parent.startsWith('unknown'))
        .map((parent): ListRow => {
          const isLeftOut = name.endsWith('.few') && parent.startsWith('hub');
          return [parent, isLeftOut ? null : [[`first of ${parent}`], [`second of ${parent}`]], null];
        });
      // Whoever reads says which rows come.
      return Promise.resolve(rows as unknown as never[]);
    },
  };
  const read = async (query: ListQuery<Parameters>, ...parents: readonly string[]) => {
    const rows = await readLists(reader, query, { parents, few: 2 });
    return Object.fromEntries(entriesByParent(rows, ([key]) => key));
  };
  return { sent, reader, read };
}

const both = (parent: string) => ({ [parent]: [`first of ${parent}`, `second of ${parent}`] });

describe('Lists below parents', () => {
  test('with few are read by the short statement alone', async () => {
    const { sent, read } = graphWithHubs();
    expect(await read(list, 'leaf', 'twig', 'unknown')).toEqual({ ...both('leaf'), ...both('twig') });
    expect(sent).toEqual([['list.few', 'leaf', 'twig', 'unknown']]);
  });

  test('some of which are hubs are read whole, those of the hubs by the long statement', async () => {
    const { sent, read } = graphWithHubs();
    expect(await read(list, 'leaf', 'hub', 'twig')).toEqual({ ...both('leaf'), ...both('hub'), ...both('twig') });
    expect(sent).toEqual([
      ['list.few', 'leaf', 'hub', 'twig'],
      ['list', 'hub'],
    ]);
  });

  test('that are known to be hubs take one statement from then on', async () => {
    const { sent, read } = graphWithHubs();
    await read(list, 'hub');
    sent.length = 0;
    expect(await read(list, 'hub')).toEqual(both('hub'));
    expect(sent).toEqual([['list', 'hub']]);
    sent.length = 0;
    expect(await read(list, 'hub', 'leaf')).toEqual({ ...both('hub'), ...both('leaf') });
    expect(sent).toEqual([
      ['list.few', 'leaf'],
      ['list', 'hub'],
    ]);
  });

  test('of another list, or of another graph, may be no hubs', async () => {
    const { sent, read } = graphWithHubs();
    await read(list, 'hub');
    await read(other, 'hub');
    const elsewhere = graphWithHubs();
    await elsewhere.read(list, 'hub');
    for (const [name] of [sent[2] ?? [], elsewhere.sent[0] ?? []]) expect(name).toMatch(/\.few$/);
  });

  test('with a filter may be long for some of its values alone', async () => {
    const { sent, reader } = graphWithHubs();
    const filtered: ListQuery<Parameters & { readonly filter: object }> = list;
    const read = (filter: object) => readLists(reader, filtered, { parents: ['hub'], few: 2, filter });
    await read({ themes: ['much'] });
    await read({ themes: ['little'] });
    await read({ themes: ['much'] });
    expect(sent.map(([name]) => name)).toEqual(['list.few', 'list', 'list.few', 'list', 'list']);
  });

  test('that are hubs for a small page may be none for a large one', async () => {
    const { sent, reader } = graphWithHubs();
    for (const few of [2, 20]) await readLists(reader, list, { parents: ['hub'], few });
    expect(sent.map(([name]) => name)).toEqual(['list.few', 'list', 'list.few', 'list']);
  });

  test('forget the oldest hub when they are many', async () => {
    const { sent, read } = graphWithHubs();
    const many = Array.from({ length: 10_000 }, (_, at) => `hub ${at}`);
    await read(list, 'hub', ...many);
    sent.length = 0;
    await read(list, 'hub');
    await read(list, 'hub 9999');
    expect(sent.map(([name]) => name)).toEqual(['list.few', 'list', 'list']);
  });

  test('without a short statement are read by the only one', async () => {
    const { sent, read } = graphWithHubs();
    expect(await read(wholeOnly, 'hub', 'leaf')).toEqual({ ...both('hub'), ...both('leaf') });
    expect(sent).toEqual([['whole', 'hub', 'leaf']]);
  });
});
