import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { outcomeOf, printed } from '../../src/cli/answers/answering.ts';
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
const refusalOf = async (options: InviteOptions, lang: 'es' | 'en') => {
  const given = { ...options, lang, separator: 'comma' as const };
  const { err, code } = await outcomeOf(askerOf(graph, inTurn), invite, [], given, 80);
  expect(code).toBe(2);
  return err;
};
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

  it.each<readonly [string, InviteOptions, string, string]>([
    [
      'more seats than people',
      { size: '900' },
      '--size: se esperaban a lo más 76 lugares, porque a tantas personas se puede invitar, pero llegó 900. Pida menos, elija entre más gente (--everybody) o excluya a menos.',
      '--size: expected at most 76 seats, because so many people and guests may be invited, but got 900. Lower it, widen --everybody, or exclude fewer.',
    ],
    [
      'fewer seats than people who must come',
      { size: '1', with: ['Clara Jusidman', 'Tanya Müller García'] },
      '--size: se esperaban al menos 2 lugares, uno para cada quien de --with (2) y de --guest (0), pero llegó 1. Pida más, o invite a menos.',
      '--size: expected at least 2 seats, one for each of --with (2) and --guest (0), but got 1. Raise it, or invite fewer.',
    ],
    [
      'somebody who comes and does not',
      { with: ['Clara Jusidman'], without: ['Clara Jusidman'] },
      '--without: se esperaba a quienes no estén en --with, pero «clara-jusidman» está en ambas partes. Quite una de ellas.',
      '--without: expected people other than those of --with, but got "clara-jusidman" in both. Take it out of one of them.',
    ],
    [
      'at least more than at most',
      { atLeast: ['Sector empresarial=5'], atMost: ['Sector empresarial=4'] },
      '--at-least, --at-most: se esperaba un mínimo que no pase del máximo para «sector-empresarial», pero llegó 5 como mínimo y 4 como máximo. Cambie uno por otro, o quite uno.',
      '--at-least, --at-most: expected a min of at most max for sector "sector-empresarial", but got min 5 and max 4. Exchange the two, or leave one out.',
    ],
    [
      'a package that nobody has loaded',
      { package: 'lima' },
      '--package: se esperaban claves de paquetes cargados (cdmx-2016), pero llegó «lima». Dé una de ellas.',
      '--package: expected ids of packages that are loaded (cdmx-2016), but got "lima". Ask { datasets { id title } } for them.',
    ],
  ])('refuses %s in the language that is asked for, by the names of its options', async (_, options, es, en) => {
    expect(await refusalOf(options, 'es')).toBe(`${es}\n`);
    expect(await refusalOf(options, 'en')).toBe(`${en}\n`);
  });

  it.each<readonly [string, object, string]>([
    ['a field that there is not', { seats: 4 }, '--input: se esperaba lo que admite la API'],
    ['a value of another type', { size: '4' }, 'size (--input): se esperaba lo que admite la API'],
    ['too few seats', { size: 0 }, 'size (--input): se esperaba 1 o más, pero llegó 0.'],
    [
      'what nobody is',
      { invite: ['agua'] },
      'invite (--input): se esperaban claves de persona, pero llegó «agua», que es de otra clase (tema).',
    ],
    ['a group that there is not', { quotas: [{ group: 'nuevas', min: 1 }] }, 'quotas.group (--input): se esperaba'],
  ])('refuses what a file asks by the names of its fields: %s', async (_, input, es) => {
    const path = join(folder, 'refused.json');
    await writeFile(path, JSON.stringify(input));
    expect(await refusalOf({ input: path }, 'es')).toContain(es);
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
