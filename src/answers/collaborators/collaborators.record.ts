import type { ConnectionOf } from '../../fields/connection.record.ts';
import type { EntityRecord } from '../../graph/entity-record.ts';
import type { ReasonRecord } from '../reasons/reasons.record.ts';

/** An actor in an answer, and why it is there. */
export interface ReasonedEdge {
  readonly cursor: string;
  readonly node: EntityRecord;
  readonly reasons: () => Promise<readonly ReasonRecord[]>;
}

export type CollaboratorConnectionRecord = ConnectionOf<EntityRecord, ReasonedEdge>;
export type SuggestionConnectionRecord = ConnectionOf<EntityRecord, ReasonedEdge>;
