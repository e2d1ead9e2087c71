import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { commandLine } from '../support/command-line.ts';
import { withSeeds, type Answer } from '../support/seeded-graph.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** What stands in the place of what is left out. */
const LEFT_OUT = '…';
/** Letters in a line of an answer that goes to a file. */
const WIDTH_OF_FILES = 120;

const queries = [...readme.matchAll(/```graphql\n(.*?)```\s+```json\n(.*?)```/gs)].map(
  ([, query = '', answer = '']) => ({
    query,
    answer,
  }),
);
const commands = [...readme.matchAll(/```sh\nsobremesa ([^\n]+)\n```\s+```text\n(.*?)\n```/gs)].map(
  ([, line = '', answer = '']) => ({ line, answer }),
);

const { ask, graph } = withSeeds();
const sobremesa = commandLine(graph, WIDTH_OF_FILES);

describe('The README', () => {
  it('shows several questions with their answers, and every answer in its table', () => {
    expect(queries.length).toBeGreaterThanOrEqual(7);
    expect(commands.map(({ line }) => line.split(' ')[0])).toEqual(['who', 'suggest', 'paths', 'coverage', 'brief']);
    const files = [...readme.matchAll(/\]\(operations\/(.+?)\)/g)].map(([, file]) => file);
    expect(files).toHaveLength(8);
    expect(readdirSync(join(root, 'operations'))).toEqual(expect.arrayContaining(files));
  });

  it.for(queries)('answers as the graph does: $query', async ({ query, answer }) => {
    expect(await ask(query)).toEqual(JSON.parse(answer));
  });

  it.for(commands)('shows what the command says, in its order: $line', async ({ line, answer }) => {
    const { out, code } = await sobremesa(
      ...(line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', '')),
    );
    expect(code).toBe(0);
    expect(out.replace('\ufeff', '').trimEnd().replaceAll('\r\n', '\n')).toMatch(shortened(answer));
  });

  it('shows the table of 25 that the graph has, with the first reason of each seat', async () => {
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
});

/** A text whose parts stand in the place of “…”. */
function shortened(text: string): RegExp {
  const parts = text.split(LEFT_OUT).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]*')}$`);
}
