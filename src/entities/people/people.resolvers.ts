import { listField, tiesField } from '../../fields/links.ts';
import { pageField } from '../../fields/page.ts';
import { personFilter as filter } from '../../fields/person-filter.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import { linkedList } from '../../graph/linked-list.ts';
import { people } from '../../graph/people-listing.ts';
import {
  participantsOfConsultation,
  participantsOfSector,
  peopleOfAxis,
  peopleOfBody,
  peopleOfNetwork,
  peopleOfTheme,
} from './people.cypher.ts';

const positions = linkedList('positionsOfPerson', ['POSITION'], ['HOLDS'], 'to');

export const statements = [
  people,
  peopleOfBody,
  peopleOfNetwork,
  peopleOfAxis,
  peopleOfTheme,
  participantsOfConsultation,
  participantsOfSector,
  positions,
];

export const resolvers: Resolvers = {
  Query: { people: pageField(people, filter) },
  Person: {
    affiliations: tiesField('AFFILIATED_WITH', 'from'),
    participations: tiesField('CONSULTED_IN', 'from'),
    positions: listField(positions),
  },
  Organization: { people: pageField(peopleOfBody, filter) },
  GovernmentEntity: { people: pageField(peopleOfBody, filter) },
  Network: { people: pageField(peopleOfNetwork, filter) },
  PriorityAxis: { people: pageField(peopleOfAxis, filter) },
  Theme: { people: pageField(peopleOfTheme, filter) },
  Consultation: { participants: pageField(participantsOfConsultation, filter) },
  Sector: { participants: pageField(participantsOfSector, filter) },
};
