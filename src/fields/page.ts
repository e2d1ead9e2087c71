import type { GraphQLResolveInfo } from 'graphql';

import type { EntityRecord } from '../graph/entity-record.ts';
import { ALL, FEW_TO_CHECK, FEW_TO_SORT, fewForPage, type Listing } from '../graph/listing.ts';
import { kindOf, type EntityKind } from '../model/kinds.ts';
import { toConnection } from './connection.ts';
import type { EntityConnectionOf } from './connection.record.ts';
import { ListMark } from './cursor.ts';
import { ROOT, type CountRequest, type PageRequest } from './entity-loaders.ts';
import { checkFilterIds, filterParameters, type FilterDefinition } from './filter.ts';
import type { Loaders } from './loaders.ts';
import { onceForField } from './once-for-field.ts';
import { startKey, windowOf, type PageArguments, type Window } from './page-arguments.ts';
import { bringsParent } from './read-ahead.ts';
import { asksForDetail, selects, selectsPage } from './selection.ts';
import { pairKey } from './tie-loaders.ts';

interface Ordered {
  readonly field?: string;
  readonly direction?: 'ASC' | 'DESC';
}

export interface ListArguments extends PageArguments {
  readonly filter?: object | null | undefined;
  readonly orderBy?: Ordered | null | undefined;
}

export interface Requester {
  readonly loaders: Loaders;
}

/** What a field hangs on: an entity, or nothing at the root. */
export type Parent = { readonly id?: string } | undefined;

export function idOfParent(parent: Parent): string {
  return parent?.id ?? ROOT;
}

/** A page as asked for, whatever its parent. */
interface Asked {
  readonly mark: ListMark;
  readonly window: Window;
  /** What to read at once: a client may want the count alone, or no count. */
  readonly wantsPage: boolean;
  readonly wantsCount: boolean;
  readonly page: PageRequest;
  readonly count: CountRequest;
}

/**
 * The resolver of a field that pages through a listing: of all entities of a kind at the root, of what is linked
 * to its parent elsewhere. The page and its count are read side by side; the page tells the kinds of the ids in its
 * filter, so that they are checked after it. Within a request a field asks the same of each of its parents, which may
 * be hundreds: its arguments are read once.
 */
export function pageField<K extends EntityKind>(listing: Listing<K>, filter?: FilterDefinition) {
  interface Known {
    readonly asked: Asked;
    /** By parent: what several parents of a field share is made once. */
    readonly pages: Map<string, Promise<EntityConnectionOf<K>>>;
  }
  // The executor makes a list of nodes for each field of each request and hands it to every parent, as graphql-js does.
  const known = new WeakMap<GraphQLResolveInfo['fieldNodes'], Known>();
  const ask = onceForField((args: ListArguments, info) => askedOf(listing, filter, args, info));
  return bringsParent(
    (
      parent: Parent,
      args: ListArguments,
      { loaders }: Requester,
      info: GraphQLResolveInfo,
    ): Promise<EntityConnectionOf<K>> => {
      const before = known.get(info.fieldNodes);
      const { asked, pages }: Known = before ?? { asked: ask(args, info), pages: new Map() };
      if (before === undefined) known.set(info.fieldNodes, { asked, pages });
      const id = idOfParent(parent);
      const page = pages.get(id) ?? checkedPage(listing, filter, id, asked, loaders);
      pages.set(id, page);
      return page;
    },
  );
}

async function checkedPage<K extends EntityKind>(
  listing: Listing<K>,
  filter: FilterDefinition | undefined,
  parentId: string,
  asked: Asked,
  loaders: Loaders,
): Promise<EntityConnectionOf<K>> {
  const page = readPage(listing, parentId, asked, loaders);
  const { filter: given } = asked.page;
  if (filter === undefined || given === null) return page;
  // A page at the root tells the kinds of the ids in its filter; elsewhere they are looked up beside it.
  const told = asked.wantsPage && listing.paths === undefined;
  const [read] = await Promise.all([page, told ? undefined : checkFilterIds(filter, given, loaders)]);
  if (told) await checkFilterIds(filter, given, loaders);
  return read;
}

function askedOf(
  listing: Listing,
  definition: FilterDefinition | undefined,
  args: ListArguments,
  info: GraphQLResolveInfo,
): Asked {
  const parameters = definition === undefined ? {} : filterParameters(definition, args.filter ?? {});
  const fields = Object.keys(parameters).filter((name) => parameters[name] !== null);
  const filter = fields.length > 0 ? parameters : null;
  const { field = 'NAME', direction = 'ASC' } = args.orderBy ?? {};
  const mark = new ListMark(listing.name, parameters, field, direction);
  const window = windowOf(args, mark, 2);
  const descending = (direction === 'DESC') !== window.fromEnd;
  const query = listing.page(orderProperty(listing, field), descending, fields);
  return {
    mark,
    window,
    wantsPage: window.size > 0 && selectsPage(info),
    wantsCount: selects(info, counts),
    page: {
      query,
      ...startKey(window.start, descending),
      limit: window.size + 1,
      full: asksForDetail(info),
      filter,
      few: fewForPage(fewToGather(fields), window.size + 1),
    },
    count: { query: listing.count(fields), filter, few: ALL },
  };
}

const counts: ReadonlySet<string> = new Set(['totalCount']);

/** Of what several fields ask together there may be little, however many each leads to. */
function fewToGather({ length: given }: readonly string[]): number {
  if (given === 0) return FEW_TO_SORT;
  return given === 1 ? FEW_TO_CHECK : 10 * FEW_TO_CHECK;
}

async function readPage<K extends EntityKind>(
  listing: Listing<K>,
  parentId: string,
  { mark, window, wantsPage, wantsCount, page, count }: Asked,
  loaders: Loaders,
): Promise<EntityConnectionOf<K>> {
  const reading = wantsPage ? loaders.page(page).load(parentId) : [];
  // A failure is told by the field that asks for the count.
  const counting = wantsCount
    ? loaders
        .count(count)
        .load(parentId)
        .catch(() => undefined)
    : undefined;
  const entries = await reading;
  // Its statement tells of the parent too, where no page does.
  if (!wantsPage) await counting;
  const nodes = entries.map(({ key, entity }) => ({ key: [key, entity.id], node: ofListing(listing, entity) }));
  return toConnection(
    { window, mark, entries: nodes },
    () => loaders.count(count).load(parentId),
    (edge) => ({ ...edge, ties: () => edgeTies(listing, parentId, edge.node, loaders) }),
  );
}

function orderProperty({ kinds }: Listing, field: string) {
  const [only] = kinds;
  return (only === undefined ? undefined : kindOf(only).orders[field]) ?? 'sortName';
}

/** The facts that link a listed entity to its parent: those between the two, or those that the listing's evidence names. */
function edgeTies(listing: Listing, parentId: string, { id }: EntityRecord, loaders: Loaders) {
  if (listing.evidence !== undefined) return loaders.evidence(listing.evidence).load(pairKey(parentId, id));
  return listing.ties === undefined
    ? Promise.resolve([])
    : loaders.tiesBetween(listing.ties).load(pairKey(parentId, id));
}

function ofListing<K extends EntityKind>({ name, kinds }: Listing<K>, entity: EntityRecord): EntityRecord<K> {
  if (isOneOf(entity, kinds)) return entity;
  throw new Error(`Expected ${name} to list ${kinds.join(', ')}, but got ${entity.id} of kind ${entity.kind}.`);
}

/** Narrows an entity to some kinds. */
export function isOneOf<K extends EntityKind>(entity: EntityRecord, kinds: readonly K[]): entity is EntityRecord<K> {
  return kinds.some((kind) => kind === entity.kind);
}
