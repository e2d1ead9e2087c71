import { parse } from 'csv-parse/sync';

import { fold } from '../../model/fold.ts';
import type { Language } from './question.ts';
import { readTextFile } from './read-file.ts';

/** Headings of the column that names people, the surest first: an id is nobody else's. */
const headings = ['id', 'clave', 'name', 'nombre', 'who', 'quien', 'person', 'persona'];

/**
 * The people that a file names, by names or ids: one to a line, or a table with a column headed "id", "clave", "name" or
 * "nombre", such as what `invite --csv` has printed. Throws AnswerError for a file that cannot be read.
 */
export async function namesInFile(option: string, path: string, lang: Language): Promise<readonly string[]> {
  return namesIn(await readTextFile(option, path, lang));
}

/** The people that a text names; see `namesInFile`. */
export function namesIn(text: string): readonly string[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  for (const delimiter of [',', ';', '\t']) {
    const rows = rowsOf(text, delimiter);
    const at = rows.findIndex((cells) => cells.length > 1 && columnOf(cells) !== -1);
    if (at === -1) continue;
    const column = columnOf(rows[at] ?? []);
    return unique(rows.slice(at + 1).map((cells) => cells[column] ?? ''));
  }
  const [first = '', ...others] = lines;
  return unique(columnOf([first]) === -1 ? [first, ...others] : others);
}

function rowsOf(text: string, delimiter: string): readonly (readonly string[])[] {
  return parse(text, { bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
}

function columnOf(cells: readonly string[]): number {
  const folded = cells.map((cell) => fold(cell));
  return folded.indexOf(headings.find((heading) => folded.includes(heading)) ?? '\0');
}

function unique(names: readonly string[]): readonly string[] {
  const trimmed = names.map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  return [...new Set(trimmed.filter((name) => name !== '' && !name.startsWith('#')))];
}
