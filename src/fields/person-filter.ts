import type { FilterDefinition } from './filter.ts';

/** What the fields of `PersonFilter` mean. */
export const personFilter: FilterDefinition = {
  ids: {
    consultations: ['CONSULTATION'],
    sectors: ['SECTOR'],
    institutions: ['ORGANIZATION', 'GOVERNMENT_ENTITY', 'NETWORK'],
    axes: ['PRIORITY_AXIS'],
    themes: ['THEME'],
    places: ['CITY', 'STATE', 'COUNTRY', 'REGION'],
    networks: ['NETWORK'],
  },
  values: ['consulted', 'quoted', 'text'],
};
