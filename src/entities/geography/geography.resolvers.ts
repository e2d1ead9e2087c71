import { detailOf } from '../../fields/detail.ts';
import type { FilterDefinition } from '../../fields/filter.ts';
import { listField, oneField, vocabularyField } from '../../fields/links.ts';
import { pageField } from '../../fields/page.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import {
  cities,
  citiesOfCountry,
  citiesOfState,
  countries,
  countriesOfRegion,
  countryOfCity,
  countryOfState,
  governmentOfCity,
  regions,
  regionsOfCountry,
  stateOfCity,
} from './geography.cypher.ts';

const filter: FilterDefinition = {
  ids: { countries: ['COUNTRY'], regions: ['REGION'], networks: ['NETWORK'] },
  values: ['foreign', 'text'],
};

export const statements = [
  cities,
  countries,
  regions,
  countryOfCity,
  countryOfState,
  stateOfCity,
  governmentOfCity,
  citiesOfState,
  citiesOfCountry,
  regionsOfCountry,
  countriesOfRegion,
];

export const resolvers: Resolvers = {
  Query: {
    cities: pageField(cities, filter),
    countries: vocabularyField(countries),
    regions: async (root, { scheme, datasets }, context, info) => {
      const all = await vocabularyField(regions)(root, { datasets }, context, info);
      if (scheme == null) return all;
      const schemes = await Promise.all(all.map(async (region) => (await detailOf(region, context.loaders)).scheme));
      return all.filter((_, index) => schemes[index] === scheme);
    },
  },
  City: {
    country: oneField(countryOfCity),
    state: oneField(stateOfCity),
    government: oneField(governmentOfCity),
    coordinates: async (city, _args, { loaders }) => {
      const { latitude, longitude } = await detailOf(city, loaders);
      return latitude === null || longitude === null ? null : { latitude, longitude };
    },
  },
  State: { country: oneField(countryOfState), cities: listField(citiesOfState) },
  Country: { cities: listField(citiesOfCountry), regions: listField(regionsOfCountry) },
  Region: { countries: listField(countriesOfRegion) },
};
