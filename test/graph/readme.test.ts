import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { withSeeds, type Answer } from '../support/seeded-graph.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/```graphql\n(.*?)```\s+```json\n(.*?)```/gs)].map(
  ([, query = '', answer = '']) => ({ query, answer }),
);

const { ask } = withSeeds();

test('the README shows several questions with their answers', () => {
  expect(examples.length).toBeGreaterThanOrEqual(4);
});

test('the README’s table of 25 is the one that the graph has, with the first reason of each seat', async () => {
  const rows = [...readme.matchAll(/^\| +(\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(([, ...cells]) =>
    cells.map((cell) => cell.trim()),
  );
  const { planInvitations } = await ask(
    '{ planInvitations(input: { focus: { axes: [{ id: "eje-3-mega-laboratorio-urbano" }] } }) { ... on InvitationPlan { invitees { person { name participations { sector { name } } } reasons { statement } } } } }',
  );
  expect(rows).toEqual(
    planInvitations.invitees.map(({ person, reasons }: Answer['data'], at: number) => [
      String(at + 1),
      person.name,
      person.participations[0].sector.name,
      reasons[0].statement,
    ]),
  );
});

test.for(examples)('the README’s answer is what the graph says: $query', async ({ query, answer }) => {
  expect(await ask(query)).toEqual(JSON.parse(answer));
});
