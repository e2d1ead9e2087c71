import { pointsAfter, setTable, swapKeepsRules, type Swap, type Table } from './table.ts';

/**
 * Exchanges who sits with somebody of an earlier id as long as the table stays as good: each exchange makes it an earlier
 * one of the equally good tables. Cheap, and mostly all that is left to find between them.
 */
export function settleSwaps(start: Table, candidates: readonly number[]): Table {
  let table = start;
  for (;;) {
    const swap = earliestSwap(table, candidates);
    if (swap === null) return table;
    table = setTable(
      table.problem,
      table.seated.map((seated) => (seated === swap.leaves ? swap.comes : seated)),
    );
  }
}

function earliestSwap(table: Table, candidates: readonly number[]): Swap | null {
  const seated = new Set(table.seated);
  const leaving = candidates.filter((candidate) => seated.has(candidate)).reverse();
  for (const comes of candidates) {
    if (seated.has(comes)) continue;
    // The latest who can leave, so that the earlier ones stay.
    for (const leaves of leaving) {
      if (leaves < comes) break;
      const swap = { leaves, comes };
      if (pointsAfter(table, swap) === table.points && swapKeepsRules(table, swap)) return swap;
    }
  }
  return null;
}
