import type { Presence, Seatable, SeatingProblem } from '../seating-problem.ts';

/** A rule with an upper bound in all cases: Infinity where there is none. */
export interface OrderedRule {
  readonly members: readonly number[];
  readonly min: number;
  readonly max: number;
}

/**
 * A problem whose candidates stand in the code-unit order of their ids, so that the answer cannot depend on the order in
 * which they were given, and a lower index is an earlier id.
 */
export interface OrderedProblem {
  readonly size: number;
  readonly candidates: readonly Seatable[];
  readonly rules: readonly OrderedRule[];
  readonly presences: readonly Presence[];
  /** Of each candidate, ascending. */
  readonly rulesOf: readonly (readonly number[])[];
  readonly presencesOf: readonly (readonly number[])[];
  readonly alternates: number;
  /** Where each candidate stood in the problem as it was given. */
  readonly given: readonly number[];
}

export function orderProblem({ size, candidates, rules, presences, alternates }: SeatingProblem): OrderedProblem {
  const inOrder = candidates
    .map((candidate, index) => ({ candidate, index }))
    .sort((one, other) => compareIds(one.candidate, other.candidate));
  const given = inOrder.map(({ index }) => index);
  const places: number[] = [];
  for (const [place, index] of given.entries()) places[index] = place;
  const ordered = (members: readonly number[]): number[] =>
    members.map((member) => at(places, member)).sort((one, other) => one - other);
  const orderedRules = rules.map((rule) => ({
    members: ordered(rule.members),
    min: rule.min,
    max: rule.max ?? Infinity,
  }));
  const orderedPresences = presences.map(({ members, points }) => ({ members: ordered(members), points }));
  return {
    size,
    candidates: inOrder.map(({ candidate }) => candidate),
    rules: orderedRules,
    presences: orderedPresences,
    rulesOf: groupsOf(candidates.length, orderedRules),
    presencesOf: groupsOf(candidates.length, orderedPresences),
    alternates,
    given,
  };
}

/** What stands at an index that is known to exist: a wrong one is a mistake here, not in the problem. */
export function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`Expected an index below ${list.length}, but got ${index}.`);
  return value;
}

function compareIds(one: Seatable, other: Seatable): number {
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}

function groupsOf(candidates: number, groups: readonly { readonly members: readonly number[] }[]): number[][] {
  const groupsOfEach: number[][] = Array.from({ length: candidates }, () => []);
  for (const [group, { members }] of groups.entries())
    for (const member of members) at(groupsOfEach, member).push(group);
  return groupsOfEach;
}
