import fc from 'fast-check';

import type { Seatable, SeatingProblem } from '../../src/answers/invitations/seating-problem.ts';

/** A candidate who is worth nothing and need not sit, but for what is given. */
export function seatable(id: string, given: Partial<Seatable> = {}): Seatable {
  return { id, points: 0, required: false, profile: 'academia', guest: false, ...given };
}

/** A problem without rules and presences, with up to three alternates, but for what is given. */
export function seatingProblem(
  given: Pick<SeatingProblem, 'size' | 'candidates'> & Partial<SeatingProblem>,
): SeatingProblem {
  return { rules: [], presences: [], alternates: 3, ...given };
}

/**
 * Problems small enough that every table can be looked at, with few points and many ties, now and then points as large as
 * may be; candidates up to a number, seats up to another.
 */
export function seatingProblems(mostCandidates = 8, mostSeats = 8): fc.Arbitrary<SeatingProblem> {
  const unit = fc.constantFrom('a', 'b', 'Z', 'ñ', '_', '1');
  const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3, unit }), {
    minLength: 1,
    maxLength: mostCandidates,
  });
  return fc
    .tuple(ids, fc.constantFrom(0, 1, 3, 1_000_000))
    .chain(([all, mostPoints]) => problemsOf(all, mostPoints, Math.min(all.length, mostSeats)))
    .filter(({ size, candidates }) => candidates.filter(({ required }) => required).length <= size);
}

/**
 * Problems whose rules say exactly how many of some sit, as is so at one or several tables taken at random: with one of
 * them a table exists, mostly several, which differ in more than one seat; with several of them mostly none does, because
 * of rules that clash together only.
 */
export function tightProblems(tables: number, count = 15): fc.Arbitrary<SeatingProblem> {
  const ids = Array.from({ length: count }, (_, index) => `candidate-${String((index * 7) % count).padStart(2, '0')}`);
  const all = [...ids.keys()];
  const some = fc.subarray(all, { minLength: 1 });
  return fc
    .record({
      size: fc.integer({ min: 3, max: 5 }),
      points: fc.array(fc.nat(1), { minLength: all.length, maxLength: all.length }),
      shuffles: fc.array(fc.shuffledSubarray(all, { minLength: all.length }), { minLength: tables, maxLength: tables }),
      groups: fc.array(some, { minLength: 3, maxLength: 6 }),
      presences: fc.array(fc.record({ members: some, points: fc.integer({ min: 1, max: 2 }) }), { maxLength: 3 }),
    })
    .map(({ size, points, shuffles, groups, presences }) => {
      const rules = groups.map((members, index) => {
        const table = shuffles[index % tables]?.slice(0, size) ?? [];
        const seated = members.filter((member) => table.includes(member)).length;
        return { members, min: seated, max: seated };
      });
      const candidates = ids.map((id, index) => seatable(id, { points: points[index] ?? 0 }));
      return seatingProblem({ size, candidates, rules, presences });
    });
}

/**
 * Problems in which no exchange of two is possible: of each three either the first two sit or the third. All tables are
 * worth the same, and only their ids, which are in any order, tell which is the first.
 */
export const coupledProblems: fc.Arbitrary<SeatingProblem> = fc
  .tuple(fc.shuffledSubarray('abcdefghijklmno'.split(''), { minLength: 15 }), fc.integer({ min: 6, max: 9 }))
  .map(([ids, size]) =>
    seatingProblem({
      size,
      candidates: ids.map((id) => seatable(id)),
      rules: [0, 3, 6, 9, 12].flatMap((first) => [
        { members: [first, first + 2], min: 1, max: 1 },
        { members: [first + 1, first + 2], min: 1, max: 1 },
      ]),
    }),
  );

/** The same problem with its candidates in another order. */
export function reordered(problem: SeatingProblem): fc.Arbitrary<SeatingProblem> {
  const order = [...problem.candidates.keys()];
  return fc.shuffledSubarray(order, { minLength: order.length }).map((places) => {
    const moved = <T extends { readonly members: readonly number[] }>(group: T): T => ({
      ...group,
      members: group.members.map((member) => places.indexOf(member)).sort((one, other) => one - other),
    });
    return {
      ...problem,
      candidates: places.flatMap((place) => problem.candidates[place] ?? []),
      rules: problem.rules.map(moved),
      presences: problem.presences.map(moved),
    };
  });
}

function problemsOf(ids: readonly string[], mostPoints: number, mostSeats: number): fc.Arbitrary<SeatingProblem> {
  const members = fc
    .uniqueArray(fc.nat(ids.length - 1), { maxLength: ids.length })
    .map((some) => some.sort((one, other) => one - other));
  const candidate = (id: string): fc.Arbitrary<Seatable> =>
    fc.record({
      id: fc.constant(id),
      points: fc.nat(mostPoints),
      required: fc.nat(9).map((die) => die === 0),
      profile: fc.constantFrom('academia', 'empresa'),
      guest: fc.nat(5).map((die) => die === 0),
    });
  return fc.record({
    size: fc.integer({ min: 1, max: mostSeats }),
    candidates: fc.tuple(...ids.map(candidate)),
    rules: fc.array(
      fc.record({ members, min: fc.oneof(fc.constant(0), fc.nat(4)), max: fc.oneof(fc.constant(null), fc.nat(4)) }),
      { maxLength: 5 },
    ),
    presences: fc.array(fc.record({ members, points: fc.integer({ min: 1, max: Math.max(1, mostPoints) }) }), {
      maxLength: 4,
    }),
    alternates: fc.nat(4),
  });
}

/**
 * A problem that is hard for its size: each of many presences is in one of ten candidates, at random, so that the fractions
 * of candidates with which the search begins are far from any table. With 200 it takes longer to prove than any test.
 */
export function hardProblem(size: number): SeatingProblem {
  const random = pseudoRandom(7);
  const candidates = Array.from({ length: size }, (_, index) => seatable(`candidate-${index}`));
  const presences = Array.from({ length: 1.5 * size }, () => ({
    members: [...candidates.keys()].filter(() => random() < 0.1),
    points: 1,
  }));
  return seatingProblem({ size: Math.ceil(size / 14), candidates, presences });
}

/** Numbers from 0 to below 1, the same each time (Park and Miller's). */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
