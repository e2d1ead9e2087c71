import type { Optimiser } from './optimiser.ts';
import { at, type OrderedProblem } from './ordered-problem.ts';
import { openSeats } from './peers.ts';
import { seatRows } from './table-program.ts';
import { SeatingUndecided } from './seating-undecided.ts';

/**
 * Rules that clash although they would not without any one of them; of several such sets one with early rules. The
 * problem is impossible.
 *
 * A rule that nobody can keep even alone is a clash of one. Else QuickXplain (Junker 2004): a half of the rules is set
 * aside, and only if the rest does not clash by itself is it looked for which of that half are needed. So k of n rules
 * are found with about 2 k log2(n / k) questions, not n.
 */
export function clashingRules(optimiser: Optimiser, problem: OrderedProblem): number[] {
  const rules = [...problem.rules.keys()];
  const clash = (some: readonly number[]): boolean => !canKeep(optimiser, problem, some);
  const alone = rules.find((rule) => breaksAlone(problem, rule));
  if (alone !== undefined) return [alone];
  return needed([], false, rules, clash).sort((one, other) => one - other);
}

/** Those of `rules` that are needed, beside `held`, for a clash; `changed`: whether `held` may clash by itself now. */
function needed(
  held: readonly number[],
  changed: boolean,
  rules: readonly number[],
  clash: (rules: readonly number[]) => boolean,
): number[] {
  if (changed && clash(held)) return [];
  if (rules.length === 1) return [...rules];
  const half = Math.ceil(rules.length / 2);
  const early = rules.slice(0, half);
  const late = rules.slice(half);
  const ofLate = needed([...held, ...early], early.length > 0, late, clash);
  const ofEarly = needed([...held, ...ofLate], ofLate.length > 0, early, clash);
  return [...ofEarly, ...ofLate];
}

function canKeep(optimiser: Optimiser, problem: OrderedProblem, rules: readonly number[]): boolean {
  // Nothing but these rules is looked at, so that most candidates are alike and the program is small.
  const open = openSeats(problem, { rules, presences: [], points: false, broken: false });
  const columns = open.peers.map(({ members }) => ({ least: 0, most: members.length, points: 0 }));
  const { outcome } = optimiser.solve({ columns, rows: seatRows(open) });
  if (outcome === 'unknown') throw new SeatingUndecided();
  return outcome !== 'impossible';
}

function breaksAlone({ size, candidates, rules }: OrderedProblem, rule: number): boolean {
  const { members, min, max } = at(rules, rule);
  const required = candidates.filter((candidate) => candidate.required).length;
  const requiredMembers = members.filter((member) => at(candidates, member).required).length;
  const least = Math.max(requiredMembers, size - (candidates.length - members.length));
  const most = Math.min(members.length, size - (required - requiredMembers));
  return min > max || min > most || max < least;
}
