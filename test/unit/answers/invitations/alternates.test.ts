import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { solved } from '../../../support/optimiser.ts';
import { keeps, plainPoints } from '../../../support/plain-seating.ts';
import { seatable, seatingProblem, seatingProblems } from '../../../support/seating-problems.ts';

describe('the alternates of a seat', () => {
  test('are those of its profile who keep every rule in it, the best table first, then by id, up to the number asked for', () => {
    fc.assert(
      fc.property(seatingProblems(), (problem) => {
        const answer = solved(problem);
        if (answer.outcome !== 'seated') return;
        const table = answer.seats.map(({ candidate }) => candidate);
        for (const { candidate, alternates } of answer.seats) {
          const swapped = (other: number): number[] => [...table.filter((seated) => seated !== candidate), other];
          const of = (index: number) => problem.candidates[index] ?? seatable('');
          const fit = [...problem.candidates.keys()]
            .filter(
              (other) => !table.includes(other) && !of(other).guest && of(other).profile === of(candidate).profile,
            )
            .filter((other) => keeps(swapped(other), problem.rules))
            .sort((one, other) => (of(one).id < of(other).id ? -1 : 1))
            .sort((one, other) => plainPoints(swapped(other), problem) - plainPoints(swapped(one), problem));
          expect(alternates).toEqual(of(candidate).required ? [] : fit.slice(0, problem.alternates));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('are none where the rules leave nobody else', () => {
    const candidates = [seatable('a', { points: 2 }), seatable('b', { points: 1 }), seatable('c')];
    const rules = [{ members: [0], min: 1, max: null }];
    expect(solved(seatingProblem({ size: 2, candidates, rules }))).toMatchObject({
      seats: [
        { candidate: 0, alternates: [] },
        { candidate: 1, alternates: [2] },
      ],
    });
  });
});
