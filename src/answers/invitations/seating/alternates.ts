import { at } from './ordered-problem.ts';
import { pointsAfter, swapKeepsRules, type Table } from './table.ts';

/** Who may take one seat alone so that every rule is still kept: those of the same profile, the best table first. */
export function alternatesOf(table: Table, seat: number): number[] {
  const { candidates, alternates } = table.problem;
  const { profile, required } = at(candidates, seat);
  if (required) return [];
  const seated = new Set(table.seated);
  const found: { readonly candidate: number; readonly points: number }[] = [];
  for (const [candidate, { profile: own, guest }] of candidates.entries()) {
    const swap = { leaves: seat, comes: candidate };
    if (own !== profile || guest || seated.has(candidate) || !swapKeepsRules(table, swap)) continue;
    found.push({ candidate, points: pointsAfter(table, swap) });
  }
  // Candidates stand in the order of their ids, and the sort is stable: equal ones stay in that order.
  return found
    .sort((one, other) => other.points - one.points)
    .slice(0, alternates)
    .map(({ candidate }) => candidate);
}
