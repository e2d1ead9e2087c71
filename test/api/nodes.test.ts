import { describe, expect, test } from 'vitest';

import { entityKinds, kindOf } from '../../src/model/kinds.ts';
import { tieKinds, tieOf } from '../../src/model/ties.ts';
import { ask, at, entityRow, fakeGraph, fakeId, refusalOf } from './fake-graph.ts';

const typeOf = async (id: string) =>
  at((await ask('query($id: ID!) { node(id: $id) { __typename id } }', { variables: { id } })).data, 'node');

describe('node', () => {
  test.each(entityKinds.map((kind) => [kind, kindOf(kind).label] as const))(
    'gives an entity of kind %s as %s',
    async (kind, label) => {
      expect(await typeOf(fakeId(kind, 4))).toEqual({ __typename: label, id: fakeId(kind, 4) });
    },
  );

  test.each(tieKinds.map((kind) => [kind, tieOf(kind).type ?? 'PlainTie'] as const))(
    'gives a fact of kind %s as %s',
    async (kind, type) => {
      const id = `${tieOf(kind).prefix}:a/b`;
      expect(await typeOf(id)).toEqual({ __typename: type, id });
    },
  );

  test.each([
    ['citation:1', 'Citation'],
    ['claim:1', 'Claim'],
    ['source:1', 'Source'],
    ['place:1', 'Place'],
  ])('gives %s as %s', async (id, type) => {
    expect(await typeOf(id)).toEqual({ __typename: type, id });
  });

  test('asks one statement, the one of what the id begins with', async () => {
    const sentFor = async (id: string) => (await ask(`{ node(id: "${id}") { id } }`)).graph.names();
    expect(await sentFor('person-1')).toEqual(['entitiesById']);
    expect(await sentFor('affiliation:1')).toEqual(['tiesById.AFFILIATED_WITH']);
    expect(await sentFor('claim:1')).toEqual(['claimsById']);
    expect(await sentFor('nothing:1')).toEqual([]);
  });

  test.each([
    'nobody',
    'affiliation:unknown',
    'citation:unknown',
    'claim:unknown',
    'source:unknown',
    'place:unknown',
    'nothing:1',
    '',
    ':',
    ':person-1',
    '__proto__',
    'constructor:1',
    "x'}) DETACH DELETE n //",
    'x'.repeat(10_000),
    '\u0000',
    '\ud800',
    'AFFILIATION:1',
  ])('gives null and no error for the unknown id %.30j', async (id) => {
    const { data, errors } = await ask('query($id: ID!) { node(id: $id) { id } }', { variables: { id } });
    expect({ data, errors }).toEqual({ data: { node: null }, errors: [] });
  });

  test('answers a retired id with its heir', async () => {
    const graph = fakeGraph({
      answers: { entitiesById: ({ ids, full }) => ids.map((id) => [id, ...entityRow('PERSON', 'person-9', full)]) },
    });
    const { data } = await ask('{ node(id: "retired") { id ... on Person { givenName } } }', { graph });
    expect(data).toEqual({ node: { id: 'person-9', givenName: 'givenName of person-9' } });
  });
});

describe('nodes', () => {
  test('gives things of all sorts in the order of the ids, null for unknown ones', async () => {
    const ids = ['claim:1', 'person-2', 'nobody', 'city-1', 'affiliation:1', 'person-1', 'person-2'];
    const { data, errors } = await ask('query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
      variables: { ids },
    });
    expect(errors).toEqual([]);
    expect(data).toEqual({
      nodes: [
        { __typename: 'Claim', id: 'claim:1' },
        { __typename: 'Person', id: 'person-2' },
        null,
        { __typename: 'City', id: 'city-1' },
        { __typename: 'Affiliation', id: 'affiliation:1' },
        { __typename: 'Person', id: 'person-1' },
        { __typename: 'Person', id: 'person-2' },
      ],
    });
  });

  test('asks once for all entities, once for each kind of fact', async () => {
    const { graph } = await ask(
      '{ nodes(ids: ["person-1", "city-1", "person-1", "affiliation:1", "affiliation:2", "topic:1"]) { id } }',
    );
    expect([...graph.names()].sort()).toEqual(['entitiesById', 'tiesById.ABOUT', 'tiesById.AFFILIATED_WITH']);
    expect(graph.sent.find(({ name }) => name === 'entitiesById')?.wanted.ids).toEqual(['person-1', 'city-1']);
  });

  test('takes 100 ids, and refuses 101', async () => {
    const ids = Array.from({ length: 101 }, (_, index) => `person-${index + 1}`);
    const source = 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    expect((await ask(source, { variables: { ids: ids.slice(1) } })).errors).toEqual([]);
    expect(await refusalOf(source, { ids })).toEqual({
      code: 'BAD_USER_INPUT',
      argument: 'ids',
      message: expect.stringContaining('expected at most 100 ids, but got 101.'),
    });
  });

  test('gives an empty list for no ids, without a statement', async () => {
    const { data, graph } = await ask('{ nodes(ids: []) { id } }');
    expect({ data, names: graph.names() }).toEqual({ data: { nodes: [] }, names: [] });
  });
});
