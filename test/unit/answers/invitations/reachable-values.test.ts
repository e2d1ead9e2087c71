import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { valueOf, type IntegerProgram } from '../../../../src/answers/invitations/seating/integer-program.ts';
import { reachableValues } from '../../../../src/answers/invitations/seating/reachable-values.ts';

const column = fc.record({
  least: fc.nat(1),
  most: fc.integer({ min: 1, max: 3 }),
  points: fc.integer({ min: -3, max: 5 }),
});

const programs: fc.Arbitrary<IntegerProgram> = fc.array(column, { minLength: 1, maxLength: 4 }).chain((columns) => {
  const factors = fc.array(fc.integer({ min: -1, max: 1 }), { minLength: columns.length, maxLength: columns.length });
  const row = fc.record({
    terms: factors.map((all) => all.map((factor, index) => ({ column: index, factor }))),
    least: fc.constantFrom(-Infinity, 0, 1),
    most: fc.constantFrom(1, 2, 4, Infinity),
  });
  return fc.record({ columns: fc.constant(columns), rows: fc.array(row, { maxLength: 3 }) });
});

describe('the values that columns can have where so many points are reached', () => {
  test('include those of all solutions, whatever the prices', () => {
    const prices = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(programs, prices, fc.nat(3), (program, some, below) => {
        const solutions = allValues(program).filter((values) =>
          program.rows.every(({ terms, least, most }) => {
            const value = valueOf(terms, values);
            return value >= least && value <= most;
          }),
        );
        const pointsOf = (values: readonly number[]) =>
          program.columns.reduce((sum, { points }, index) => sum + points * (values[index] ?? 0), 0);
        const wanted = Math.max(...solutions.map(pointsOf)) - below;
        if (solutions.length === 0) return;
        const ranges = reachableValues(program, some, wanted);
        for (const values of solutions.filter((solution) => pointsOf(solution) >= wanted)) {
          for (const [index, value] of values.entries()) {
            expect(value).toBeGreaterThanOrEqual(ranges[index]?.least ?? Infinity);
            expect(value).toBeLessThanOrEqual(ranges[index]?.most ?? -Infinity);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('are few where the prices are right', () => {
    const columns = [3, 2, 1].map((points) => ({ least: 0, most: 1, points }));
    const terms = columns.map((_, index) => ({ column: index, factor: 1 }));
    const program = { columns, rows: [{ terms, least: 1, most: 1 }] };
    expect(reachableValues(program, [2], 3)).toEqual([
      { least: 1, most: 1 },
      { least: 0, most: 1 },
      { least: 0, most: 0 },
    ]);
  });
});

function allValues({ columns }: IntegerProgram): number[][] {
  return columns.reduce<number[][]>(
    (values, { least, most }) =>
      values.flatMap((before) => Array.from({ length: most - least + 1 }, (_, more) => [...before, least + more])),
    [[]],
  );
}
