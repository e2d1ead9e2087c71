import { entityColumns } from '../../graph/entity-record.ts';
import { tieColumns } from '../../graph/tie-record.ts';
import { entityKinds } from '../../model/kinds.ts';
import { tieKinds } from '../../model/ties.ts';
import type { Way } from './weights.ts';

/**
 * Rows: whose list it is, the actor of the reason, its field, its way and its number among those of the way; then columns
 * of a fact, of its two ends, of what it goes through and of its sector. In the order of the facts of each reason.
 */
export type ReasonRow = readonly [
  parent: string,
  actor: string,
  field: string,
  way: Way,
  number: number,
  ...columns: readonly unknown[],
];

/** Of one way so many reasons are told, by the name of what joins the two; the others say the same again. */
export const MOST_OF_A_WAY = 5;

/** Clauses that leave the first reasons of each way of an actor `n`, its own before those through another entity. */
export function fewOfEachWay(): string {
  return `ORDER BY size(lending) > 0, face.sortName, face.id, label
  WITH n, field, way, collect([CASE WHEN size(lending) > 0 THEN face END, lending + facts, sector])[..${MOST_OF_A_WAY}] AS few
  RETURN n, field, way, few`;
}

/** The end of a statement of reasons: a row for each fact. */
export function factsInOrder(parent: string): string {
  const entity = (variable: string) => entityColumns(variable, entityKinds);
  return `UNWIND range(0, size(few) - 1) AS number
UNWIND range(0, size(few[number][1]) - 1) AS at
WITH *, few[number][0] AS via, few[number][1][at] AS r, few[number][2] AS sector
RETURN ${parent} AS parent, n.id AS actor, field, way, number, ${tieColumns('r', 'startNode(r)', 'endNode(r)', tieKinds)}, ${entity('startNode(r)')}, ${entity('endNode(r)')}, ${entity('via')}, ${entity('sector')}
ORDER BY parent, actor, field, way, number, at`;
}
