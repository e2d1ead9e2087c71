import { holds, inNames, linkedBy, type ListingFilter } from '../../graph/listing-filter.ts';
import { across, evidence, listing } from '../../graph/listing.ts';
import type { Query } from '../../graph/query.ts';

/** `AgreementFilter` over an agreement `n`. */
const filter: ListingFilter = {
  types: holds('n.agreementType IN $filter.types'),
  statuses: holds('n.status IN $filter.statuses'),
  parties: linkedBy('(it)<-[:PART_OF*0..8]-()-[:PARTY_TO]->(n)'),
  themes: linkedBy('(it)<-[:ABOUT]-(n)'),
  places: linkedBy('(it)<-[:PART_OF|GOVERNS|BASED_IN|IN_STATE|IN_COUNTRY|IN_REGION*0..8]-()-[:PARTY_TO]->(n)'),
  text: inNames,
};

export const agreements = listing({ name: 'agreements', kinds: ['AGREEMENT'], filter });
export const agreementsOfProgram = across('agreementsOfProgram', ['AGREEMENT'], ['UNDER_AGREEMENT'], 'to', filter);
export const agreementsOfCity = listing({
  name: 'agreementsOfCity',
  kinds: ['AGREEMENT'],
  filter,
  paths: [{ pattern: '(it)<-[:GOVERNS|PART_OF*0..8]-()-[:PARTY_TO]->(n)' }],
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
