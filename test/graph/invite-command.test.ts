import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { printed } from '../../src/cli/answers/answering.ts';
import { askerOf } from '../../src/cli/answers/asking.ts';
import { invite } from '../../src/cli/answers/invite.ts';
import type { InviteOptions } from '../../src/cli/answers/invite-input.ts';
import { AnswerError, type Answered } from '../../src/cli/answers/question.ts';
import { inTurn } from '../support/seat.ts';
import { withSeeds } from '../support/seeded-graph.ts';

const { graph } = withSeeds();
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'invite-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const answer = (options: InviteOptions, lang: 'es' | 'en' = 'es') =>
  invite.answer({ texts: [], options, lang }, askerOf(graph, inTurn));
const AXIS = 'eje-3-mega-laboratorio-urbano';
/** The last column of the first table: ids. */
const idsOf = ({ table }: Answered) => table.rows.map((row) => String(row.at(-1)));

describe('sobremesa invite', () => {
  it('prints a table of seats with reasons, where they stand, and alternates; by names or ids', async () => {
    const answered = await answer({ size: '6', about: ['Mega-laboratorio urbano'], atMost: ['Sector gobierno=2'] });
    const [outcomes, axes] = answered.besides ?? [];
    expect(answered.table.rows).toHaveLength(6);
    for (const [name, , sector, , why, where] of answered.table.rows) {
      for (const cell of [name, sector, why]) expect(cell).not.toBe('');
      expect(where).toContain('La Ciudad de México en el mundo');
    }
    expect(outcomes?.rows.find(([name]) => name === 'Sector gobierno')).toEqual([
      'Sector gobierno',
      '0',
      '2',
      '2',
      '25',
    ]);
    expect(axes?.rows).toHaveLength(5);
    expect(printed(answered, { separator: 'comma', lang: 'es' }, 200).out).toContain('Mega-laboratorio urbano');
  });

  it('says which wishes clash and what makes a table possible', async () => {
    const impossible = await answer({ atLeast: ['sector-empresarial=14'] }, 'en');
    const { out } = printed(impossible, { separator: 'comma', lang: 'en', markdown: true }, 80);
    expect(out).toContain('| Business sector | 14 | no bound | – | 12 |');
    expect(out).toContain('| Lower the minimum of Business sector from 14 to 12. |');
    expect(out).toContain('No table keeps all that was asked.');
  });

  it('leaves out who was at the last table, by the CSV that it has printed of it', async () => {
    const first = await answer({ size: '10', about: [AXIS] });
    const path = join(folder, 'last.csv');
    await writeFile(path, printed(first, { separator: 'semicolon', lang: 'es', csv: true }, 80).out);
    const next = await answer({ size: '10', about: [AXIS], invited: [path] });
    expect(idsOf(next)).toHaveLength(10);
    expect(idsOf(next).filter((id) => idsOf(first).includes(id))).toEqual([]);
  });

  it('keeps a plan, and plans it anew without who declined', async () => {
    const path = join(folder, 'plan.json');
    const first = await answer({ size: '8', about: [AXIS], save: path });
    const [gone = ''] = idsOf(first);
    const again = await answer({ replan: path, declined: [gone], save: path });
    const kept = idsOf(first).slice(1);
    const nameOf = ({ table }: Answered, id: string) => String(table.rows.find((row) => row.at(-1) === id)?.[0]);
    const [come = ''] = idsOf(again).filter((id) => !idsOf(first).includes(id));
    expect(first.notes).toEqual([]);
    expect(again.notes).toEqual([
      {
        es: `Respecto al plan entra: ${nameOf(again, come)}. Sale: ${nameOf(first, gone)}.`,
        en: `New since the plan: ${nameOf(again, come)}. No longer there: ${nameOf(first, gone)}.`,
      },
    ]);
    expect((await answer({ replan: path })).notes?.map(({ en }) => en)).toEqual([
      'They are the same people as in the plan.',
    ]);
    expect(idsOf(again)).toHaveLength(8);
    expect(idsOf(again)).toEqual(expect.arrayContaining(kept));
    expect(idsOf(again)).not.toContain(gone);
    const { seats, input } = JSON.parse(await readFile(path, 'utf8'));
    expect(
      seats
        .filter(({ locked }: { locked: boolean }) => locked)
        .map(({ id }: { id: string }) => id)
        .sort(),
    ).toEqual([...kept].sort());
    expect(input).toMatchObject({ size: 8, exclude: [gone], invite: [] });
  });

  it.each<readonly [string, InviteOptions]>([
    ['two subjects, one twice as important', { about: ['eje-4-ciudad-del-conocimiento', 'Agua=2'] }],
    ['at least and at most so many', { atLeast: ['Sector empresarial=5'], atMost: ['Academia=4'] }],
    ['two of an institution', { maxPerInstitution: '2' }],
    ['some people only', { size: '10', among: ['Sociedad civil y medio cultural'] }],
    ['everybody', { everybody: true }],
    ['one who comes and one who does not', { with: ['Clara Jusidman'], without: ['Ana Saldaña'] }],
    ['somebody from outside', { guest: ['Noemí Lugo=Sector empresarial'] }],
  ])('understands the examples of the guide: %s', async (_, options) => {
    const guide = readFileSync(join(import.meta.dirname, '../../docs/invitaciones.md'), 'utf8');
    for (const text of Object.values(options).flat()) if (typeof text === 'string') expect(guide).toContain(text);
    const answered = await answer(options);
    expect(answered.data).toMatchObject({ planInvitations: { invitees: expect.anything() } });
  });

  it('takes what the API takes from a file, and refuses what the API refuses', async () => {
    const path = join(folder, 'input.json');
    await writeFile(path, JSON.stringify({ size: 4, groups: [{ name: 'nuevas', members: ['clara-jusidman'] }] }));
    expect(idsOf(await answer({ input: path, with: ['Clara Jusidman'] }))).toContain('clara-jusidman');
    await writeFile(path, JSON.stringify({ size: 400 }));
    await expect(answer({ input: path })).rejects.toThrow(AnswerError);
    await writeFile(path, JSON.stringify({ seats: 4 }));
    await expect(answer({ input: path })).rejects.toThrow('seats');
  });
});
