import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { toConnection } from '../../../src/fields/connection.ts';
import { encodeCursor, ListMark } from '../../../src/fields/cursor.ts';
import { startKey, windowOf, type PageArguments } from '../../../src/fields/page-arguments.ts';

const mark = new ListMark('list');
const cursor = encodeCursor(mark, ['name', 'id']);
const windowFor = (args: PageArguments) => windowOf(args, mark, 2);

describe('the window of a page', () => {
  test.each<[PageArguments, object]>([
    [{}, { size: 20, fromEnd: false, start: null }],
    [
      { first: null, after: null, last: null, before: null },
      { size: 20, fromEnd: false, start: null },
    ],
    [{ first: 0 }, { size: 0, fromEnd: false, start: null }],
    [{ first: 100 }, { size: 100, fromEnd: false, start: null }],
    [
      { first: 5, last: null },
      { size: 5, fromEnd: false, start: null },
    ],
    [{ after: cursor }, { size: 20, fromEnd: false, start: ['name', 'id'] }],
    [
      { first: 5, after: cursor },
      { size: 5, fromEnd: false, start: ['name', 'id'] },
    ],
    [{ last: 5 }, { size: 5, fromEnd: true, start: null }],
    [
      { last: 0, before: cursor },
      { size: 0, fromEnd: true, start: ['name', 'id'] },
    ],
  ])('of %j', (args, expected) => {
    expect(windowFor(args)).toEqual(expected);
  });

  test.each<[PageArguments, string]>([
    [{ first: 101 }, 'first'],
    [{ first: -1 }, 'first'],
    [{ last: 101 }, 'last'],
    [{ last: -1 }, 'last'],
    [{ first: 1, last: 1 }, 'last'],
    [{ last: 1, after: cursor }, 'after'],
    [{ before: cursor }, 'before'],
    [{ first: 1, before: cursor }, 'before'],
    [{ after: '' }, 'after'],
    [{ last: 1, before: '' }, 'before'],
    [{ after: encodeCursor(new ListMark('other'), ['name', 'id']) }, 'after'],
  ])('of %j is refused by the name of the argument', (args, argument) => {
    expect(() => windowFor(args)).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', argument } }),
    );
  });
});

describe('the key that a statement reads from', () => {
  test('is that of the cursor', () => {
    expect(startKey(['name', 'id'], true)).toEqual({ afterKey: 'name', afterId: 'id' });
  });

  test('without a cursor lies below or above every key', () => {
    const below = startKey(null, false);
    const above = startKey(null, true);
    // The database compares texts by their UTF-8 bytes.
    const compare = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other));
    expect(below).toEqual({ afterKey: '', afterId: '' });
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }).filter((key) => !key.startsWith('\u{10FFFF}')),
        (key) => {
          expect(compare(below.afterKey, key)).toBeLessThan(0);
          expect(compare(above.afterKey, key)).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('a page made of what was read', () => {
  const entries = (...names: readonly string[]) => names.map((name) => ({ key: [name], node: name }));
  const page = (
    window: { size: number; fromEnd: boolean; start: readonly string[] | null },
    ...names: readonly string[]
  ) => {
    const connection = toConnection(
      { window, mark, entries: entries(...names) },
      () => Promise.resolve(9),
      (edge) => edge,
    );
    return { nodes: connection.nodes, ...connection.pageInfo() };
  };

  test('leaves out the entry that only told of more', () => {
    expect(page({ size: 2, fromEnd: false, start: null }, 'a', 'b', 'c')).toMatchObject({
      nodes: ['a', 'b'],
      hasNextPage: true,
      hasPreviousPage: false,
    });
  });

  test('that was read from the end is turned round', () => {
    expect(page({ size: 2, fromEnd: true, start: null }, 'c', 'b', 'a')).toMatchObject({
      nodes: ['b', 'c'],
      hasNextPage: false,
      hasPreviousPage: true,
    });
  });

  test('that is empty has no cursors', () => {
    expect(page({ size: 2, fromEnd: false, start: null })).toEqual({
      nodes: [],
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });

  test('has as many edges as nodes, in their order, with their cursors at the ends', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { maxLength: 6 }),
        fc.nat({ max: 5 }),
        fc.boolean(),
        (names, size, fromEnd) => {
          const read = names.slice(0, size + 1);
          const connection = toConnection(
            { window: { size, fromEnd, start: null }, mark, entries: entries(...read) },
            () => Promise.resolve(0),
            (edge) => edge,
          );
          const edges = connection.edges();
          expect(edges.map(({ node }) => node)).toEqual(connection.nodes);
          expect(connection.nodes).toHaveLength(Math.min(size, read.length));
          expect(connection.pageInfo()).toMatchObject({
            startCursor: edges[0]?.cursor ?? null,
            endCursor: edges.at(-1)?.cursor ?? null,
          });
        },
      ),
    );
  });
});
