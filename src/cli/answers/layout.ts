import { BYTE_ORDER_MARK, spreadsheetLine } from '../../export/spreadsheet.ts';
import type { Separator } from '../../export/request.ts';
import type { AnswerTable, Cell, Language } from './question.ts';
import { notOnRecord } from './wording.ts';

/** Between the columns of a table on a terminal. */
const GAP = '  ';
/** A column is not made narrower than this, whatever the terminal. */
const NARROWEST = 12;
/** A word up to this length is not broken to make a column narrower. */
const LONGEST_WORD = 30;
/** A row of more lines is no row any more: each cell then gets lines of its own. */
const TALLEST = 8;
/** What a row is about is found at a glance in so many lines, not in more. */
const TALLEST_FIRST = 4;
/** How much of a line the headings may take where they stand before their cells. */
const HEADING_SHARE = 0.3;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What is read on a terminal: texts without signs that it would obey. */
interface Reading {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * A table for reading: columns aligned, cells wrapped so that a line fits; where the cells would become towers, each row
 * below its first cell instead.
 * @param width letters that fit into a line; Infinity where there is no end to it
 */
export function asText(table: AnswerTable, lang: Language, width: number): string {
  const headings = table.columns.map((column) => harmless(column[lang]));
  const rows = table.rows.map((cells) => cells.map((cell) => harmless(inWords(cell, lang))));
  const title = table.title === undefined ? [] : [...wrap(harmless(table.title[lang]), width), ''];
  return [
    ...title,
    inColumns(table, { headings, rows }, width) ?? asRecords(table, { headings, rows }, lang, width),
  ].join('\n');
}

/** A table for a document or a mail that shows Markdown. */
export function asMarkdown({ title, columns, rows }: AnswerTable, lang: Language): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownCell).join(' | ')} |`;
  return [
    ...(title === undefined ? [] : [`### ${markdownCell(title[lang])}`, '']),
    line(columns.map((column) => column[lang])),
    `|${' --- |'.repeat(columns.length)}`,
    ...rows.map((cells) => line(cells.map((cell) => inWords(cell, lang)))),
  ].join('\n');
}

/** A table for a spreadsheet or a program: headings first, counts as numbers; no cell runs as a formula. */
export function asCsv({ columns, rows }: AnswerTable, lang: Language, separator: Separator): string {
  const lines = [columns.map((column) => column[lang]), ...rows.map((cells) => cells.map(String))];
  return BYTE_ORDER_MARK + lines.map((cells) => spreadsheetLine(cells, separator)).join('');
}

/** Without signs that a terminal would obey, or that turn the direction of what follows. */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}

function inWords(cell: Cell, lang: Language): string {
  return cell === 0 ? notOnRecord[lang] : String(cell);
}

function markdownCell(text: string): string {
  return harmless(text).replace(/[\\`*_[\]<>|]/g, (sign) => `\\${sign}`);
}

/** The table in aligned columns; undefined where they do not fit, or would be too narrow to be read. */
function inColumns({ columns }: AnswerTable, { headings, rows }: Reading, width: number): string | undefined {
  const cellsOf = (at: number) => [headings, ...rows].map((cells) => cells[at] ?? '');
  const natural = columns.map((_, at) => Math.max(...cellsOf(at).map(lengthOf)));
  const least = natural.map((size, at) => {
    if (columns[at]?.whole === true) return size;
    const words = cellsOf(at).flatMap((cell) => cell.split(' '));
    return Math.min(size, Math.max(NARROWEST, ...words.map(lengthOf).filter((length) => length <= LONGEST_WORD)));
  });
  const widths = fitted(natural, least, width);
  const isTower = (cells: readonly string[]) =>
    heightOf(cells, widths) > TALLEST || heightOf(cells.slice(0, 1), widths) > TALLEST_FIRST;
  if (totalOf(widths) > width || rows.some(isTower)) return undefined;
  const rule = widths.map((size) => '-'.repeat(size)).join(GAP);
  return [textLine(headings, widths), rule, ...rows.map((cells) => textLine(cells, widths))].join('\n');
}

/** Each row below its first cell; rows that begin alike stand together, and what they have in common is said once. */
function asRecords(table: AnswerTable, { headings, rows }: Reading, lang: Language, width: number): string {
  const fields = table.columns.map((_, at) => at).slice(1);
  const widest = Math.max(NARROWEST, Math.floor(width * HEADING_SHARE));
  const labels = [notOnRecord[lang], ...fields.map((at) => headings[at] ?? '')];
  const size = Math.min(widest, Math.max(...labels.map(lengthOf)));
  const room = Math.max(NARROWEST, width - size - 2 * GAP.length);
  const fieldLine = (heading: string, text: string, isWhole = false) =>
    textLine(['', heading, text], [0, size, isWhole ? lengthOf(text) : room]);
  const linesOf = (row: number, of: readonly number[]) => {
    const told = of.filter((at) => table.rows[row]?.[at] !== 0 && rows[row]?.[at] !== '');
    // Fifty lines that say “not on record” would hide the one that says something.
    const empty = of.filter((at) => table.rows[row]?.[at] === 0).map((at) => headings[at] ?? '');
    return [
      ...told.map((at) => fieldLine(headings[at] ?? '', rows[row]?.[at] ?? '', table.columns[at]?.whole)),
      ...(empty.length === 0 ? [] : [fieldLine(notOnRecord[lang], empty.join('; '))]),
    ].join('\n');
  };
  const recordsOf = ([first = 0, ...others]: readonly number[]) => {
    const common = fields.filter((at) => others.every((row) => rows[row]?.[at] === rows[first]?.[at]));
    const own = fields.filter((at) => !common.includes(at));
    const name = rows[first]?.[0] ?? '';
    const isCount = typeof table.rows[first]?.[0] === 'number';
    const heading = wrap(isCount ? `${headings[0] ?? ''}: ${name}` : name, width).join('\n');
    const apart = own.length === 0 ? [] : [first, ...others].map((row) => linesOf(row, own));
    return `${heading}\n${[linesOf(first, common), ...apart].filter((lines) => lines !== '').join('\n\n')}`;
  };
  return groupsOf(rows).map(recordsOf).join('\n\n');
}

/** The numbers of the rows that begin alike and stand together. */
function groupsOf(rows: readonly (readonly string[])[]): readonly (readonly number[])[] {
  const groups: number[][] = [];
  rows.forEach(([first], at) => {
    const group = groups.at(-1);
    if (group !== undefined && rows[at - 1]?.[0] === first) group.push(at);
    else groups.push([at]);
  });
  return groups;
}

/** Narrows the widest columns until a line fits. */
function fitted(natural: readonly number[], least: readonly number[], width: number): readonly number[] {
  const widths = [...natural];
  while (totalOf(widths) > width) {
    const room = widths.map((size, at) => (size > (least[at] ?? 0) ? size : 0));
    const widest = Math.max(...room);
    if (widest === 0) break;
    widths[room.indexOf(widest)] = widest - 1;
  }
  return widths;
}

function totalOf(widths: readonly number[]): number {
  return widths.reduce((sum, size) => sum + size, 0) + GAP.length * (widths.length - 1);
}

function heightOf(cells: readonly string[], widths: readonly number[]): number {
  return Math.max(...cells.map((cell, at) => wrap(cell, widths[at] ?? NARROWEST).length));
}

function textLine(cells: readonly string[], widths: readonly number[]): string {
  const wrapped = cells.map((cell, at) => wrap(cell, widths[at] ?? NARROWEST));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, at) => padded(lines[line] ?? '', widths[at] ?? 0))
      .join(GAP)
      .trimEnd(),
  ).join('\n');
}

/** Breaks a text between words; a word that is too long for a line is broken itself. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => pieces(one, width))) {
    if (line !== '' && lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function pieces(word: string, width: number): readonly string[] {
  const letters = lettersOf(word);
  if (letters.length <= width) return [word];
  return Array.from({ length: Math.ceil(letters.length / width) }, (_, at) =>
    letters.slice(at * width, (at + 1) * width).join(''),
  );
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - lengthOf(text)));
}

function lengthOf(text: string): number {
  return lettersOf(text).length;
}

/** Letters as a reader sees them: one with its accents, an emoji of several parts. */
function lettersOf(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
