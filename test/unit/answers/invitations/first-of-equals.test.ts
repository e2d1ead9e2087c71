import fc from 'fast-check';
import { expect, test } from 'vitest';

import { firstOfEquals } from '../../../../src/answers/invitations/seating/first-of-equals.ts';
import { orderProblem } from '../../../../src/answers/invitations/seating/ordered-problem.ts';
import { tableProgram } from '../../../../src/answers/invitations/seating/table-program.ts';
import { setTable } from '../../../../src/answers/invitations/seating/table.ts';
import type { SeatingProblem } from '../../../../src/answers/invitations/seating-problem.ts';
import { patientOptimiser } from '../../../support/optimiser.ts';
import { plainBest } from '../../../support/plain-seating.ts';
import { coupledProblems, seatingProblems, tightProblems } from '../../../support/seating-problems.ts';

test.each([
  ['tight rules', tightProblems(1, 18)],
  ['many who are alike', seatingProblems(16, 5)],
  ['nobody who can be exchanged alone', coupledProblems],
])('the first of equally good tables is found also where few candidates are decided at once: %s', (_, problems) => {
  fc.assert(
    fc.property(problems, fc.integer({ min: 1, max: 3 }), (problem, decidedAtOnce) => {
      const best = plainBest(problem);
      if (best === null) return;
      expect(seatedIds(problem, decidedAtOnce)).toEqual(idsOf(problem, best));
    }),
    { numRuns: 60 },
  );
});

function seatedIds(given: SeatingProblem, decidedAtOnce: number): string[] {
  const optimiser = patientOptimiser();
  const problem = orderProblem(given);
  const model = tableProgram(problem);
  const solution = optimiser.solve(model.program);
  if (solution.outcome !== 'best') throw new Error(`Expected a best table, but got ${solution.outcome}.`);
  const start = setTable(problem, model.seatedBy(solution.values));
  const { table, proven } = firstOfEquals(optimiser, model, start, decidedAtOnce);
  expect(proven).toBe(true);
  return idsOf(problem, table.seated);
}

function idsOf({ candidates }: Pick<SeatingProblem, 'candidates'>, seated: readonly number[]): string[] {
  return seated.map((index) => candidates[index]?.id ?? '').sort();
}
