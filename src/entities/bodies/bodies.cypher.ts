import { bodiesUnder, governmentEntitiesUnder } from '../../graph/found-under.ts';
import { linkedList } from '../../graph/linked-list.ts';
import { holds, inNames, linkedBy, type ListingFilter } from '../../graph/listing-filter.ts';
import { across, listing } from '../../graph/listing.ts';
import { actorKinds } from '../../model/kinds.ts';

/** `OrganizationFilter` over an organization `n`. */
const organizationFilter: ListingFilter = {
  types: holds('n.organizationType IN $filter.types'),
  institutions: linkedBy(...bodiesUnder.institutions),
  networks: linkedBy(...bodiesUnder.networks),
  themes: linkedBy(...bodiesUnder.themes),
  places: linkedBy(...bodiesUnder.places),
  text: inNames,
};

/** `GovernmentEntityFilter` over a government entity `n`. */
const governmentEntityFilter: ListingFilter = {
  levels: holds('n.level IN $filter.levels'),
  institutions: linkedBy(...bodiesUnder.institutions),
  networks: linkedBy(...bodiesUnder.networks),
  axes: linkedBy(...governmentEntitiesUnder.axes),
  themes: linkedBy(...governmentEntitiesUnder.themes),
  places: linkedBy(...bodiesUnder.places),
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
