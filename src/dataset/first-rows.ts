import { fold } from '../model/fold.ts';
import { resources } from './descriptor.ts';
import type { DraftRows } from './example-rows.ts';

/** What a new package is about; what is left out is marked for a person to fill in. */
export interface HomeNames {
  /** Title of the package. */
  readonly title?: string;
  readonly city?: string;
  /** The government of the city, as it calls itself. */
  readonly government?: string;
  readonly country?: string;
}

/** What a package begins with: its descriptor, and the rows that the descriptor names. */
export interface FirstContent {
  readonly descriptor: object;
  readonly rows: DraftRows;
  /** Id of the citation that the rows cite. */
  readonly citation: string;
}

/** Stands before each text that a person must replace, so that one search finds all. */
export const TO_FILL = 'POR LLENAR';

/** The id that a name gives: lower case, without accents, words joined by hyphens; '' where no letter of the alphabet is left. */
export function idOfName(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** The content of a package of this name that has nothing yet but its home. */
export function firstContent(name: string, names: HomeNames): FirstContent {
  const ids = homeIds(name, names);
  return { descriptor: descriptorFor(name, names, ids), rows: firstRows(name, names, ids), citation: ids.citation };
}

interface HomeIds {
  readonly city: string;
  readonly government: string;
  /** `null` where no country is named. */
  readonly country: string | null;
  readonly sector: string;
  readonly citation: string;
}

function homeIds(name: string, { city, country }: HomeNames): HomeIds {
  const countryId = country === undefined ? null : idOfName(country) || `${name}-pais`;
  const plain = city === undefined ? `${name}-ciudad` : idOfName(city) || `${name}-ciudad`;
  // A country keeps its plain id, so that packages of several cities share it.
  const cityId = plain === countryId ? `ciudad-de-${plain}` : plain;
  return {
    city: cityId,
    government: `gobierno-de-${cityId}`,
    country: countryId,
    // Every consultation has a sector of this name: without the package's, two packages would share one.
    sector: `sector-de-gobierno-${name}`,
    citation: `citation:${name}/documento-1/lugar-1`,
  };
}

function firstRows(name: string, { city, government, country }: HomeNames, ids: HomeIds): DraftRows {
  const source = `source:${name}/documento-1`;
  const place = `place:${name}/documento-1/lugar-1`;
  const cited = { citations: ids.citation };
  const stated = { basis: 'STATED', ...cited };
  const rows: DraftRows = {
    sources: [{ id: source, title: fill('título del documento', 'title of the document'), language: 'es' }],
    places: [{ id: place, source, name: fill('lugar en el documento', 'place in the document') }],
    citations: [{ id: ids.citation, source, place }],
    'government-entities': [
      {
        id: ids.government,
        name: government ?? fill('gobierno de la ciudad', 'government of the city'),
        level: 'CITY',
        ...cited,
      },
    ],
    cities: [{ id: ids.city, name: city ?? fill('ciudad', 'city'), ...cited }],
    sectors: [{ id: ids.sector, name: fill('sector de gobierno', 'sector of the government'), ...cited }],
    governments: [
      { id: `government:${ids.government}/${ids.city}`, government: ids.government, place: ids.city, ...stated },
    ],
  };
  if (country === undefined || ids.country === null) return rows;
  return {
    ...rows,
    countries: [{ id: ids.country, name: country, ...cited }],
    'place-countries': [
      { id: `place-country:${ids.city}/${ids.country}`, place: ids.city, country: ids.country, ...stated },
    ],
  };
}

function descriptorFor(name: string, { title }: HomeNames, ids: HomeIds): object {
  return {
    name,
    title: title ?? fill('título del paquete', 'title of the package'),
    description: fill('qué contiene, en una oración', 'what it holds, in a sentence'),
    version: '0.1.0',
    licenses: [
      {
        name: 'por-llenar',
        title: fill('licencia de la recopilación, como CC-BY-4.0', 'licence of the compilation, such as CC-BY-4.0'),
      },
    ],
    sobremesa: {
      homeCity: ids.city,
      homeGovernment: ids.government,
      languages: ['es', 'en'],
      howToCite: fill('cómo citar el paquete', 'how to cite the package'),
      planner: {
        size: 25,
        everySectorAtLeast: 1,
        governmentSector: ids.sector,
        governmentShareAtMost: '1/3',
        maxPerInstitution: 1,
      },
    },
    resources,
  };
}

function fill(es: string, en: string): string {
  return `${TO_FILL}: ${es} (${en})`;
}
