import type { SeatingAnswer, SeatingProblem } from '../seating-problem.ts';
import { alternatesOf } from './alternates.ts';
import { clashingRules } from './clashing-rules.ts';
import { firstOfEquals } from './first-of-equals.ts';
import { leastChange } from './least-change.ts';
import type { Optimiser } from './optimiser.ts';
import { at, orderProblem } from './ordered-problem.ts';
import { tableProgram } from './table-program.ts';
import { keepsEveryRule, setTable, type Table } from './table.ts';
import { SeatingUndecided } from './seating-undecided.ts';

/**
 * The best table, or why there is none. Both are defined without regard to how they are found (`firstOfEquals`,
 * `clashingRules`, `leastChange`): the same problem has the same answer, in whatever order its candidates stand.
 */
export function solveSeating(optimiser: Optimiser, given: SeatingProblem): SeatingAnswer {
  const problem = orderProblem(given);
  const model = tableProgram(problem);
  const solution = optimiser.solve(model.program);
  switch (solution.outcome) {
    case 'best': {
      const { table, proven } = firstOfEquals(optimiser, model, setTable(problem, model.seatedBy(solution.values)));
      return toSeated(table, proven);
    }
    case 'found':
      return toSeated(setTable(problem, model.seatedBy(solution.values)), false);
    case 'impossible':
      return {
        outcome: 'impossible',
        conflicts: clashingRules(optimiser, problem),
        relaxations: leastChange(optimiser, problem),
      };
    case 'unknown':
      throw new SeatingUndecided();
  }
}

function toSeated(table: Table, provenOptimal: boolean): SeatingAnswer {
  const { problem, points } = table;
  if (!keepsEveryRule(table)) throw new Error('Expected the table to keep every rule. Report this with the problem.');
  const back = (candidate: number): number => at(problem.given, candidate);
  const seats = table.seated
    .map((seat) => ({ candidate: back(seat), alternates: alternatesOf(table, seat).map(back) }))
    .sort((one, other) => one.candidate - other.candidate);
  return { outcome: 'seated', seats, points, provenOptimal };
}
