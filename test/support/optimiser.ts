import { loadOptimiser, type Optimiser } from '../../src/answers/invitations/seating/optimiser.ts';
import { solveSeating } from '../../src/answers/invitations/seating/solve-seating.ts';
import type { SeatingAnswer, SeatingProblem } from '../../src/answers/invitations/seating-problem.ts';

const optimiserWithin = await loadOptimiser();

/** Its clock never strikes. */
export function patientOptimiser(): Optimiser {
  return optimiserWithin({ steps: 1_000_000, milliseconds: 3_600_000 });
}

/** Solves a problem here and now. */
export function solved(problem: SeatingProblem): SeatingAnswer {
  return solveSeating(patientOptimiser(), problem);
}

/** Ids of those who sit, in their order, each with those of its alternates; `null` where no table is possible. */
export function seatedIds(problem: SeatingProblem): [string, string[]][] | null {
  const answer = solved(problem);
  if (answer.outcome === 'impossible') return null;
  const id = (index: number): string => problem.candidates[index]?.id ?? '';
  const seats = answer.seats.map(({ candidate, alternates }): [string, string[]] => [
    id(candidate),
    alternates.map(id),
  ]);
  return seats.sort(([one], [other]) => (one < other ? -1 : 1));
}
