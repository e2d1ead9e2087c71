import type { Table } from '../model/tables.ts';

const NEEDS_QUOTES = /[",\r\n]/;
const ROWS_TOGETHER = 1000;

/** Writes a line of the package format: commas between the cells, and a line feed after them. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}

/** Writes a table of the package format, header and rows, in pieces of many rows. Cells are those of the table's columns. */
export async function* csvOfTable(
  table: Table,
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
): AsyncGenerator<string> {
  let lines = [csvLine(table.columns.map(({ name }) => name))];
  for await (const cells of rows) {
    lines.push(csvLine(cells));
    if (lines.length < ROWS_TOGETHER) continue;
    yield lines.join('');
    lines = [];
  }
  yield lines.join('');
}

/** RFC 4180, quoted only where it must be. */
function csvCell(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
