import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { validatePackage } from '../../../src/dataset/checking.ts';
import { formatReport } from '../../../src/dataset/format-report.ts';
import { writeNewPackage } from '../../../src/dataset/new-package.ts';

const docs = join(import.meta.dirname, '../../../docs');
const guides = ['traer-su-ciudad.md', 'bring-your-own-city.md'].map((name) => readFileSync(join(docs, name), 'utf8'));
const [spanish = '', english = ''] = guides;

const blocks = (guide: string) =>
  [...guide.matchAll(/```(\w+)\n(.*?)```/gs)].map(([, form, text = '']) => ({ form, text }));
const practice = [...spanish.matchAll(/\*\*([a-z-]+)\.csv\*\*\n\n```csv\n(.*?)```/gs)].map(
  ([, table = '', csv = '']) => ({
    table,
    lines: csv.trimEnd().split('\n'),
  }),
);
const printed = blocks(spanish).flatMap(({ form, text }) => (form === 'text' ? text.trimEnd().split('\n') : []));

const idOf = (line: string) => line.split(',')[0];

/** The package that one has after the third step. */
async function practised(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'guide-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const directory = join(parent, 'mi-ciudad-2026');
  const option = (name: string) => new RegExp(`--${name} "([^"]+)"`).exec(spanish)?.[1] ?? '';
  await writeNewPackage(directory, {
    title: option('title'),
    city: option('city'),
    government: option('government'),
    country: option('country'),
  });
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

async function edit(directory: string, table: string, from: string | RegExp, to: string): Promise<void> {
  const path = join(directory, `${table}.csv`);
  const text = await readFile(path, 'utf8');
  expect(text).toMatch(from);
  await writeFile(path, text.replaceAll(from, to));
}

describe('The guide', () => {
  it('types and shows the same in both languages', () => {
    expect(practice.length).toBeGreaterThan(20);
    expect(blocks(english)).toEqual(blocks(spanish));
  });

  it('has rows that make a valid package of as many rows as it shows', async () => {
    const { report, dataPackage } = await validatePackage(await practised());
    expect(formatReport(report)).toBe('No problems.');
    const { title, version } = dataPackage?.descriptor ?? {};
    expect(printed).toContain(`${title}, version ${version}: ${dataPackage?.total} rows.`);
  });

  it('shows problems as they are printed', async () => {
    const directory = await practised();
    await edit(directory, 'consultations', '2026-02,', '28/02/2026,');
    await edit(directory, 'affiliations', 'uno,universidad-de-ejemplo,', 'uno,universidad-de-ejmplo,');
    await edit(directory, 'sectors', /,/g, ';');
    const problems = formatReport((await validatePackage(directory)).report).split('\n');
    expect(problems).toHaveLength(4);
    expect(printed).toEqual(expect.arrayContaining(problems.slice(0, 3)));
  });
});
