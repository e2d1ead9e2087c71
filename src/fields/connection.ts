import type { CursorKey } from './cursor.ts';
import { encodeCursor } from './cursor.ts';
import type { ConnectionOf, PageInfoRecord } from './connection.record.ts';
import type { Window } from './page-arguments.ts';

interface Entry<Node> {
  readonly key: CursorKey;
  readonly node: Node;
}

/** What was read for a window: at most one entry more than its size, in the direction it was read. */
export interface Slice<Node> {
  readonly window: Window;
  readonly mark: string;
  readonly entries: readonly Entry<Node>[];
}

/**
 * Makes a page of what was read: cuts the entry that only told that there is more, and turns a window that was
 * read from the end into list order.
 */
export function toConnection<Node, Edge>(
  { window, mark, entries }: Slice<Node>,
  totalCount: () => Promise<number>,
  toEdge: (edge: { readonly cursor: string; readonly node: Node }) => Edge,
): ConnectionOf<Node, Edge> {
  const { size, fromEnd } = window;
  const kept = entries.slice(0, size);
  const page = fromEnd ? kept.reverse() : kept;
  const cursorOf = (entry: Entry<Node> | undefined) => (entry === undefined ? null : encodeCursor(mark, entry.key));
  return {
    nodes: page.map(({ node }) => node),
    edges: () => page.map(({ key, node }) => toEdge({ cursor: encodeCursor(mark, key), node })),
    pageInfo: () => ({
      ...directions(window, entries.length > size),
      startCursor: cursorOf(page[0]),
      endCursor: cursorOf(page.at(-1)),
    }),
    totalCount,
  };
}

/** A window that begins at a cursor has at least the entry of that cursor on its other side. */
function directions(
  { fromEnd, start }: Window,
  hasMore: boolean,
): Pick<PageInfoRecord, 'hasNextPage' | 'hasPreviousPage'> {
  const hasBehind = start !== null;
  return fromEnd
    ? { hasNextPage: hasBehind, hasPreviousPage: hasMore }
    : { hasNextPage: hasMore, hasPreviousPage: hasBehind };
}
