import { sumOf, withRows, withValues, type IntegerProgram, type Row } from './integer-program.ts';
import { openQuestion, type OpenQuestion } from './open-question.ts';
import type { Optimiser } from './optimiser.ts';
import { at } from './ordered-problem.ts';
import { settleSwaps } from './settle-swaps.ts';
import type { TableProgram } from './table-program.ts';
import { setTable, type Table } from './table.ts';

/** As the digits of one number, which stays far below what HiGHS rounds. */
const DECIDED_AT_ONCE = 12;

/**
 * Of all tables with the most points the first one, and whether it is proven to be that.
 *
 * Of two tables the one is first that has the earliest id of those who sit at only one of the two. This is a total order
 * (two tables of a size that differ have such an id, and it compares them like binary numbers whose highest digit is
 * the earliest id), so exactly one table is the answer, by whatever way the search comes to it.
 *
 * The search asks for a table with as many points that is before the one at hand, until there is none. Where there is
 * one, the next few candidates are also decided for good, so that it ends at the latest when all are, which matters where
 * all are worth the same.
 *
 * The question is asked in ones and zeros: a column for each candidate, 1 if it sits. That a table x is not after the
 * table t at hand is
 *
 *     for each j that sits at t:  x[j] + Σ x[i], over all i before j that do not sit at t, ≥ 1.
 *
 * If x is before t, let d be the earliest of those who sit at only one of them: d sits at x and not at t. Each j before
 * d sits at both, and for each j after d the sum holds d. If x is after t, its d sits at t and not at x, and all i before
 * d sit at both or at neither: the sum of d is 0. And x is another table than t exactly if somebody sits at x who does
 * not at t, for both have the same size.
 */
export function firstOfEquals(
  optimiser: Optimiser,
  model: TableProgram,
  best: Table,
  decidedAtOnce = DECIDED_AT_ONCE,
): { readonly table: Table; readonly proven: boolean } {
  const open = openQuestion(optimiser, model, best.points);
  const toTable = (values: readonly number[]): Table => {
    const joined = open.undecided.filter((_, column) => values[column] === 1);
    return settleSwaps(setTable(best.problem, [...open.decided, ...joined]), open.undecided);
  };
  let table = settleSwaps(best, open.undecided);
  let program = open.program;
  for (let next = 0; ; next += decidedAtOnce) {
    const earlier = optimiser.solve(withRows(program, [...notLater(open, table), another(open, table)]));
    if (!('values' in earlier)) return { table, proven: earlier.outcome === 'impossible' };
    table = toTable(earlier.values);
    const end = Math.min(next + decidedAtOnce, open.undecided.length);
    const decided = optimiser.solve(withRows(withDigits(program, next, end), notLater(open, table)));
    if (!('values' in decided)) return { table, proven: false };
    table = toTable(decided.values);
    if (decided.outcome === 'found') return { table, proven: false };
    program = withValues(program, [...program.columns.keys()].slice(next, end), decided.values);
  }
}

function notLater(open: OpenQuestion, table: Table): Row[] {
  const { present, absent } = columnsAt(open, table);
  return present.map((column) => {
    const before = absent.filter((other) => other < column);
    return { terms: sumOf([...before, column]), least: 1, most: Infinity };
  });
}

function another(open: OpenQuestion, table: Table): Row {
  return { terms: sumOf(columnsAt(open, table).absent), least: 1, most: Infinity };
}

function columnsAt({ undecided }: OpenQuestion, { seated }: Table): { present: number[]; absent: number[] } {
  const columns = [...undecided.keys()];
  const sits = (column: number): boolean => seated.includes(at(undecided, column));
  return { present: columns.filter(sits), absent: columns.filter((column) => !sits(column)) };
}

/** The most points now have who seats the earliest of these candidates: each is worth more than all after it. */
function withDigits({ columns, rows }: IntegerProgram, from: number, end: number): IntegerProgram {
  const worth = (column: number): number => (column >= from && column < end ? 2 ** (end - 1 - column) : 0);
  return { columns: columns.map((column, index) => ({ ...column, points: worth(index) })), rows };
}
