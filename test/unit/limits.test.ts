import { buildSchema, type FragmentDefinitionNode, getVariableValues, Kind, parse, print } from 'graphql';
import { describe, expect, test } from 'vitest';

import { readConfig } from '../../src/config.ts';
import { documentNesting, jsonNesting } from '../../src/graphql/brackets.ts';
import { operationCost, rememberedCosts } from '../../src/graphql/cost.ts';
import { documentProblem, largestList } from '../../src/graphql/limits.ts';
import { sdl } from '../api/http-schema.ts';

const { limits } = readConfig({});
const schema = buildSchema(sdl);

function costOf(text: string, variables: Record<string, unknown> = {}, of = schema): number {
  const document = parse(text);
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('The test needs an operation.');
  const fragments = new Map(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  const { coerced } = getVariableValues(of, operation.variableDefinitions ?? [], variables);
  return operationCost(of, operation, fragments, coerced ?? {});
}

const measureOf = (text: string) => documentProblem(text, limits)?.extensions['measure'];
/** Each fragment asks twice for the next: 2^levels objects. */
const bomb = (levels: number, leaf: string) =>
  `{ node(id: 1) { ... on Sector { ...F0 } } } ${Array.from({ length: levels }, (_, i) => `fragment F${i} on Sector { a: people { nodes { sectors { ...F${i + 1} } } } b: people { nodes { sectors { ...F${i + 1} } } } }`).join(' ')} fragment F${levels} on Sector { ${leaf} }`;

describe('brackets', () => {
  test('are counted in JSON, but not within its strings', () => {
    expect(jsonNesting('{"a": [[{}]], "b": "[[[[\\"[[["}')).toBe(4);
    expect(jsonNesting('[[]][[[]]]')).toBe(3);
  });

  test('are counted in a document, but not within strings, blocks and comments', () => {
    expect(documentNesting('{ a(b: "{{{\\"{{", c: """{{ \\""" {{ " """) { d } # {{{{\n }')).toBe(2);
    expect(documentNesting('{ a(b: [[{c: 1}]]) }')).toBe(5);
  });

  test('after a string left open are counted again from the next line', () => {
    expect(documentNesting('{ a(b: "{{{\n{{{{')).toBe(6);
  });
});

describe('a cost that is remembered', () => {
  const document = parse(
    'query($size: Int, $ids: [ID!]!, $other: ID!) { node(id: $other) { ...Sized } nodes(ids: $ids) { id } } fragment Sized on Sector { people(first: $size) { nodes { name } } }',
  );
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('The test needs an operation.');
  const remembered = rememberedCosts(schema);

  test.each([
    { size: 1, ids: ['a'], other: 'x' },
    { size: 50, ids: ['a'], other: 'x' },
    { size: 1, ids: ['a', 'b', 'c'], other: 'y' },
    { ids: ['a'], other: 'x' },
    { size: 1, ids: ['a'], other: 'z' },
  ])('is that of the sizes asked for: %j', (variables) => {
    const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    const first = remembered(document, operation, coerced);
    expect(first).toBe(costOf(print(document), variables));
    expect(remembered(document, operation, coerced)).toBe(first);
  });
});

describe('a document', () => {
  test('of ordinary size passes', () => {
    expect(measureOf('{ people(first: 10) { nodes { id name sectors { name } } } }')).toBeUndefined();
  });

  test.each([
    ['nesting', '{ a '.repeat(65)],
    ['nesting', `{ a(b: ${'['.repeat(100_000)}) }`],
    ['tokens', '{ a @x '.concat('@a '.repeat(80_000))],
    ['depth', `${'{ a '.repeat(21)}${'}'.repeat(21)}`],
    ['aliases', `{ ${Array.from({ length: 51 }, (_, i) => `a${i}: b`).join(' ')} }`],
    ['directives', `{ a ${'@a '.repeat(61)} }`],
    ['repeats', `{ ${'a '.repeat(201)} }`],
    ['definitions', Array.from({ length: 101 }, (_, i) => `query Q${i} { a }`).join(' ')],
    ['a list of values:', `{ nodes(ids: [${'1 '.repeat(101)}]) { id } }`],
    ['aliases', bomb(30, 'id')],
  ])('with too much %s is refused', (measure, text) => {
    expect(measureOf(text)).toBe(measure);
  });

  test.each([
    ['does not parse', '{ a'],
    ['is no GraphQL at all', '\u0000<html>'],
    ['has a cycle of fragments', '{ ...A } fragment A on Query { a { ...B } } fragment B on Query { b { ...A } }'],
    ['spreads an unknown fragment', '{ ...Nothing }'],
    ['stays at each limit', `{ ${Array.from({ length: 50 }, (_, i) => `a${i}: b`).join(' ')} }`],
  ])('that %s is left to the parser and the validator', (_, text) => {
    expect(measureOf(text)).toBeUndefined();
  });

  test('counts depth through fragments, and introspection not at all', () => {
    expect(measureOf(`{ ...A } fragment A on Query ${'{ a '.repeat(21)}${'}'.repeat(21)}`)).toBe('depth');
    expect(measureOf(`{ __schema ${'{ a '.repeat(40)}${'}'.repeat(40)} }`)).toBeUndefined();
  });

  test('may alias introspection, which multiplies its lists, a few times only', () => {
    expect(measureOf('{ a: __schema { types { b: fields { name } } } }')).toBeUndefined();
    expect(
      measureOf(
        `{ __schema { types { ${Array.from({ length: 6 }, (_, i) => `f${i}: fields { name }`).join(' ')} } } }`,
      ),
    ).toBe('aliases');
  });
});

describe('cost', () => {
  test.each([
    ['scalars are free', '{ hello __typename }', 0],
    ['an object counts 1', '{ node(id: 1) { id } }', 1],
    ['a list without pages counts 3', '{ sectors { id } }', 3],
    ['a list of lists counts 9', '{ rows { id } }', 9],
    ['a page counts its connection and its members', '{ people(first: 10) { nodes { id } } }', 11],
    ['a page without a size counts 20', '{ people { nodes { id } } }', 21],
    ['last multiplies like first', '{ people(last: 7) { nodes { id } } }', 8],
    ['the larger of first and last counts', '{ people(first: 2, last: 7) { nodes { id } } }', 8],
    ['an edge and its node are two objects', '{ people(first: 10) { edges { node { id } } } }', 21],
    ['pageInfo is there once', '{ people(first: 10) { totalCount pageInfo { hasNextPage } } }', 2],
    ['an empty page counts its connection', '{ people(first: 0) { nodes { id } } }', 1],
    [
      'pages multiply what lies below',
      '{ people(first: 10) { nodes { friends(first: 5) { nodes { sectors { id } } } } } }',
      1 + 10 * (1 + 1 + 5 * (1 + 3)),
    ],
    [
      'ids multiply what lies below',
      '{ nodes(ids: [1, 2, 3, 4]) { id ... on Person { sectors { id } } } }',
      4 * (1 + 3),
    ],
    ['a single value is a list of one', '{ nodes(ids: 1) { id } }', 1],
    ['aliases count each', '{ a: node(id: 1) { id } b: node(id: 2) { id } }', 2],
    [
      'of the types of one object the dearest counts',
      '{ node(id: 1) { ... on Person { sectors { id } } ... on Sector { people(first: 9) { nodes { id } } } } }',
      1 + 10,
    ],
    ['introspection is free', '{ __schema { types { fields { name } } } __type(name: "Person") { name } }', 0],
    [
      'a fragment counts where it is used',
      '{ people(first: 10) { ...P } } fragment P on PersonConnection { nodes { id } pageInfo { hasNextPage } }',
      1 + 1 + 10,
    ],
  ])('%s', (_, text, cost) => {
    expect(costOf(text)).toBe(cost);
  });

  test('of an answer over the whole graph is that of its work besides, and its cells are taken for fifty', () => {
    const answers = buildSchema(`
      type Query { coverage: CoverageMatrix! sharedPartners(first: Int): SharedPartnerConnection! }
      type CoverageMatrix { total: Int! cells: [[CoverageCell!]!]! }
      type CoverageCell { count: Int! entities(first: Int = 20): [CoverageCell!]! }
      type SharedPartnerConnection { totalCount: Int! nodes: [CoverageCell!]! }
    `);
    const of = (text: string) => costOf(text, {}, answers);
    expect(of('{ coverage { total } }')).toBe(501);
    expect(of('{ coverage { cells { count } } }')).toBe(501 + 50);
    expect(of('{ coverage { cells { entities { count } } } }')).toBe(501 + 50 * (1 + 20));
    expect(of('{ sharedPartners(first: 7) { nodes { count } } }')).toBe(200 + 1 + 7);
  });

  test('reads sizes and ids from variables, absent and null ones as the default', () => {
    const page = 'query($n: Int) { people(first: $n) { nodes { id } } }';
    expect([costOf(page, { n: 50 }), costOf(page), costOf(page, { n: null })]).toEqual([51, 21, 21]);
    expect(costOf('query($n: Int = 4) { people(first: $n) { nodes { id } } }')).toBe(5);
    expect(costOf('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b'] })).toBe(2);
    expect(costOf('query($id: ID!) { nodes(ids: [$id, $id, "c"]) { id } }', { id: 'a' })).toBe(3);
  });

  test('visits each fragment once, however often it doubles, and stays a number that JSON can show', () => {
    const cost = costOf(bomb(200, 'id'));
    expect(cost).toBe(Number.MAX_SAFE_INTEGER);
  });
});

test('the largest list is found at any depth of the variables', () => {
  expect(largestList({ a: { b: [1, { c: [1, 2, 3] }] }, d: 'text', e: null })).toBe(3);
});
