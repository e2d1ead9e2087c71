import { peopleUnder } from '../../graph/found-under.ts';
import { across, evidence, listing, ways } from '../../graph/listing.ts';
import { personFilter } from '../../graph/people-listing.ts';

export const peopleOfBody = listing({
  name: 'peopleOfBody',
  kinds: ['PERSON'],
  filter: personFilter,
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
  filter: personFilter,
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
  filter: personFilter,
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
  filter: personFilter,
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
  personFilter,
);

export const participantsOfSector = listing({
  name: 'participantsOfSector',
  kinds: ['PERSON'],
  filter: personFilter,
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
