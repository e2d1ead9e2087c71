import { tooLarge } from '../../fields/errors.ts';
import type { EntityRecord } from '../../graph/entity-record.ts';
import { countMatrix, type Counting, type Members } from './counting.ts';
import type { CoverageCellRecord, CoverageMatrixRecord, Measure } from './coverage.record.ts';

/** The rows or the columns: what they stand for, and what belongs to each. */
export interface Axis {
  readonly headings: readonly EntityRecord[];
  readonly members: readonly Members[];
}

interface Options {
  readonly measure: Measure;
  /** Whether rows and columns are the same dimension. */
  readonly isSquare: boolean;
  readonly omitEmpty: boolean;
}

export const MOST_CELLS = 10_000;

/**
 * Throws QUERY_TOO_COMPLEX for a matrix that nobody could read.
 * @param isCutDown whether what is empty will be left out, so that only rows and columns alone tell
 */
export function checkSize(rows: number, columns: number, isCutDown: boolean): void {
  for (const [name, measure, argument, count] of [
    ['rows', { es: 'filas', en: 'rows' }, 'rowIds', rows],
    ['columns', { es: 'columnas', en: 'columns' }, 'columnIds', columns],
  ] as const)
    if (count > MOST_CELLS)
      throw tooLarge(measure, count, MOST_CELLS, (called) => ({
        es: `y puede haber más. Pida otra dimensión (${called(name)}).`,
        en: `and there may be more. Name some by ${argument}, or ask for another dimension.`,
      }));
  const cells = rows * columns;
  if (cells > MOST_CELLS && !isCutDown)
    throw tooLarge({ es: 'celdas', en: 'cells' }, cells, MOST_CELLS, (called) => ({
      es: `${rows} filas por ${columns} columnas. Quite lo que está vacío (${called('omitEmpty')}), o pida otra dimensión (${called('rows')}, ${called('columns')}).`,
      en: `${rows} rows by ${columns} columns. Name fewer by rowIds or columnIds, leave out what is empty by ${called('omitEmpty')}, or ask for another dimension.`,
    }));
}

/** The matrix of two dimensions. Throws QUERY_TOO_COMPLEX for one with too many cells. */
export function toMatrix(rows: Axis, columns: Axis, { measure, isSquare, omitEmpty }: Options): CoverageMatrixRecord {
  const isOfPartners = measure === 'PARTNERS';
  // The programs by which two of the same dimension have a partner may be different ones.
  const keysOf = (axis: Axis) => (isOfPartners && isSquare ? axis.members.map(partnersAlone) : axis.members);
  const counting = countMatrix(keysOf(rows), keysOf(columns), isOfPartners ? partnerOf : undefined);
  const rowsLeft = left(counting.rowTotals, omitEmpty);
  const columnsLeft = left(counting.columnTotals, omitEmpty);
  checkSize(rowsLeft.length, columnsLeft.length, false);
  return {
    rows: chosen(rows.headings, rowsLeft).map((entity) => ({ entity })),
    columns: chosen(columns.headings, columnsLeft).map((entity) => ({ entity })),
    cells: cellsOf(counting, rowsLeft, columnsLeft, measure),
    rowTotals: chosen(counting.rowTotals, rowsLeft),
    columnTotals: chosen(counting.columnTotals, columnsLeft),
    total: counting.total,
  };
}

function cellsOf(
  { cells }: Counting,
  rows: readonly number[],
  columns: readonly number[],
  measure: Measure,
): readonly (readonly CoverageCellRecord[])[] {
  const sizes = cells.flatMap((row) => [...row.values()].map(({ size }) => size));
  const known = new Map<number, number>();
  const givenInAll = (first: number) => {
    const sum = known.get(first) ?? sizes.reduce((before, size) => before + Math.min(size, first), 0);
    known.set(first, sum);
    return sum;
  };
  const empty: CoverageCellRecord = { measure, count: 0, ids: [], givenInAll };
  return rows.map((row) =>
    columns.map((column) => {
      const found = cells[row]?.get(column);
      return found === undefined ? empty : { measure, count: found.size, ids: [...found], givenInAll };
    }),
  );
}

function left(totals: readonly number[], omitEmpty: boolean): readonly number[] {
  const all = [...totals.keys()];
  return omitEmpty ? all.filter((at) => (totals[at] ?? 0) > 0) : all;
}

function chosen<T>(values: readonly T[], positions: readonly number[]): readonly T[] {
  const kept = new Set(positions);
  return values.filter((_, at) => kept.has(at));
}

/** The key of a partner is the program that names it and the partner; ids hold no spaces. */
function partnerOf(key: string): string {
  return key.slice(key.indexOf(' ') + 1);
}

function partnersAlone(keys: Members): Members {
  return [...new Set(keys.map(partnerOf))];
}
