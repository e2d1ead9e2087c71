import { entityColumns } from '../../graph/entity-record.ts';
import { DOWN } from '../../graph/found-under.ts';
import type { FilterParameters } from '../../graph/listing.ts';
import type { Query } from '../../graph/query.ts';
import { tieColumns } from '../../graph/tie-record.ts';
import { entityKinds } from '../../model/kinds.ts';
import { tieKinds } from '../../model/ties.ts';
import { faces } from './ways.cypher.ts';
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
const MOST_OF_A_WAY = 5;

/** Clauses that keep a `spot` in one of the places of the filter, and bind `chain` to the shortest way up to the place. */
const upToPlace = `CALL (spot) {
        MATCH up = (spot)-[:${DOWN}*0..8]->(place)
        WHERE place.id IN $filter.places
        RETURN relationships(up) AS chain
        ORDER BY length(up), place.id, [step IN relationships(up) | step.id]
        LIMIT 1
      }`;

/**
 * Why actors share work with others. The ties of each actor whose list it is are walked once, for its whole page: walked
 * for each pair, a hub is walked as often as its page is long (16,000 hits instead of 102,000, for a page of 21 of a body
 * with 406 programs, in a graph of 10,000 actors).
 */
export const collaboratorReasons: Query<
  {
    /** Ids of an actor and of those of its list. */
    readonly pages: readonly (readonly [parent: string, actors: readonly string[]])[];
    readonly statedOnly: boolean;
    readonly full: boolean;
  },
  ReasonRow
> = {
  name: 'collaborators.reasons',
  text: `UNWIND $pages AS page
MATCH (p:Entity {id: page[0]})
WITH p, COLLECT {
  UNWIND page[1] AS id
  MATCH (n:Entity {id: id})
  RETURN n
} AS listed
CALL (p, listed) {
  CALL (p) {
    ${faces('p')}
  }
  CALL (face, listed) {
    MATCH (face)-[s:AFFILIATED_WITH|MEMBER_OF|COLLABORATES_WITH]-(n:Actor)
    WHERE n IN listed
    RETURN n, type(s) AS way, [s] AS facts, s.id AS label
    UNION ALL
    MATCH (face)-[r:PARTY_TO]->(shared:Agreement)<-[s:PARTY_TO]-(n:Actor)
    ${joinedBy('AGREEMENT')}
    UNION ALL
    MATCH (face)-[r:LISTED_UNDER|RUNS]-(shared:Program)-[s:LISTED_UNDER|RUNS|WITH_PARTNER]-(n:Actor)
    ${joinedBy('PROGRAM')}
    UNION ALL
    MATCH (face)<-[r:WITH_PARTNER]-(shared:Program)-[s:LISTED_UNDER|RUNS]-(n:Actor)
    ${joinedBy('PROGRAM')}
    UNION ALL
    MATCH (face)-[r:MEMBER_OF]->(shared:Network)<-[s:MEMBER_OF]-(n:Actor)
    ${joinedBy('NETWORK')}
    UNION ALL
    MATCH (face)-[r:TOOK_PART_IN|CONTRIBUTED_TO]->(shared:Event)<-[s:TOOK_PART_IN|CONTRIBUTED_TO]-(n:Actor)
    ${joinedBy('EVENT')}
  }
  WITH n, '' AS field, way, face, lending, facts, label, NULL AS sector
  WHERE NOT $statedOnly OR (size(lending) = 0 AND all(fact IN facts WHERE fact.basis = 'STATED'))
  ${fewOfEachWay()}
}
${factsInOrder('p.id')}`,
};

/**
 * Why actors were suggested: the facts of each way, from the actor to what the filter names. The ties of a body are walked
 * once for all of its people on the page.
 */
export const suggestionReasons: Query<
  { readonly ids: readonly string[]; readonly filter: FilterParameters; readonly full: boolean },
  ReasonRow
> = {
  name: 'suggestions.reasons',
  text: `CALL () {
  CALL () {
    UNWIND $ids AS id
    MATCH (n:Entity {id: id})
    CALL (n) {
      ${ownWays()}
    }
    RETURN n, field, way, n AS face, [] AS lending, facts, label, sector
    UNION ALL
    UNWIND $ids AS id
    MATCH (n:Entity {id: id})
    CALL (n) {
      ${faces('n')}
    }
    WITH face, collect([n, lending]) AS borrowers
    CALL (face) {
      ${waysOfFace()}
    }
    UNWIND borrowers AS borrower
    WITH face, borrower[0] AS n, borrower[1] AS lending, field, way, facts, label
    WHERE size(lending) = 0 OR (way <> 'AFFILIATED_WITH' AND (way <> 'LISTED_PROGRAM' OR type(lending[0]) = 'AFFILIATED_WITH'))
    RETURN n, field, way, face, lending, facts, label, NULL AS sector
  }
  WITH n, field, way, face, lending, facts, label, sector
  ${fewOfEachWay()}
}
${factsInOrder("''")}`,
};

/** What actors say, are about, lie in or were consulted in: nobody else has it. */
function ownWays(): string {
  return [
    `MATCH (n)-[s:ABOUT]->(it:Theme)
      WHERE it.id IN $filter.themes
      ${rows('themes', 'TOPIC', '[s]', 'it.sortName')}`,
    `MATCH (n)-[s:HOLDS]->(:Position)-[r:ABOUT]->(it:Theme)
      WHERE it.id IN $filter.themes
      ${rows('themes', 'POSITION', '[s, r]', 'it.sortName + r.id')}`,
    `MATCH (n)-[s:ABOUT]->(theme:Theme)-[r:UNDER_AXIS]->(it:PriorityAxis)
      WHERE it.id IN $filter.axes
      ${rows('axes', 'TOPIC', '[s, r]', 'theme.sortName + r.id')}`,
    `MATCH (n)-[s:HOLDS]->(:Position)-[r:ABOUT]->(theme:Theme)-[q:UNDER_AXIS]->(it:PriorityAxis)
      WHERE it.id IN $filter.axes
      ${rows('axes', 'POSITION', '[s, r, q]', 'theme.sortName + r.id + q.id')}`,
    `MATCH (n)-[s:HOLDS]->(:Position)-[r:NAMES]->(spot)
      WHERE $filter.places IS NOT NULL
      ${upToPlace}
      ${rows('places', 'POSITION', '[s, r] + chain', 'r.id')}`,
    `WITH n, n AS spot
      WHERE $filter.places IS NOT NULL
      ${upToPlace}
      WITH n, chain
      WHERE size(chain) > 0
      ${rows('places', 'LIES_THERE', 'chain', "''")}`,
    `MATCH (n)-[s:CONSULTED_IN]->()
      WHERE s.sector IN $filter.sectors
      MATCH (sector:Sector {id: s.sector})
      RETURN 'sectors' AS field, 'SECTOR' AS way, [s] AS facts, s.id AS label, sector`,
  ].join('\n      UNION ALL\n      ');
}

/** What a body, a city or a government may lend. */
function waysOfFace(): string {
  return [
    `MATCH (face)<-[s:LISTED_UNDER]-(program:Program)-[r:ABOUT]->(it:Theme)
      WHERE it.id IN $filter.themes
      ${rowsOfFace('themes', "'LISTED_PROGRAM'", '[s, r]', 'program.sortName + r.id')}`,
    `MATCH (face)<-[s:LISTED_UNDER]-(program:Program)-[r:UNDER_AXIS]->(it:PriorityAxis)
      WHERE it.id IN $filter.axes
      ${rowsOfFace('axes', "'LISTED_PROGRAM'", '[s, r]', 'program.sortName + r.id')}`,
    `MATCH (face)-[s:MEMBER_OF|AFFILIATED_WITH]->(it:Network)
      WHERE it.id IN $filter.networks
      ${rowsOfFace('networks', 'type(s)', '[s]', 'it.sortName + s.id')}`,
    `MATCH (face)-[s:AFFILIATED_WITH|MEMBER_OF|COLLABORATES_WITH]-(spot)
      WHERE $filter.places IS NOT NULL
      ${upToPlace}
      ${rowsOfFace('places', 'type(s)', '[s] + chain', 'type(s) + s.id')}`,
    `MATCH (face)-[s:PARTY_TO]->(shared:Agreement)<-[r:PARTY_TO]-(spot)
      WHERE $filter.places IS NOT NULL
      ${upToPlace}
      ${rowsOfFace('places', "'AGREEMENT'", '[s, r] + chain', 'shared.sortName + r.id')}`,
    `MATCH (face)-[s:LISTED_UNDER|RUNS]-(shared:Program)-[r:LISTED_UNDER|RUNS|WITH_PARTNER]-(spot)
      WHERE $filter.places IS NOT NULL
      ${upToPlace}
      ${rowsOfFace('places', "'PROGRAM'", '[s, r] + chain', 'shared.sortName + r.id')}`,
    `MATCH (face)<-[s:WITH_PARTNER]-(shared:Program)-[r:LISTED_UNDER|RUNS]-(spot)
      WHERE $filter.places IS NOT NULL
      ${upToPlace}
      ${rowsOfFace('places', "'PROGRAM'", '[s, r] + chain', 'shared.sortName + r.id')}`,
  ].join('\n      UNION ALL\n      ');
}

/** The rows of what joins two actors: one for each such thing, with all the facts of both sides. */
function joinedBy(way: Way): string {
  return `WHERE n IN listed
    WITH n, shared, r, s
    ORDER BY r.id, s.id
    WITH n, shared, collect(DISTINCT r) AS ours, collect(DISTINCT s) AS theirs
    RETURN n, '${way}' AS way, ours + theirs AS facts, shared.sortName + ' ' + shared.id AS label`;
}

function rows(field: string, way: Way, facts: string, label: string): string {
  return `RETURN '${field}' AS field, '${way}' AS way, ${facts} AS facts, ${label} AS label, NULL AS sector`;
}

/** Cut short at once: a hub may have thousands. */
function rowsOfFace(field: string, way: string, facts: string, label: string): string {
  return `WITH ${way} AS way, ${facts} AS facts, ${label} AS label
      ORDER BY label
      WITH way, collect([facts, label])[..${MOST_OF_A_WAY}] AS few
      UNWIND few AS one
      RETURN '${field}' AS field, way, one[0] AS facts, one[1] AS label`;
}

/** Clauses that leave the first reasons of each way of an actor `n`, its own before those through another entity. */
function fewOfEachWay(): string {
  return `ORDER BY size(lending) > 0, face.sortName, face.id, label
  WITH n, field, way, collect([CASE WHEN size(lending) > 0 THEN face END, lending + facts, sector])[..${MOST_OF_A_WAY}] AS few
  RETURN n, field, way, few`;
}

function factsInOrder(parent: string): string {
  const entity = (variable: string) => entityColumns(variable, entityKinds);
  return `UNWIND range(0, size(few) - 1) AS number
UNWIND range(0, size(few[number][1]) - 1) AS at
WITH *, few[number][0] AS via, few[number][1][at] AS r, few[number][2] AS sector
RETURN ${parent} AS parent, n.id AS actor, field, way, number, ${tieColumns('r', 'startNode(r)', 'endNode(r)', tieKinds)}, ${entity('startNode(r)')}, ${entity('endNode(r)')}, ${entity('via')}, ${entity('sector')}
ORDER BY parent, actor, field, way, number, at`;
}
