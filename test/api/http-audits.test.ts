import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { testServer, type TestServer } from './http-schema.ts';

let running: TestServer;
beforeAll(async () => {
  running = await testServer();
});
afterAll(() => running.server.close());

test('passes every audit of GraphQL over HTTP', async () => {
  const { url } = await running.server.listen();
  const results = await auditServer({ url: `${url}/graphql`, fetchFn: fetch });
  expect(results).toHaveLength(61);
  expect(results.filter(({ status }) => status !== 'ok').map(({ name }) => name)).toEqual([]);
});
