import { createReadStream } from 'node:fs';

import { parse, type CsvError, type Info } from 'csv-parse';

import { COMMENT_SIGN } from './descriptor.ts';
import type { Finding } from './problem.ts';

/** A row of a file. The header is the first. */
interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A row that could not be read. */
export interface SkippedRow {
  readonly line: number;
  readonly finding: Finding;
}

/** No row is this long: a quote was opened and not closed. It bounds the memory. */
const LONGEST_ROW = 1_000_000;

interface ParsedRow {
  readonly record: readonly string[];
  readonly info: Info;
}

/**
 * Reads the rows of a CSV file as a stream, without its comments. Rows that cannot be read are told to `onSkipped`
 * when the rest is read.
 */
export async function* csvRows(path: string, onSkipped: (row: SkippedRow) => void): AsyncGenerator<CsvRow> {
  const skips: CsvError[] = [];
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n'],
    max_record_size: LONGEST_ROW,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error !== undefined) skips.push(error);
      return undefined;
    },
  });
  const file = createReadStream(path);
  // A pipe does not carry errors on.
  file.on('error', (cause) => parser.destroy(cause));
  let end = 0;
  let firstColumn: string | undefined;
  // With `info`, the parser yields each record with its position.
  for await (const { record, info } of file.pipe(parser) as AsyncIterable<ParsedRow>) {
    end = info.lines;
    if (isComment(record, firstColumn)) continue;
    firstColumn ??= record[0] ?? '';
    yield { line: end - lineBreaksIn(record), cells: record };
  }
  for (const skipped of skippedRows(skips, end)) onSkipped(skipped);
}

/**
 * A row below the header whose first cell begins with `#`, as the descriptor declares to other readers. Only where ids
 * come first, for no id begins so: a name may.
 */
function isComment([first = '']: readonly string[], firstColumn: string | undefined): boolean {
  return firstColumn === 'id' && first.startsWith(COMMENT_SIGN);
}

function lineBreaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) if (cell.includes('\n')) breaks += cell.split('\n').length - 1;
  return breaks;
}

/**
 * One broken row makes the parser complain at each of its quotes, and after a stray quote it may take the rest of
 * the file for a cell: the first complaint tells enough.
 */
function skippedRows(skips: readonly CsvError[], end: number): readonly SkippedRow[] {
  const rows = new Map<number, SkippedRow>();
  let last = end;
  for (const error of skips) {
    // The parser's errors carry the line as an extra property; an open quote is known only at the end of the file.
    const line = typeof error['lines'] === 'number' ? error['lines'] : last;
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
    const at = isOpen ? Math.min(last + 1, line) : line;
    if (!rows.has(at) && !(isOpen && rows.size > 0))
      rows.set(at, { line: at, finding: isOpen ? openQuote() : strayQuote() });
    last = Math.max(last, line);
  }
  return [...rows.values()];
}

function openQuote(): Finding {
  return {
    value: '"',
    expected: {
      es: 'comillas que cierren: lo que sigue a esta línea no se pudo leer',
      en: 'a closing quote: what follows this line could not be read',
    },
    mend: {
      es: 'cierre las comillas; unas comillas dentro de una celda se escriben dos veces ("")',
      en: 'close the quote; a quote inside a cell is written twice ("")',
    },
  };
}

function strayQuote(): Finding {
  return {
    value: '"',
    expected: {
      es: 'comillas solo alrededor de una celda entera; lo que sigue pudo quedar sin leer',
      en: 'quotes only around a whole cell; what follows may not have been read',
    },
    mend: {
      es: 'ponga la celda entera entre comillas y escriba dos veces ("") las que estén dentro',
      en: 'put the whole cell in quotes and write those inside it twice ("")',
    },
  };
}
