import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it, vi } from 'vitest';

import { audit } from '../../../src/cli/audit.ts';
import { withCells, withFile, writePackage } from '../../support/packages.ts';
import { seedRows, seeds } from '../../support/seed-rows.ts';
import { clean } from './drafts.ts';

const example = join(import.meta.dirname, '../../packages/ejemplo-2020');

/** What the command prints, and how it ends. */
async function run(...command: Parameters<typeof audit>) {
  const written: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  const code = await audit(...command).finally(() => spy.mockRestore());
  return { code, text: written.join('') };
}

describe('The package of', () => {
  it.each([
    ['the made-up city', example],
    ['the repository', seeds],
  ])('%s has no problems', async (_, directory) => {
    expect(await run(directory, {})).toMatchObject({ code: 0, text: expect.stringMatching(/^No problems\.\n/) });
  });
});

/** How a Spanish reader is led through a document; what is printed there may stand in any language. */
const SPANISH =
  /\b(anexos?|apartados?|bloques?|celdas?|cita de|códigos?|dos|entradas?|fases?|filas?|incisos?|listas?|lo que dice|notas?|objetivos?|oración|oraciones|páginas?|párrafos?|plazos?|puntos?|recuadros?|sección|secciones|tablas?|textos?|títulos?|viñetas?)\b/iu;

describe('The package of the repository', () => {
  it.each([
    ['people', 'people'],
    ['organizations', 'organizations'],
    ['government-entities', 'government entities'],
    ['networks', 'networks'],
    ['programs', 'programs'],
    ['cities', 'cities'],
    ['agreements', 'agreements'],
    ['positions', 'positions'],
    ['recommendations', 'recommendations'],
    ['proposals', 'proposals'],
    ['themes', 'themes'],
    ['claims', 'claims'],
  ])('has as many %s as the README says', async (table, words) => {
    const readme = await readFile(join(import.meta.dirname, '../../../README.md'), 'utf8');
    expect(readme.replaceAll('\n', ' ')).toContain(` ${seedRows(table).length} ${words}`);
  });

  it('tells in English, too, where each thing stands', () => {
    const places = seedRows('places');
    const citations = seedRows('citations');
    const inEnglish = [
      ...places.map(({ name, nameEn }) => nameEn || name),
      ...citations.map(({ detail, detailEn }) => detailEn || detail),
    ];
    expect(inEnglish.filter((text) => SPANISH.test(text ?? ''))).toEqual([]);
    const inSpanish = citations.filter(({ detail }) => SPANISH.test(detail ?? ''));
    expect(inSpanish.length).toBeGreaterThan(200);
  });
});

describe('The command audit', () => {
  it('prints problems as validate does, how many each check found and what comes from each source', async () => {
    const directory = await writePackage(withCells(clean, 'agreement-acts', { on: '2017' }));
    const { code, text } = await run(directory, { lang: 'es' });
    expect(code).toBe(3);
    expect(text.split('\n')).toEqual([
      'agreement-acts.csv:2 · on · 2017 · una fecha que no sea posterior a la fuente más nueva de la fila (2016) · corrija la fecha o las citas; lo que la fuente anuncia para después va también en claims.csv, con subject convenio-de-mareas, property on y ese valor',
      '1 problema.',
      'dates 1',
      '',
      '     entidades        hechos  afirmaciones         otras  fuente',
      expect.stringMatching(/^ +\d+ +\d+ +\d+ +\d+ {2}source:report$/),
      expect.stringMatching(/^ +0 +1 +0 +0 {2}source:note$/),
      '',
      'Sin hechos de trabajo, con una afirmación que dice por qué: 7. Con --json se listan, y lo que viene de cada lugar.',
      '',
    ]);
  });

  it('prints the same as one line of JSON, with the reasons and the places', async () => {
    const directory = await writePackage(withCells(clean, 'agreement-acts', { on: '2017' }));
    const { code, text } = await run(directory, { json: true });
    expect(code).toBe(3);
    expect(JSON.parse(text)).toMatchObject({
      outcome: 'problems',
      dataset: 'small',
      total: 1,
      problems: [{ check: 'dates', file: 'agreement-acts.csv', line: 2, column: 'on', value: '2017' }],
      found: { 'work-ties': 0, names: 0, dates: 1 },
      explained: expect.arrayContaining([{ id: 'beto-rio', kind: 'PERSON', why: 'solo como ejemplo' }]),
      sources: [{ id: 'source:report', places: [{ id: 'place:report/1' }] }, { id: 'source:note' }],
    });
    expect(text.trimEnd()).not.toContain('\n');
  });

  it('says of a package that is not valid to run validate first', async () => {
    const directory = await writePackage(withFile(clean, 'people', 'id\n'));
    const { code, text } = await run(directory, {});
    expect(code).toBe(3);
    expect(text).toMatch(/^Not audited: .* Run validate first, which lists them: sobremesa validate .*\n$/);
    expect(JSON.parse((await run(directory, { json: true })).text)).toMatchObject({ outcome: 'invalid' });
    expect((await run(directory, { lang: 'es' })).text).toContain('Ejecute antes validate');
  });
});
