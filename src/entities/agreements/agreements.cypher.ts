import { across, evidence, listing } from '../../graph/listing.ts';
import type { Query } from '../../graph/query.ts';

/** `AgreementFilter` over an agreement `n`. */
const where = `
($types IS NULL OR n.agreementType IN $types)
AND ($statuses IS NULL OR n.status IN $statuses)
AND ($parties IS NULL OR EXISTS { (n)<-[:PARTY_TO]-()-[:PART_OF*0..8]->(party) WHERE party.id IN $parties })
AND ($themes IS NULL OR EXISTS { (n)-[:ABOUT]->(theme) WHERE theme.id IN $themes })
AND ($places IS NULL OR EXISTS { (n)<-[:PARTY_TO]-()-[:PART_OF|GOVERNS|BASED_IN|IN_STATE|IN_COUNTRY|IN_REGION*0..8]->(place) WHERE place.id IN $places })
AND ($text IS NULL OR all(word IN $text WHERE n.searchText CONTAINS word))`;

export const agreements = listing({ name: 'agreements', kinds: ['AGREEMENT'], where });
export const agreementsOfProgram = across('agreementsOfProgram', ['AGREEMENT'], ['UNDER_AGREEMENT'], 'to', where);
export const agreementsOfCity = listing({
  name: 'agreementsOfCity',
  kinds: ['AGREEMENT'],
  where,
  source: 'MATCH (p)<-[:GOVERNS|PART_OF*0..8]-()-[:PARTY_TO]->(n)',
  evidence: evidence(
    'agreementsOfCity.evidence',
    ['PARTY_TO'],
    'MATCH (p)<-[:GOVERNS|PART_OF*0..8]-()-[r:PARTY_TO]->(n)\n  RETURN r',
  ),
});

export type ActColumns = readonly [
  agreement: string,
  number: number,
  act:
    'ANNOUNCED' | 'PROPOSED' | 'NEGOTIATED' | 'SIGNED' | 'RATIFIED' | 'RENEWED' | 'RELAUNCHED' | 'SUSPENDED' | 'ENDED',
  on: string | null,
  text: string | null,
  textEn: string | null,
  citations: readonly string[],
];

export const actsOfAgreements: Query<{ readonly agreements: readonly string[] }, ActColumns> = {
  name: 'actsOfAgreements',
  text: `UNWIND $agreements AS agreement
MATCH (a:AgreementAct {agreement: agreement})
RETURN agreement, a.number, a.act, a.on, a.text, a.textEn, a.citations
ORDER BY a.number, a.id`,
};
