import type { Column, IntegerProgram, Row } from './integer-program.ts';
import { at, type OrderedProblem } from './ordered-problem.ts';
import { openSeats } from './peers.ts';
import { seatRows } from './table-program.ts';

/** By how many seats the minimum of a rule goes down, or its maximum up: a column of the program. */
export interface Change {
  readonly rule: number;
  readonly bound: 'min' | 'max';
  readonly column: number;
}

/** The search for a table that keeps changed rules. */
export interface ElasticProgram {
  readonly program: IntegerProgram;
  /** In the order of the rules; of a rule the minimum before the maximum. */
  readonly changes: readonly Change[];
}

export function elasticProgram(problem: OrderedProblem): ElasticProgram {
  const rules = [...problem.rules.keys()];
  const open = openSeats(problem, { rules, presences: [], points: false, broken: true });
  const [everySeat, ...kept] = seatRows(open);
  if (everySeat === undefined) throw new Error('Expected a row for the seats, but there is none.');
  const columns: Column[] = open.peers.map(({ members }) => ({ least: 0, most: members.length, points: 0 }));
  const rows: Row[] = [everySeat];
  const changes: Change[] = [];
  for (const [index, { rule, min, max }] of open.rules.entries()) {
    const { terms } = at(kept, index);
    if (min > 0) {
      rows.push({ terms: [...terms, { column: columns.length, factor: 1 }], least: min, most: Infinity });
      changes.push({ rule, bound: 'min', column: columns.length });
      columns.push({ least: 0, most: min, points: 0 });
    }
    if (max < open.seats) {
      rows.push({ terms: [...terms, { column: columns.length, factor: -1 }], least: -Infinity, most: max });
      changes.push({ rule, bound: 'max', column: columns.length });
      columns.push({ least: 0, most: open.seats - max, points: 0 });
    }
  }
  return { program: { columns, rows }, changes };
}
