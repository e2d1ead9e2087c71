import type { CursorKey, ListMark } from './cursor.ts';
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
  readonly mark: ListMark;
  readonly entries: readonly Entry<Node>[];
}

/**
 * Makes a page of what was read: cuts the entry that only told that there is more, and turns a window that was
 * read from the end into list order.
 */
export function toConnection<Node, Edge>(
  slice: Slice<Node>,
  totalCount: () => Promise<number>,
  toEdge: (edge: { readonly cursor: string; readonly node: Node }) => Edge,
): ConnectionOf<Node, Edge> {
  return new Page(slice, totalCount, toEdge);
}

/** A class for its methods: an answer holds hundreds of pages, and functions of their own would cost each more than its rows. */
class Page<Node, Edge> implements ConnectionOf<Node, Edge> {
  readonly nodes: readonly Node[];
  readonly totalCount: () => Promise<number>;
  readonly #entries: readonly Entry<Node>[];
  readonly #slice: Slice<Node>;
  readonly #toEdge: (edge: { readonly cursor: string; readonly node: Node }) => Edge;

  constructor(
    slice: Slice<Node>,
    totalCount: () => Promise<number>,
    toEdge: (edge: { readonly cursor: string; readonly node: Node }) => Edge,
  ) {
    const { window, entries } = slice;
    const kept = entries.slice(0, window.size);
    this.#entries = window.fromEnd ? kept.reverse() : kept;
    this.nodes = this.#entries.map(({ node }) => node);
    this.totalCount = totalCount;
    this.#slice = slice;
    this.#toEdge = toEdge;
  }

  edges(): readonly Edge[] {
    return this.#entries.map((entry) => this.#toEdge({ cursor: this.#cursorOf(entry), node: entry.node }));
  }

  pageInfo(): PageInfoRecord {
    const [first] = this.#entries;
    const last = this.#entries.at(-1);
    const { window, entries } = this.#slice;
    return {
      ...directions(window, entries.length > window.size),
      startCursor: first === undefined ? null : this.#cursorOf(first),
      endCursor: last === undefined ? null : this.#cursorOf(last),
    };
  }

  #cursorOf({ key }: Entry<Node>): string {
    return encodeCursor(this.#slice.mark, key);
  }
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
