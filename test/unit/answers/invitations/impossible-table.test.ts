import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { solved } from '../../../support/optimiser.ts';
import { keeps, plainChanges, plainTables } from '../../../support/plain-seating.ts';
import {
  reordered,
  seatable,
  seatingProblem,
  seatingProblems,
  tightProblems,
} from '../../../support/seating-problems.ts';

const impossible = fc
  .oneof(seatingProblems(7, 5), tightProblems(2), tightProblems(3))
  .filter((problem) => plainTables(problem).every((table) => !keeps(table, problem.rules)));

describe('where no table keeps every rule', () => {
  test('the rules named clash, and none of them could be left out', () => {
    fc.assert(
      fc.property(impossible, (problem) => {
        const answer = solved(problem);
        if (answer.outcome !== 'impossible') throw new Error(`Expected no table, but got ${answer.outcome}.`);
        const possible = (rules: readonly number[]) =>
          plainTables(problem).some((table) =>
            keeps(
              table,
              rules.flatMap((rule) => problem.rules[rule] ?? []),
            ),
          );
        const { conflicts } = answer;
        expect(conflicts).toEqual([...conflicts].sort((one, other) => one - other));
        expect(possible(conflicts)).toBe(false);
        for (const rule of conflicts) expect(possible(conflicts.filter((other) => other !== rule))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('the new bounds make a table possible, and no smaller change does', () => {
    fc.assert(
      fc.property(impossible, (problem) => {
        const answer = solved(problem);
        if (answer.outcome !== 'impossible') throw new Error(`Expected no table, but got ${answer.outcome}.`);
        const relaxed = problem.rules.map((rule, index) => ({
          ...rule,
          ...answer.relaxations.find((change) => change.rule === index),
        }));
        const tables = plainTables(problem);
        expect(tables.some((table) => keeps(table, relaxed))).toBe(true);
        const changes = problem.rules.flatMap(({ min, max }, index) => [
          min - (relaxed[index]?.min ?? 0),
          max === null ? 0 : (relaxed[index]?.max ?? 0) - max,
        ]);
        const all = tables.map((table) => plainChanges(table, problem.rules));
        expect(changes).toEqual(all.sort(byChange)[0]);
        expect(answer.relaxations.map(({ rule }) => rule)).toEqual(
          [...problem.rules.keys()].filter((rule) => (changes[2 * rule] ?? 0) + (changes[2 * rule + 1] ?? 0) > 0),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('says the same in whatever order the candidates stand', () => {
    const twice = impossible.chain((problem) => fc.tuple(fc.constant(problem), reordered(problem)));
    fc.assert(
      fc.property(twice, ([one, other]) => {
        expect(solved(other)).toEqual(solved(one));
      }),
      { numRuns: 30 },
    );
  });

  test('a minimum that too few can fill clashes alone, whatever else does', () => {
    const candidates = ['a', 'b', 'c', 'd'].map((id) => seatable(id));
    const rules = [
      { members: [0, 1, 2], min: 2, max: null },
      { members: [3], min: 1, max: null },
      { members: [2], min: 2, max: null },
    ];
    expect(solved(seatingProblem({ size: 2, candidates, rules }))).toEqual({
      outcome: 'impossible',
      conflicts: [2],
      relaxations: [
        { rule: 0, min: 1, max: null },
        { rule: 2, min: 1, max: null },
      ],
    });
  });

  test('a change of one rule is better than changes of two', () => {
    const candidates = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => seatable(id));
    const alone = [0, 1, 2, 3, 4, 5].map((member) => ({ members: [member], min: 0, max: 0 }));
    const rules = [...alone, { members: [6, 7], min: 0, max: 0 }];
    expect(solved(seatingProblem({ size: 2, candidates, rules }))).toMatchObject({
      relaxations: [{ rule: 6, min: 0, max: 2 }],
    });
  });

  test('changes of earlier rules are better than those of later ones', () => {
    const candidates = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => seatable(id));
    const rules = [7, 6, 5, 4, 3, 2, 1, 0].map((member) => ({ members: [member], min: 0, max: 0 }));
    expect(solved(seatingProblem({ size: 2, candidates, rules }))).toMatchObject({
      relaxations: [
        { rule: 0, min: 0, max: 1 },
        { rule: 1, min: 0, max: 1 },
      ],
    });
  });
});

/** The smaller change first; then the one of fewer rules; then the one that changes the first bound more, and so on. */
function byChange(one: readonly number[], other: readonly number[]): number {
  const seats = (changes: readonly number[]) => changes.reduce((sum, change) => sum + change, 0);
  const rules = (changes: readonly number[]) =>
    new Set([...changes.keys()].filter((bound) => changes[bound] !== 0).map((bound) => Math.floor(bound / 2))).size;
  const first = one.findIndex((change, bound) => change !== other[bound]);
  return (
    seats(one) - seats(other) || rules(one) - rules(other) || (first < 0 ? 0 : (other[first] ?? 0) - (one[first] ?? 0))
  );
}
