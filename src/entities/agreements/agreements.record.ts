import type { EntityConnectionOf } from '../../fields/connection.record.ts';
import type { EntityRecord } from '../../graph/entity-record.ts';
import type { ActColumns } from './agreements.cypher.ts';
import type { TieRecord } from '../../graph/tie-record.ts';

export type AgreementRecord = EntityRecord<'AGREEMENT'>;
export type AgreementConnectionRecord = EntityConnectionOf<'AGREEMENT'>;
export type AgreementPartyRecord = TieRecord<'PARTY_TO'>;

/** What was done about an agreement, in the document's word. */
export interface AgreementActRecord {
  readonly number: number;
  readonly act: ActColumns[2];
  readonly on: string | null;
  readonly text: string | null;
  readonly textEn: string | null;
  readonly citationIds: readonly string[];
}
