import { linkedList, patternList, vocabulary } from '../../graph/linked-list.ts';
import { listing } from '../../graph/listing.ts';

/** `CityFilter` over a city `n`. */
const where = `
($foreign IS NULL OR $foreign <> (
  EXISTS { MATCH (dataset:Dataset) WHERE dataset.homeCity = n.id }
  OR EXISTS {
    MATCH (dataset:Dataset)
    MATCH (:City {id: dataset.homeCity})-[:IN_STATE|IN_COUNTRY*1..2]->(home:Country)
    MATCH (n)-[:IN_STATE|IN_COUNTRY*1..2]->(home)
  }))
AND ($countries IS NULL OR EXISTS { (n)-[:IN_STATE|IN_COUNTRY*1..2]->(country) WHERE country.id IN $countries })
AND ($regions IS NULL OR EXISTS { (n)-[:IN_STATE|IN_COUNTRY|IN_REGION*1..3]->(region:Region) WHERE region.id IN $regions })
AND ($networks IS NULL OR EXISTS { (n)<-[:GOVERNS*0..1]-()-[:MEMBER_OF]->(network) WHERE network.id IN $networks })
AND ($text IS NULL OR all(word IN $text WHERE n.searchText CONTAINS word))`;

export const cities = listing({ name: 'cities', kinds: ['CITY'], where });

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
