import { BYTE_ORDER_MARK, spreadsheetLine } from '../../export/spreadsheet.ts';
import type { Separator } from '../../export/request.ts';
import type { AnswerTable, Language } from './question.ts';

/** Between the columns of a table on a terminal. */
const GAP = '  ';
/** A column is not made narrower than this, whatever the terminal. */
const NARROWEST = 12;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * A table for reading: columns aligned, cells wrapped so that a line fits.
 * @param width letters that fit into a line; Infinity where there is no terminal
 */
export function asText({ title, columns, rows }: AnswerTable, lang: Language, width: number): string {
  const lines = [columns.map((column) => column[lang]), ...rows].map((cells) => cells.map(harmless));
  const widths = fitted(
    columns.map((_, at) => Math.max(...lines.map((cells) => lengthOf(cells[at] ?? '')))),
    width,
  );
  const [heading = '', ...others] = lines.map((cells) => textLine(cells, widths));
  const rule = widths.map((size) => '-'.repeat(size)).join(GAP);
  return [...(title === undefined ? [] : [harmless(title[lang]), '']), heading, rule, ...others].join('\n');
}

/** A table for a document or a mail that shows Markdown. */
export function asMarkdown({ title, columns, rows }: AnswerTable, lang: Language): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownCell).join(' | ')} |`;
  return [
    ...(title === undefined ? [] : [`### ${markdownCell(title[lang])}`, '']),
    line(columns.map((column) => column[lang])),
    `|${' --- |'.repeat(columns.length)}`,
    ...rows.map(line),
  ].join('\n');
}

/** Tables for a spreadsheet, one below the other; no cell runs as a formula. */
export function asCsv(tables: readonly AnswerTable[], lang: Language, separator: Separator): string {
  const parts = tables.map(({ title, columns, rows }) =>
    [...(title === undefined ? [] : [[title[lang]]]), columns.map((column) => column[lang]), ...rows]
      .map((cells) => spreadsheetLine(cells, separator))
      .join(''),
  );
  return BYTE_ORDER_MARK + parts.join('\r\n');
}

/** Without signs that a terminal would obey, or that turn the direction of what follows. */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}

function markdownCell(text: string): string {
  return harmless(text).replace(/[\\`*_[\]<>|]/g, (sign) => `\\${sign}`);
}

/** Narrows the widest columns until a line fits. */
function fitted(natural: readonly number[], width: number): readonly number[] {
  const widths = [...natural];
  const total = () => widths.reduce((sum, size) => sum + size, 0) + GAP.length * (widths.length - 1);
  while (total() > width) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) break;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
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
