import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished, vi } from 'vitest';

import { audit } from '../../../src/cli/audit.ts';
import { newPackage } from '../../../src/cli/new.ts';
import { validate } from '../../../src/cli/packages.ts';
import { validatePackage } from '../../../src/dataset/checking.ts';
import { formatReport } from '../../../src/dataset/format-report.ts';
import { writeNewPackage } from '../../../src/dataset/new-package.ts';

const docs = join(import.meta.dirname, '../../../docs');
const read = (name: string) => readFileSync(join(docs, name), 'utf8');
const guides = { es: read('traer-su-ciudad.md'), en: read('bring-your-own-city.md') };
const languages = ['es', 'en'] as const;

const blocks = (guide: string) =>
  [...guide.matchAll(/```(\w+)\n(.*?)```/gs)].map(([, form = '', text = '']) => ({ form, text }));
const texts = (guide: string) => blocks(guide).flatMap(({ form, text }) => (form === 'text' ? [text] : []));
const practice = [...guides.es.matchAll(/\*\*([a-z-]+)\.csv\*\*\n\n```csv\n(.*?)```/gs)].map(
  ([, table = '', csv = '']) => ({
    table,
    lines: csv.trimEnd().split('\n'),
  }),
);
const SPANISH = ' --lang es';

const idOf = (line: string) => line.split(',')[0];

/** What a command prints. */
async function printedBy(command: () => Promise<number>): Promise<string> {
  const written: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  await command().finally(() => spy.mockRestore());
  return written.join('');
}

/** Where the package of the first step is made, and the names that it is given. */
async function beginning() {
  const parent = await mkdtemp(join(tmpdir(), 'guide-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const option = (name: string) => new RegExp(`--${name} "([^"]+)"`).exec(guides.es)?.[1] ?? '';
  const names = {
    title: option('title'),
    city: option('city'),
    government: option('government'),
    country: option('country'),
  };
  return { parent, directory: join(parent, 'mi-ciudad-2026'), names };
}

/** The package that one has after the third step. */
async function practised(): Promise<string> {
  const { directory, names } = await beginning();
  await writeNewPackage(directory, names);
  for (const { table, lines } of practice) {
    const path = join(directory, `${table}.csv`);
    const [header = '', ...rows] = (await readFile(path, 'utf8')).trimEnd().split('\n');
    expect(lines[0], table).toBe(header);
    const typed = new Set(lines.map(idOf));
    const kept = rows.filter((row) => !typed.has(idOf(row)));
    await writeFile(path, `${[header, ...kept, ...lines.slice(1)].join('\n')}\n`);
  }
  return directory;
}

/** Oversights, each in a package of its own: the table, what stands in it, and what is written instead. */
const oversights: readonly (readonly [table: string, from: string | RegExp, to: string])[] = [
  ['consultations', '2026-02,', '28/02/2026,'],
  ['affiliations', 'uno,universidad-de-ejemplo,', 'uno,universidad-de-ejmplo,'],
  ['affiliations', 'uno,universidad-de-ejemplo,', 'uno,Universidad de ejemplo,'],
  ['memberships', 'ejemplo,metropolis,', 'ejemplo,medellin,'],
  ['networks', 'metropolis,', 'Metrópolis,'],
  ['people', 'persona-consultada-dos,', 'persona-consultada-uno,'],
  ['people', /(Dos,)citation:.+$/m, '$1'],
  ['government-entities', /(citation:[^"\n]+) \| (citation:[^"\n]+)/, '"$1, $2"'],
  ['sectors', /,/g, ';'],
];

async function overseen([table, from, to]: (typeof oversights)[number]) {
  const directory = await practised();
  const path = join(directory, `${table}.csv`);
  const text = await readFile(path, 'utf8');
  expect(text).toMatch(from);
  await writeFile(path, text.replace(from, to));
  return (await validatePackage(directory)).report;
}

describe('The guide', () => {
  it('types the same in both languages, in Spanish with reports in Spanish', () => {
    expect(practice.length).toBeGreaterThan(20);
    const typed = (guide: string) =>
      blocks(guide).map(({ form, text }) => ({ form, text: form === 'text' ? '' : text }));
    expect(typed(guides.en)).toEqual(
      typed(guides.es).map(({ form, text }) => ({ form, text: text.replaceAll(SPANISH, '') })),
    );
    const reporting = blocks(guides.es).flatMap(
      ({ text }) => text.match(/^npx sobremesa (new|validate|audit|import|remove).*$/gm) ?? [],
    );
    expect(reporting.length).toBeGreaterThan(6);
    expect(reporting.filter((command) => !command.endsWith(SPANISH))).toEqual([]);
  });

  it('shows the same figures in both languages', () => {
    const figures = (guide: string) => texts(guide).map((text) => text.match(/\d+/g));
    expect(figures(guides.en)).toEqual(figures(guides.es));
  });

  it.each(languages)('shows how many rows there are beside it: %s', async (lang) => {
    const { dataPackage } = await validatePackage(join(docs, '../seeds/cdmx-2016'));
    const rows = (table: string) => dataPackage?.tables.get(table)?.rows ?? 0;
    const loaded = (count: number, table: string) => `${String(count).padStart(10)}${'         0'.repeat(3)}  ${table}`;
    const all = { es: 'todas las tablas', en: 'all tables' }[lang];
    const shown = texts(guides[lang]).join('');
    expect(shown).toContain(loaded(rows('sources'), 'sources'));
    expect(shown).toContain(loaded(dataPackage?.total ?? 0, all));
    expect(guides[lang]).toContain(`{ "id": "cdmx-2016", "rows": ${dataPackage?.total} }`);
  });

  it.each(languages)('shows what is printed of the packages that one makes: %s', async (lang) => {
    const { parent, directory, names } = await beginning();
    const printed = await printedBy(() => newPackage(directory, { ...names, lang }));
    expect(texts(guides[lang])).toContain(printed.replaceAll(parent, '..'));
    expect(texts(guides[lang])).toContain(await printedBy(() => validate(directory, lang)));
    const filled = await practised();
    expect(texts(guides[lang])).toContain(await printedBy(() => validate(filled, lang)));
    expect(texts(guides[lang])).toContain(await printedBy(() => audit(filled, { lang })));
  });

  it('has rows that fill every row which the command left to be filled', async () => {
    const directory = await practised();
    for (const { table } of practice)
      expect(await readFile(join(directory, `${table}.csv`), 'utf8')).not.toContain('POR LLENAR');
  });

  it('shows problems as they are printed', async () => {
    const reports = await Promise.all(oversights.map(overseen));
    const filled = await practised();
    for (const lang of languages) {
      const problems = reports.flatMap((report) => formatReport(report, { lang }).split('\n'));
      // What the audit prints is shown whole.
      const ofAudit = (await printedBy(() => audit(filled, { lang }))).split('\n');
      const shown = texts(guides[lang])
        .flatMap((text) => text.split('\n').filter((line) => line.includes(' · ')))
        .filter((line) => !ofAudit.includes(line));
      const unlike = shown.filter((line) => !problems.includes(line));
      // It needs a second package in the graph.
      expect(unlike).toEqual([expect.stringMatching(/^networks.csv:3 · name · Metropolis · .*cdmx-2016/)]);
      expect(shown).toHaveLength(oversights.length + 1);
    }
  });
});
