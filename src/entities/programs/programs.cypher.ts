import { holds, inNames, linkedBy, type ListingFilter } from '../../graph/listing-filter.ts';
import { across, evidence, listing } from '../../graph/listing.ts';

/** `ProgramFilter` over a program `n`. */
const filter: ListingFilter = {
  axes: linkedBy('(it)<-[:UNDER_AXIS]-(n)'),
  governmentEntities: linkedBy('(it)<-[:PART_OF*0..8]-()-[:LISTED_UNDER|RUNS]-(n)'),
  partners: linkedBy('(it)<-[:PART_OF|GOVERNS|BASED_IN|IN_STATE|IN_COUNTRY|IN_REGION*0..8]-()<-[:WITH_PARTNER]-(n)'),
  themes: linkedBy('(it)<-[:ABOUT]-(n)'),
  networks: linkedBy('(it:Network)-[:WITH_PARTNER|RUNS]-(n)'),
  places: linkedBy(
    '(it)<-[:PART_OF|GOVERNS|BASED_IN|IN_STATE|IN_COUNTRY|IN_REGION*0..8]-()-[:LISTED_UNDER|RUNS|WITH_PARTNER|CONTRIBUTED_TO|TOOK_PART_IN|RECEIVED|GRANTED]-(n)',
  ),
  origin: holds('n.origin = $filter.origin'),
  text: inNames,
};

export const programs = listing({ name: 'programs', kinds: ['PROGRAM'], filter });

export const programsOfOrganization = listing({
  name: 'programsOfOrganization',
  kinds: ['PROGRAM'],
  filter,
  paths: [{ pattern: '(it)<-[:PART_OF*0..8]-()-[:RUNS|WITH_PARTNER]-(n)' }],
  evidence: evidence(
    'programsOfOrganization.evidence',
    ['RUNS', 'WITH_PARTNER'],
    'MATCH (p)<-[:PART_OF*0..8]-()-[r:RUNS|WITH_PARTNER]-(n)\n  RETURN r',
  ),
});

export const programsOfGovernmentEntity = listing({
  name: 'programsOfGovernmentEntity',
  kinds: ['PROGRAM'],
  filter,
  paths: [{ pattern: '(it)<-[:PART_OF*0..8]-()-[:LISTED_UNDER|RUNS]-(n)' }],
  evidence: evidence(
    'programsOfGovernmentEntity.evidence',
    ['LISTED_UNDER', 'RUNS'],
    'MATCH (p)<-[:PART_OF*0..8]-()-[r:LISTED_UNDER|RUNS]-(n)\n  RETURN r',
  ),
});

export const programsOfNetwork = listing({
  name: 'programsOfNetwork',
  kinds: ['PROGRAM'],
  filter,
  ties: ['WITH_PARTNER', 'RUNS'],
  paths: [{ pattern: '(it)-[:WITH_PARTNER|RUNS]-(n)' }],
});

export const programsOfCity = listing({
  name: 'programsOfCity',
  kinds: ['PROGRAM'],
  filter,
  paths: [
    { pattern: '(it)<-[:GOVERNS|BASED_IN|PART_OF*0..8]-()-[:LISTED_UNDER|RUNS|WITH_PARTNER|CONTRIBUTED_TO]-(n)' },
  ],
  evidence: evidence(
    'programsOfCity.evidence',
    ['LISTED_UNDER', 'RUNS', 'WITH_PARTNER', 'CONTRIBUTED_TO'],
    'MATCH (p)<-[:GOVERNS|BASED_IN|PART_OF*0..8]-()-[r:LISTED_UNDER|RUNS|WITH_PARTNER|CONTRIBUTED_TO]-(n)\n  RETURN r',
  ),
});

export const programsOfAxis = across('programsOfAxis', ['PROGRAM'], ['UNDER_AXIS'], 'from', filter);
export const programsOfTheme = across('programsOfTheme', ['PROGRAM'], ['ABOUT'], 'from', filter);
export const programsOfAgreement = across('programsOfAgreement', ['PROGRAM'], ['UNDER_AGREEMENT'], 'from', filter);
