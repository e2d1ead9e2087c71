import type { Query } from './query.ts';

/**
 * The list of one parent: the columns of each entry, in their order. One row for a list takes a fifth less time than a
 * row for each entry. Without entries where the list is of a hub and the statement was for few. Besides stands what
 * is told of the parent.
 */
export type ListRow = readonly [parent: string, entries: readonly ListEntry[] | null, besides: unknown];
/** What orders the entry, then what is listed. */
export type ListEntry = readonly [key: string, ...columns: readonly unknown[]];

/** The statement of lists below parents of any size, or at the root. */
export interface ListQuery<Parameters extends object> extends Query<Parameters, ListRow> {
  /** The same for parents that have few, where there is one: it takes half the time and less than half the text. */
  readonly ofFew: Query<Parameters, ListRow> | null;
}

/** Both statements of a list, or the only one. */
export function withOfFew<Parameters extends object>(
  query: ListQuery<Parameters>,
): readonly Query<Parameters, ListRow>[] {
  return query.ofFew === null ? [query] : [query.ofFew, query];
}
