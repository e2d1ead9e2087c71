import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { seatedIds, solved } from '../../../support/optimiser.ts';
import { keeps, plainBest, plainPoints } from '../../../support/plain-seating.ts';
import {
  hardProblem,
  reordered,
  seatable,
  seatingProblem,
  seatingProblems,
  tightProblems,
} from '../../../support/seating-problems.ts';

describe('the best table', () => {
  test('is the one that looking at every table finds, ties broken by id', () => {
    fc.assert(
      fc.property(seatingProblems(), (problem) => {
        const best = plainBest(problem);
        const answer = solved(problem);
        expect(answer.outcome).toBe(best === null ? 'impossible' : 'seated');
        if (best === null || answer.outcome !== 'seated') return;
        expect(answer.seats.map(({ candidate }) => candidate)).toEqual(best);
        expect(answer.points).toBe(plainPoints(best, problem));
        expect(answer.provenOptimal).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ['among many who are nearly alike', seatingProblems(20, 4)],
    ['where equally good tables differ in several seats', tightProblems(1, 18)],
  ])('is so %s', (_, problems) => {
    fc.assert(
      fc.property(problems, (problem) => {
        const answer = solved(problem);
        if (answer.outcome === 'seated')
          expect(answer.seats.map(({ candidate }) => candidate)).toEqual(plainBest(problem));
      }),
      { numRuns: 100 },
    );
  });

  test('is so among many, too: whoever of an earlier id is made to sit beside the earlier ones, it is no longer as good', () => {
    fc.assert(
      fc.property(tightProblems(1, 40), (problem) => {
        const answer = solved(problem);
        if (answer.outcome !== 'seated') throw new Error('Expected a table, for the rules were taken from one.');
        const seated = answer.seats.map(({ candidate }) => problem.candidates[candidate]?.id ?? '');
        const last = seated.toSorted().at(-1) ?? '';
        for (const { id } of problem.candidates.filter((one) => one.id < last && !seated.includes(one.id))) {
          const forced = [...seated.filter((other) => other < id), id];
          const candidates = problem.candidates.map((one) => ({ ...one, required: forced.includes(one.id) }));
          const other = solved({ ...problem, candidates });
          if (other.outcome === 'seated') expect(other.points).toBeLessThan(answer.points);
        }
      }),
      { numRuns: 5 },
    );
  });

  test('is so where the search has to branch', () => {
    const problem = hardProblem(42);
    const answer = solved(problem);
    expect(answer).toMatchObject({ provenOptimal: true });
    expect(answer.outcome === 'seated' && answer.seats.map(({ candidate }) => candidate)).toEqual(plainBest(problem));
  });

  test('keeps every rule, has the size that was asked for, and seats all who must sit', () => {
    fc.assert(
      fc.property(seatingProblems(12, 12), (problem) => {
        const answer = solved(problem);
        if (answer.outcome !== 'seated') return;
        const table = answer.seats.map(({ candidate }) => candidate);
        expect(table).toHaveLength(problem.size);
        expect(keeps(table, problem.rules)).toBe(true);
        const required = [...problem.candidates.keys()].filter((index) => problem.candidates[index]?.required);
        expect(table).toEqual(expect.arrayContaining(required));
      }),
    );
  });

  test('is the same, with the same alternates, in whatever order the candidates stand', () => {
    const twice = seatingProblems().chain((problem) => fc.tuple(fc.constant(problem), reordered(problem)));
    fc.assert(
      fc.property(twice, ([one, other]) => {
        expect(seatedIds(other)).toEqual(seatedIds(one));
      }),
    );
  });

  test('of many equally good ones is that of the earliest ids in code-unit order', () => {
    const ids = ['b', 'é', 'a', 'Z', 'c', 'aa'];
    const problem = seatingProblem({ size: 3, candidates: ids.map((id) => seatable(id)), alternates: 0 });
    expect(seatedIds(problem)?.map(([id]) => id)).toEqual(['Z', 'a', 'aa']);
  });

  test('prefers points to ids, and a presence to its points in one candidate', () => {
    const candidates = [seatable('a', { points: 4 }), seatable('b', { points: 4 }), seatable('c'), seatable('d')];
    const presences = [
      { members: [0, 1], points: 1 },
      { members: [2, 3], points: 5 },
    ];
    expect(solved(seatingProblem({ size: 2, candidates, presences, alternates: 0 }))).toEqual({
      outcome: 'seated',
      seats: [
        { candidate: 0, alternates: [] },
        { candidate: 2, alternates: [] },
      ],
      points: 10,
      provenOptimal: true,
    });
  });

  test('is those who must sit where they take every seat', () => {
    const candidates = [seatable('a'), seatable('b', { required: true }), seatable('c', { required: true, points: 2 })];
    const rules = [{ members: [1, 2], min: 2, max: 2 }];
    expect(solved(seatingProblem({ size: 2, candidates, rules }))).toMatchObject({
      seats: [
        { candidate: 1, alternates: [] },
        { candidate: 2, alternates: [] },
      ],
      points: 2,
    });
  });
});
