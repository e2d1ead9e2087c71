import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { namesIn } from '../../../src/cli/answers/invited-names.ts';
import { toTableInput, type InviteOptions } from '../../../src/cli/answers/invite-input.ts';
import { AnswerError, type Ask } from '../../../src/cli/answers/question.ts';
import { writeSeatPlan, type SeatPlan } from '../../../src/cli/answers/seat-plan.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'invite-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const kinds: Readonly<Record<string, string>> = {
  s: 'SECTOR',
  x: 'PRIORITY_AXIS',
  t: 'THEME',
  asia: 'REGION',
  unam: 'ORGANIZATION',
};

/** A graph that knows whatever has an id of letters without "unknown", people but for those above. */
const ask: Ask = async (operation, variables) => {
  const id = String(variables['id'] ?? variables['text']);
  const isKnown = operation.includes('node(id') && !id.includes('unknown');
  const node = isKnown ? { id, kind: kinds[id] ?? 'PERSON', name: `Name of ${id}` } : null;
  const answer = operation.includes('node(id') ? { node } : { search: { totalCount: 0, suggestions: [], edges: [] } };
  // The test says what each operation answers.
  return answer as never;
};
const inputOf = (options: InviteOptions) => toTableInput(options, { ask, lang: 'en' });
const refusalOf = async (options: InviteOptions): Promise<string> => {
  const refused = await inputOf(options).then(
    () => null,
    (cause: unknown) => cause,
  );
  if (refused instanceof AnswerError) return refused.message;
  throw new Error(`Expected an AnswerError, but got ${String(refused)}.`);
};

describe('The people of former tables', () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      'one to a line, with remarks and empty lines',
      'Ana Luz\r\n\r\n# mesa de mayo\nbeto-rio \n',
      ['Ana Luz', 'beto-rio'],
    ],
    ['one to a line under a heading', 'Nombre\nLuz, Ana\nRío', ['Luz, Ana', 'Río']],
    ['a table with ids', 'id,name\nana,Ana\nleo,"Leo, el de aquí"', ['ana', 'leo']],
    ['a table with names between semicolons', 'Mesa;Nombre\n1;Ana\n2;"Leo"\n2;Ana', ['Ana', 'Leo']],
    ['a table with names between tabs', 'Person\tRole\nAna\tchair', ['Ana']],
    [
      'what the command has printed itself',
      '\ufeff"Nombre","N.º","Clave"\r\n"Ana Luz","1","ana"\r\n"Leo","2","leo"\r\n',
      ['ana', 'leo'],
    ],
    ['nobody', '', []],
  ])('are read from %s', (_, text, names) => {
    expect(namesIn(text)).toEqual(names);
  });
});

describe('What is asked of a table', () => {
  it('is what the options say, with ids in the place of names', async () => {
    const { input } = await inputOf({
      size: '12',
      about: ['x', 'asia=2.5', 't'],
      atLeast: ['s=3', 'unam = 1'],
      atMost: ['s=5'],
      among: ['s', 'asia'],
      with: ['ana'],
      without: ['leo', 'eva'],
      guest: ['Noemí=s', 'Tom'],
      maxPerInstitution: '2',
      alternates: '1',
      package: 'p',
    });
    expect(input).toEqual({
      size: 12,
      focus: { axes: [{ id: 'x' }], themes: [{ id: 't' }], places: [{ id: 'asia', weight: 2.5 }] },
      quotas: [
        { sector: 's', min: 3, max: 5 },
        { institution: 'unam', min: 1 },
      ],
      candidates: { consulted: true, sectors: ['s'], places: ['asia'] },
      invite: ['ana'],
      exclude: ['leo', 'eva'],
      guests: [{ name: 'Noemí', sector: 's' }, { name: 'Tom' }],
      maxPerInstitution: 2,
      alternates: 1,
      dataset: 'p',
    });
  });

  it('adds to a file', async () => {
    const path = await file('input.json', '{"size": 8, "quotas": [{"axis": "x", "min": 1}], "exclude": ["leo"]}');
    const { input } = await inputOf({ input: path, size: '9', atLeast: ['s=2'], without: ['eva'] });
    expect(input).toEqual({
      size: 9,
      quotas: [
        { axis: 'x', min: 1 },
        { sector: 's', min: 2 },
      ],
      exclude: ['leo', 'eva'],
    });
  });

  it('leaves out who was at former tables, but for who is asked for again, and tells who is not in the graph', async () => {
    const before = await file('before.txt', 'ana\nleo\nSomebody unknown');
    const { input, unknown } = await inputOf({ invited: [before], with: ['leo'] });
    expect(input).toMatchObject({ invite: ['leo'], exclude: ['ana'] });
    expect(unknown).toEqual(['Somebody unknown']);
  });

  it('takes everybody where that is asked', async () => {
    expect((await inputOf({ everybody: true, among: ['unam'] })).input).toMatchObject({
      candidates: { institutions: ['unam'] },
    });
  });

  const plan: SeatPlan = {
    input: { size: 3, invite: ['eva'] },
    seats: [
      { id: 'ana', name: 'Ana', locked: true },
      { id: 'eva', name: 'Eva', locked: false },
      { id: 'leo', name: 'Leo', locked: false },
    ],
  };

  it('keeps the locked seats of a plan, and frees the others', async () => {
    const path = join(folder, 'plan.json');
    await writeSeatPlan('--save', path, plan, 'en');
    expect(await readFile(path, 'utf8')).toContain('"locked": true');
    const { input, locked } = await inputOf({ replan: path });
    expect([input['size'], input['invite'], locked]).toEqual([3, ['eva', 'ana'], ['ana']]);
    expect((await inputOf({ replan: path, lock: ['leo'] })).locked).toEqual(['ana', 'leo']);
  });

  it('keeps everybody but who declined', async () => {
    const path = join(folder, 'declined.json');
    await writeSeatPlan('--save', path, plan, 'en');
    const { input, locked } = await inputOf({ replan: path, declined: ['ana', 'eva'] });
    expect([input['invite'], input['exclude'], locked]).toEqual([['leo'], ['ana', 'eva'], ['leo']]);
  });

  it.each<readonly [string, InviteOptions, string]>([
    ['a bound without a number', { atLeast: ['s'] }, '--at-least: expected what is counted and how many'],
    ['a bound that is no whole number', { atMost: ['s=1.5'] }, '--at-most: expected what is counted'],
    ['somebody who is not in the graph', { with: ['unknown'] }, 'nothing of that is called “unknown”'],
    ['a lock without a plan', { lock: ['ana'] }, 'expected --replan'],
    ['a file that is not there', { input: '/nowhere.json' }, '--input: expected a file that can be read'],
    ['former tables that are not there', { invited: ['/nowhere.csv'] }, '--invited: expected a file that can be read'],
  ])('is refused for %s', async (_, options, message) => {
    expect(await refusalOf(options)).toContain(message);
  });

  it('is refused in the language that is asked for, the reason of the system too', async () => {
    const input = toTableInput({ input: '/nowhere.json' }, { ask, lang: 'es' });
    await expect(input).rejects.toThrow('pero llegó «/nowhere.json» (no existe). Corrija la ruta.');
    expect(await refusalOf({ input: folder })).toContain('(it is a folder)');
  });

  it('is refused for files of another shape', async () => {
    const text = await file('text.json', '{"invite": "ana"}');
    expect(await refusalOf({ input: text })).toContain('--input: expected a list as “invite”, but got "ana"');
    const list = await file('list.json', '[1]');
    expect(await refusalOf({ input: list })).toContain('--input: expected an object with fields of InvitationInput');
    expect(await refusalOf({ replan: await file('broken.json', '{') })).toContain('--replan: expected a plan');
    const other = await file('other.json', '{"input": {}, "seats": [{"id": 1}]}');
    expect(await refusalOf({ replan: other })).toContain('seats.0.id');
    const path = await file('stranger.json', JSON.stringify(plan));
    expect(await refusalOf({ replan: path, declined: ['uma'] })).toContain('but got “uma”, who has no seat in it');
    await expect(writeSeatPlan('--save', '/nowhere/plan.json', plan, 'en')).rejects.toThrow(
      '--save: expected a file that can',
    );
  });
});
