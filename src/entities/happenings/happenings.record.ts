import type { EntityConnectionOf } from '../../fields/connection.record.ts';
import type { EntityRecord } from '../../graph/entity-record.ts';
import type { TieRecord } from '../../graph/tie-record.ts';

export type EventRecord = EntityRecord<'EVENT'>;
export type EventConnectionRecord = EntityConnectionOf<'EVENT'>;
export type RecognitionRecord = EntityRecord<'RECOGNITION'>;
export type RecognitionConnectionRecord = EntityConnectionOf<'RECOGNITION'>;
export type PublicationRecord = EntityRecord<'PUBLICATION'>;
export type PublicationConnectionRecord = EntityConnectionOf<'PUBLICATION'>;
export type ContributionRecord = TieRecord<'CONTRIBUTED_TO'>;
export type EventParticipationRecord = TieRecord<'TOOK_PART_IN'>;
