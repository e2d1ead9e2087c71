import { linkedList } from '../../graph/linked-list.ts';
import { listing } from '../../graph/listing.ts';
import { actorKinds } from '../../model/kinds.ts';

/** `EventFilter` over an event `n`. */
const eventWhere = `
($participants IS NULL OR EXISTS { (n)<-[:TOOK_PART_IN|CONTRIBUTED_TO]-(participant) WHERE participant.id IN $participants })
AND ($themes IS NULL OR EXISTS { (n)-[:ABOUT]->(theme) WHERE theme.id IN $themes })
AND ($places IS NULL OR EXISTS { (n)-[:HELD_IN]->()-[:IN_STATE|IN_COUNTRY|IN_REGION*0..3]->(place) WHERE place.id IN $places })
AND ($text IS NULL OR all(word IN $text WHERE n.searchText CONTAINS word))`;

/** `RecognitionFilter` over a recognition `n`. */
const recognitionWhere = `
($receivers IS NULL OR EXISTS { (n)<-[:RECEIVED]-(receiver) WHERE receiver.id IN $receivers })
AND ($givers IS NULL OR EXISTS { (n)<-[:GRANTED]-(giver) WHERE giver.id IN $givers })
AND ($themes IS NULL OR EXISTS { (n)-[:ABOUT]->(theme) WHERE theme.id IN $themes })
AND ($text IS NULL OR all(word IN $text WHERE n.searchText CONTAINS word))`;

/** `PublicationFilter` over a publication `n`. */
const publicationWhere = `
($contributors IS NULL OR EXISTS { (n)<-[:CONTRIBUTED_TO]-(contributor) WHERE contributor.id IN $contributors })
AND ($themes IS NULL OR EXISTS { (n)-[:ABOUT]->(theme) WHERE theme.id IN $themes })
AND ($text IS NULL OR all(word IN $text WHERE n.searchText CONTAINS word))`;

export const events = listing({ name: 'events', kinds: ['EVENT'], where: eventWhere });
export const recognitions = listing({ name: 'recognitions', kinds: ['RECOGNITION'], where: recognitionWhere });
export const publications = listing({ name: 'publications', kinds: ['PUBLICATION'], where: publicationWhere });

const honoured = [...actorKinds, 'PROGRAM'] as const;
export const heldIn = linkedList('placesOfEvent', ['CITY', 'STATE', 'COUNTRY'], ['HELD_IN'], 'to');
export const receivers = linkedList('receiversOfRecognition', honoured, ['RECEIVED'], 'from');
export const givers = linkedList('giversOfRecognition', honoured, ['GRANTED'], 'from');
export const publishedIn = linkedList('citiesOfPublication', ['CITY'], ['PUBLISHED_IN'], 'to');
