import { ApolloServer } from '@apollo/server';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { testServer, type TestServer } from './http-schema.ts';

type Body = Readonly<Record<string, unknown>>;
type Headers = Readonly<Record<string, string>>;

const byApollo = vi.spyOn(ApolloServer.prototype, 'executeHTTPGraphQLRequest');
let running: TestServer | undefined;
const open = async (...options: Parameters<typeof testServer>) => (running = await testServer(...options));
afterEach(async () => {
  byApollo.mockClear();
  await running?.server.close();
});

const NAMED = 'query Hello($name: String) { hello(name: $name) } query Sectors { sectors { id } }';
const RESPONSE_JSON = { accept: 'application/graphql-response+json' };

/** What a client sees, without what is new with each request. */
const seen = ({ status, headers, body }: Awaited<ReturnType<TestServer['post']>>) => {
  const { 'x-request-id': _id, date: _date, ...lasting } = headers;
  return { status, headers: lasting, body: body.replace(/req-[\w-]+|[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID') };
};
/** What the log tells of a request, without what is new with each. */
const told = ({ operation, statements, cost, status, errors, msg }: Record<string, unknown>) => ({
  operation,
  statements,
  cost,
  status,
  errors,
  msg,
});

describe('An operation that came before', () => {
  test.each<[string, Body, Headers?]>([
    ['plain', { query: '{ sectors { id } }' }],
    ['with all that a body may hold', { query: '{ hello }', operationName: null, variables: {}, extensions: {} }],
    ['with what a client adds of its own', { query: '{ hello }', extensions: { clientLibrary: { name: 'x' } }, id: 1 }],
    ['with variables', { query: 'query ($name: String) { hello(name: $name) }', variables: { name: 'Ana' } }],
    ['of several, by its name', { query: NAMED, operationName: 'Hello', variables: { name: 'Ana' } }],
    ['that fails in part', { query: '{ a: hello b: secret }' }],
    ['that fails at the root', { query: '{ failures { text } }' }],
    ['that is refused by a resolver', { query: '{ wrong(id: "x") }' }],
    ['while the database is away', { query: '{ away }' }],
    ['that takes the database too long', { query: '{ slow }' }],
    ['that nobody waits for', { query: '{ abandoned }' }],
    [
      'with a variable of another type',
      { query: 'query ($name: String) { hello(name: $name) }', variables: { name: 7 } },
    ],
    ['without a variable that it needs', { query: 'query ($id: ID!) { node(id: $id) { id } }' }],
    [
      'that is too dear',
      {
        query:
          '{ people(first: 100) { nodes { friends(first: 100) { nodes { id friends(first: 100) { nodes { id } } } } } } }',
      },
    ],
    [
      'with too long a list',
      {
        query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
        variables: { ids: Array.from({ length: 101 }, String) },
      },
    ],
    ['that asks for the schema', { query: '{ __schema { queryType { name } } hello }' }],
    ['with a directive', { query: 'query ($x: Boolean = false) { hello @include(if: $x) sectors { id } }' }],
    ['for a client of the newer type', { query: '{ hello }' }, RESPONSE_JSON],
    ['that fails, for a client of the newer type', { query: '{ wrong }' }, RESPONSE_JSON],
    [
      'that is refused, for a client of the newer type',
      { query: 'query ($id: ID!) { node(id: $id) { id } }' },
      RESPONSE_JSON,
    ],
    ['for a client that takes anything', { query: '{ hello }' }, { accept: '*/*' }],
  ])('%s is answered as before, without Apollo', async (_, body, headers = {}) => {
    const { post, logged } = await open();
    // The answer of another one tells in which type this client is answered.
    await post({ query: '{ hello(name: "first") }' }, headers);
    const first = seen(await post(body, headers));
    const told1 = told(logged.at(-1) ?? {});
    const passed = byApollo.mock.calls.length;
    expect(seen(await post(body, headers))).toEqual(first);
    expect(told(logged.at(-1) ?? {})).toEqual(told1);
    expect(byApollo.mock.calls.length - passed).toBe(0);
  });

  test.each<[string, Body, Body, Headers?]>([
    ['under another name', { query: NAMED, operationName: 'Hello' }, { query: NAMED, operationName: 'Sectors' }],
    ['without the name that tells which', { query: NAMED, operationName: 'Hello' }, { query: NAMED }],
    [
      'under a name that it does not have',
      { query: NAMED, operationName: 'Hello' },
      { query: NAMED, operationName: '' },
    ],
    ['with variables that are a text', { query: '{ hello }' }, { query: '{ hello }', variables: '{}' }],
    ['with variables that are a list', { query: '{ hello }' }, { query: '{ hello }', variables: [] }],
    ['with a name that is none', { query: '{ hello }' }, { query: '{ hello }', operationName: 7 }],
    ['with extensions that are a text', { query: '{ hello }' }, { query: '{ hello }', extensions: '{}' }],
    [
      'as a persisted query',
      { query: '{ hello }' },
      { query: '{ hello }', extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } },
    ],
    [
      'for a client of a type that there is not',
      { query: '{ hello }' },
      { query: '{ hello }' },
      { accept: 'image/png' },
    ],
  ])('%s is left to Apollo', async (_, before, body, headers = {}) => {
    const fresh = await testServer();
    const alone = seen(await fresh.post(body, headers));
    await fresh.server.close();
    const { post } = await open();
    for (let time = 0; time < 2; time += 1) await post(before);
    byApollo.mockClear();
    expect(seen(await post(body, headers))).toEqual(alone);
    expect(byApollo).toHaveBeenCalledOnce();
  });

  test('stays refused when it was', async () => {
    const { post } = await open();
    for (const query of ['{ nothing }', '{ hello', '', '{ hello }'.repeat(2)]) {
      const first = seen(await post({ query }));
      expect(first.body).toContain('"errors"');
      expect(seen(await post({ query }))).toEqual(first);
    }
    expect(byApollo).toHaveBeenCalledTimes(8);
  });

  test('is told as before where its context cannot be made', async () => {
    let broken = false;
    const { post, logged } = await open({
      createContext: () => {
        if (broken) throw new Error('password=hunter2');
        return { statementsSent: () => 0 };
      },
    });
    await post({ query: '{ hello }' });
    broken = true;
    const known = seen(await post({ query: '{ hello }' }));
    expect(logged.filter(({ msg }) => msg === 'no context for the request')).toHaveLength(1);
    expect(known).toEqual(seen(await post({ query: '{ sectors { id } }' })));
    expect(known).toMatchObject({ status: 500, body: expect.stringContaining('INTERNAL_SERVER_ERROR') });
    expect(known.body).not.toContain('hunter2');
  });

  test('by GET passes Apollo, which refuses what a GET may not ask', async () => {
    const { server } = await open();
    const url = `/graphql?query=${encodeURIComponent('{ hello }')}`;
    for (let time = 0; time < 2; time += 1) await server.fastify.inject({ method: 'GET', url });
    expect(byApollo).toHaveBeenCalledTimes(2);
  });
});
