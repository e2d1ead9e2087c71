import { linkedList } from '../../graph/linked-list.ts';
import { inNames, linkedBy, type ListingFilter } from '../../graph/listing-filter.ts';
import { listing } from '../../graph/listing.ts';
import { actorKinds } from '../../model/kinds.ts';

/** `EventFilter` over an event `n`. */
const eventFilter: ListingFilter = {
  participants: linkedBy('(it)-[:TOOK_PART_IN|CONTRIBUTED_TO]->(n)'),
  themes: linkedBy('(it)<-[:ABOUT]-(n)'),
  places: linkedBy('(it)<-[:IN_STATE|IN_COUNTRY|IN_REGION*0..3]-()<-[:HELD_IN]-(n)'),
  text: inNames,
};

/** `RecognitionFilter` over a recognition `n`. */
const recognitionFilter: ListingFilter = {
  receivers: linkedBy('(it)-[:RECEIVED]->(n)'),
  givers: linkedBy('(it)-[:GRANTED]->(n)'),
  themes: linkedBy('(it)<-[:ABOUT]-(n)'),
  text: inNames,
};

/** `PublicationFilter` over a publication `n`. */
const publicationFilter: ListingFilter = {
  contributors: linkedBy('(it)-[:CONTRIBUTED_TO]->(n)'),
  themes: linkedBy('(it)<-[:ABOUT]-(n)'),
  text: inNames,
};

export const events = listing({ name: 'events', kinds: ['EVENT'], filter: eventFilter });
export const recognitions = listing({ name: 'recognitions', kinds: ['RECOGNITION'], filter: recognitionFilter });
export const publications = listing({ name: 'publications', kinds: ['PUBLICATION'], filter: publicationFilter });

const honoured = [...actorKinds, 'PROGRAM'] as const;
export const heldIn = linkedList('placesOfEvent', ['CITY', 'STATE', 'COUNTRY'], ['HELD_IN'], 'to');
export const receivers = linkedList('receiversOfRecognition', honoured, ['RECEIVED'], 'from');
export const givers = linkedList('giversOfRecognition', honoured, ['GRANTED'], 'from');
export const publishedIn = linkedList('citiesOfPublication', ['CITY'], ['PUBLISHED_IN'], 'to');
