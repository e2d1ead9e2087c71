import { ENTITY_COLUMNS, toEntity, type EntityRecord } from '../../graph/entity-record.ts';
import { GraphError } from '../../graph/errors.ts';
import type { Reader } from '../../graph/graph.ts';
import { toTie, type TieRecord } from '../../graph/tie-record.ts';
import { longerPaths, MOST_TRAILS, shortestPaths, type PathParameters, type PathRow } from './paths.cypher.ts';
import type { PathQuestion, PathRecord } from './paths.record.ts';

/** What is read besides names and what is always read of a fact. */
export type Wanted = Pick<PathParameters, 'full' | 'rest'>;

export interface FoundPaths {
  readonly paths: readonly PathRecord[];
  /** The hubs on the shortest ways that there would be with them, by name; without their detail. */
  readonly leftOut: readonly EntityRecord[];
  readonly complete: boolean;
  /** How many of the entities to avoid the graph has. */
  readonly avoided: number;
}

/**
 * The first paths between two entities, or `null` where an end is not in the graph. Those of the shortest length are
 * found in one statement; only where they are too few are those of one step more, then two, looked for: a search grows
 * tenfold with each step.
 */
export async function findPaths(graph: Reader, question: PathQuestion, wanted: Wanted): Promise<FoundPaths | null> {
  const { maxLength, through, first } = question;
  const parameters = parametersOf(question, wanted);
  const rows = await graph.read(shortestPaths(maxLength, through, parameters), parameters);
  const [row] = rows;
  if (row === undefined) return null;
  const [avoided, trails, leftOut] = row;
  let paths = toPaths(rows);
  let complete = trails < MOST_TRAILS;
  const shortest = paths[0]?.steps.length ?? maxLength;
  for (let length = shortest + 1; complete && paths.length < first && length <= maxLength; length += 1) {
    const found = await inTime(() => graph.read(longerPaths(length, through), parameters));
    complete = found !== null && trailsOf(found) < MOST_TRAILS;
    if (found !== null) paths = toPaths(found);
  }
  return { paths, leftOut: leftOut.map((hub) => toEntity(hub)), complete, avoided };
}

function parametersOf(question: PathQuestion, { full, rest }: Wanted): PathParameters {
  const { from, to, avoid, statedOnly, includeHubs, first, through } = question;
  return { from, to, avoid, statedOnly, includeHubs, first, kinds: through, full, rest };
}

/** What a statement answers, or `null` when the database stopped it: the shorter paths are known, and are an answer. */
async function inTime<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof GraphError && cause.failure === 'timeout') return null;
    throw cause;
  }
}

function trailsOf([row]: readonly PathRow[]): number {
  return row?.[1] ?? 0;
}

interface Step {
  readonly from: EntityRecord;
  readonly to: EntityRecord;
  readonly ties: TieRecord[];
}

/** A row is a fact; rows stand in the order of the paths, their steps and the facts of each. */
function toPaths(rows: readonly PathRow[]): readonly PathRecord[] {
  const paths: { readonly steps: Step[] }[] = [];
  for (const row of rows) {
    const [, , , way, step] = row;
    if (way === null || step === null) continue;
    const path = (paths[way] ??= { steps: [] });
    const { ties } = (path.steps[step] ??= {
      from: toEntity(row, FIRST),
      to: toEntity(row, FIRST + ENTITY_COLUMNS),
      ties: [],
    });
    ties.push(toTie(row, FIRST + 2 * ENTITY_COLUMNS));
  }
  return paths;
}

/** Where the columns of a step begin in a row. */
const FIRST = 5;
