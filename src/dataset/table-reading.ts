import { join } from 'node:path';

import type { Table } from '../model/tables.ts';
import { csvRows, type SkippedRow } from './csv-rows.ts';
import { columnPositions, inModelOrder, type ColumnPositions } from './header.ts';
import type { PackageDescriptor } from './package-descriptor.ts';

/** A row of a table with its cells in the order of the model, whatever the order in the file. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** How many cells the file has in this row. */
  readonly width: number;
}

interface TableReading {
  readonly onHeader?: (names: readonly string[]) => void;
  readonly onSkipped?: (row: SkippedRow) => void;
}

/** The path of a table's file, as the descriptor of the package says; `undefined` where it does not declare the table. */
export function pathOfTable(descriptor: PackageDescriptor, table: Table): string | undefined {
  return descriptor.resources.find(({ name }) => name === table.name)?.path;
}

/** How a problem names a table: by its file, or by its own name where the package is removed and has no files. */
export function fileOfTable(descriptor: PackageDescriptor | undefined, table: Table): string {
  return (descriptor === undefined ? undefined : pathOfTable(descriptor, table)) ?? table.name;
}

/** Reads the rows of a table as a stream. */
export async function* tableRows(
  directory: string,
  path: string,
  table: Table,
  { onHeader, onSkipped }: TableReading = {},
): AsyncGenerator<TableRow> {
  let positions: ColumnPositions | null = null;
  for await (const { line, cells } of csvRows(join(directory, path), onSkipped ?? (() => undefined))) {
    if (positions === null) {
      positions = columnPositions(cells, table.columns);
      onHeader?.(cells);
    } else {
      yield { line, cells: inModelOrder(cells, positions), width: cells.length };
    }
  }
}
