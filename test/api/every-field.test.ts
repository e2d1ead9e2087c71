import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isLeafType,
  isListType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { describe, expect, test } from 'vitest';

import { entityKinds, kindOf } from '../../src/model/kinds.ts';
import { tieKinds, tieOf } from '../../src/model/ties.ts';
import { ask, at, fakeGraph, fakeId, kindOfFake, schema, tieRow } from './fake-graph.ts';

type Field = GraphQLField<unknown, unknown>;

const objectType = (name: string) => {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`Expected the type ${name}, but the schema has none.`);
  return type;
};
const fieldsOf = (type: GraphQLObjectType) => Object.values(type.getFields());
const isNode = (type: GraphQLObjectType) => type.getInterfaces().some(({ name }) => name === 'Node');

/** What fields of the root cannot be asked without. */
const required: Readonly<Record<string, string>> = {
  brief: '(id: "city-1")',
  coverage: '(rows: PRIORITY_AXIS, columns: GOVERNMENT_ENTITY)',
  planInvitations:
    '(input: { focus: { axes: [{ id: "priority-axis-1" }] }, guests: [{ name: "Ana", sector: "sector-2", institution: "organization-9", groups: ["new"] }], groups: [{ name: "new", members: ["person-3"] }], quotas: [{ group: "new", min: 1, max: 2 }] })',
  paths: '(from: "person-1", to: "person-2")',
  search: '(text: "name")',
  suggestCollaborators: '(filter: { themes: ["theme-1"] })',
};

/**
 * What may be empty: a line of a brief that rests on a claim rests on no fact; a seat is a person's or a guest's, and a
 * quota counts an entity or a group, with one bound or two.
 */
const mayBeEmpty =
  /^\.sections\.\d+\.lines\.\d+\.ties$|^\.invitees\.\d+\.(guest|person|reasons|alternates)$|^\.quotas\.\d+\.(entity|group|max)$/;

/** The types whose fields were asked for. */
const asked = new Set<string>();

/** The fields that have a value of their own and, below each other one, enough to see that it is there. */
function selectionOf(type: GraphQLObjectType, path: readonly string[] = []): string {
  asked.add(type.name);
  return fieldsOf(type)
    .map((field) => `${field.name}${below(field, [...path, type.name])}`)
    .join(' ');
}

function below({ type }: Field, path: readonly string[]): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  if (isUnionType(named))
    return ` { __typename ${named
      .getTypes()
      .map((member) => `... on ${member.name} { ${selectionOf(member, path)} }`)
      .join(' ')} }`;
  if (!isObjectType(named) || isNode(named)) return ' { __typename ... on Node { id } }';
  if (named.name.endsWith('Connection') && !isNodePage(named)) return ` { ${selectionOf(named, path)} }`;
  if (named.name.endsWith('Connection'))
    return ` { edges { cursor node { __typename id }${reasons(named, path)} } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount }`;
  return path.includes(named.name) ? '' : ` { ${selectionOf(named, path)} }`;
}

/** Answers page through what they put together, which has no id. */
function isNodePage(connection: GraphQLObjectType): boolean {
  const listed = getNamedType(connection.getFields()['nodes']?.type);
  return listed === undefined || !isObjectType(listed) || isNode(listed);
}

/** What the edges of some connections have besides. */
function reasons(connection: GraphQLObjectType, path: readonly string[]): string {
  const field = edgeOf(connection)?.getFields()['reasons'];
  return field === undefined ? '' : ` reasons${below(field, path)}`;
}

function edgeOf(connection: GraphQLObjectType): GraphQLObjectType | undefined {
  const field = connection.getFields()['edges'];
  const edge = field === undefined ? undefined : getNamedType(field.type);
  return isObjectType(edge) ? edge : undefined;
}

/** An id of each type that `node` answers; of facts without a type of their own, the first kind. */
const nodeIds: readonly (readonly [type: string, id: string])[] = [
  ...entityKinds.map((kind) => [kindOf(kind).label, fakeId(kind, 1)] as const),
  ...tieKinds.map((kind) => [tieOf(kind).type ?? 'PlainTie', `${tieOf(kind).prefix}:1`] as const),
  ['Citation', 'citation:1'],
  ['Claim', 'claim:1'],
  ['Source', 'source:1'],
  ['Place', 'place:1'],
];

const objectTypes = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
);

describe('every field answers', () => {
  test.each(nodeIds)('of %s %s', async (type, id) => {
    const { data, errors } = await ask(
      `{ node(id: "${id}") { __typename ... on ${type} { ${selectionOf(objectType(type))} } } }`,
    );
    expect(errors).toEqual([]);
    expect(at(data, 'node.__typename')).toBe(type);
    // The fake graph leaves nothing empty: what is null or empty here has no resolver, or one that looks in the wrong place.
    expect(emptyPaths(at(data, 'node'))).toEqual([]);
    expect(mistyped(at(data, 'node'))).toEqual([]);
  });

  test.each(tieKinds.filter((kind) => tieOf(kind).type !== undefined))(
    'of a fact of kind %s: its ends are those that the model names',
    async (kind) => {
      const { type = '', prefix, from, to } = tieOf(kind);
      const ends = { from: fakeId(from.kinds[0] ?? 'PERSON', 5), to: fakeId(to.kinds[0] ?? 'PERSON', 6) };
      const graph = fakeGraph({
        answers: { [`tiesById.${kind}`]: ({ ids }) => ids.map((id) => tieRow(kind, id, ends)) },
      });
      const { data } = await ask(
        `{ node(id: "${prefix}:1") { ... on ${type} { from { id } to { id } first: ${from.column} { id } second: ${to.column} { id } } } }`,
        { graph },
      );
      expect(at(data, 'node')).toEqual({
        from: { id: ends.from },
        to: { id: ends.to },
        first: { id: ends.from },
        second: { id: ends.to },
      });
    },
  );

  test.each(
    fieldsOf(objectType('Query'))
      .filter(({ name }) => name !== 'node' && name !== 'nodes')
      .map((field) => [field.name, field] as const),
  )('of the root: %s', async (name, field) => {
    const { data, errors } = await ask(`{ ${name}${required[name] ?? ''}${below(field, [])} }`);
    expect(errors).toEqual([]);
    expect(emptyPaths(at(data, name)).filter((path) => !mayBeEmpty.test(path))).toEqual([]);
    expect(mistyped(at(data, name))).toEqual([]);
  });

  test('of what a search found', async () => {
    const search = `{ ${selectionOf(objectType('SearchFacet'))} } suggestions edges { matched distinction }`;
    const { data, errors } = await ask(`{ search(text: "name") { facets ${search} } }`);
    expect(errors).toEqual([]);
    expect(emptyPaths(at(data, 'search'))).toEqual(['.suggestions']);
  });

  test('and each type with an id can be asked for by it', () => {
    const reached = new Set(nodeIds.map(([type]) => type));
    expect(objectTypes.filter((type) => isNode(type) && !reached.has(type.name))).toEqual([]);
  });

  test('and no other type is left out', () => {
    const pages = /(Connection|Edge)$|^PageInfo$|^Query$/;
    expect(objectTypes.map(({ name }) => name).filter((name) => !asked.has(name) && !pages.test(name))).toEqual([]);
  });

  test('of the facts on an edge', async () => {
    const { data, errors } = await ask(
      '{ node(id: "priority-axis-1") { ... on PriorityAxis { programs { edges { ties { __typename id statement } } } people { edges { ties { id } } } } } people { edges { ties { id } } } }',
    );
    expect(errors).toEqual([]);
    expect(at(data, 'node.programs.edges.0.ties')).toEqual([
      { __typename: 'PlainTie', id: 'axis-placement:1', statement: expect.stringContaining('name of program-1') },
    ]);
    expect(at(data, 'node.people.edges.0.ties')).toHaveLength(1);
    expect(at(data, 'people.edges.0.ties')).toEqual([]);
  });
});

describe('every list costs the same number of statements for 1 parent and for 12', () => {
  const oneOfEach = nodeIds.filter(([type], index) => nodeIds.findIndex(([other]) => other === type) === index);
  const lists = oneOfEach.flatMap(([typeName, id]) =>
    fieldsOf(objectType(typeName))
      .filter(
        ({ type }) =>
          !isLeafType(getNamedType(type)) &&
          (isListType(getNullableType(type)) || getNamedType(type).name.endsWith('Connection')),
      )
      .map((field) => [`${typeName}.${field.name} (${id})`, typeName, id, field] as const),
  );

  test.each(lists)('%s', async (_, type, id, field) => {
    const statements = async (parents: number) => {
      const ids = Array.from({ length: parents }, (__, index) => id.replace(/1$/, String(index + 1)));
      const { errors, graph } = await ask(
        `query($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { ${field.name}${withTies(field)} } } }`,
        { variables: { ids }, graph: fakeGraph({ size: parents }) },
      );
      expect(errors).toEqual([]);
      return graph.names();
    };
    expect(await statements(12)).toEqual(await statements(1));
  });

  function withTies(field: Field): string {
    const named = getNamedType(field.type);
    const edge = isObjectType(named) ? edgeOf(named) : undefined;
    if (!isObjectType(named) || edge === undefined) return below(field, []);
    const ties =
      'ties' in edge.getFields() ? ' ties { statement from { id name } to { id name } citations { place } }' : '';
    return ` { totalCount edges { node { id }${ties}${reasons(named, [])} } }`;
  }
});

/** Where an answer has null, an empty text or an empty list. */
function emptyPaths(value: unknown, path = ''): readonly string[] {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return [path];
  return typeof value === 'object'
    ? Object.entries(value).flatMap(([name, inner]) => emptyPaths(inner, `${path}.${name}`))
    : [];
}

/** Ids of entities that answer as another type than that of their kind: graphql-js trusts what a resolver gives. */
function mistyped(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { __typename: type, id }: { readonly __typename?: unknown; readonly id?: unknown } = value;
  const kind = typeof type === 'string' ? kindOfFake(String(id)) : undefined;
  const inner = Object.values(value).flatMap(mistyped);
  return kind === undefined || kindOf(kind).label === type ? inner : [`${id} as ${type}`, ...inner];
}
