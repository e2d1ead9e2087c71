import { describe, expect, test } from 'vitest';

import { ask, refusalOf } from './fake-graph.ts';

describe('paging arguments are refused by name', () => {
  test.each([
    ['first', 'people', 'first: 101'],
    ['first', 'people', 'first: -1'],
    ['last', 'people', 'last: 101'],
    ['last', 'people', 'last: -1'],
    ['last', 'people', 'first: 1, last: 1'],
    ['after', 'people', 'last: 1, after: "x"'],
    ['before', 'people', 'before: "x"'],
    ['before', 'people', 'first: 1, before: "x"'],
    ['first', 'entities', 'first: 101'],
    ['after', 'entities', 'after: "x"'],
  ])('%s of %s(%s)', async (argument, field, args) => {
    const refusal = await refusalOf(`{ ${field}(${args}) { nodes { id } } }`);
    expect(refusal).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument,
      message: expect.stringMatching(new RegExp(`^${argument}: expected .+, but got `)),
    });
  });

  test.each([
    ['ties', '{ node(id: "person-1") { ... on Entity { ties(first: 101) { totalCount } } } }'],
    ['citedAt', '{ node(id: "source:1") { ... on Source { citedAt(first: 101) { totalCount } } } }'],
    ['ties of a citation', '{ node(id: "citation:1") { ... on Citation { ties(first: -1) { totalCount } } } }'],
    [
      'entities of a citation',
      '{ node(id: "citation:1") { ... on Citation { entities(first: 101) { totalCount } } } }',
    ],
    ['members', '{ node(id: "network-1") { ... on Network { members(first: 101) { totalCount } } } }'],
  ])('in %s too', async (_, source) => {
    expect(await refusalOf(source)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'first' });
  });

  test('and null is the same as leaving them out', async () => {
    const { errors } = await ask(
      '{ people(first: null, after: null, last: null, before: null, filter: null, orderBy: null) { nodes { id } } }',
    );
    expect(errors).toEqual([]);
  });
});
