import { DOWN } from '../../graph/found-under.ts';
import type { FilterParameters } from '../../graph/listing.ts';
import { factsInOrder, fewOfEachWay, MOST_OF_A_WAY, type ReasonRow } from './reason-rows.cypher.ts';
import { wayFields } from './suggestions.cypher.ts';
import { variants } from './variants.ts';
import { faces } from './ways.cypher.ts';
import type { Way } from './weights.ts';

/** Clauses that keep a `spot` in one of the places of the filter, and bind `chain` to the shortest way up to the place. */
const upToPlace = `CALL (spot) {
        MATCH up = (spot)-[:${DOWN}*0..8]->(place)
        WHERE place.id IN $filter.places
        RETURN relationships(up) AS chain
        ORDER BY length(up), place.id, [step IN relationships(up) | step.id]
        LIMIT 1
      }`;

type WaysByField = Readonly<Record<string, readonly string[]>>;

/** What actors say, are about, lie in or were consulted in: nobody else has it. */
const ownWays: WaysByField = {
  themes: [
    `MATCH (n)-[s:ABOUT]->(it:Theme)
      WHERE it.id IN $filter.themes
      ${rows('themes', 'TOPIC', '[s]', 'it.sortName + s.id')}`,
    `MATCH (n)-[s:HOLDS]->(:Position)-[r:ABOUT]->(it:Theme)
      WHERE it.id IN $filter.themes
      ${rows('themes', 'POSITION', '[s, r]', 'it.sortName + r.id')}`,
  ],
  axes: [
    `MATCH (n)-[s:ABOUT]->(theme:Theme)-[r:UNDER_AXIS]->(it:PriorityAxis)
      WHERE it.id IN $filter.axes
      ${rows('axes', 'TOPIC', '[s, r]', 'theme.sortName + r.id')}`,
    `MATCH (n)-[s:HOLDS]->(:Position)-[r:ABOUT]->(theme:Theme)-[q:UNDER_AXIS]->(it:PriorityAxis)
      WHERE it.id IN $filter.axes
      ${rows('axes', 'POSITION', '[s, r, q]', 'theme.sortName + r.id + q.id')}`,
  ],
  places: [
    `MATCH (n)-[s:HOLDS]->(:Position)-[r:NAMES]->(spot)
      ${upToPlace}
      ${rows('places', 'POSITION', '[s, r] + chain', 'r.id')}`,
    `WITH n, n AS spot
      ${upToPlace}
      WITH n, chain
      WHERE size(chain) > 0
      ${rows('places', 'LIES_THERE', 'chain', "''")}`,
  ],
  sectors: [
    `MATCH (n)-[s:CONSULTED_IN]->()
      WHERE s.sector IN $filter.sectors
      MATCH (sector:Sector {id: s.sector})
      RETURN 'sectors' AS field, 'SECTOR' AS way, [s] AS facts, s.id AS label, sector`,
  ],
};

/** What a body, a city or a government may lend. */
const waysOfFace: WaysByField = {
  themes: [
    `MATCH (face)<-[s:LISTED_UNDER]-(program:Program)-[r:ABOUT]->(it:Theme)
      WHERE it.id IN $filter.themes
      ${rowsOfFace('themes', "'LISTED_PROGRAM'", '[s, r]', 'program.sortName + r.id')}`,
  ],
  axes: [
    `MATCH (face)<-[s:LISTED_UNDER]-(program:Program)-[r:UNDER_AXIS]->(it:PriorityAxis)
      WHERE it.id IN $filter.axes
      ${rowsOfFace('axes', "'LISTED_PROGRAM'", '[s, r]', 'program.sortName + r.id')}`,
  ],
  networks: [
    `MATCH (face)-[s:MEMBER_OF|AFFILIATED_WITH]->(it:Network)
      WHERE it.id IN $filter.networks
      ${rowsOfFace('networks', 'type(s)', '[s]', 'it.sortName + s.id')}`,
  ],
  places: [
    `MATCH (face)-[s:AFFILIATED_WITH|MEMBER_OF|COLLABORATES_WITH]-(spot)
      ${upToPlace}
      ${rowsOfFace('places', 'type(s)', '[s] + chain', 's.id')}`,
    `MATCH (face)-[s:PARTY_TO]->(shared:Agreement)<-[r:PARTY_TO]-(spot)
      ${upToPlace}
      ${rowsOfFace('places', "'AGREEMENT'", '[s, r] + chain', 'shared.sortName + r.id')}`,
    `MATCH (face)-[s:LISTED_UNDER|RUNS]-(shared:Program)-[r:LISTED_UNDER|RUNS|WITH_PARTNER]-(spot)
      ${upToPlace}
      ${rowsOfFace('places', "'PROGRAM'", '[s, r] + chain', 'shared.sortName + r.id')}`,
    `MATCH (face)<-[s:WITH_PARTNER]-(shared:Program)-[r:LISTED_UNDER|RUNS]-(spot)
      ${upToPlace}
      ${rowsOfFace('places', "'PROGRAM'", '[s, r] + chain', 'shared.sortName + r.id')}`,
  ],
};

/**
 * Why actors were suggested: the facts of each way, from the actor to what the filter names. The ties of a body are walked
 * once for all of its people on the page.
 */
export const suggestionReasons = variants<
  { readonly ids: readonly string[]; readonly filter: FilterParameters; readonly full: boolean },
  ReasonRow
>('suggestionReasons', wayFields, (given) => {
  const parts = [ofItsOwn(chosen(ownWays, given)), ofItsFaces(chosen(waysOfFace, given))].filter((part) => part !== '');
  return `CALL () {
  CALL () {
    ${parts.join('\n    UNION ALL\n    ')}
  }
  WITH n, field, way, face, lending, facts, label, sector
  ${fewOfEachWay()}
}
${factsInOrder("''")}`;
});

function chosen(ways: WaysByField, given: readonly string[]): readonly string[] {
  return given.flatMap((field) => ways[field] ?? []);
}

function ofItsOwn(ways: readonly string[]): string {
  return ways.length === 0
    ? ''
    : `UNWIND $ids AS id
    MATCH (n:Entity {id: id})
    CALL (n) {
      ${ways.join('\n      UNION ALL\n      ')}
    }
    RETURN n, field, way, n AS face, [] AS lending, facts, label, sector`;
}

/** A body lends the programs of its list to its people, and not to its city; a post at a network is the person's own. */
function ofItsFaces(ways: readonly string[]): string {
  return ways.length === 0
    ? ''
    : `UNWIND $ids AS id
    MATCH (n:Entity {id: id})
    CALL (n) {
      ${faces('n')}
    }
    WITH face, collect([n, lending]) AS borrowers
    CALL (face) {
      ${ways.join('\n      UNION ALL\n      ')}
    }
    UNWIND borrowers AS borrower
    WITH face, borrower[0] AS n, borrower[1] AS lending, field, way, facts, label
    WHERE size(lending) = 0 OR (way <> 'AFFILIATED_WITH' AND (way <> 'LISTED_PROGRAM' OR type(lending[0]) = 'AFFILIATED_WITH'))
    RETURN n, field, way, face, lending, facts, label, NULL AS sector`;
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
