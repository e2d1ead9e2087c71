import { tieOf, type TieKind } from '../../src/model/ties.ts';
import type { TieRow } from './tie-rows.ts';

/** What is asked, with every argument given; `through` is null where it was left out. */
export interface Asked {
  readonly from: string;
  readonly to: string;
  readonly maxLength: number;
  readonly first: number;
  readonly avoid: readonly string[];
  readonly through: readonly TieKind[] | null;
  readonly statedOnly: boolean;
  readonly includeHubs: boolean;
}

/** A path: its entities from one end to the other, and the ids of the facts of each step. */
interface PlainPath {
  readonly nodes: readonly string[];
  readonly ties: readonly (readonly string[])[];
}

/** A graph in memory, in which paths are found by plain search. */
export interface PlainGraph {
  readonly ties: readonly TieRow[];
  /** By id; an entity stands in it even if nothing touches it. */
  readonly sortNames: ReadonlyMap<string, string>;
}

/** Entities with more facts than a share of the number of all, and with more than ten. */
export function hubsOf({ ties, sortNames }: PlainGraph): ReadonlySet<string> {
  const degrees = new Map<string, number>();
  for (const { from, to } of ties) for (const end of [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  const most = Math.max(10, 0.02 * sortNames.size);
  return new Set([...degrees].filter(([, degree]) => degree > most).map(([id]) => id));
}

type Neighbours = ReadonlyMap<string, ReadonlyMap<string, readonly TieRow[]>>;

/** The first paths, in their order, of all that there are. */
export function plainPaths(graph: PlainGraph, asked: Asked): readonly PlainPath[] {
  const neighbours = neighboursOf(graph, asked);
  const closed = new Set([...asked.avoid, ...(asked.includeHubs ? [] : hubsOf(graph))]);
  const left = distancesTo(asked.to, neighbours, closed, asked.from);
  const found: PlainPath[] = [];
  for (let length = 1; length <= asked.maxLength && found.length < asked.first; length += 1) {
    const ways = waysOf([asked.from], length, asked.to, neighbours, left);
    found.push(...ways.map((nodes) => toPath(nodes, neighbours)).sort(inOrder(graph, neighbours)));
  }
  return found.slice(0, asked.first);
}

/** The hubs on the shortest paths that there are with them, by name. */
export function plainLeftOut(graph: PlainGraph, asked: Asked): readonly string[] {
  if (asked.includeHubs) return [];
  const neighbours = neighboursOf(graph, asked);
  const closed = new Set(asked.avoid);
  const left = distancesTo(asked.to, neighbours, closed, asked.from);
  const gone = distancesTo(asked.from, neighbours, closed, asked.to);
  const shortest = left.get(asked.from) ?? Infinity;
  if (shortest > asked.maxLength) return [];
  const name = (id: string) => graph.sortNames.get(id) ?? '';
  return [...hubsOf(graph)]
    .filter(
      (id) =>
        id !== asked.from && id !== asked.to && (left.get(id) ?? Infinity) + (gone.get(id) ?? Infinity) === shortest,
    )
    .sort((one, other) => compare(name(one), name(other)) || compare(one, other));
}

function neighboursOf({ ties }: PlainGraph, { through, statedOnly }: Asked): Neighbours {
  const isWalked = ({ kind, stated }: TieRow) =>
    (through === null ? tieOf(kind).class === 'WORK' || kind === 'GOVERNS' : through.includes(kind)) &&
    (stated || !statedOnly);
  const neighbours = new Map<string, Map<string, TieRow[]>>();
  const add = (one: string, other: string, tie: TieRow) => {
    const known = neighbours.get(one) ?? new Map<string, TieRow[]>();
    neighbours.set(one, known.set(other, [...(known.get(other) ?? []), tie]));
  };
  for (const tie of ties.filter(isWalked)) {
    add(tie.from, tie.to, tie);
    add(tie.to, tie.from, tie);
  }
  return neighbours;
}

/** Steps to an entity by a search in breadth; what is closed is not gone through, an end may be closed. */
function distancesTo(
  end: string,
  neighbours: Neighbours,
  closed: ReadonlySet<string>,
  start: string,
): ReadonlyMap<string, number> {
  const distances = new Map([[end, 0]]);
  const waiting = [end];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (at === start) continue;
    for (const next of neighbours.get(at)?.keys() ?? []) {
      if (distances.has(next) || (closed.has(next) && next !== start)) continue;
      distances.set(next, (distances.get(at) ?? 0) + 1);
      waiting.push(next);
    }
  }
  return distances;
}

/** Every way of an exact length on which nothing stands twice. */
function waysOf(
  way: readonly string[],
  steps: number,
  end: string,
  neighbours: Neighbours,
  left: ReadonlyMap<string, number>,
): readonly (readonly string[])[] {
  const at = way.at(-1) ?? '';
  if (at === end) return steps === 0 ? [way] : [];
  return [...(neighbours.get(at)?.keys() ?? [])]
    .filter((next) => !way.includes(next) && (left.get(next) ?? Infinity) < steps)
    .flatMap((next) => waysOf([...way, next], steps - 1, end, neighbours, left));
}

function factsOf(nodes: readonly string[], neighbours: Neighbours): readonly (readonly TieRow[])[] {
  return nodes.slice(1).map((to, at) => neighbours.get(nodes[at] ?? '')?.get(to) ?? []);
}

function toPath(nodes: readonly string[], neighbours: Neighbours): PlainPath {
  const ties = factsOf(nodes, neighbours).map((facts) =>
    [...facts]
      .sort((one, other) => Number(other.stated) - Number(one.stated) || compare(one.id, other.id))
      .map(({ id }) => id),
  );
  return { nodes, ties };
}

function inOrder({ sortNames }: PlainGraph, neighbours: Neighbours) {
  const inferred = (path: PlainPath) =>
    factsOf(path.nodes, neighbours).filter((facts) => facts.every(({ stated }) => !stated)).length;
  const names = ({ nodes }: PlainPath) => nodes.map((id) => sortNames.get(id) ?? '');
  return (one: PlainPath, other: PlainPath) =>
    inferred(one) - inferred(other) || compareLists(names(one), names(other)) || compareLists(one.nodes, other.nodes);
}

function compareLists(one: readonly string[], other: readonly string[]): number {
  return one.map((text, at) => compare(text, other[at] ?? '')).find((order) => order !== 0) ?? 0;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
