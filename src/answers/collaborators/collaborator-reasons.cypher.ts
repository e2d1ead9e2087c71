import type { Query } from '../../graph/query.ts';
import { factsInOrder, fewOfEachWay, type ReasonRow } from './reason-rows.cypher.ts';
import { faces } from './ways.cypher.ts';
import type { Way } from './weights.ts';

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

/** The rows of what joins two actors: one for each such thing, with all the facts of both sides. */
function joinedBy(way: Way): string {
  return `WHERE n IN listed
    WITH n, shared, r, s
    ORDER BY r.id, s.id
    WITH n, shared, collect(DISTINCT r) AS ours, collect(DISTINCT s) AS theirs
    RETURN n, '${way}' AS way, ours + theirs AS facts, shared.sortName + ' ' + shared.id AS label`;
}
