import type { EntityConnectionOf } from '../../fields/connection.record.ts';
import type { EntityRecord } from '../../graph/entity-record.ts';
import type { TieRecord } from '../../graph/tie-record.ts';

export type ProgramRecord = EntityRecord<'PROGRAM'>;
export type ProgramConnectionRecord = EntityConnectionOf<'PROGRAM'>;
export type ProgramListingRecord = TieRecord<'LISTED_UNDER'>;
export type ProgramOperationRecord = TieRecord<'RUNS'>;
export type ProgramPartnerRecord = TieRecord<'WITH_PARTNER'>;
