/** What belongs to one row or column: keys, each once. */
export type Members = readonly string[];

/** A matrix of which only cells with something in them are kept. */
export interface Counting {
  /** By row, then by column: what is counted, each once, in the order of the row's members. */
  readonly cells: readonly ReadonlyMap<number, ReadonlySet<string>>[];
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  readonly total: number;
}

/**
 * Counts what belongs to a row and to a column at once.
 * @param countedOf what is counted of a key; several keys may stand for one thing, which then counts once
 */
export function countMatrix(
  rows: readonly Members[],
  columns: readonly Members[],
  countedOf: (key: string) => string = (key) => key,
): Counting {
  const columnsOf = columnsByKey(columns);
  const inColumns = columns.map(() => new Set<string>());
  const inAll = new Set<string>();
  const rowTotals: number[] = [];
  const cells = rows.map((keys) => {
    const cellsOfRow = new Map<number, Set<string>>();
    const inRow = new Set<string>();
    for (const key of keys) {
      const crossed = columnsOf.get(key);
      if (crossed === undefined) continue;
      const counted = countedOf(key);
      inRow.add(counted);
      inAll.add(counted);
      for (const column of crossed) {
        inColumns[column]?.add(counted);
        const cell = cellsOfRow.get(column);
        if (cell === undefined) cellsOfRow.set(column, new Set([counted]));
        else cell.add(counted);
      }
    }
    rowTotals.push(inRow.size);
    return cellsOfRow;
  });
  return { cells, rowTotals, columnTotals: inColumns.map(({ size }) => size), total: inAll.size };
}

function columnsByKey(columns: readonly Members[]): ReadonlyMap<string, readonly number[]> {
  const byKey = new Map<string, number[]>();
  for (const [column, keys] of columns.entries()) {
    for (const key of keys) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [column]);
      else known.push(column);
    }
  }
  return byKey;
}
