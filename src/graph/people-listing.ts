import { peopleUnder } from './found-under.ts';
import { listing } from './listing.ts';
import { holds, inNames, linkedBy, type ListingFilter } from './listing-filter.ts';

/** `PersonFilter` over a person `n`. */
export const personFilter: ListingFilter = {
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
      exact: true,
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

/** Everybody, by what the filter asks: the root's list, and the candidates of a table. */
export const people = listing({ name: 'people', kinds: ['PERSON'], filter: personFilter });
