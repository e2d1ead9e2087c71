import { linkedList, patternList, vocabulary } from '../../graph/linked-list.ts';
import { holds, inNames, linkedBy, type ListingFilter } from '../../graph/listing-filter.ts';
import { listing } from '../../graph/listing.ts';

/** `CityFilter` over a city `n`; at home is what is at home in one of the packages that the filter names. */
const filter: ListingFilter = {
  foreign: holds(`$filter.foreign <> EXISTS {
  MATCH (home:Dataset)
  WHERE ($filter.datasets IS NULL OR home.id IN $filter.datasets)
    AND (home.homeCity = n.id OR EXISTS {
      MATCH (:City {id: home.homeCity})-[:IN_STATE|IN_COUNTRY*1..2]->(country:Country)
      MATCH (n)-[:IN_STATE|IN_COUNTRY*1..2]->(country)
    })
}`),
  countries: linkedBy('(it)<-[:IN_STATE|IN_COUNTRY*1..2]-(n)'),
  regions: linkedBy('(it:Region)<-[:IN_STATE|IN_COUNTRY|IN_REGION*1..3]-(n)'),
  networks: linkedBy('(it)<-[:MEMBER_OF]-()-[:GOVERNS*0..1]->(n)'),
  text: inNames,
};

export const cities = listing({ name: 'cities', kinds: ['CITY'], filter });

export const countries = vocabulary('COUNTRY');
export const regions = vocabulary('REGION');

export const countryOfCity = patternList(
  'countryOfCity',
  ['COUNTRY'],
  '(p)-[:IN_STATE*0..1]->()-[:IN_COUNTRY]->(n:Country)',
);
export const countryOfState = linkedList('countryOfState', ['COUNTRY'], ['IN_COUNTRY'], 'to');
export const stateOfCity = linkedList('stateOfCity', ['STATE'], ['IN_STATE'], 'to');
export const governmentOfCity = linkedList('governmentOfCity', ['GOVERNMENT_ENTITY'], ['GOVERNS'], 'from');
export const citiesOfState = linkedList('citiesOfState', ['CITY'], ['IN_STATE'], 'from');
export const citiesOfCountry = patternList(
  'citiesOfCountry',
  ['CITY'],
  '(p)<-[:IN_COUNTRY]-()<-[:IN_STATE*0..1]-(n:City)',
);
export const regionsOfCountry = linkedList('regionsOfCountry', ['REGION'], ['IN_REGION'], 'to');
export const countriesOfRegion = linkedList('countriesOfRegion', ['COUNTRY'], ['IN_REGION'], 'from');
