import { linkedList } from '../../graph/linked-list.ts';
import { holds, inNames, linkedBy, type ListingFilter } from '../../graph/listing-filter.ts';
import { across, listing } from '../../graph/listing.ts';
import { actorKinds } from '../../model/kinds.ts';

const worksWithPlace =
  '(it)<-[:PART_OF|GOVERNS|BASED_IN|IN_STATE|IN_COUNTRY|IN_REGION*0..8]-()-[:MEMBER_OF|RUNS|WITH_PARTNER|PARTY_TO|COLLABORATES_WITH|CONTRIBUTED_TO|TOOK_PART_IN|RECEIVED|GRANTED]-(n)';

/** Lying in a place, or working with what lies there. */
const inPlaces = linkedBy('(it)<-[:PART_OF|GOVERNS|BASED_IN|IN_STATE|IN_COUNTRY|IN_REGION*1..8]-(n)', worksWithPlace);

/** `OrganizationFilter` over an organization `n`. */
const organizationFilter: ListingFilter = {
  types: holds('n.organizationType IN $filter.types'),
  institutions: linkedBy('(it)<-[:PART_OF*0..8]-(n)'),
  networks: linkedBy('(it)<-[:MEMBER_OF]-(n)'),
  themes: linkedBy('(it)<-[:ABOUT]-(n)'),
  places: inPlaces,
  text: inNames,
};

/** `GovernmentEntityFilter` over a government entity `n`. */
const governmentEntityFilter: ListingFilter = {
  levels: holds('n.level IN $filter.levels'),
  institutions: linkedBy('(it)<-[:PART_OF*0..8]-(n)'),
  networks: linkedBy('(it)<-[:MEMBER_OF]-(n)'),
  axes: linkedBy('(it)<-[:UNDER_AXIS]-()-[:LISTED_UNDER]->(n)'),
  themes: linkedBy('(it)<-[:ABOUT]-(n)', '(it)<-[:ABOUT]-()-[:LISTED_UNDER]->(n)'),
  places: inPlaces,
  text: inNames,
};

/** `NetworkFilter` over a network `n`. */
const networkFilter: ListingFilter = {
  members: linkedBy('(it)-[:MEMBER_OF]->(n)'),
  themes: linkedBy('(it)<-[:ABOUT]-(n)'),
  text: inNames,
};

export const organizations = listing({ name: 'organizations', kinds: ['ORGANIZATION'], filter: organizationFilter });
export const governmentEntities = listing({
  name: 'governmentEntities',
  kinds: ['GOVERNMENT_ENTITY'],
  filter: governmentEntityFilter,
});
export const networks = listing({ name: 'networks', kinds: ['NETWORK'], filter: networkFilter });

export const governmentEntitiesOfProgram = across(
  'governmentEntitiesOfProgram',
  ['GOVERNMENT_ENTITY'],
  ['LISTED_UNDER'],
  'to',
  governmentEntityFilter,
);
export const members = across('membersOfNetwork', actorKinds, ['MEMBER_OF'], 'from');

const bodies = ['ORGANIZATION', 'GOVERNMENT_ENTITY', 'NETWORK'] as const;
export const parents = linkedList('parentsOfBody', bodies, ['PART_OF'], 'to');
export const units = linkedList('unitsOfBody', bodies, ['PART_OF'], 'from');
export const predecessors = linkedList('predecessors', ['GOVERNMENT_ENTITY'], ['SUCCEEDED'], 'to');
export const successors = linkedList('successors', ['GOVERNMENT_ENTITY'], ['SUCCEEDED'], 'from');
export const governed = linkedList('placesGoverned', ['CITY', 'STATE', 'COUNTRY'], ['GOVERNS'], 'to');
