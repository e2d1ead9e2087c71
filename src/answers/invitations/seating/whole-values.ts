import { valueOf, type IntegerProgram } from './integer-program.ts';
import { at } from './ordered-problem.ts';

/** How far a value may lie from a whole number: what HiGHS allows itself (1e-6), with room for its scaling. */
const NEARLY = 1e-4;

/**
 * What HiGHS says of the columns, in whole numbers. It calculates in floating point, so everything is checked exactly:
 * bounds, rows, and the points that it claims. Throws where it rounded wrongly.
 */
export function wholeValues(
  { columns, rows }: IntegerProgram,
  said: readonly number[],
  claimed: number,
): readonly number[] {
  const values = said.map((value, column) => {
    const rounded = Math.round(value);
    if (Math.abs(value - rounded) > NEARLY) throw unreliable(`a whole number in column ${column}`, value);
    return rounded;
  });
  for (const [column, { least, most }] of columns.entries()) {
    expectWithin(at(values, column), least, most, `column ${column}`);
  }
  for (const [index, row] of rows.entries()) {
    expectWithin(valueOf(row.terms, values), row.least, row.most, `row ${index}`);
  }
  const points = columns.reduce((sum, column, index) => sum + column.points * at(values, index), 0);
  // Together with the gap of half a point that is left to HiGHS, less than one.
  expectWithin(claimed, points - 0.25, points + 0.25, 'the points');
  return values;
}

function expectWithin(value: number, least: number, most: number, what: string): void {
  if (value < least || value > most) throw unreliable(`${what} from ${least} to ${most}`, value);
}

function unreliable(expected: string, value: number): Error {
  return new Error(
    `Expected ${expected} in the solution of HiGHS, but got ${value}: it rounded wrongly. Smaller points make this less likely; report it with the problem.`,
  );
}
