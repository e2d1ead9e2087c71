import { asOne, anySharedWork, faces } from './ways.cypher.ts';

/** What both filters ask of an actor `n` alone. */
export const ofLabelsAndNames = [
  '($filter.kinds IS NULL OR any(label IN labels(n) WHERE label IN $filter.kinds))',
  '($filter.text IS NULL OR all(word IN $filter.text WHERE n.searchText CONTAINS word))',
  '($filter.datasets IS NULL OR any(dataset IN $filter.datasets WHERE dataset IN n.datasets))',
] as const;

/**
 * Clauses that bind `linked` to all who share work with the actor of `notYetLinkedTo`, or lend or borrow it: with those go
 * their city or government and the people of their bodies. Nobody, where the field was not given.
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

/** What the filter of suggestions asks of an actor `n`. */
export const ofSuggestion = [
  ...ofLabelsAndNames,
  'NOT n IN linked',
  ...Object.entries(possessions).map(
    ([lacking, is]) => `(NOT '${lacking}' IN coalesce($filter.lacking, []) OR NOT ${is})`,
  ),
];
