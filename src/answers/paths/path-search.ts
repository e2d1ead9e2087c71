import { ENTITY_COLUMNS, toEntity, type EntityRecord } from '../../graph/entity-record.ts';
import { GraphError } from '../../graph/errors.ts';
import type { Reader } from '../../graph/graph.ts';
import { toTouchingTie } from '../../graph/tie-record.ts';
import { longerPaths, MOST_TRAILS, shortestPaths, type PathParameters, type WayRow } from './paths.cypher.ts';
import type { PathQuestion, PathRecord, PathStepRecord } from './paths.record.ts';

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
  const [row] = await graph.read(shortestPaths(maxLength, through, parameters), parameters);
  if (row === undefined) return null;
  const [avoided, trails, leftOut, ways] = row;
  let paths = toPaths(ways);
  let complete = trails < MOST_TRAILS;
  const shortest = paths[0]?.steps.length ?? maxLength;
  for (let length = shortest + 1; complete && paths.length < first && length <= maxLength; length += 1) {
    const found = await inTime(() => graph.read(longerPaths(length, through), parameters));
    const longer = found?.[0];
    complete = longer !== undefined && longer[1] < MOST_TRAILS;
    if (longer !== undefined) paths = toPaths(longer[3]);
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

/** The ways that a statement found; of a step, the rows of its first entity are its facts. */
function toPaths(rows: readonly WayRow[]): readonly PathRecord[] {
  const ways: WayRow[][][] = [];
  for (const row of rows) ((ways[row[0]] ??= [])[row[1]] ??= []).push(row);
  return ways.map((entities) => ({ steps: stepsOf(entities) }));
}

function stepsOf(rows: readonly (readonly WayRow[])[]): readonly PathStepRecord[] {
  const entities = rows.map(([row = []]) => toEntity(row, FIRST));
  const steps: PathStepRecord[] = [];
  for (const [place, to] of entities.entries()) {
    const from = entities[place - 1];
    if (from === undefined) continue;
    const facts = rows[place - 1] ?? [];
    steps.push({ from, to, ties: facts.map((fact) => toTouchingTie(fact, FIRST + ENTITY_COLUMNS, from.id, to.id)) });
  }
  return steps;
}

/** Where the columns of an entity begin in a row. */
const FIRST = 2;
