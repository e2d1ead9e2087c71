import { describe, expect, test } from 'vitest';

import { ask, at, fakeGraph } from './fake-graph.ts';

const page =
  '{ nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount }';
const people = (args: string) => `{ people(${args}) ${page} }`;

/** A page of five people. */
async function peoplePage(args: string) {
  const { data, errors, graph } = await ask(people(args), { graph: fakeGraph({ size: 5 }) });
  expect(errors).toEqual([]);
  const info = (name: string) => at(data, `people.pageInfo.${name}`);
  return {
    ids: idsOf(at(data, 'people.nodes')),
    next: info('hasNextPage'),
    previous: info('hasPreviousPage'),
    start: cursorOf(info('startCursor')),
    end: cursorOf(info('endCursor')),
    data,
    graph,
  };
}

function cursorOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function idsOf(nodes: unknown): readonly string[] {
  return Array.isArray(nodes) ? nodes.map((node) => String(at(node, 'id')).replace('person-', '')) : [];
}

describe('a page counted from the beginning', () => {
  test('holds the first ones, and knows that more follow and none precede', async () => {
    expect(await peoplePage('first: 2')).toMatchObject({ ids: ['1', '2'], next: true, previous: false });
  });

  test('goes on after a cursor, and knows that something precedes', async () => {
    const { end } = await peoplePage('first: 2');
    expect(await peoplePage(`first: 2, after: "${end}"`)).toMatchObject({
      ids: ['3', '4'],
      next: true,
      previous: true,
    });
  });

  test('that reaches the end says so', async () => {
    const { end } = await peoplePage('first: 4');
    expect(await peoplePage(`first: 2, after: "${end}"`)).toMatchObject({ ids: ['5'], next: false, previous: true });
    expect(await peoplePage('first: 5')).toMatchObject({ next: false });
  });

  test('after the last one is empty and has no cursors', async () => {
    const { end } = await peoplePage('first: 5');
    expect(await peoplePage(`first: 2, after: "${end}"`)).toMatchObject({
      ids: [],
      next: false,
      previous: true,
      start: null,
      end: null,
    });
  });

  test('holds 20 when nothing is said', async () => {
    const { data } = await ask('{ people { nodes { id } } }', { graph: fakeGraph({ size: 30 }) });
    expect(at(data, 'people.nodes')).toHaveLength(20);
  });

  test('holds 100 at most', async () => {
    const { data } = await ask('{ people(first: 100) { nodes { id } } }', { graph: fakeGraph({ size: 130 }) });
    expect(at(data, 'people.nodes')).toHaveLength(100);
  });
});

describe('a page counted from the end', () => {
  test('holds the last ones in the order of the list', async () => {
    expect(await peoplePage('last: 2')).toMatchObject({ ids: ['4', '5'], next: false, previous: true });
  });

  test('ends before a cursor, and knows that something follows', async () => {
    const { start } = await peoplePage('last: 2');
    expect(await peoplePage(`last: 2, before: "${start}"`)).toMatchObject({
      ids: ['2', '3'],
      next: true,
      previous: true,
    });
  });

  test('that reaches the beginning says so', async () => {
    const { start } = await peoplePage('last: 4');
    expect(await peoplePage(`last: 2, before: "${start}"`)).toMatchObject({ ids: ['1'], next: true, previous: false });
  });

  test('is read against the order of the list', async () => {
    const { graph } = await peoplePage('last: 2');
    expect(graph.names()).toContain('people.sortName.descending');
  });
});

describe('a list in descending order', () => {
  const descending = 'orderBy: { direction: DESC }';

  test('begins with the last name, from either end', async () => {
    expect(await peoplePage(`first: 2, ${descending}`)).toMatchObject({ ids: ['5', '4'], next: true, previous: false });
    expect(await peoplePage(`last: 2, ${descending}`)).toMatchObject({ ids: ['2', '1'], next: false, previous: true });
  });

  test('goes on after a cursor', async () => {
    const { end } = await peoplePage(`first: 2, ${descending}`);
    expect(await peoplePage(`first: 9, after: "${end}", ${descending}`)).toMatchObject({
      ids: ['3', '2', '1'],
      next: false,
    });
  });
});

test.each([1, 2, 3, 5, 7])(
  'pages of %i, one after another, hold everything once, in either direction',
  async (size) => {
    const walk = async (way: 'forwards' | 'backwards') => {
      const pages: (readonly string[])[] = [];
      let cursor: string | null = null;
      for (let more: unknown = true; more === true;) {
        const from = cursor === null ? '' : `, ${way === 'forwards' ? 'after' : 'before'}: "${cursor}"`;
        const found = await peoplePage(`${way === 'forwards' ? 'first' : 'last'}: ${size}${from}`);
        pages.push(found.ids);
        [more, cursor] = way === 'forwards' ? [found.next, found.end] : [found.previous, found.start];
      }
      return pages;
    };
    expect((await walk('forwards')).flat()).toEqual(['1', '2', '3', '4', '5']);
    expect((await walk('backwards')).reverse().flat()).toEqual(['1', '2', '3', '4', '5']);
  },
);

describe('every page', () => {
  test('has the cursors of its ends among those of its edges', async () => {
    const { data, start, end } = await peoplePage('first: 3');
    expect([at(data, 'people.edges.0.cursor'), at(data, 'people.edges.2.cursor')]).toEqual([start, end]);
  });

  test('has the same nodes with cursors and without', async () => {
    const { data, ids } = await peoplePage('first: 3');
    expect([0, 1, 2].map((index) => at(data, `people.edges.${index}.node.id`))).toEqual(
      ids.map((id) => `person-${id}`),
    );
  });

  test('tells how many there are over all pages', async () => {
    expect(at((await peoplePage('first: 2')).data, 'people.totalCount')).toBe(5);
  });

  test('of size 0 is empty, and no statement is sent for it', async () => {
    const { graph, ...zero } = await peoplePage('first: 0');
    expect(zero).toMatchObject({ ids: [], next: false, previous: false, start: null, end: null });
    expect(graph.names()).toEqual(['people.count']);
  });

  test('is counted only when the count is asked for', async () => {
    const { graph } = await ask('{ people { nodes { id } } }');
    expect(graph.names()).toEqual(['people.sortName.ascending']);
  });

  test('of facts goes on after a cursor too, and an empty one needs no statement', async () => {
    const ties = async (args: string) => {
      const { data, errors, graph } = await ask(
        `{ node(id: "person-1") { ... on Entity { ties(${args}) { nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } } } }`,
      );
      expect(errors).toEqual([]);
      return { ties: at(data, 'node.ties'), end: at(data, 'node.ties.pageInfo.endCursor'), graph };
    };
    const { ties: first, end } = await ties('first: 2');
    expect(first).toMatchObject({
      nodes: [{ id: 'topic:person-1/1' }, { id: 'topic:person-1/2' }],
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    });
    expect((await ties(`first: 2, after: "${end}"`)).ties).toMatchObject({
      nodes: [{ id: 'topic:person-1/3' }],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
    expect((await ties('first: 0')).graph.names()).toEqual(['entitiesById']);
  });
});
