import type { EntityRecord } from '../graph/entity-record.ts';
import type { TieRecord } from '../graph/tie-record.ts';
import type { EntityKind } from '../model/kinds.ts';
import type { CitationRecord } from './source.record.ts';

export interface PageInfoRecord {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** A page of a list. What a client may not ask for is made only when it does. */
export interface ConnectionOf<Node, Edge = { readonly cursor: string; readonly node: Node }> {
  readonly nodes: readonly Node[];
  edges(): readonly Edge[];
  pageInfo(): PageInfoRecord;
  readonly totalCount: () => Promise<number>;
}

export interface EntityEdgeOf<Node> {
  readonly cursor: string;
  readonly node: Node;
  readonly ties: () => Promise<readonly TieRecord[]>;
}

export type EntityConnectionOf<K extends EntityKind> = ConnectionOf<EntityRecord<K>, EntityEdgeOf<EntityRecord<K>>>;

export type EntityConnectionRecord = EntityConnectionOf<EntityKind>;
export type ActorConnectionRecord = EntityConnectionOf<EntityKind>;
export type TieConnectionRecord = ConnectionOf<TieRecord>;
export type CitationConnectionRecord = ConnectionOf<CitationRecord>;
