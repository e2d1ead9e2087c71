import type { ConnectionOf } from '../../fields/connection.record.ts';
import type { EntityRecord } from '../../graph/entity-record.ts';

export interface SharedPartnerRecord {
  readonly partner: EntityRecord;
  /** The first of them, by name. */
  readonly governmentEntityIds: readonly string[];
  readonly governmentEntityCount: number;
  /** The first of them, by name. */
  readonly programIds: readonly string[];
  readonly programCount: number;
}

export type SharedPartnerConnectionRecord = ConnectionOf<SharedPartnerRecord>;
