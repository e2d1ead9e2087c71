import { asOne, anySharedWork, faces } from './ways.cypher.ts';

/** What both filters ask of an actor `n` alone, by the field. */
export const ofActorAlone = {
  kinds: 'any(label IN labels(n) WHERE label IN $filter.kinds)',
  text: 'all(word IN $filter.text WHERE n.searchText CONTAINS word)',
  datasets: 'any(dataset IN $filter.datasets WHERE dataset IN n.datasets)',
} as const;

/**
 * Clauses that bind `linked` to all who share work with the actor of `notYetLinkedTo`, or lend or borrow it: with those go
 * their city or government and the people of their bodies.
 */
export const linkedToOne = `CALL () {
  MATCH (p:Entity {id: $filter.notYetLinkedTo[0]})
  CALL (p) {
    ${faces('p')}
  }
  CALL (face) {
    RETURN face AS near
    UNION ALL
    CALL (face) {
    ${anySharedWork}
    }
    RETURN n AS near
  }
  WITH DISTINCT near
  CALL (near) {
    RETURN near AS one
    UNION ALL
    ${asOne('near', 'one')}
    RETURN one
  }
  WITH DISTINCT one
  CALL (one) {
    RETURN one AS n
    UNION ALL
    MATCH (one)<-[:AFFILIATED_WITH]-(n)
    RETURN n
  }
  RETURN collect(DISTINCT n) AS linked
}`;

/** What has no entity of its own to be judged by, its units included, and its city or government, and a person's bodies. */
const OWN = '(n)-[:AFFILIATED_WITH*0..1]->()-[:GOVERNS*0..1]-()<-[:PART_OF*0..8]-(own)';

/** What must be there for an actor not to lack it. */
const possessions = {
  CONSULTED_PERSON:
    'EXISTS { (n)-[:GOVERNS*0..1]-()<-[:PART_OF*0..8]-()<-[:AFFILIATED_WITH*0..1]-()-[:CONSULTED_IN]->() }',
  PROGRAM: `EXISTS { ${OWN}-[:LISTED_UNDER|RUNS|WITH_PARTNER|CONTRIBUTED_TO]-(:Program) }`,
  AGREEMENT: `EXISTS { ${OWN}-[:PARTY_TO]->() }`,
  PARTNER: `(EXISTS { ${OWN}-[:COLLABORATES_WITH]-() }
      OR EXISTS { ${OWN}-[:LISTED_UNDER|RUNS]-(:Program)-[:WITH_PARTNER]->() }
      OR EXISTS { ${OWN}<-[:WITH_PARTNER]-() }
      OR EXISTS { ${OWN}-[party:PARTY_TO]->()<-[:PARTY_TO]-() })`,
} as const;

/** What the filter of suggestions asks of an actor `n`, by the field; `linked` is bound by `linkedToOne`. */
export const ofSuggestion: Readonly<Record<string, string>> = {
  ...ofActorAlone,
  notYetLinkedTo: 'NOT n IN linked',
  lacking: Object.entries(possessions)
    .map(([lacking, possessed]) => `(NOT '${lacking}' IN $filter.lacking OR NOT ${possessed})`)
    .join('\n    AND '),
};
