import type { Finding } from './problem.ts';

/** A row that is being checked. */
export interface CheckedRow {
  readonly line: number;
  /** The text of a cell; '' where it is empty. */
  cell(column: string): string;
}

/** What rows of a table must fulfil together, beyond their cells one by one. */
export interface RowChecks {
  check(row: CheckedRow): void;
  /** What only the whole table shows. */
  end?(): void;
}

/** Tells a finding about a row, in a column or, with `null`, in the row as a whole. */
export type Note = (line: number, column: string | null, finding: Finding) => void;

/** The ids at both ends of a row of a table of ties. */
export type Ends = (row: CheckedRow) => readonly [from: string, to: string];
