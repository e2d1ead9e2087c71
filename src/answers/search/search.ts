import type { GraphQLResolveInfo } from 'graphql';

import { toConnection } from '../../fields/connection.ts';
import { ListMark, type CursorKey } from '../../fields/cursor.ts';
import type { EntityLoaders } from '../../fields/entity-loaders.ts';
import { onceForField } from '../../fields/once-for-field.ts';
import { windowOf, type PageArguments, type Window } from '../../fields/page-arguments.ts';
import { asksForDetail, selects, selectsPage } from '../../fields/selection.ts';
import { kindOfLabel, toEntity, type EntityRecord } from '../../graph/entity-record.ts';
import type { Reader } from '../../graph/graph.ts';
import { entityKinds, type EntityKind } from '../../model/kinds.ts';
import { askedOf, everywhere, parametersOf, ranks, type Asked } from './asked.ts';
import { bestForm } from './matching.ts';
import { nearestOf, nearQuery, type Near } from './nearest.ts';
import {
  FEW_TO_RANK,
  NEAR_ENTITY,
  PAGE_ENTITY,
  searchBegun,
  searchCounts,
  searchFew,
  searchNear,
  searchPage,
  type FoundEntry,
  type SearchPageParameters,
} from './search.cypher.ts';
import type { SearchConnectionRecord, SearchFacetRecord } from './search.record.ts';

interface SearchArguments extends Pick<PageArguments, 'first' | 'after'> {
  readonly text: string;
  readonly kinds?: readonly EntityKind[] | null | undefined;
}

interface Hit {
  readonly entity: EntityRecord;
  /** The printed forms of its names; none where nobody asks which was matched. */
  readonly forms: readonly string[];
}

interface Entry {
  readonly key: CursorKey;
  readonly node: Hit;
}

/** One search of a request, and what it reads at most once, when something first asks for it. */
interface Search {
  readonly asked: Asked;
  readonly window: Window;
  readonly page: () => Promise<readonly Entry[]>;
  /** How many match of each kind, of all kinds. */
  readonly counts: () => Promise<readonly SearchFacetRecord[]>;
  readonly nearest: () => Promise<readonly Near[]>;
}

/** What looks promising is read from the index at most; the nearest are chosen among them. */
const CANDIDATES = 200;
const MOST_SUGGESTIONS = 10;
const edges: ReadonlySet<string> = new Set(['edges']);

/** Reads the arguments; throws BAD_USER_INPUT. */
const questionOf = onceForField((args: SearchArguments, info) => {
  const asked = askedOf(args.text, args.kinds);
  const mark = new ListMark('search', asked);
  const window = windowOf(args, mark, 3);
  const [afterRank = '0', afterKey = '', afterId = ''] = window.start ?? [];
  const page: SearchPageParameters = {
    asked: parametersOf(asked),
    afterRank: Number(afterRank),
    afterKey,
    afterId,
    limit: window.size + 1,
    few: FEW_TO_RANK,
    full: asksForDetail(info),
    forms: selects(info, edges),
  };
  return { asked, mark, window, page, wantsPage: window.size > 0 && selectsPage(info) };
});

/** Answers a search; throws BAD_USER_INPUT. */
export async function search(
  args: SearchArguments,
  graph: Reader,
  loaders: Pick<EntityLoaders, 'keep'>,
  info: GraphQLResolveInfo,
): Promise<SearchConnectionRecord> {
  const { asked, mark, window, page, wantsPage } = questionOf(args, info);
  const one: Search = {
    asked,
    window,
    page: once(() => readPage(graph, asked, page)),
    counts: once(() => readCounts(graph, asked)),
    nearest: once(() => readNearest(graph, asked, page.full)),
  };
  const entries = wantsPage ? await entriesOf(one) : [];
  for (const { node } of entries) loaders.keep(node.entity);
  const facets = async (everyKind: boolean) => {
    const all = (await matchesNothing(one)) ? countKinds(await one.nearest()) : await one.counts();
    return everyKind ? all : all.filter(({ kind }) => asked.kinds?.includes(kind) ?? true);
  };
  const found = toConnection(
    { window, mark, entries },
    async () => sumOf(await facets(false)),
    ({ cursor, node: { entity, forms } }) => ({
      cursor,
      node: entity,
      matched: bestForm(asked.words, forms, isNear(entries)),
    }),
  );
  return {
    nodes: found.nodes.map(({ entity }) => entity),
    edges: () => found.edges(),
    pageInfo: () => found.pageInfo(),
    totalCount: found.totalCount,
    facets,
    suggestions: async () => ((await matchesNothing(one)) ? namesOf(asked, await one.nearest()) : []),
  };
}

/** The entries of a page and one more; of what is near where nothing matches. */
async function entriesOf(one: Search): Promise<readonly Entry[]> {
  const { start, size } = one.window;
  if (start !== null && Number(start[0]) !== ranks.nearest) return one.page();
  const matching = start === null ? await one.page() : [];
  if (matching.length > 0 || !(await matchesNothing(one))) return matching;
  const [, key = '', id = ''] = start ?? [];
  const beyond = (await one.nearest()).filter(
    (near) => start === null || near.key > key || (near.key === key && near.entity.id > id),
  );
  return beyond
    .slice(0, size + 1)
    .map((near) => ({ key: [String(ranks.nearest), near.key, near.entity.id], node: near }));
}

/** Whether nothing of any kind matches, so that what comes near is the answer. */
async function matchesNothing({ asked, window, page, counts }: Search): Promise<boolean> {
  // A first page over all kinds tells by itself.
  if (asked.kinds === null && window.start === null && window.size > 0) return (await page()).length === 0;
  return sumOf(await counts()) === 0;
}

async function readPage(graph: Reader, { kinds }: Asked, page: SearchPageParameters): Promise<readonly Entry[]> {
  if (kinds?.length === 0) return [];
  const entries = await readEntries(graph, page);
  return entries.map((entry) => {
    const [rank, sortName, printed] = entry;
    const entity = toEntity(entry, PAGE_ENTITY);
    return { key: [String(rank), sortName, entity.id], node: { entity, forms: printed ?? [] } };
  });
}

/** By the shorter statements, unless what is asked for is known to need a longer one. */
async function readEntries(graph: Reader, parameters: SearchPageParameters): Promise<readonly FoundEntry[]> {
  const { asked, afterRank, limit } = parameters;
  const [everything = ''] = asked.queries;
  if (!graph.hubs.has(searchFew.name, everything)) {
    const [[few] = [[]]] = await graph.read(searchFew, parameters);
    if (few !== null) return few;
    graph.hubs.add(searchFew.name, everything);
  }
  const page = `${everything} ${afterRank} ${limit}`;
  if (afterRank <= ranks.begins && !graph.hubs.has(searchBegun.name, page)) {
    const [[begun] = [[]]] = await graph.read(searchBegun, parameters);
    if (begun?.length === limit) return begun;
    graph.hubs.add(searchBegun.name, page);
  }
  const [[many] = [[]]] = await graph.read(searchPage, parameters);
  return many;
}

async function readCounts(graph: Reader, { words }: Asked): Promise<readonly SearchFacetRecord[]> {
  const rows = await graph.read(searchCounts, { query: everywhere(words) });
  const counts = new Map(rows.map(([label, count]) => [kindOfLabel(label), count]));
  return inOrder(counts);
}

async function readNearest(graph: Reader, asked: Asked, full: boolean): Promise<readonly Near[]> {
  if (asked.kinds?.length === 0) return [];
  const rows = await graph.read(searchNear, { query: nearQuery(asked), limit: CANDIDATES, full });
  const candidates = rows.map((row) => {
    const [sortName, searchWords, contextWords, forms] = row;
    return { entity: toEntity(row, NEAR_ENTITY), sortName, searchWords, contextWords: contextWords ?? '', forms };
  });
  return nearestOf(asked.words, candidates);
}

function isNear([first]: readonly Entry[]): boolean {
  return first?.key[0] === String(ranks.nearest);
}

function namesOf({ words }: Asked, nearest: readonly Near[]): readonly string[] {
  const names = nearest.map(({ forms }) => bestForm(words, forms, true));
  return [...new Set(names)].slice(0, MOST_SUGGESTIONS);
}

function countKinds(nearest: readonly Near[]): readonly SearchFacetRecord[] {
  const counts = new Map<EntityKind, number>();
  for (const { entity } of nearest) counts.set(entity.kind, (counts.get(entity.kind) ?? 0) + 1);
  return inOrder(counts);
}

function inOrder(counts: ReadonlyMap<EntityKind | undefined, number>): readonly SearchFacetRecord[] {
  return entityKinds.flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [{ kind, count }];
  });
}

function sumOf(facets: readonly SearchFacetRecord[]): number {
  return facets.reduce((sum, { count }) => sum + count, 0);
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => (reading ??= read());
}
