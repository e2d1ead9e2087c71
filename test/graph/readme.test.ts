import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { withSeeds } from '../support/seeded-graph.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/```graphql\n(.*?)```\s+```json\n(.*?)```/gs)].map(
  ([, query = '', answer = '']) => ({ query, answer }),
);

const { ask } = withSeeds();

test('the README shows several questions with their answers', () => {
  expect(examples.length).toBeGreaterThanOrEqual(4);
});

test.for(examples)('the README’s answer is what the graph says: $query', async ({ query, answer }) => {
  expect(await ask(query)).toEqual(JSON.parse(answer));
});
