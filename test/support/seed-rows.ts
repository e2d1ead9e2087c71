import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

import type { Row } from './packages.ts';

/** Folder of the package that the repository brings. */
export const seeds = join(import.meta.dirname, '../../seeds/cdmx-2016');

const read = new Map<string, readonly Row[]>();

/** The rows of a table of the seeds, read by another reader than the program's own. */
export function seedRows(table: string): readonly Row[] {
  return rowsOf(seeds, table);
}

/** The same of the package in a folder. */
export function rowsOf(directory: string, table: string): readonly Row[] {
  const file = join(directory, `${table}.csv`);
  const rows = read.get(file) ?? parse<Row>(readFileSync(file, 'utf8'), { columns: true });
  read.set(file, rows);
  return rows;
}

/** The values of one column in the rows that fit. */
export function seedValues(table: string, column: string, fits: (row: Row) => boolean = () => true): readonly string[] {
  return seedRows(table)
    .filter(fits)
    .map((row) => row[column] ?? '');
}

/** The values of a list cell. */
export function cellList(cell: string | undefined): readonly string[] {
  return cell === undefined || cell === '' ? [] : cell.split(' | ');
}

/** What is reached from some ids over pairs, the ids themselves included. */
export function closure(
  ids: readonly string[],
  pairs: readonly (readonly [from: string, to: string])[],
): ReadonlySet<string> {
  const reached = new Set(ids);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const [from, to] of pairs) if (reached.has(from)) reached.add(to);
  }
  return reached;
}

/** Pairs of two columns of a table. */
export function seedPairs(table: string, from: string, to: string): readonly (readonly [string, string])[] {
  return seedRows(table).map((row) => [row[from] ?? '', row[to] ?? ''] as const);
}

/** Lower case without accents and signs: how names are compared and ordered. */
export function plain(text: string): string {
  const letters = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return letters
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join(' ');
}
