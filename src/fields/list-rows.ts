import type { Reader } from '../graph/graph.ts';
import type { ListEntry, ListQuery, ListRow } from '../graph/list-query.ts';

interface ListParameters {
  readonly parents: readonly string[];
  readonly filter?: object | null;
  /** What makes a hub. */
  readonly few: number;
}

/**
 * Reads lists by the short statement for parents with few, where there is one, and those of hubs by the other. Which
 * parent is a hub is told by the short one; it is remembered, so that its list takes one statement from then on.
 */
export async function readLists<Parameters extends ListParameters>(
  reader: Reader,
  query: ListQuery<Parameters>,
  parameters: Parameters,
): Promise<readonly ListRow[]> {
  const { name, ofFew } = query;
  if (ofFew === null) return reader.read(query, parameters);
  const { parents, filter, few } = parameters;
  const list = `${name} ${few}`;
  const about = filter == null ? (parent: string) => parent : aboutFiltered(filter);
  const [small, large]: [string[], string[]] = [[], []];
  for (const parent of parents) (reader.hubs.has(list, about(parent)) ? large : small).push(parent);
  const ofParents = async (statement: typeof ofFew, ids: readonly string[]) =>
    ids.length === 0 ? [] : reader.read(statement, { ...parameters, parents: ids });
  const [ofSmall, ofLarge] = await Promise.all([ofParents(ofFew, small), ofParents(query, large)]);
  const found = ofSmall.filter(isHub).map(([parent]) => parent);
  for (const parent of found) reader.hubs.add(list, about(parent));
  if (found.length === 0 && large.length === 0) return ofSmall;
  return [...ofSmall.filter((row) => !isHub(row)), ...ofLarge, ...(await ofParents(query, found))];
}

/** What a list with a filter is about: what it leads to depends on the values. */
function aboutFiltered(filter: object): (parent: string) => string {
  const values = JSON.stringify(filter);
  return (parent) => `${parent} ${values}`;
}

/** The entries of lists by parent. */
export function entriesByParent<Entry>(
  rows: readonly ListRow[],
  toEntry: (columns: ListEntry, parent: string) => Entry,
): Map<string, readonly Entry[]> {
  return new Map(rows.map(([parent, entries]) => [parent, (entries ?? []).map((columns) => toEntry(columns, parent))]));
}

function isHub([, entries]: ListRow): boolean {
  return entries === null;
}
