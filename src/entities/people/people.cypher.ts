import { across, evidence, listing } from '../../graph/listing.ts';

/** `PersonFilter` over a person `n`. */
const where = `
($consultations IS NULL OR EXISTS { (n)-[:CONSULTED_IN]->(consultation) WHERE consultation.id IN $consultations })
AND ($consulted IS NULL OR EXISTS { (n)-[:CONSULTED_IN]->() } = $consulted)
AND ($sectors IS NULL OR EXISTS { (n)-[participation:CONSULTED_IN]->() WHERE participation.sector IN $sectors })
AND ($quoted IS NULL OR EXISTS { (n)-[participation:CONSULTED_IN]->() WHERE participation.quoted } = $quoted)
AND ($institutions IS NULL OR EXISTS { (n)-[:AFFILIATED_WITH]->()-[:PART_OF*0..8]->(institution) WHERE institution.id IN $institutions })
AND ($networks IS NULL OR EXISTS { (n)-[:AFFILIATED_WITH*0..1]->()-[:MEMBER_OF*0..1]->(network:Network) WHERE network.id IN $networks })
AND ($axes IS NULL
  OR EXISTS { (n)-[:HOLDS*0..1]->()-[:ABOUT]->()-[:UNDER_AXIS]->(axis) WHERE axis.id IN $axes }
  OR EXISTS { (n)-[:AFFILIATED_WITH]->()<-[:LISTED_UNDER]-()-[:UNDER_AXIS]->(axis) WHERE axis.id IN $axes })
AND ($themes IS NULL
  OR EXISTS { (n)-[:HOLDS*0..1]->()-[:ABOUT]->(theme) WHERE theme.id IN $themes }
  OR EXISTS { (n)-[:AFFILIATED_WITH]->()<-[:LISTED_UNDER]-()-[:ABOUT]->(theme) WHERE theme.id IN $themes })
AND ($places IS NULL
  OR EXISTS { (n)-[:AFFILIATED_WITH|MEMBER_OF|RUNS|PARTY_TO|COLLABORATES_WITH|CONTRIBUTED_TO|TOOK_PART_IN|RECEIVED|GRANTED]-()-[:PART_OF|GOVERNS|BASED_IN|IN_STATE|IN_COUNTRY|IN_REGION*0..8]->(place) WHERE place.id IN $places }
  OR EXISTS { (n)-[:HOLDS]->()-[:NAMES]->()-[:PART_OF|GOVERNS|BASED_IN|IN_STATE|IN_COUNTRY|IN_REGION*0..8]->(place) WHERE place.id IN $places })
AND ($text IS NULL OR all(word IN $text WHERE n.searchText CONTAINS word))`;

export const people = listing({ name: 'people', kinds: ['PERSON'], where });

export const peopleOfBody = listing({
  name: 'peopleOfBody',
  kinds: ['PERSON'],
  where,
  source: 'MATCH (p)<-[:PART_OF*0..8]-()<-[:AFFILIATED_WITH]-(n)',
  evidence: evidence(
    'peopleOfBody.evidence',
    ['AFFILIATED_WITH'],
    'MATCH (p)<-[:PART_OF*0..8]-()<-[r:AFFILIATED_WITH]-(n)\n  RETURN r',
  ),
});

export const peopleOfNetwork = listing({
  name: 'peopleOfNetwork',
  kinds: ['PERSON'],
  where,
  source: 'MATCH (p)<-[:MEMBER_OF*0..1]-()<-[:AFFILIATED_WITH*0..1]-(n:Person)',
  evidence: evidence(
    'peopleOfNetwork.evidence',
    ['MEMBER_OF', 'AFFILIATED_WITH'],
    'MATCH (p)<-[memberships:MEMBER_OF*0..1]-()<-[affiliations:AFFILIATED_WITH*0..1]-(n)\n  UNWIND memberships + affiliations AS r\n  RETURN r',
  ),
});

export const peopleOfAxis = listing({
  name: 'peopleOfAxis',
  kinds: ['PERSON'],
  where,
  source: `
CALL (p) {
    MATCH (p)<-[:UNDER_AXIS]-(:Program)-[:LISTED_UNDER]->()<-[:AFFILIATED_WITH]-(n)
    RETURN n
    UNION
    MATCH (p)<-[:UNDER_AXIS]-(:Theme)<-[:ABOUT]-()<-[:HOLDS*0..1]-(n:Person)
    RETURN n
  }`,
  evidence: evidence(
    'peopleOfAxis.evidence',
    ['AFFILIATED_WITH', 'LISTED_UNDER', 'UNDER_AXIS', 'HOLDS', 'ABOUT'],
    `
MATCH (p)<-[placement:UNDER_AXIS]-(:Program)-[listing:LISTED_UNDER]->()<-[affiliation:AFFILIATED_WITH]-(n)
  UNWIND [affiliation, listing, placement] AS r
  RETURN r
  UNION
  MATCH (p)<-[placement:UNDER_AXIS]-(:Theme)<-[topic:ABOUT]-()<-[holdings:HOLDS*0..1]-(n)
  UNWIND holdings + [topic, placement] AS r
  RETURN r`,
  ),
});

export const peopleOfTheme = listing({
  name: 'peopleOfTheme',
  kinds: ['PERSON'],
  where,
  source: `
CALL (p) {
    MATCH (p)<-[:ABOUT]-(:Program)-[:LISTED_UNDER]->()<-[:AFFILIATED_WITH]-(n)
    RETURN n
    UNION
    MATCH (p)<-[:ABOUT]-()<-[:HOLDS*0..1]-(n:Person)
    RETURN n
  }`,
  evidence: evidence(
    'peopleOfTheme.evidence',
    ['AFFILIATED_WITH', 'LISTED_UNDER', 'HOLDS', 'ABOUT'],
    `
MATCH (p)<-[topic:ABOUT]-(:Program)-[listing:LISTED_UNDER]->()<-[affiliation:AFFILIATED_WITH]-(n)
  UNWIND [affiliation, listing, topic] AS r
  RETURN r
  UNION
  MATCH (p)<-[topic:ABOUT]-()<-[holdings:HOLDS*0..1]-(n)
  UNWIND holdings + [topic] AS r
  RETURN r`,
  ),
});

export const participantsOfConsultation = across(
  'participantsOfConsultation',
  ['PERSON'],
  ['CONSULTED_IN'],
  'from',
  where,
);

export const participantsOfSector = listing({
  name: 'participantsOfSector',
  kinds: ['PERSON'],
  where,
  source: 'MATCH (p)-[:OF_CONSULTATION]->()<-[participation:CONSULTED_IN]-(n)\n  WHERE participation.sector = p.id',
  evidence: evidence(
    'participantsOfSector.evidence',
    ['CONSULTED_IN'],
    'MATCH (p)-[:OF_CONSULTATION]->()<-[r:CONSULTED_IN]-(n)\n  WHERE r.sector = p.id\n  RETURN r',
  ),
});
