import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { readMaterial, type Material } from '../../src/answers/invitations/candidates.ts';
import { plannedFor } from '../../src/answers/invitations/planner.ts';
import { fitPoints, points, voicePoints } from '../../src/answers/invitations/points.ts';
import { toTable, type Table } from '../../src/answers/invitations/table.ts';
import { toWishes } from '../../src/answers/invitations/wishes.ts';
import { createContext } from '../../src/graphql/context.ts';
import { seat } from '../support/seat.ts';
import { withSeeds } from '../support/seeded-graph.ts';

const docs = ['invitations.md', 'invitaciones.md'].map((name) =>
  readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8'),
);
const AXIS = 'eje-3-mega-laboratorio-urbano';
const institutions = [
  'secretaria-de-medio-ambiente-cdmx',
  'laboratorio-para-la-ciudad-cdmx',
  'instituto-mexicano-para-la-competitividad',
  'transparencia-mexicana',
];

/** The two numbers that a page's table gives for a person. */
function rowOf(page: string, name: string): readonly number[] {
  const row = page.split('\n').find((line) => line.startsWith(`| ${name} `));
  return (row ?? '').split('|').slice(3, 5).map(Number);
}

describe('The example that is worked by hand', () => {
  const { graph } = withSeeds();
  const wishes = toWishes({ size: 3, focus: { axes: [{ id: AXIS }] } });
  let material: Material;
  let table: Table;
  beforeAll(async () => {
    const { loaders } = createContext(graph, 'example');
    material = await readMaterial(wishes, { institutions, consulted: true }, 'cdmx-2016', { graph, loaders });
    table = toTable(wishes, material, (await plannedFor(null, graph))?.planner ?? null);
  });

  it('has the people, facts and points of the graph, in both languages', async () => {
    const people = createContext(graph, 'names').loaders;
    expect(material.candidates).toHaveLength(4);
    for (const { id, positions } of material.candidates) {
      const person = await people.entity(id, false);
      const fit = material.fit.get(id)?.get(AXIS) ?? { own: 0, throughInstitution: 0 };
      const worked = [fitPoints(fit, { weight: 1 }), voicePoints(positions)];
      for (const page of docs) expect(rowOf(page, person?.name ?? ''), id).toEqual(worked);
    }
  });

  it('ends with the table and the sum that the pages tell', async () => {
    const answer = await seat(table.problem);
    if (answer.outcome !== 'seated') throw new Error('Expected the example to have a table, but it has none.');
    const idOf = (candidate: number) => table.problem.candidates[candidate]?.id;
    expect(answer.seats.map(({ candidate }) => idOf(candidate))).toEqual([
      'barbara-del-castillo-nino',
      'juan-pardinas-carpizo',
      'tanya-muller-garcia',
    ]);
    expect(answer.seats.at(-1)?.alternates.map(idOf)).toEqual(['clorinda-romo']);
    expect(answer.points).toBe(1133);
    for (const page of docs) expect(page).toMatch(/12 \+ 116 \+ 75[^]*\*\*1133\*\*[^]*1123/);
  });

  it('has the points that the pages explain', () => {
    const { own, throughInstitution } = points.fit;
    for (const page of docs) {
      const numbers = [...page.matchAll(/^\|[^|]+\| (\d+)(?:, (?:and|y) (\d+)[^|]*)? *\|$/gm)].map(
        ([, first, further]) => (further === undefined ? Number(first) : [Number(first), Number(further)]),
      );
      expect(numbers).toEqual([
        [own.first, own.further],
        [throughInstitution.first, throughInstitution.further],
        [points.voice.first, points.voice.further],
        points.focusPresent,
        points.sectorPresent,
        points.institutionPresent,
        points.regionPresent,
      ]);
    }
  });
});
