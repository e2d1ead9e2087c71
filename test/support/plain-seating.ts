import type { SeatingProblem, SeatingRule } from '../../src/answers/invitations/seating-problem.ts';

/** Who sits, as indexes into the candidates, in no particular order. */
export type PlainTable = readonly number[];

/** Every table of the size at which those sit who must, whatever the rules say. */
export function plainTables({ size, candidates }: SeatingProblem): PlainTable[] {
  const all = [...candidates.keys()];
  return subsets(all, size).filter((table) =>
    all.every((index) => !candidates[index]?.required || table.includes(index)),
  );
}

export function keeps(table: PlainTable, rules: readonly SeatingRule[]): boolean {
  return rules.every(({ members, min, max }) => {
    const seated = sitting(table, members);
    return seated >= min && (max === null || seated <= max);
  });
}

export function plainPoints(table: PlainTable, { candidates, presences }: SeatingProblem): number {
  const own = table.map((index) => candidates[index]?.points ?? 0);
  const present = presences.filter(({ members }) => sitting(table, members) > 0).map(({ points }) => points);
  return [...own, ...present].reduce((sum, points) => sum + points, 0);
}

/** The best table that keeps every rule, of equally good ones the first by id; `null` where there is none. */
export function plainBest(problem: SeatingProblem): PlainTable | null {
  const tables = plainTables(problem).filter((table) => keeps(table, problem.rules));
  const ids = (table: PlainTable): string[] => table.map((index) => problem.candidates[index]?.id ?? '').sort();
  const better = (one: PlainTable, other: PlainTable): PlainTable => {
    const points = plainPoints(one, problem) - plainPoints(other, problem);
    if (points !== 0) return points > 0 ? one : other;
    return firstDifference(ids(one), ids(other)) ? one : other;
  };
  return tables.length === 0 ? null : tables.reduce(better);
}

/** What must change for one table to be possible: of each rule by how much its minimum goes down and its maximum up. */
export function plainChanges(table: PlainTable, rules: readonly SeatingRule[]): number[] {
  return rules.flatMap(({ members, min, max }) => {
    const seated = sitting(table, members);
    return [Math.max(0, min - seated), max === null ? 0 : Math.max(0, seated - max)];
  });
}

function sitting(table: PlainTable, members: readonly number[]): number {
  return members.filter((member) => table.includes(member)).length;
}

/** Whether the first of the sorted ids that only one of the two has is of the first one. */
function firstDifference(one: readonly string[], other: readonly string[]): boolean {
  for (const [index, id] of one.entries()) {
    const otherId = other[index] ?? '';
    if (id !== otherId) return id < otherId;
  }
  return false;
}

function subsets(indexes: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return indexes.flatMap((index, place) => subsets(indexes.slice(place + 1), size - 1).map((rest) => [index, ...rest]));
}
