import type { FilterDefinition } from '../../fields/filter.ts';
import { listField, tiesField } from '../../fields/links.ts';
import { pageField } from '../../fields/page.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import { actorKinds } from '../../model/kinds.ts';
import { ties } from '../../model/ties.ts';
import { events, givers, heldIn, publications, publishedIn, receivers, recognitions } from './happenings.cypher.ts';

const eventFilter: FilterDefinition = {
  ids: {
    participants: ties.TOOK_PART_IN.from.kinds,
    themes: ['THEME'],
    places: ['CITY', 'STATE', 'COUNTRY', 'REGION'],
  },
  values: ['text'],
};
const recognitionFilter: FilterDefinition = {
  ids: { receivers: ties.RECEIVED.from.kinds, givers: ties.GRANTED.from.kinds, themes: ['THEME'] },
  values: ['text'],
};
const publicationFilter: FilterDefinition = { ids: { contributors: actorKinds, themes: ['THEME'] }, values: ['text'] };

export const statements = [events, recognitions, publications, heldIn, receivers, givers, publishedIn];

export const resolvers: Resolvers = {
  Query: {
    events: pageField(events, eventFilter),
    recognitions: pageField(recognitions, recognitionFilter),
    publications: pageField(publications, publicationFilter),
  },
  Event: {
    heldIn: listField(heldIn),
    contributions: tiesField('CONTRIBUTED_TO', 'to'),
    attendance: tiesField('TOOK_PART_IN', 'to'),
  },
  Recognition: { receivers: listField(receivers), givers: listField(givers) },
  Publication: { publishedIn: listField(publishedIn), contributions: tiesField('CONTRIBUTED_TO', 'to') },
};
