import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { testServer, type TestServer } from './http-schema.ts';

let running: TestServer;
beforeAll(async () => {
  running = await testServer();
});
afterAll(() => running.server.close());

type Answered = Awaited<ReturnType<TestServer['post']>>;

/** A refusal is JSON with a message and a code, says nothing of the inside, and is no fault of the server. */
function expectRefusal({ status, headers, body, json }: Answered, code?: string): void {
  expect([200, 400, 404, 405, 406, 413, 415, 429]).toContain(status);
  expect(headers['content-type']).toMatch(/^application\/(graphql-response\+)?json/);
  expect(headers['x-request-id']).toBeTruthy();
  expect(json.errors?.length).toBeGreaterThan(0);
  expect(json.errors?.length).toBeLessThanOrEqual(5);
  for (const { message, extensions } of json.errors ?? []) {
    expect(message.length).toBeGreaterThan(10);
    expect(extensions.code).toMatch(
      /^(GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED|BAD_REQUEST|BAD_USER_INPUT|QUERY_TOO_COMPLEX)$/,
    );
    if (code !== undefined) expect(extensions.code).toBe(code);
  }
  expect(body).not.toMatch(/stack|node_modules|<html|Did you mean|FST_/i);
}

const nested = (open: string, close: string, levels: number) => open.repeat(levels) + close.repeat(levels);
const many = (count: number, one: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => one(index)).join(' ');
/** 1.3 kB: each fragment asks twice for the next. */
const bomb = `{...F0}${many(30, (i) => `fragment F${i} on Query{a:people{nodes{...P}}...F${i + 1} ...F${i + 1}}`)}fragment F30 on Query{hello}fragment P on Person{id}`;

describe('a body', () => {
  test.each<[string, string | Buffer, Record<string, string>, number]>([
    ['of malformed JSON', '{"query": "{ hello', {}, 400],
    ['that is empty', '', {}, 400],
    ['that is a number', '7', {}, 400],
    ['that is null', 'null', {}, 400],
    ['that is a string', '"{ hello }"', {}, 400],
    ['that is an array of requests', '[{"query": "{ hello }"}]', {}, 400],
    ['that is an empty object', '{}', {}, 400],
    ['without a query', '{"variables": {}}', {}, 400],
    ['in plain text', '{ hello }', { 'content-type': 'text/plain' }, 415],
    ['from a form', 'query={hello}', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['in parts', '--x--', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['of GraphQL', '{ hello }', { 'content-type': 'application/graphql' }, 415],
    ['of a content type that is none', '{}', { 'content-type': ';;;' }, 415],
    ['in Latin-1', Buffer.from('{"query": "{ hello(name: \\"José\\") }"}', 'latin1'), {}, 400],
    [
      'that says it is in UTF-16',
      '{"query": "{ hello }"}',
      { 'content-type': 'application/json; charset=utf-16' },
      415,
    ],
    ['that is compressed', gzipSync('{"query": "{ hello }"}'), { 'content-encoding': 'gzip' }, 415],
    ['that claims to be compressed', '{"query": "{ hello }"}', { 'content-encoding': 'br' }, 415],
    ['above the limit', JSON.stringify({ query: `{ hello } #${'x'.repeat(262_144)}` }), {}, 413],
    ['of deep arrays', nested('[', ']', 100_000), {}, 400],
    [
      'of deep variables',
      `{"query": "{ hello }", "variables": ${nested('{"a":', '}', 70).replace(':}', ':1}')}}`,
      {},
      400,
    ],
    ['of deep brackets never closed', '['.repeat(200_000), {}, 400],
    ['with a key __proto__', '{"query": "{ hello }", "__proto__": {"a": 1}}', {}, 400],
    [
      'with a key __proto__ in the variables',
      '{"query": "{ hello }", "variables": {"__proto__": {"name": "x"}}}',
      {},
      400,
    ],
    [
      'with a key constructor.prototype',
      '{"query": "{ hello }", "variables": {"constructor": {"prototype": {"a": 1}}}}',
      {},
      400,
    ],
    ['whose query is an object', '{"query": {"kind": "Document"}}', {}, 400],
    ['whose variables are a string', '{"query": "{ hello }", "variables": "{}"}', {}, 400],
    ['with a persisted query', '{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "abc"}}}', {}, 400],
  ])('%s is refused', async (_, body, headers, status) => {
    const answer = await running.post(body, headers);
    expectRefusal(answer);
    expect(answer.status).toBe(status);
  });

  test('with brackets in strings passes', async () => {
    const { json } = await running.post({
      query: 'query($n: String) { hello(name: $n) }',
      variables: { n: '[{('.repeat(100) },
    });
    expect(json.errors).toBeUndefined();
  });
});

describe('a document', () => {
  test.each([
    ['that does not parse', '{ hello', 'GRAPHQL_PARSE_FAILED'],
    ['of NUL and lone surrogates', '{ hello\u0000\ud800 }', 'GRAPHQL_PARSE_FAILED'],
    ['that is white space', '  ', 'GRAPHQL_PARSE_FAILED'],
    ['with an unknown field', '{ helo }', 'GRAPHQL_VALIDATION_FAILED'],
    ['with an unknown argument', '{ hello(nam: "a") }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'with a value that is not in the enum',
      '{ people(filter: {lang: EX}) { totalCount } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['with 1,000 unknown fields', `{ ${many(1000, (i) => `x${i}`)} }`, 'GRAPHQL_VALIDATION_FAILED'],
    ['that is a mutation', 'mutation { hello }', 'GRAPHQL_VALIDATION_FAILED'],
    ['that is a subscription', 'subscription { hello }', 'GRAPHQL_VALIDATION_FAILED'],
    ['of definitions that cannot run', 'type A { a: Int }', 'GRAPHQL_VALIDATION_FAILED'],
    ['with several operations and none named', 'query A { hello } query B { hello }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'with a cycle of fragments',
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['with fields that do not merge', '{ a: hello a: secret }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'with introspection in introspection',
      `{ __schema { types ${'{ fields { type '.repeat(5)} { name } ${'} }'.repeat(5)} } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['of deep selections', '{ a '.repeat(10_000), 'QUERY_TOO_COMPLEX'],
    ['of deep lists', `{ people(filter: {sectors: ${nested('[', ']', 5000)}}) { totalCount } }`, 'QUERY_TOO_COMPLEX'],
    ['with a bomb of fragments', bomb, 'QUERY_TOO_COMPLEX'],
    ['with 10,000 aliases', `{ ${many(10_000, (i) => `a${i}: hello`)} }`, 'QUERY_TOO_COMPLEX'],
    ['with 51 aliases', `{ ${many(51, (i) => `a${i}: hello`)} }`, 'QUERY_TOO_COMPLEX'],
    ['with 80,000 directives', `{ hello ${'@a '.repeat(80_000)} }`, 'QUERY_TOO_COMPLEX'],
    ['with one field 2,000 times', `{ ${'hello '.repeat(2000)} }`, 'QUERY_TOO_COMPLEX'],
    ['with 101 ids', `{ nodes(ids: [${many(101, (i) => `"${i}"`)}]) { id } }`, 'QUERY_TOO_COMPLEX'],
    [
      'with pages of pages',
      '{ people(first: 100) { nodes { friends(first: 100) { nodes { id } } } } }',
      'QUERY_TOO_COMPLEX',
    ],
    ['with a size beyond all measure', '{ people(first: 2147483647) { nodes { id } } }', 'QUERY_TOO_COMPLEX'],
  ])('%s is refused', async (_, query, code) => {
    const answer = await running.post({ query });
    expectRefusal(answer, code);
    expect(answer.status).toBe(400);
    if (code === 'QUERY_TOO_COMPLEX') {
      for (const { extensions } of answer.json.errors ?? [])
        expect(Number(extensions['cost'])).toBeGreaterThan(Number(extensions['limit']));
    }
  });

  test('refused for its size is a 200 for clients that accept only plain JSON', async () => {
    const answer = await running.post({ query: `{ ${'hello '.repeat(2000)} }` }, { accept: 'application/json' });
    expectRefusal(answer, 'QUERY_TOO_COMPLEX');
    expect(answer.status).toBe(200);
  });

  test('lists at most five errors and says how many it left out', async () => {
    const { json } = await running.post({ query: '{ failures { text } }' });
    expect(json.errors).toHaveLength(5);
    expect(json.extensions?.['errorsLeftOut']).toBe(7);
  });

  test('tells its cost and the limit in every answer', async () => {
    const { json } = await running.post({ query: '{ people(first: 10) { nodes { id } } }' });
    expect(json.extensions?.['cost']).toEqual({ cost: 11, limit: 10_000 });
  });

  test('the standard introspection query passes', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const { json } = await running.post({ query: getIntrospectionQuery() });
    expect(json.errors).toBeUndefined();
  });
});

describe('variables', () => {
  const page =
    'query($n: Int!, $ids: [ID!], $lang: Lang) { people(first: $n, filter: {sectors: $ids, lang: $lang}) { totalCount } }';

  test.each<[string, string, unknown, string]>([
    ['missing', page, {}, 'BAD_USER_INPUT'],
    ['null where none may be', page, { n: null }, 'BAD_USER_INPUT'],
    ['of another type', page, { n: 'ten' }, 'BAD_USER_INPUT'],
    ['beyond 32 bits', page, { n: 1e12 }, 'BAD_USER_INPUT'],
    ['an object for a number', page, { n: { a: 1 } }, 'BAD_USER_INPUT'],
    ['a list holding null', page, { n: 1, ids: [null] }, 'BAD_USER_INPUT'],
    ['not in the enum', page, { n: 1, lang: 'EX' }, 'BAD_USER_INPUT'],
    ['1,000 wrong ones', page, { n: 1, ids: Array.from({ length: 1000 }, () => ({})) }, 'BAD_USER_INPUT'],
    ['101 ids', page, { n: 1, ids: Array.from({ length: 101 }, String) }, 'QUERY_TOO_COMPLEX'],
    [
      'a list in a filter',
      'query($f: PersonFilter) { people(filter: $f) { totalCount } }',
      { f: { sectors: Array.from({ length: 101 }, String) } },
      'QUERY_TOO_COMPLEX',
    ],
    [
      'unknown input fields',
      'query($f: PersonFilter) { people(filter: $f) { totalCount } }',
      { f: { sector: ['a'] } },
      'BAD_USER_INPUT',
    ],
    [
      'a null that only the field refuses',
      'query($l: Lang = ES) { node(id: 1) { ... on Person { name(lang: $l) } } }',
      { l: null },
      'BAD_USER_INPUT',
    ],
    [
      'a null that only a directive refuses',
      'query($if: Boolean = true) { hello @include(if: $if) }',
      { if: null },
      'BAD_USER_INPUT',
    ],
    [
      'a null in a list that only the field refuses',
      'query($s: ID) { people(filter: {sectors: [$s]}) { totalCount } }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a page too large', 'query($n: Int!) { people(first: $n) { nodes { id } } }', { n: 20_000 }, 'QUERY_TOO_COMPLEX'],
    ['undeclared in the document', '{ hello(name: $name) }', {}, 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s are refused', async (_, query, variables, code) => {
    expectRefusal(await running.post({ query, variables }), code);
  });

  test('that no operation declares are ignored', async () => {
    const { json } = await running.post({ query: '{ hello }', variables: { more: 1, toString: 2 } });
    expect(json.errors).toBeUndefined();
  });

  test('of 100 kB are not quoted back whole', async () => {
    const { body } = await running.post({
      query: 'query($n: Int) { people(first: $n) { totalCount } }',
      variables: { n: 'x'.repeat(100_000) },
    });
    expect(body.length).toBeLessThan(3000);
  });

  test('with __proto__ in a URL reach no prototype', async () => {
    const variables = encodeURIComponent('{"f": {"__proto__": {"sectors": ["a"]}}, "__proto__": {"polluted": 1}}');
    expectRefusal(
      await running.get(`/graphql?query=query($f:PersonFilter){people(filter:$f){totalCount}}&variables=${variables}`),
      'BAD_USER_INPUT',
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('a request by URL', () => {
  test.each([
    ['without a query', '/graphql', 'BAD_REQUEST', 400],
    ['with two queries', '/graphql?query={hello}&query={hello}', 'BAD_REQUEST', 400],
    ['with variables that are no JSON', '/graphql?query={hello}&variables={', 'BAD_REQUEST', 400],
    ['with deep variables', `/graphql?query={hello}&variables=${nested('[', ']', 70)}`, 'QUERY_TOO_COMPLEX', 400],
    ['with a deep query', `/graphql?query=${'{a'.repeat(70)}`, 'QUERY_TOO_COMPLEX', 400],
    ['with a mutation', '/graphql?query=mutation{hello}', 'BAD_REQUEST', 405],
    ['to a path that is not there', '/nothing?x=1', 'BAD_REQUEST', 404],
    ['to a path badly encoded', '/%zz', 'BAD_REQUEST', 400],
    ['to a path above the root', '/../../etc/passwd', 'BAD_REQUEST', 404],
  ])('%s is refused', async (_, url, code, status) => {
    const answer = await running.get(url);
    expectRefusal(answer, code);
    expect(answer.status).toBe(status);
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'HEAD'] as const)(
    'by %s is a 405 that tells what is allowed',
    async (method) => {
      const { statusCode, headers } = await running.server.fastify.inject({ method, url: '/graphql' });
      expect([statusCode, headers.allow]).toEqual([405, 'GET, POST']);
    },
  );

  test.each(['[', 'a b', '%zz', ''])('with the host %j is refused or answered, never a fault', async (host) => {
    const { status } = await running.get('/graphql?query={hello}', { host });
    expect([200, 400]).toContain(status);
  });

  test('that accepts no JSON is a 406', async () => {
    const answer = await running.get('/graphql?query={hello}', { accept: 'image/png' });
    expectRefusal(answer, 'BAD_REQUEST');
    expect(answer.status).toBe(406);
  });
});
