import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { graphql } from 'graphql';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import { importPackage } from '../../src/dataset/importing.ts';
import { connectGraph, type Graph } from '../../src/graph/graph.ts';
import { createContext } from '../../src/graphql/context.ts';
import { buildSchema } from '../../src/graphql/schema.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/```graphql\n(.*?)```\s+```json\n(.*?)```/gs)].map(
  ([, query = '', answer = '']) => ({ query, answer }),
);

let graph: Graph;

beforeAll(async () => {
  graph = connectGraph({
    uri: inject('neo4jUri'),
    username: '',
    password: null,
    database: 'neo4j',
    statementTimeout: 30_000,
    connectionTimeout: 10_000,
    poolTimeout: 10_000,
  });
  const { outcome } = await importPackage(graph, join(root, 'seeds/cdmx-2016'));
  expect(outcome).not.toBe('invalid');
});

afterAll(() => graph.close());

test('the README shows several questions with their answers', () => {
  expect(examples.length).toBeGreaterThanOrEqual(4);
});

test.for(examples)('the README’s answer is what the graph says: $query', async ({ query, answer }) => {
  const result = await graphql({ schema: buildSchema(), source: query, contextValue: createContext(graph, 'readme') });
  expect(JSON.parse(JSON.stringify(result))).toEqual({ data: JSON.parse(answer) });
});
