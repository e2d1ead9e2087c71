import type { EntityRecord } from '../../graph/entity-record.ts';

export type PriorityAxisRecord = EntityRecord<'PRIORITY_AXIS'>;
export type ThemeRecord = EntityRecord<'THEME'>;
