import { peopleUnder } from '../../graph/found-under.ts';
import { holds, inNames, linkedBy, type ListingFilter } from '../../graph/listing-filter.ts';
import { across, evidence, listing, ways } from '../../graph/listing.ts';

/** `PersonFilter` over a person `n`. */
const filter: ListingFilter = {
  consultations: linkedBy('(it)<-[:CONSULTED_IN]-(n)'),
  consulted: holds(
    'NOT $filter.consulted OR EXISTS { (n)-[:CONSULTED_IN]->() }',
    '$filter.consulted OR NOT EXISTS { (n)-[:CONSULTED_IN]->() }',
  ),
  // The consultation of a sector is no way to its people: a participation may name any sector.
  sectors: {
    conditions: ['EXISTS { (n)-[participation:CONSULTED_IN]->() WHERE participation.sector IN $filter.sectors }'],
    lookup: {
      clauses: `UNWIND $filter.sectors AS sector
MATCH (n)-[participation:CONSULTED_IN]->()
WHERE participation.sector = sector`,
      names: true,
    },
  },
  quoted: holds(
    'NOT $filter.quoted OR EXISTS { (n)-[participation:CONSULTED_IN]->() WHERE participation.quoted }',
    '$filter.quoted OR NOT EXISTS { (n)-[participation:CONSULTED_IN]->() WHERE participation.quoted }',
  ),
  institutions: linkedBy(...peopleUnder.institutions),
  networks: linkedBy(...peopleUnder.networks),
  axes: linkedBy(...peopleUnder.axes),
  themes: linkedBy(...peopleUnder.themes),
  places: linkedBy(...peopleUnder.places),
  text: inNames,
};

export const people = listing({ name: 'people', kinds: ['PERSON'], filter });

export const peopleOfBody = listing({
  name: 'peopleOfBody',
  kinds: ['PERSON'],
  filter,
  paths: ways(peopleUnder.institutions),
  evidence: evidence(
    'peopleOfBody.evidence',
    ['AFFILIATED_WITH'],
    'MATCH (p)<-[:PART_OF*0..8]-()<-[r:AFFILIATED_WITH]-(n)\n  RETURN r',
  ),
});

export const peopleOfNetwork = listing({
  name: 'peopleOfNetwork',
  kinds: ['PERSON'],
  filter,
  paths: [{ pattern: '(it)<-[:MEMBER_OF*0..1]-()<-[:AFFILIATED_WITH*0..1]-(n)' }],
  evidence: evidence(
    'peopleOfNetwork.evidence',
    ['MEMBER_OF', 'AFFILIATED_WITH'],
    'MATCH (p)<-[memberships:MEMBER_OF*0..1]-()<-[affiliations:AFFILIATED_WITH*0..1]-(n)\n  UNWIND memberships + affiliations AS r\n  RETURN r',
  ),
});

export const peopleOfAxis = listing({
  name: 'peopleOfAxis',
  kinds: ['PERSON'],
  filter,
  paths: ways(peopleUnder.axes),
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
  filter,
  paths: ways(peopleUnder.themes),
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
  filter,
);

export const participantsOfSector = listing({
  name: 'participantsOfSector',
  kinds: ['PERSON'],
  filter,
  paths: [
    {
      pattern: '(it)-[:OF_CONSULTATION]->()<-[participation:CONSULTED_IN]-(n)',
      where: 'participation.sector = it.id',
    },
  ],
  evidence: evidence(
    'participantsOfSector.evidence',
    ['CONSULTED_IN'],
    'MATCH (p)-[:OF_CONSULTATION]->()<-[r:CONSULTED_IN]-(n)\n  WHERE r.sector = p.id\n  RETURN r',
  ),
});
