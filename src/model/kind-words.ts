import type { InTwoLanguages } from './column.ts';
import type { EntityKind } from './kinds.ts';

/** The kinds of entities as words. */
export const kindWords: Readonly<Record<EntityKind, InTwoLanguages>> = {
  PERSON: { es: 'persona', en: 'person' },
  ORGANIZATION: { es: 'institución', en: 'organization' },
  GOVERNMENT_ENTITY: { es: 'dependencia de gobierno', en: 'government entity' },
  NETWORK: { es: 'red', en: 'network' },
  CITY: { es: 'ciudad', en: 'city' },
  STATE: { es: 'estado', en: 'state' },
  COUNTRY: { es: 'país', en: 'country' },
  REGION: { es: 'región', en: 'region' },
  PROGRAM: { es: 'programa internacional', en: 'international program' },
  PRIORITY_AXIS: { es: 'eje prioritario', en: 'priority axis' },
  THEME: { es: 'tema', en: 'theme' },
  AGREEMENT: { es: 'acuerdo', en: 'agreement' },
  EVENT: { es: 'evento', en: 'event' },
  RECOGNITION: { es: 'reconocimiento', en: 'recognition' },
  PUBLICATION: { es: 'publicación', en: 'publication' },
  CONSULTATION: { es: 'consulta', en: 'consultation' },
  SECTOR: { es: 'sector', en: 'sector' },
  RECOMMENDATION: { es: 'recomendación', en: 'recommendation' },
  PROPOSAL: { es: 'propuesta', en: 'proposal' },
  POSITION: { es: 'posición', en: 'position' },
};
