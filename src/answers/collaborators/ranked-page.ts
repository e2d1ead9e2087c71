import type { FilterParameters } from '../../graph/listing.ts';
import type { Query } from '../../graph/query.ts';
import type { weights } from './weights.ts';

/** What a page of a ranked list is read with. */
export interface RankedParameters {
  /** Ids of the actors whose list it is; the empty text for a list of the root. */
  readonly parents: readonly string[];
  readonly filter: FilterParameters;
  readonly statedOnly: boolean;
  /** The actor from which the page goes on, itself included; empty for the first page. */
  readonly afterId: string;
  readonly limit: number;
  readonly full: boolean;
  readonly weights: typeof weights;
  readonly mostRepeated: number;
}

/**
 * Rows: whose list it is, how many it holds in all, then an actor; a page without any has one row without one. After it,
 * in suggestions, the id and the label of each entity that the filter names.
 */
export type RankedRow = readonly [parent: string, total: number, ...entity: readonly unknown[]];
export type RankedQuery = Query<RankedParameters, RankedRow>;

/** What a page of a list by name is read with. */
export interface NamedParameters {
  readonly filter: FilterParameters;
  readonly afterKey: string;
  readonly afterId: string;
  readonly limit: number;
  readonly full: boolean;
}

/** Rows: the sort name, then an actor. */
export type NamedRow = readonly [key: string, ...entity: readonly unknown[]];
