import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

import type { InTwoLanguages } from '../model/column.ts';
import { tables, type Table } from '../model/tables.ts';
import { validatePackage } from './checking.ts';
import { COMMENT_SIGN } from './descriptor.ts';
import { exampleRows, type DraftRow } from './example-rows.ts';
import { firstContent, idOfName, type FirstContent, type HomeNames } from './first-rows.ts';
import { formatReport } from './format-report.ts';
import { DESCRIPTOR_FILE } from './package-descriptor.ts';
import { csvLine } from './package-writing.ts';

/** Why no package was written, and what to do; the message is in English. */
export class NewPackageError extends Error {
  readonly words: InTwoLanguages;

  constructor(words: InTwoLanguages, options?: ErrorOptions) {
    super(words.en, options);
    this.words = words;
  }
}

export interface WrittenPackage {
  readonly name: string;
  readonly tables: number;
  /** Rows that are no comments. */
  readonly rows: number;
}

/**
 * Writes an empty data package into a folder that is not there yet or is empty: the descriptor, and every table with its
 * header, its example as a comment, and the rows that the descriptor names. The folder appears whole or not at all.
 * Throws NewPackageError.
 */
export async function writeNewPackage(directory: string, names: HomeNames = {}): Promise<WrittenPackage> {
  const target = resolve(directory);
  const name = packageName(target);
  await expectNothingIn(target);
  const unfinished = join(dirname(target), `.${name}-unfinished-${process.pid}`);
  try {
    await mkdir(unfinished);
    await writeContent(unfinished, firstContent(name, names));
    const rows = await expectValid(unfinished);
    await rename(unfinished, target);
    return { name, tables: tables.length, rows };
  } catch (cause) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    throw cause instanceof NewPackageError ? cause : cannotWrite(target, cause);
  }
}

function packageName(target: string): string {
  const folder = basename(target);
  const name = idOfName(folder);
  if (name === '')
    throw new NewPackageError({
      es: `Se esperaba una carpeta cuyo nombre tenga letras latinas o cifras, pues el paquete se llama como ella, pero llegó «${folder}»: elija otro nombre, como lima-2026.`,
      en: `Expected a folder whose name has Latin letters or digits, for the package is named after it, but got “${folder}”: choose another name, such as lima-2026.`,
    });
  return name;
}

async function expectNothingIn(target: string): Promise<void> {
  // The folder is put in place as a whole, and the shell would be left in the one that it takes the place of.
  if (target === process.cwd())
    throw new NewPackageError({
      es: `Se esperaba una carpeta nueva, pero llegó la carpeta en la que está, ${target}: dé otra, como: sobremesa new ${join(target, 'mi-ciudad')}`,
      en: `Expected a new folder, but got the one you are in, ${target}: name another, such as: sobremesa new ${join(target, 'mi-ciudad')}`,
    });
  const present = await readdir(target).catch((cause: unknown) => {
    if (codeOf(cause) === 'ENOENT') return [];
    throw cannotWrite(target, cause);
  });
  const [first] = present;
  if (first !== undefined)
    throw new NewPackageError({
      es: `Se esperaba una carpeta nueva o vacía, pero ${target} tiene ${present.length === 1 ? first : `${present.length} archivos, como ${first}`}: dé otra carpeta; no se escribió nada.`,
      en: `Expected a new or an empty folder, but ${target} holds ${present.length === 1 ? first : `${present.length} files, such as ${first}`}: name another folder; nothing was written.`,
    });
}

async function writeContent(directory: string, { descriptor, rows, citation }: FirstContent): Promise<void> {
  const examples = exampleRows(citation);
  await writeFile(join(directory, DESCRIPTOR_FILE), `${JSON.stringify(descriptor, null, 2)}\n`);
  for (const table of tables) {
    const header = csvLine(table.columns.map((column) => column.name));
    const comments = (examples[table.name] ?? []).map((row) => `${COMMENT_SIGN} ${lineOf(table, row)}`);
    const lines = (rows[table.name] ?? []).map((row) => lineOf(table, row));
    await writeFile(join(directory, `${table.name}.csv`), [header, ...comments, ...lines].join(''));
  }
}

function lineOf({ columns }: Table, row: DraftRow): string {
  return csvLine(columns.map((column) => row[column.name] ?? ''));
}

/** The names that a person gave may hold what no cell may: it is told before the folder appears. */
async function expectValid(directory: string): Promise<number> {
  const { report, dataPackage } = await validatePackage(directory);
  if (dataPackage !== null) return dataPackage.total;
  throw new NewPackageError({
    es: `Se esperaban nombres que quepan en un paquete, pero estas celdas se rechazarían. Corrija --title, --city, --government o --country; no se escribió nada.\n${formatReport(report, { lang: 'es' })}`,
    en: `Expected names that a package can hold, but these cells would be refused. Correct --title, --city, --government or --country; nothing was written.\n${formatReport(report)}`,
  });
}

function cannotWrite(target: string, cause: unknown): NewPackageError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new NewPackageError(
    {
      es: `Se esperaba escribir el paquete en ${target}, pero no se puede (${reason}): dé una carpeta nueva, dentro de una que ya esté y en la que pueda escribir; no se escribió nada.`,
      en: `Expected to write the package to ${target}, but cannot (${reason}): name a new folder inside one that is there and that you may write to; nothing was written.`,
    },
    { cause },
  );
}

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}
