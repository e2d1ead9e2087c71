import type { SeatingProblem } from '../seating-problem.ts';

/** What the search needs of a problem and nothing else: a caller's candidates may carry what no thread can be sent. */
export function plainProblem({ size, candidates, rules, presences, alternates }: SeatingProblem): SeatingProblem {
  return {
    size,
    candidates: candidates.map(({ id, points, required, profile, guest }) => ({
      id,
      points,
      required,
      profile,
      guest,
    })),
    rules: rules.map(({ members, min, max }) => ({ members, min, max })),
    presences: presences.map(({ members, points }) => ({ members, points })),
    alternates,
  };
}
