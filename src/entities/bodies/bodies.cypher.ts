import { linkedList } from '../../graph/linked-list.ts';
import { across, listing } from '../../graph/listing.ts';
import { actorKinds } from '../../model/kinds.ts';

/** `OrganizationFilter` over an organization `n`. */
const organizationWhere = `
($types IS NULL OR n.organizationType IN $types)
AND ($institutions IS NULL OR EXISTS { (n)-[:PART_OF*0..8]->(body) WHERE body.id IN $institutions })
AND ($networks IS NULL OR EXISTS { (n)-[:MEMBER_OF]->(network) WHERE network.id IN $networks })
AND ($themes IS NULL OR EXISTS { (n)-[:ABOUT]->(theme) WHERE theme.id IN $themes })
AND ($places IS NULL
  OR EXISTS { (n)-[:PART_OF|BASED_IN|IN_STATE|IN_COUNTRY|IN_REGION*1..8]->(place) WHERE place.id IN $places }
  OR EXISTS { (n)-[:MEMBER_OF|RUNS|WITH_PARTNER|PARTY_TO|COLLABORATES_WITH|CONTRIBUTED_TO|TOOK_PART_IN|RECEIVED|GRANTED]-()-[:PART_OF|GOVERNS|BASED_IN|IN_STATE|IN_COUNTRY|IN_REGION*0..8]->(place) WHERE place.id IN $places })
AND ($text IS NULL OR all(word IN $text WHERE n.searchText CONTAINS word))`;

/** `GovernmentEntityFilter` over a government entity `n`. */
const governmentEntityWhere = `
($levels IS NULL OR n.level IN $levels)
AND ($institutions IS NULL OR EXISTS { (n)-[:PART_OF*0..8]->(body) WHERE body.id IN $institutions })
AND ($networks IS NULL OR EXISTS { (n)-[:MEMBER_OF]->(network) WHERE network.id IN $networks })
AND ($axes IS NULL OR EXISTS { (n)<-[:LISTED_UNDER]-()-[:UNDER_AXIS]->(axis) WHERE axis.id IN $axes })
AND ($themes IS NULL
  OR EXISTS { (n)-[:ABOUT]->(theme) WHERE theme.id IN $themes }
  OR EXISTS { (n)<-[:LISTED_UNDER]-()-[:ABOUT]->(theme) WHERE theme.id IN $themes })
AND ($places IS NULL
  OR EXISTS { (n)-[:PART_OF|GOVERNS|BASED_IN|IN_STATE|IN_COUNTRY|IN_REGION*1..8]->(place) WHERE place.id IN $places }
  OR EXISTS { (n)-[:MEMBER_OF|RUNS|WITH_PARTNER|PARTY_TO|COLLABORATES_WITH|CONTRIBUTED_TO|TOOK_PART_IN|RECEIVED|GRANTED]-()-[:PART_OF|GOVERNS|BASED_IN|IN_STATE|IN_COUNTRY|IN_REGION*0..8]->(place) WHERE place.id IN $places })
AND ($text IS NULL OR all(word IN $text WHERE n.searchText CONTAINS word))`;

/** `NetworkFilter` over a network `n`. */
const networkWhere = `
($members IS NULL OR EXISTS { (n)<-[:MEMBER_OF]-(member) WHERE member.id IN $members })
AND ($themes IS NULL OR EXISTS { (n)-[:ABOUT]->(theme) WHERE theme.id IN $themes })
AND ($text IS NULL OR all(word IN $text WHERE n.searchText CONTAINS word))`;

export const organizations = listing({ name: 'organizations', kinds: ['ORGANIZATION'], where: organizationWhere });
export const governmentEntities = listing({
  name: 'governmentEntities',
  kinds: ['GOVERNMENT_ENTITY'],
  where: governmentEntityWhere,
});
export const networks = listing({ name: 'networks', kinds: ['NETWORK'], where: networkWhere });

export const governmentEntitiesOfProgram = across(
  'governmentEntitiesOfProgram',
  ['GOVERNMENT_ENTITY'],
  ['LISTED_UNDER'],
  'to',
  governmentEntityWhere,
);
export const members = across('membersOfNetwork', actorKinds, ['MEMBER_OF'], 'from');

const bodies = ['ORGANIZATION', 'GOVERNMENT_ENTITY', 'NETWORK'] as const;
export const parents = linkedList('parentsOfBody', bodies, ['PART_OF'], 'to');
export const units = linkedList('unitsOfBody', bodies, ['PART_OF'], 'from');
export const predecessors = linkedList('predecessors', ['GOVERNMENT_ENTITY'], ['SUCCEEDED'], 'to');
export const successors = linkedList('successors', ['GOVERNMENT_ENTITY'], ['SUCCEEDED'], 'from');
export const governed = linkedList('placesGoverned', ['CITY', 'STATE', 'COUNTRY'], ['GOVERNS'], 'to');
