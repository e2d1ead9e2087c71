import { across, evidence, listing } from '../../graph/listing.ts';

/** `ProgramFilter` over a program `n`. */
const where = `
($axes IS NULL OR EXISTS { (n)-[:UNDER_AXIS]->(axis) WHERE axis.id IN $axes })
AND ($governmentEntities IS NULL OR EXISTS { (n)-[:LISTED_UNDER|RUNS]-()-[:PART_OF*0..8]->(body) WHERE body.id IN $governmentEntities })
AND ($partners IS NULL OR EXISTS { (n)-[:WITH_PARTNER]->()-[:PART_OF|GOVERNS|BASED_IN|IN_STATE|IN_COUNTRY|IN_REGION*0..8]->(partner) WHERE partner.id IN $partners })
AND ($themes IS NULL OR EXISTS { (n)-[:ABOUT]->(theme) WHERE theme.id IN $themes })
AND ($networks IS NULL OR EXISTS { (n)-[:WITH_PARTNER|RUNS]-(network:Network) WHERE network.id IN $networks })
AND ($places IS NULL OR EXISTS { (n)-[:LISTED_UNDER|RUNS|WITH_PARTNER|CONTRIBUTED_TO|TOOK_PART_IN|RECEIVED|GRANTED]-()-[:PART_OF|GOVERNS|BASED_IN|IN_STATE|IN_COUNTRY|IN_REGION*0..8]->(place) WHERE place.id IN $places })
AND ($origin IS NULL OR n.origin = $origin)
AND ($text IS NULL OR all(word IN $text WHERE n.searchText CONTAINS word))`;

export const programs = listing({ name: 'programs', kinds: ['PROGRAM'], where });

export const programsOfOrganization = listing({
  name: 'programsOfOrganization',
  kinds: ['PROGRAM'],
  where,
  source: 'MATCH (p)<-[:PART_OF*0..8]-()-[:RUNS|WITH_PARTNER]-(n:Program)',
  evidence: evidence(
    'programsOfOrganization.evidence',
    ['RUNS', 'WITH_PARTNER'],
    'MATCH (p)<-[:PART_OF*0..8]-()-[r:RUNS|WITH_PARTNER]-(n)\n  RETURN r',
  ),
});

export const programsOfGovernmentEntity = listing({
  name: 'programsOfGovernmentEntity',
  kinds: ['PROGRAM'],
  where,
  source: 'MATCH (p)<-[:PART_OF*0..8]-()-[:LISTED_UNDER|RUNS]-(n:Program)',
  evidence: evidence(
    'programsOfGovernmentEntity.evidence',
    ['LISTED_UNDER', 'RUNS'],
    'MATCH (p)<-[:PART_OF*0..8]-()-[r:LISTED_UNDER|RUNS]-(n)\n  RETURN r',
  ),
});

export const programsOfNetwork = listing({
  name: 'programsOfNetwork',
  kinds: ['PROGRAM'],
  where,
  ties: ['WITH_PARTNER', 'RUNS'],
  source: 'MATCH (p)-[:WITH_PARTNER|RUNS]-(n:Program)',
});

export const programsOfCity = listing({
  name: 'programsOfCity',
  kinds: ['PROGRAM'],
  where,
  source: 'MATCH (p)<-[:GOVERNS|BASED_IN|PART_OF*0..8]-()-[:LISTED_UNDER|RUNS|WITH_PARTNER|CONTRIBUTED_TO]-(n:Program)',
  evidence: evidence(
    'programsOfCity.evidence',
    ['LISTED_UNDER', 'RUNS', 'WITH_PARTNER', 'CONTRIBUTED_TO'],
    'MATCH (p)<-[:GOVERNS|BASED_IN|PART_OF*0..8]-()-[r:LISTED_UNDER|RUNS|WITH_PARTNER|CONTRIBUTED_TO]-(n)\n  RETURN r',
  ),
});

export const programsOfAxis = across('programsOfAxis', ['PROGRAM'], ['UNDER_AXIS'], 'from', where);
export const programsOfTheme = across('programsOfTheme', ['PROGRAM'], ['ABOUT'], 'from', where);
export const programsOfAgreement = across('programsOfAgreement', ['PROGRAM'], ['UNDER_AGREEMENT'], 'from', where);
