import { describe, expect, it } from 'vitest';

import { rootListNames, rootLists } from '../support/lists.ts';
import { withSeeds } from '../support/seeded-graph.ts';

const { post, ask } = withSeeds();

const texts = {
  quotes: `"'\`´“”`,
  Cypher: `x" OR 1=1 } RETURN n // ') DETACH DELETE n //`,
  'Lucene signs': '+ - && || ! ( ) { } [ ] ^ " ~ * ? : \\ / name:* AND NOT',
  NUL: 'a\u0000b',
  'a lone surrogate': 'a\ud800b',
  'only a lone surrogate': '\udfff',
  'bidi controls': '\u202eanA\u202c\u2066\u2069',
  'ten thousand combining marks': `a${'\u0301'.repeat(10_000)}`,
  'only combining marks': '\u0301\u0302',
  'ten kilobytes': 'a'.repeat(10_240),
  'an astral sign': '😀',
  'the last code point': '\u{10FFFF}',
  blanks: ' \t\n\u00a0\u200b ',
  nothing: '',
  'a name of an object': '__proto__',
};
const named = Object.entries(texts);
/** What a client may see; anything else says that the input reached something it should not. */
const clear = ['BAD_USER_INPUT', 'QUERY_TOO_COMPLEX', 'GRAPHQL_VALIDATION_FAILED'];

async function expectClear(body: { readonly query: string; readonly variables: object }): Promise<void> {
  const { status, errors, codes, faults } = await post(body);
  expect(faults).toEqual([]);
  expect(codes.filter((code) => !clear.includes(code))).toEqual([]);
  expect(status).toBeLessThan(500);
  for (const { message } of errors) {
    expect(message.length).toBeLessThan(1100);
    expect(message).not.toMatch(/MATCH \(|Neo4j|org\.|\n\s+at /);
  }
}

describe.each(named)('A text with %s', (_, text) => {
  it('is a clear error or finds nothing in the text filter of every list', async () => {
    for (const list of rootListNames)
      await expectClear({
        query: `query ($text: String) { ${list}(filter: { text: $text }, first: 2) { totalCount nodes { id } } }`,
        variables: { text },
      });
  });

  it('is a clear error in every filter that takes ids', async () => {
    const { __schema: schema } = await ask(
      '{ __schema { types { name kind inputFields { name type { name kind ofType { name kind ofType { name } } } } } } }',
    );
    for (const list of rootListNames) {
      const { inputFields } = schema.types.find(({ name }: { name: string }) => name === rootLists[list].filter);
      const idFields: string[] = inputFields
        .filter(
          ({ type }: { type: { kind: string; ofType: { ofType: { name: string } | null } | null } }) =>
            type.kind === 'LIST' && type.ofType?.ofType?.name === 'ID',
        )
        .map(({ name }: { name: string }) => name);
      for (const field of idFields) {
        const { codes, faults } = await post({
          query: `query ($ids: [ID!]) { ${list}(filter: { ${field}: $ids }) { totalCount } }`,
          variables: { ids: [text] },
        });
        expect([list, field, codes, faults]).toEqual([list, field, ['BAD_USER_INPUT'], []]);
      }
    }
  });

  it('is nothing as an id', async () => {
    for (const id of [
      text,
      `affiliation:${text}`,
      `citation:${text}`,
      `claim:${text}`,
      `source:${text}`,
      `place:${text}`,
    ]) {
      const { data, errors } = await post({
        query: 'query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id, "arte"]) { id } }',
        variables: { id },
      });
      expect(errors).toEqual([]);
      expect(data).toEqual({ node: null, nodes: [null, { id: 'arte' }] });
    }
  });

  it('is a clear error as a cursor', async () => {
    for (const list of rootListNames)
      await expectClear({
        query: `query ($after: String) { ${list}(first: 1, after: $after) { nodes { id } } }`,
        variables: { after: text },
      });
    for (const key of [[text, text], [text], [text, text, text]]) {
      await expectClear({
        query: 'query ($after: String) { people(first: 1, after: $after) { nodes { id } } }',
        variables: { after: Buffer.from(JSON.stringify(['x', ...key])).toString('base64url') },
      });
    }
  });

  it('does no harm in the other arguments', async () => {
    const query =
      'query ($text: String, $id: ID) { regions(scheme: $text) { id } sectors(consultation: $id) { id } node(id: "arte") { ... on Theme { ties(first: 1, after: $text) { nodes { relation(seenFrom: $id) } } } } }';
    await expectClear({ query, variables: { text, id: text } });
  });
});

describe('Ids of another kind', () => {
  it.each([
    ['people', 'sectors', 'arte'],
    ['people', 'institutions', 'adrian-michel-espino'],
    ['programs', 'axes', 'cultura'],
    ['programs', 'places', 'secretaria-de-cultura-cdmx'],
    ['cities', 'countries', 'lima'],
  ])('in %s by %s are named in the error', async (list, field, id) => {
    const { errors } = await post({ query: `{ ${list}(filter: { ${field}: ["${id}"] }) { totalCount } }` });
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringContaining(`filter.${field}`),
        extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }),
      }),
    ]);
    expect(errors[0]?.message).toContain(id);
  });
});

describe('Paging arguments', () => {
  it.each([
    'first: -1',
    'first: 101',
    'last: -1',
    'last: 101',
    'first: 1, last: 1',
    'first: 2147483647',
    'before: "x"',
    'last: 1, after: "x"',
  ])('(%s) is a clear error', async (args) => {
    const { status, codes } = await post({ query: `{ people(${args}) { nodes { id } } }` });
    expect(codes).toHaveLength(1);
    expect(clear).toContain(codes[0]);
    expect(status).toBeLessThan(500);
  });

  it('a cursor of another list, filter or order is refused', async () => {
    const { people } = await ask('{ people(first: 1) { pageInfo { endCursor } } }');
    const after: string = people.pageInfo.endCursor;
    for (const list of [
      'organizations(first: 1, after: $after)',
      'people(first: 1, after: $after, filter: { quoted: true })',
      'people(first: 1, after: $after, orderBy: { direction: DESC })',
    ]) {
      const { codes } = await post({
        query: `query ($after: String) { ${list} { totalCount nodes { id } } }`,
        variables: { after },
      });
      expect(codes).toEqual(['BAD_USER_INPUT']);
    }
  });
});
