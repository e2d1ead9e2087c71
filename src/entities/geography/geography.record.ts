import type { EntityConnectionOf } from '../../fields/connection.record.ts';
import type { EntityRecord } from '../../graph/entity-record.ts';

export type CityRecord = EntityRecord<'CITY'>;
export type CityConnectionRecord = EntityConnectionOf<'CITY'>;
export type StateRecord = EntityRecord<'STATE'>;
export type CountryRecord = EntityRecord<'COUNTRY'>;
export type RegionRecord = EntityRecord<'REGION'>;
