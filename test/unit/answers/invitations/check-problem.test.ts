import { expect, test } from 'vitest';

import { checkProblem } from '../../../../src/answers/invitations/seating/check-problem.ts';
import type { SeatingProblem } from '../../../../src/answers/invitations/seating-problem.ts';
import { seatable, seatingProblem } from '../../../support/seating-problems.ts';

const candidates = [seatable('a'), seatable('b')];
const rule = { members: [0], min: 0, max: null };

test.each<[string, Partial<SeatingProblem>, string]>([
  ['no seats', { size: 0 }, 'from 1 to 2 as the size of the table, up to the number of candidates, but got 0'],
  ['more seats than candidates', { size: 3 }, 'but got 3'],
  [
    'more who must sit than seats',
    { candidates: [seatable('a', { required: true }), seatable('b', { required: true })] },
    'at most 1 who must sit, one for each seat, but got 2',
  ],
  ['one id twice', { candidates: [seatable('a'), seatable('a')] }, 'got two with the id a'],
  ['half points', { candidates: [seatable('a', { points: 0.5 })] }, 'as the points of a, but got 0.5'],
  ['points beyond what can be told apart', { candidates: [seatable('a', { points: 2e6 })] }, 'from 0 to 1000000'],
  ['a member who is no candidate', { rules: [{ ...rule, members: [2] }] }, 'a member of rule 0, but got 2'],
  ['a member named twice', { rules: [rule, { ...rule, members: [1, 1] }] }, 'but got 1 after 1'],
  ['a negative minimum', { rules: [{ ...rule, min: -1 }] }, 'the minimum of rule 0, but got -1'],
  ['a maximum that is no number', { rules: [{ ...rule, max: NaN }] }, 'the maximum of rule 0, but got NaN'],
  ['a presence worth nothing', { presences: [{ members: [0], points: 0 }] }, 'the points of presence 0, but got 0'],
  ['members in another order', { presences: [{ members: [1, 0], points: 1 }] }, 'but got 0 after 1'],
  ['alternates below none', { alternates: -1 }, 'the number of alternates, but got -1'],
])('%s are refused with what was expected', (_, given, says) => {
  expect(() => checkProblem(seatingProblem({ size: 1, candidates, ...given }))).toThrow(says);
});

test('rules that clash are no mistake of a problem', () => {
  const clashing = [
    { members: [0], min: 3, max: 1 },
    { members: [], min: 1, max: null },
  ];
  expect(() => checkProblem(seatingProblem({ size: 1, candidates, rules: clashing }))).not.toThrow();
});
