import { describe, expect, test } from 'vitest';

import { ask, at, refusalOf } from './fake-graph.ts';

/** The end cursor of the page of two that a field gives. */
async function cursorOf(source: string, path: string): Promise<string> {
  const { data, errors } = await ask(source);
  expect(errors).toEqual([]);
  return String(at(data, `${path}.pageInfo.endCursor`));
}

const end = '{ pageInfo { endCursor } }';
const peopleCursor = () => cursorOf(`{ people(first: 2) ${end} }`, 'people');
const refused = {
  code: 'BAD_USER_INPUT',
  argument: 'after',
  message: expect.stringMatching(/^after: expected a cursor that this list gave.+Ask without it for the first page\.$/),
};

describe('a cursor is refused', () => {
  test.each([
    ['by another field', '{ cities(after: $cursor) { nodes { id } } }'],
    [
      'by a field with another meaning of the same entities',
      '{ node(id: "consultation-1") { ... on Consultation { participants(after: $cursor) { nodes { id } } } } }',
    ],
    ['with another filter', '{ people(after: $cursor, filter: { quoted: true }) { nodes { id } } }'],
    ['with another direction', '{ people(after: $cursor, orderBy: { direction: DESC }) { nodes { id } } }'],
    ['by a list of facts', '{ node(id: "person-1") { ... on Entity { ties(after: $cursor) { nodes { id } } } } }'],
    [
      'by a list of citations',
      '{ node(id: "source:1") { ... on Source { citedAt(after: $cursor) { nodes { id } } } } }',
    ],
  ])('%s', async (_, source) => {
    expect(await refusalOf(`query($cursor: String!) ${source}`, { cursor: await peopleCursor() })).toMatchObject(
      refused,
    );
  });

  test('of a list by date in the same list by name', async () => {
    const cursor = await cursorOf(`{ events(first: 2, orderBy: { field: DATE }) ${end} }`, 'events');
    expect(await refusalOf(`{ events(after: "${cursor}") { nodes { id } } }`)).toMatchObject(refused);
  });

  test('of facts of one kind among facts of all kinds', async () => {
    const ties = (args: string) =>
      `{ node(id: "person-1") { ... on Entity { ties(${args}) { nodes { id } pageInfo { endCursor } } } } }`;
    const cursor = await cursorOf(ties('first: 2, kinds: [ABOUT]'), 'node.ties');
    expect(await refusalOf(ties(`after: "${cursor}"`))).toMatchObject(refused);
  });

  test.each([
    ['empty', () => ''],
    ['no base64', () => '%%%'],
    ['no JSON', () => Buffer.from('people').toString('base64url')],
    ['no list', () => Buffer.from('{"mark":"x"}').toString('base64url')],
    ['a list of numbers', () => Buffer.from('[1,2,3]').toString('base64url')],
    ['cut', (cursor: string) => cursor.slice(0, -6)],
    ['longer', (cursor: string) => Buffer.from(JSON.stringify([...parts(cursor), 'more'])).toString('base64url')],
    ['shorter', (cursor: string) => Buffer.from(JSON.stringify(parts(cursor).slice(0, 2))).toString('base64url')],
    [
      'of another mark',
      (cursor: string) => Buffer.from(JSON.stringify(['AAAAAAAA', ...parts(cursor).slice(1)])).toString('base64url'),
    ],
    ['10 kB long', () => 'A'.repeat(10_000)],
    ['a Cypher text', () => "' OR 1=1 MATCH (n) DETACH DELETE n //"],
  ])('that is %s', async (_, tamper) => {
    const refusal = await refusalOf('query($cursor: String!) { people(after: $cursor) { nodes { id } } }', {
      cursor: tamper(await peopleCursor()),
    });
    expect(refusal).toMatchObject(refused);
    expect(refusal.message.length).toBeLessThan(300);
  });

  test('before the end too, naming before', async () => {
    expect(await refusalOf('{ people(last: 1, before: "x") { nodes { id } } }')).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument: 'before',
    });
  });
});

describe('a cursor serves', () => {
  test('whatever the size of the next page', async () => {
    const { data, errors } = await ask(`{ people(first: 50, after: "${await peopleCursor()}") { nodes { id } } }`);
    expect(errors).toEqual([]);
    expect(at(data, 'people.nodes')).toEqual([{ id: 'person-3' }]);
  });

  test('in the other direction of reading, because the place is the same', async () => {
    const { data, errors } = await ask(`{ people(last: 5, before: "${await peopleCursor()}") { nodes { id } } }`);
    expect(errors).toEqual([]);
    expect(at(data, 'people.nodes')).toEqual([{ id: 'person-1' }]);
  });

  test('with the same filter written in another way', async () => {
    const cursor = await cursorOf(`{ people(first: 2, filter: { text: "Ángel", quoted: true }) ${end} }`, 'people');
    const { errors } = await ask(
      `{ people(after: "${cursor}", filter: { quoted: true, text: "ANGEL", axes: null }) { nodes { id } } }`,
    );
    expect(errors).toEqual([]);
  });
});

/** What a cursor is made of: the mark of its list, then the key. */
function parts(cursor: string): readonly unknown[] {
  const found: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  return Array.isArray(found) ? found : [];
}
