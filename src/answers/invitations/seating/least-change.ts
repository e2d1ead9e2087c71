import type { Impossible } from '../seating-problem.ts';
import { elasticProgram, type Change, type ElasticProgram } from './elastic-program.ts';
import { sumOf, withRows, withValues, type IntegerProgram } from './integer-program.ts';
import type { Optimiser } from './optimiser.ts';
import { at, type OrderedProblem } from './ordered-problem.ts';
import { SeatingUndecided } from './seating-undecided.ts';

type Values = readonly number[];

/**
 * The least change of bounds, in seats in all, after which a table exists: minima that go down, maxima that go up. Of
 * equally small changes the one that touches the fewest rules; of those the one that changes the first bound the most,
 * then the second, and so on, in the order of the rules, the minimum of each before its maximum. So exactly one is the
 * answer.
 */
export function leastChange(optimiser: Optimiser, problem: OrderedProblem): Impossible['relaxations'] {
  const elastic = elasticProgram(problem);
  const columns = elastic.changes.map(({ column }) => column);
  const smallest = optimum(optimiser, elastic.program, columns, -1);
  const few = fewestRules(optimiser, ofSize(elastic, sum(smallest, columns)), smallest);
  return toRelaxations(problem, elastic.changes, earliestBounds(optimiser, few, columns));
}

/** A program, and values that keep its rows. */
interface Solved {
  readonly program: IntegerProgram;
  readonly values: Values;
}

/** The changes of so many seats in all. */
function ofSize({ program, changes }: ElasticProgram, seats: number): ElasticProgram {
  const columns = changes.map(({ column }) => column);
  const changing = new Set(columns);
  const bounded = program.columns.map((column, index) =>
    changing.has(index) ? { ...column, most: Math.min(column.most, seats) } : column,
  );
  const row = { terms: sumOf(columns), least: seats, most: seats };
  return { changes, program: withRows({ ...program, columns: bounded }, [row]) };
}

/** No more rules changed than must be: a column for each rule says whether it is. */
function fewestRules(optimiser: Optimiser, { program, changes }: ElasticProgram, found: Values): Solved {
  const rules = [...new Set(changes.map(({ rule }) => rule))];
  const own = rules.map((rule) => changes.filter((change) => change.rule === rule).map(({ column }) => column));
  const touched = rules.map((_, index) => program.columns.length + index);
  const seats = sum(found, own.flat());
  const rows = own.map((columns, index) => ({
    terms: [{ column: at(touched, index), factor: seats }, ...sumOf(columns, -1)],
    least: 0,
    most: Infinity,
  }));
  const counting = {
    columns: [...program.columns, ...rules.map(() => ({ least: 0, most: 1, points: 0 }))],
    rows: [...program.rows, ...rows],
  };
  const marked = [...found, ...own.map((columns) => (sum(found, columns) > 0 ? 1 : 0))];
  // One rule must change in any case.
  const values = sum(marked, touched) === 1 ? marked : optimum(optimiser, counting, touched, -1);
  const few = { terms: sumOf(touched), least: 0, most: sum(values, touched) };
  return { program: withRows(counting, [few]), values };
}

/** The values that are the greatest at the first of the columns, then at the second, and so on. */
function earliestBounds(optimiser: Optimiser, solved: Solved, columns: readonly number[]): Values {
  let { program, values } = solved;
  let next = 0;
  for (;;) {
    const left = columns.slice(next);
    const seats = sum(values, left);
    if (seats === 0) return values;
    const earliest = earliestAbove(optimiser, program, left, values);
    const column = at(left, earliest.index);
    program = withValues(program, left.slice(0, earliest.index), earliest.values);
    values = at(earliest.values, column) === seats ? earliest.values : optimum(optimiser, program, [column], 1);
    program = withValues(program, [column], values);
    next += earliest.index + 1;
  }
}

/** The first of the columns that can be above 0, and values where it is. */
function earliestAbove(
  optimiser: Optimiser,
  program: IntegerProgram,
  columns: readonly number[],
  start: Values,
): { readonly index: number; readonly values: Values } {
  let values = start;
  let from = 0;
  let to = firstAbove(columns, values);
  // Mostly none before is possible, so all are asked for at once; if some are, halves.
  for (let middle = to - 1; from < to; middle = Math.floor((from + to - 1) / 2)) {
    const some = { terms: sumOf(columns.slice(from, middle + 1)), least: 1, most: Infinity };
    const found = solve(optimiser, withRows(program, [some]));
    if (found === null) {
      from = middle + 1;
    } else {
      values = found;
      to = firstAbove(columns, values);
    }
  }
  return { index: to, values };
}

function firstAbove(columns: readonly number[], values: Values): number {
  return columns.findIndex((column) => at(values, column) > 0);
}

/** Values that make the sum of some columns, times the sign, the greatest. */
function optimum(optimiser: Optimiser, program: IntegerProgram, columns: readonly number[], sign: number): Values {
  const wanted = new Set(columns);
  const pointed = program.columns.map((column, index) => ({ ...column, points: wanted.has(index) ? sign : 0 }));
  const values = solve(optimiser, { ...program, columns: pointed });
  if (values === null) throw new Error('Expected a table once bounds may change. Report this with the problem.');
  return values;
}

function solve(optimiser: Optimiser, program: IntegerProgram): Values | null {
  const solution = optimiser.solve(program);
  switch (solution.outcome) {
    case 'best':
      return solution.values;
    case 'impossible':
      return null;
    case 'found':
    case 'unknown':
      throw new SeatingUndecided();
  }
}

function sum(values: Values, columns: readonly number[]): number {
  return columns.reduce((total, column) => total + at(values, column), 0);
}

function toRelaxations(
  { rules }: OrderedProblem,
  changes: readonly Change[],
  values: Values,
): Impossible['relaxations'] {
  return [...rules.entries()].flatMap(([rule, { min, max }]) => {
    const own = changes.filter((change) => change.rule === rule);
    const by = (bound: Change['bound']): number =>
      sum(
        values,
        own.filter((change) => change.bound === bound).map(({ column }) => column),
      );
    if (by('min') + by('max') === 0) return [];
    return [{ rule, min: min - by('min'), max: max === Infinity ? null : max + by('max') }];
  });
}
