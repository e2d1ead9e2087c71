import { expect, test } from 'vitest';

import { sumOf } from '../../../../src/answers/invitations/seating/integer-program.ts';
import { wholeValues } from '../../../../src/answers/invitations/seating/whole-values.ts';

const program = {
  columns: [
    { least: 0, most: 2, points: 5 },
    { least: 0, most: 1, points: 3 },
  ],
  rows: [{ terms: sumOf([0, 1]), least: 1, most: 2 }],
};

test('what lies next to whole numbers is taken for them', () => {
  expect(wholeValues(program, [1.000001, 0.999999], 8.000002)).toEqual([1, 1]);
});

test.each([
  ['a half', [0.5, 1], 5.5, 'a whole number in column 0 in the solution of HiGHS, but got 0.5'],
  ['a column beyond its bounds', [0, 2], 6, 'column 1 from 0 to 1'],
  ['a row beyond its bounds', [2, 1], 13, 'row 0 from 1 to 2'],
  ['more points than there are', [1, 1], 9, 'the points from 7.75 to 8.25'],
])('%s is refused as rounded wrongly', (_, said, claimed, says) => {
  expect(() => wholeValues(program, said, claimed)).toThrow(says);
});
