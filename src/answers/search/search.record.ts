import type { ConnectionOf } from '../../fields/connection.record.ts';
import type { EntityRecord } from '../../graph/entity-record.ts';
import type { EntityKind } from '../../model/kinds.ts';
import type { TieKind } from '../../model/ties.ts';

export interface SearchFacetRecord {
  readonly kind: EntityKind;
  readonly count: number;
}

export interface SearchEdgeRecord {
  readonly cursor: string;
  readonly node: EntityRecord;
  readonly matched: string;
}

export interface SearchConnectionRecord extends ConnectionOf<EntityRecord, SearchEdgeRecord> {
  readonly facets: (everyKind: boolean) => Promise<readonly SearchFacetRecord[]>;
  readonly suggestions: () => Promise<readonly string[]>;
}

/** A fact that tells an entity from others of its name: its other end, and what it says besides. */
export interface DistinctionFact {
  readonly kind: TieKind;
  readonly role: string | null;
  /** The institution as printed, where people were consulted. */
  readonly printed: string | null;
  readonly asOf: string | null;
  readonly name: string;
  readonly nameEn: string | null;
  /** When the entity itself was, where it has a date. */
  readonly date: string | null;
}
