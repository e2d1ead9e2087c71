import { entityColumns } from '../../graph/entity-record.ts';
import { BELOW, DOWN } from '../../graph/found-under.ts';
import { namedIn } from '../../graph/listing-filter.ts';
import { actorKinds } from '../../model/kinds.ts';
import { linkedToOne, ofSuggestion } from './judging.cypher.ts';
import type { NamedParameters, NamedRow, RankedParameters, RankedRow } from './ranked-page.ts';
import { variants } from './variants.ts';
import { asOne, pageOfRanked, POINTS, sharedWork } from './ways.cypher.ts';

/**
 * For each field that leads to actors, clauses that find them: rows of the actor `n`, its way, how many `facts` of that
 * way there are, whether they are stated, whether they come through another entity, and the date of the newest.
 */
const found: Readonly<Record<string, string>> = {
  themes: `UNWIND $filter.themes AS id
    MATCH (:Theme {id: id})<-[s:ABOUT]-(n:Actor)
    RETURN n, 'TOPIC' AS way, false AS through, count(DISTINCT s) AS facts, max(s.basis = 'STATED') AS stated, max(s.asOf) AS newest
    UNION ALL
    UNWIND $filter.themes AS id
    MATCH (:Theme {id: id})<-[r:ABOUT]-(:Position)<-[s:HOLDS]-(n:Person)
    RETURN n, 'POSITION' AS way, false AS through, count(DISTINCT s) AS facts, max(r.basis = 'STATED' AND s.basis = 'STATED') AS stated, max(s.asOf) AS newest
    UNION ALL
    UNWIND $filter.themes AS id
    MATCH (:Theme {id: id})<-[r:ABOUT]-(program:Program)
    ${listedPrograms()}`,
  axes: `UNWIND $filter.axes AS id
    MATCH (:PriorityAxis {id: id})<-[r:UNDER_AXIS]-(:Theme)<-[s:ABOUT]-(n:Actor)
    RETURN n, 'TOPIC' AS way, false AS through, count(DISTINCT s) AS facts, max(r.basis = 'STATED' AND s.basis = 'STATED') AS stated, max(s.asOf) AS newest
    UNION ALL
    UNWIND $filter.axes AS id
    MATCH (:PriorityAxis {id: id})<-[q:UNDER_AXIS]-(:Theme)<-[r:ABOUT]-(:Position)<-[s:HOLDS]-(n:Person)
    RETURN n, 'POSITION' AS way, false AS through, count(DISTINCT s) AS facts, max(q.basis = 'STATED' AND r.basis = 'STATED' AND s.basis = 'STATED') AS stated, max(s.asOf) AS newest
    UNION ALL
    UNWIND $filter.axes AS id
    MATCH (:PriorityAxis {id: id})<-[r:UNDER_AXIS]-(program:Program)
    ${listedPrograms()}`,
  places: `UNWIND $filter.places AS id
    MATCH (it:Entity {id: id})
    MATCH ${BELOW.replace('-()', '-(spot)')}
    WITH DISTINCT spot
    MATCH (spot)<-[:NAMES]-(:Position)<-[s:HOLDS]-(n:Person)
    RETURN n, 'POSITION' AS way, false AS through, count(DISTINCT s) AS facts, max(s.basis = 'STATED') AS stated, max(s.asOf) AS newest
    UNION ALL
    UNWIND $filter.places AS id
    MATCH (it:Entity {id: id})
    MATCH (it)<-[chain:${DOWN}*1..8]-(n:Actor)
    RETURN n, 'LIES_THERE' AS way, false AS through, 1 AS facts, max(all(step IN chain WHERE step.basis = 'STATED')) AS stated, max(last(chain).asOf) AS newest
    UNION ALL
    UNWIND $filter.places AS id
    MATCH (it:Entity {id: id})
    MATCH ${BELOW.replace('-()', '-(face)')}
    WITH DISTINCT face
    CALL (face) {
    ${sharedWork}
    }
    WITH n, way, count(DISTINCT s) AS facts, max(stated) AS stated, max(s.asOf) AS newest
    ${lent()}`,
  networks: `UNWIND $filter.networks AS id
    MATCH (:Network {id: id})<-[s:MEMBER_OF|AFFILIATED_WITH]-(body:Actor)
    WITH body AS n, type(s) AS way, count(DISTINCT s) AS facts, max(s.basis = 'STATED') AS stated, max(s.asOf) AS newest
    ${lent()}`,
  sectors: `UNWIND $filter.sectors AS sector
    MATCH (n:Person)-[s:CONSULTED_IN]->()
    WHERE s.sector = sector
    RETURN n, 'SECTOR' AS way, false AS through, count(DISTINCT s) AS facts, max(s.basis = 'STATED') AS stated, max(s.asOf) AS newest`,
};

function listedPrograms(): string {
  return `WITH program, max(r.basis = 'STATED') AS isUnder
    MATCH (program)-[s:LISTED_UNDER]->(n)
    WITH n, count(DISTINCT s) AS facts, max(isUnder AND s.basis = 'STATED') AS stated, max(s.asOf) AS newest
    CALL (n) {
      RETURN n AS one, false AS through
      UNION ALL
      MATCH (n)<-[:AFFILIATED_WITH]-(one:Person)
      RETURN DISTINCT one, true AS through
    }
    RETURN one AS n, 'LISTED_PROGRAM' AS way, through, facts, stated, newest`;
}

/** Clauses that lend the ways of a body to its people, and of a city or government to the other. */
function lent(): string {
  return `CALL (n, way) {
      RETURN n AS one, false AS through
      UNION ALL
      WITH n, way
      WHERE way <> 'AFFILIATED_WITH' AND n:Organization|GovernmentEntity|Network
      MATCH (n)<-[:AFFILIATED_WITH]-(one:Person)
      RETURN DISTINCT one, true AS through
      UNION ALL
      WITH n, way
      WHERE way <> 'AFFILIATED_WITH' AND n:GovernmentEntity|City|State
      ${asOne('n', 'one')}
      RETURN one, true AS through
    }
    RETURN one AS n, way, through, facts, stated, newest`;
}

/** The fields that lead to actors. */
export const wayFields: readonly string[] = Object.keys(found);
/** Those whose values are ids. */
const idFields: readonly string[] = [...wayFields, 'notYetLinkedTo'];
const judgingFields = Object.keys(ofSuggestion);

/**
 * Those who could work on what the filter names, in the order of their facts; at least one of the fields leads to actors.
 *
 * At 10,000 actors: 35,000 hits for an axis with 1,510 programs (2,300 actors), 33,000 for a network of 885 members (2,900,
 * most of them people of the members), 266,000 for the country where three quarters of all lie or work with. What they
 * find is ranked whole: in no index do they stand in this order.
 */
export const suggestions = variants<RankedParameters, RankedRow>(
  'suggestions',
  [...wayFields, ...judgingFields],
  (given) => {
    const ways = wayFields.filter((field) => given.includes(field));
    const branches = ways.map(
      (field) => `CALL () {
    ${found[field] ?? ''}
    }
    RETURN '${field}' AS field, n, way, through, facts, stated, newest`,
    );
    const scope = given.includes('notYetLinkedTo') ? 'linked' : '';
    const kept = scope === '' ? '' : 'linked, ';
    const ids = idFields.filter((field) => given.includes(field)).map((field) => `$filter.${field}`);
    return `WITH ${namedIn(ids)} AS named
${known(given)}CALL (${scope}) {
  CALL () {
    ${branches.join('\n    UNION ALL\n    ')}
  }
  WITH ${kept}field, n, way, through, max(stated) AS stated, sum(facts) AS facts, max(coalesce(newest, '')) AS newest
  WITH ${kept}n, count(DISTINCT field) AS met, max(newest) AS newest, sum(${POINTS}) AS points
  WHERE ${[`met = ${ways.length}`, ...(given.includes('places') ? ['NOT n.id IN $filter.places'] : []), ...judged(given)].join('\n    AND ')}
  RETURN collect([n, points, newest]) AS ranked
}
${pageOfRanked}
RETURN '', size(ranked), ${entityColumns('n', actorKinds)}, named`;
  },
  wayFields,
);

/**
 * Where a filter names nothing that leads to actors, no fact puts one before the other: they come by name, from the index
 * of names. At 10,000 actors 61,000 hits for 21 government entities that lack a partner and an agreement.
 */
export const suggestionsByName = variants<NamedParameters, NamedRow>(
  'suggestionsByName',
  judgingFields,
  (given) => `${known(given)}MATCH (n:Entity)
USING INDEX n:Entity(sortName, id)
WHERE n.sortName >= $afterKey AND n.id IS NOT NULL AND CASE WHEN n.sortName = $afterKey THEN n.id > $afterId ELSE true END
WITH *
ORDER BY n.sortName, n.id
WHERE ${['n:Actor', ...judged(given)].join('\n  AND ')}
RETURN n.sortName, ${entityColumns('n', actorKinds)}
LIMIT toInteger($limit)`,
);

export const suggestionCount = variants<Pick<NamedParameters, 'filter'>, readonly [parent: string, count: number]>(
  'suggestionCount',
  judgingFields,
  (given) => `${known(given)}MATCH (n:Actor)
WHERE ${judged(given).join('\n  AND ')}
WITH count(n) AS number
RETURN '', number`,
);

function known(given: readonly string[]): string {
  return given.includes('notYetLinkedTo') ? `${linkedToOne}\n` : '';
}

function judged(given: readonly string[]): readonly string[] {
  return given.flatMap((field) => ofSuggestion[field] ?? []);
}
