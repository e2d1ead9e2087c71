import type { EntityConnectionOf } from '../../fields/connection.record.ts';
import type { EntityRecord } from '../../graph/entity-record.ts';
import type { TieRecord } from '../../graph/tie-record.ts';

export type PersonRecord = EntityRecord<'PERSON'>;
export type PersonConnectionRecord = EntityConnectionOf<'PERSON'>;
export type AffiliationRecord = TieRecord<'AFFILIATED_WITH'>;
export type ParticipationRecord = TieRecord<'CONSULTED_IN'>;
