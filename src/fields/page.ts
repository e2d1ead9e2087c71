import type { GraphQLResolveInfo } from 'graphql';

import type { EntityRecord } from '../graph/entity-record.ts';
import type { Listing } from '../graph/listing.ts';
import { kindOf, type EntityKind } from '../model/kinds.ts';
import { toConnection } from './connection.ts';
import type { EntityConnectionOf } from './connection.record.ts';
import { listMark } from './cursor.ts';
import type { CountRequest, PageRequest } from './entity-loaders.ts';
import { checkFilterIds, filterParameters, isEmptyFilter, type FilterDefinition } from './filter.ts';
import type { Loaders } from './loaders.ts';
import { startKey, windowOf, type PageArguments, type Window } from './page-arguments.ts';
import { asksForDetail } from './selection.ts';
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

/** The id that stands for the root, in the place of a parent's. */
const ROOT = '';

export function idOfParent(parent: Parent): string {
  return parent?.id ?? ROOT;
}

/** A page as asked for, whatever its parent. */
interface Asked {
  readonly mark: string;
  readonly window: Window;
  readonly page: PageRequest;
  readonly count: CountRequest;
}

/**
 * The resolver of a field that pages through a listing: of all entities of a kind at the root, of what is linked
 * to its parent elsewhere. The page, its count and the ids of its filter are read side by side. Within a request a
 * field asks the same of each of its parents, which may be hundreds: its arguments are read once.
 */
export function pageField<K extends EntityKind>(listing: Listing<K>, filter?: FilterDefinition) {
  // graphql-js makes a list of nodes for each field of each request and hands it to every parent.
  const known = new WeakMap<GraphQLResolveInfo['fieldNodes'], Asked>();
  return async (
    parent: Parent,
    args: ListArguments,
    { loaders }: Requester,
    info: GraphQLResolveInfo,
  ): Promise<EntityConnectionOf<K>> => {
    const asked = known.get(info.fieldNodes) ?? askedOf(listing, filter, args, info);
    known.set(info.fieldNodes, asked);
    const page = readPage(listing, idOfParent(parent), asked, loaders);
    if (filter === undefined || isEmptyFilter(asked.page.filter)) return page;
    const [checked] = await Promise.all([page, checkFilterIds(filter, asked.page.filter, loaders)]);
    return checked;
  };
}

function askedOf(
  listing: Listing,
  definition: FilterDefinition | undefined,
  args: ListArguments,
  info: GraphQLResolveInfo,
): Asked {
  const parameters = definition === undefined ? {} : filterParameters(definition, args.filter ?? {});
  const filtered = !isEmptyFilter(parameters);
  const filter = filtered ? parameters : {};
  const { field = 'NAME', direction = 'ASC' } = args.orderBy ?? {};
  const mark = listMark(listing.name, parameters, field, direction);
  const window = windowOf(args, mark, 2);
  const descending = (direction === 'DESC') !== window.fromEnd;
  const query = listing.page(orderProperty(listing, field), descending, filtered);
  return {
    mark,
    window,
    page: { query, ...startKey(window.start, descending), limit: window.size + 1, full: asksForDetail(info), filter },
    count: { query: listing.count(filtered), filter },
  };
}

async function readPage<K extends EntityKind>(
  listing: Listing<K>,
  parentId: string,
  { mark, window, page, count }: Asked,
  loaders: Loaders,
): Promise<EntityConnectionOf<K>> {
  const entries = window.size === 0 ? [] : await loaders.page(page).load(parentId);
  const nodes = entries.map(({ key, entity }) => ({ key: [key, entity.id], node: ofListing(listing, entity) }));
  const totalCount = () => loaders.count(count).load(parentId);
  return toConnection({ window, mark, entries: nodes }, totalCount, (edge) => ({
    ...edge,
    ties: () => edgeTies(listing, parentId, edge.node, loaders),
  }));
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
