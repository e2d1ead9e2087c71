import { at, type OrderedProblem } from './ordered-problem.ts';

/** Who sits, and what of it counts for the rules and the points. */
export interface Table {
  readonly problem: OrderedProblem;
  /** Ascending. */
  readonly seated: readonly number[];
  /** How many members of each rule sit, and of each presence. */
  readonly ruleCounts: readonly number[];
  readonly presenceCounts: readonly number[];
  readonly points: number;
}

/** One leaves, one takes that seat. */
export interface Swap {
  readonly leaves: number;
  readonly comes: number;
}

/** Counted anew from the candidates, in whole numbers: what the optimiser says is not relied upon. */
export function setTable(problem: OrderedProblem, seated: readonly number[]): Table {
  const ruleCounts = problem.rules.map(() => 0);
  const presenceCounts = problem.presences.map(() => 0);
  let points = 0;
  for (const candidate of seated) {
    points += at(problem.candidates, candidate).points;
    for (const rule of at(problem.rulesOf, candidate)) ruleCounts[rule] = at(ruleCounts, rule) + 1;
    for (const presence of at(problem.presencesOf, candidate)) {
      if (at(presenceCounts, presence) === 0) points += at(problem.presences, presence).points;
      presenceCounts[presence] = at(presenceCounts, presence) + 1;
    }
  }
  return { problem, seated: [...seated].sort((one, other) => one - other), ruleCounts, presenceCounts, points };
}

export function keepsEveryRule({ problem, ruleCounts }: Table): boolean {
  return problem.rules.every(({ min, max }, rule) => at(ruleCounts, rule) >= min && at(ruleCounts, rule) <= max);
}

/** Whether a table that keeps every rule still does after the swap. */
export function swapKeepsRules({ problem, ruleCounts }: Table, { leaves, comes }: Swap): boolean {
  const left = at(problem.rulesOf, leaves);
  const joined = at(problem.rulesOf, comes);
  return (
    joined.every((rule) => left.includes(rule) || at(ruleCounts, rule) < at(problem.rules, rule).max) &&
    left.every((rule) => joined.includes(rule) || at(ruleCounts, rule) > at(problem.rules, rule).min)
  );
}

/** The points of the table after the swap. */
export function pointsAfter({ problem, presenceCounts, points }: Table, { leaves, comes }: Swap): number {
  const left = at(problem.presencesOf, leaves);
  const joined = at(problem.presencesOf, comes);
  const worth = (presence: number): number => at(problem.presences, presence).points;
  let after = points + at(problem.candidates, comes).points - at(problem.candidates, leaves).points;
  for (const presence of joined) {
    if (at(presenceCounts, presence) === 0) after += worth(presence);
  }
  for (const presence of left) {
    if (at(presenceCounts, presence) === 1 && !joined.includes(presence)) after -= worth(presence);
  }
  return after;
}
