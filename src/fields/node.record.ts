import type { EntityRecord } from '../graph/entity-record.ts';
import type { TieRecord } from '../graph/tie-record.ts';
import type { CitationRecord, ClaimRecord, PlaceRecord, SourceRecord } from './source.record.ts';

/** Anything that has an id of its own. */
export type NodeRecord = EntityRecord | TieRecord | CitationRecord | ClaimRecord | SourceRecord | PlaceRecord;
