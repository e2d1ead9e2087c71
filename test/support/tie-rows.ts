import { tieKinds, tieOf, type TieKind } from '../../src/model/ties.ts';
import type { Row } from './packages.ts';

/** A fact as its table says it. */
export interface TieRow {
  readonly id: string;
  readonly kind: TieKind;
  readonly from: string;
  readonly to: string;
  readonly stated: boolean;
}

/** Every fact of a package. */
export function tieRows(rowsOf: (table: string) => readonly Row[]): readonly TieRow[] {
  return tieKinds.flatMap((kind) => {
    const { table, from, to } = tieOf(kind);
    return rowsOf(table).map((row) => ({
      id: row['id'] ?? '',
      kind,
      from: row[from.column] ?? '',
      to: row[to.column] ?? '',
      stated: row['basis'] === 'STATED',
    }));
  });
}
