import type { SeatingProblem } from '../seating-problem.ts';

/**
 * The most points that one candidate or presence may be worth. The optimiser calculates in floating point with a
 * tolerance of 1e-6: up to here it tells tables apart that differ by one point.
 */
const MOST_POINTS = 1_000_000;

/** Throws where a problem is not one that can be solved, saying what was expected; rules that clash are no mistake. */
export function checkProblem({ size, candidates, rules, presences, alternates }: SeatingProblem): void {
  expectWhole(size, 1, candidates.length, 'the size of the table, up to the number of candidates');
  expectWhole(alternates, 0, Number.MAX_SAFE_INTEGER, 'the number of alternates');
  const required = candidates.filter((candidate) => candidate.required).length;
  if (required > size) {
    throw new RangeError(`Expected at most ${size} who must sit, one for each seat, but got ${required}.`);
  }
  const ids = new Set<string>();
  for (const { id, points } of candidates) {
    if (ids.has(id)) throw new RangeError(`Expected each candidate once, but got two with the id ${id}.`);
    ids.add(id);
    expectWhole(points, 0, MOST_POINTS, `the points of ${id}`);
  }
  for (const [index, { members, min, max }] of rules.entries()) {
    expectMembers(members, candidates.length, `rule ${index}`);
    expectWhole(min, 0, Number.MAX_SAFE_INTEGER, `the minimum of rule ${index}`);
    if (max !== null) expectWhole(max, 0, Number.MAX_SAFE_INTEGER, `the maximum of rule ${index}`);
  }
  for (const [index, { members, points }] of presences.entries()) {
    expectMembers(members, candidates.length, `presence ${index}`);
    expectWhole(points, 1, MOST_POINTS, `the points of presence ${index}`);
  }
}

function expectWhole(value: number, least: number, most: number, what: string): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new RangeError(`Expected a whole number from ${least} to ${most} as ${what}, but got ${value}.`);
}

/** A member named twice would count twice. */
function expectMembers(members: readonly number[], candidates: number, what: string): void {
  let before = -1;
  for (const member of members) {
    expectWhole(member, 0, candidates - 1, `the index of a member of ${what}`);
    if (member <= before) {
      throw new RangeError(`Expected the members of ${what} in ascending order, but got ${member} after ${before}.`);
    }
    before = member;
  }
}
