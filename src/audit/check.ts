import type { Finding } from '../dataset/problem.ts';
import type { Table } from '../model/tables.ts';

/** Where a row stands. */
export interface Standing {
  readonly file: string;
  readonly line: number;
}

/** A row of the audited package. */
export interface AuditedRow extends Standing {
  readonly table: Table;
  /** The text of a cell; '' where it is empty or the table has no such column. */
  cell(column: string): string;
}

export interface Claim extends Standing {
  readonly subject: string;
  readonly property: string;
  readonly value: string;
  readonly rank: string;
}

/** What every check may look up: the claims from the beginning, the rest of the rows before the one at hand. */
export interface Known {
  readonly claims: readonly Claim[];
  /** When each source was published; '' where it does not say. */
  readonly publishedOn: ReadonlyMap<string, string>;
  readonly citations: ReadonlyMap<string, Cited>;
}

/** What a citation pairs. */
export interface Cited {
  readonly source: string;
  readonly place: string;
}

/** An entity without ties, and the claim that says why. */
export interface Explained {
  readonly id: string;
  readonly kind: string;
  readonly why: string;
}

/** What a check tells. */
export interface Tell {
  problem(row: Standing, column: string | null, finding: Finding): void;
  explained(entity: Explained): void;
}

/** A check at work: it is shown every row, in the order of the model. */
export interface Examination {
  row(row: AuditedRow): void;
  /** What only the whole package shows. */
  end?(): void;
}

/** One concern of the audit. */
export type Check = (known: Known, tell: Tell) => Examination;

/** Where another row stands, to be named in a finding. */
export function placeOf({ file, line }: Standing): string {
  return `${file}:${line}`;
}
