import { programsUnder } from '../../graph/found-under.ts';
import { holds, inNames, linkedBy, type ListingFilter } from '../../graph/listing-filter.ts';
import { across, evidence, listing, ways } from '../../graph/listing.ts';

/** `ProgramFilter` over a program `n`. */
const filter: ListingFilter = {
  axes: linkedBy(...programsUnder.axes),
  governmentEntities: linkedBy(...programsUnder.governmentEntities),
  partners: linkedBy(...programsUnder.partners),
  themes: linkedBy(...programsUnder.themes),
  networks: linkedBy(...programsUnder.networks),
  places: linkedBy(...programsUnder.places),
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
  paths: ways(programsUnder.governmentEntities),
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
