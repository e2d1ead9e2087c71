import { kindOf, type EntityKind, type SortProperty } from '../model/kinds.ts';
import type { TieKind } from '../model/ties.ts';
import { ofDatasets, type ListingFilter } from './listing-filter.ts';
import { withOfFew, type ListQuery } from './list-query.ts';
import { countText, fewText, pageText, type Direction, type ListingShape } from './listing-text.ts';
import { toParent, type EntityRecord } from './entity-record.ts';
import type { Path } from './path.ts';
import type { Query } from './query.ts';
import { tieColumns } from './tie-record.ts';

/** Which end of a tie the listed entities are; the parent is the other one. */
export type ListedEnd = 'from' | 'to';

/** A list of entities that can be paged: all of some kinds, or those that a pattern links to a parent. */
export interface ListingDefinition<K extends EntityKind = EntityKind> {
  readonly name: string;
  /** The kinds of what is listed; more than one, or all, for mixed lists. */
  readonly kinds: readonly K[];
  /** The ways from the parent to what is listed; without them, everything of the kinds is listed. */
  readonly paths?: readonly Path[];
  /** The ties that an edge of the list shows: those between the parent and the listed entity. */
  readonly ties?: readonly TieKind[];
  /** For a list whose entities hang on the parent by more than one step: the facts that link the two. */
  readonly evidence?: EvidenceQuery;
  /** What the list can be filtered by; every filter takes `datasets` besides. */
  readonly filter?: ListingFilter;
}

/** The facts that link pairs of a parent and a listed entity; rows: the two ids, then a tie. */
export type EvidenceQuery = Query<
  { readonly pairs: readonly (readonly string[])[] },
  readonly [parent: string, listed: string, ...tie: readonly unknown[]]
>;

/** The values of a filter's fields, `null` where the client said nothing. */
export type FilterParameters = Readonly<Record<string, unknown>>;

export interface PageParameters {
  readonly parents: readonly string[];
  /** Sort key and id of the entity after which the page begins; empty for the first page. */
  readonly afterKey: string;
  readonly afterId: string;
  readonly limit: number;
  readonly full: boolean;
}

/**
 * What the statements of a listing take besides. The filter is one map, whatever is given: the database plans a text
 * anew for each combination of parameters that are null or lists of another size, but not for what a map holds (50 ms
 * for each new combination of four fields, against none).
 */
interface FilteredParameters {
  readonly filter: FilterParameters | null;
  /** Up to how many entities are gathered and sorted; beyond it an index is walked. */
  readonly few: number;
  /** Whether the names of the parent are wanted, as the last column; a list at the root has no parent. */
  readonly self: boolean;
}

/** The parents that told their names beside their lists, counts or degrees. */
export function parentsIn(
  rows: readonly (readonly [parent: string, told: unknown, besides?: unknown])[],
): readonly EntityRecord[] {
  return rows.map(([id, , besides]) => toParent(id, besides)).filter((parent) => parent !== null);
}

/** Besides its entries, a page below a parent tells the parent's names, as `parentsIn` reads them, where they are wanted. */
export type PageQuery = ListQuery<PageParameters & FilteredParameters>;
export type CountQuery = Query<
  Pick<PageParameters, 'parents'> & FilteredParameters,
  readonly [parent: string, count: number, self?: unknown]
>;

/** The constant statements of a listing. */
export interface Listing<K extends EntityKind = EntityKind> extends ListingDefinition<K> {
  /** @param fields the fields of the filter that were given */
  page(order: SortProperty, descending: boolean, fields: readonly string[]): PageQuery;
  count(fields: readonly string[]): CountQuery;
  readonly queries: readonly Pick<PageQuery, 'name' | 'text'>[];
}

/** Holds for what one of the packages `$datasets` states, and for everything when they were left out. */
export const OF_DATASETS = '($datasets IS NULL OR any(dataset IN $datasets WHERE dataset IN n.datasets))';

/**
 * The thresholds `few`. Measured at 100,000 actors: an entity costs 1.5 µs to gather and sort and 2 to look at in
 * passing, so that for a page of 50 the two ways cost the same at some 2,500 of 70,000; with a filter each that is
 * gathered is checked too. A count has no order to walk in.
 */
export const FEW_TO_SORT = 2500;
export const FEW_TO_CHECK = 1500;
export const ALL = 100_000_000;

/**
 * A threshold measured for a page of 50, for a page of another size: the walk through n entities meets the `limit` of a
 * list of d after n · limit / d, gathering takes d, so that both cost the same at a d that grows as the root of `limit`.
 * @param limit with the entity that tells whether there is more
 */
export function fewForPage(few: number, limit: number): number {
  return Math.ceil(few * Math.sqrt(limit / 51));
}

/**
 * Builds the statements of a listing. Those without a filter, with each field alone at the root and with all fields are
 * there from the start; what a client combines besides is built when it is first asked for. The text has the given
 * fields only: one with all of them is ten times as long, and the database plans it for seconds.
 */
export function listing<K extends EntityKind>(given: ListingDefinition<K>): Listing<K> {
  const definition =
    given.filter === undefined ? given : { ...given, filter: { ...given.filter, datasets: ofDatasets } };
  const pages = new Map<string, PageQuery>();
  const counts = new Map<string, CountQuery>();
  const page = (order: SortProperty, descending: boolean, fields: readonly string[]) => {
    const variant = variantOf(definition, fields);
    return kept(pages, `${order} ${descending} ${variant}`, () =>
      pageQuery(definition, { order, descending }, variant, fieldsOf(definition, fields)),
    );
  };
  const count = (fields: readonly string[]) => {
    const variant = variantOf(definition, fields);
    return kept(counts, variant, () => countQuery(definition, variant, fieldsOf(definition, fields)));
  };
  const orders = sortProperties(definition.kinds);
  for (const fields of usualFields(definition)) {
    count(fields);
    for (const order of orders) for (const descending of [false, true]) page(order, descending, fields);
  }
  return {
    ...definition,
    page: (order, descending, fields) => {
      if (!orders.includes(order)) throw noStatement(`${definition.name} by ${order}`);
      return page(order, descending, fields);
    },
    count,
    queries: [...[...pages.values()].flatMap(withOfFew), ...counts.values()],
  };
}

/** What most clients filter by, and everything at once. */
function usualFields({ filter, paths }: ListingDefinition): readonly (readonly string[])[] {
  if (filter === undefined) return [[]];
  const all = Object.keys(filter);
  return [[], all, ...(paths === undefined ? all.map((field) => [field]) : [])];
}

function variantOf({ filter = {} }: ListingDefinition, fields: readonly string[]): string {
  if (fields.length === 0) return '';
  return fields.length === Object.keys(filter).length ? '.filtered' : `.by.${[...fields].sort().join('+')}`;
}

function fieldsOf({ name, filter = {} }: ListingDefinition, fields: readonly string[]): ListingFilter | undefined {
  if (fields.length === 0) return undefined;
  const unknown = fields.find((field) => !(field in filter));
  if (unknown !== undefined) throw noStatement(`${name} by ${unknown}`);
  return Object.fromEntries(Object.entries(filter).filter(([field]) => fields.includes(field)));
}

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** Paths that are patterns alone. */
export function ways(patterns: readonly string[]): readonly Path[] {
  return patterns.map((pattern) => ({ pattern }));
}

/** The listing of what a kind of tie, or several, links to a parent. */
export function across<K extends EntityKind>(
  name: string,
  kinds: readonly K[],
  ties: readonly TieKind[],
  listedEnd: ListedEnd,
  filter?: ListingFilter,
): Listing<K> {
  const types = ties.join('|');
  const pattern = listedEnd === 'from' ? `(it)<-[:${types}]-(n)` : `(it)-[:${types}]->(n)`;
  return listing({ name, kinds, ties, paths: [{ pattern }], ...(filter === undefined ? {} : { filter }) });
}

/**
 * The facts behind a list whose entities hang on the parent by more than one step.
 * @param links clauses that bind each such fact as `r`, from the parent `p` and the listed `n`, and end in RETURN r
 */
export function evidence(name: string, kinds: readonly TieKind[], links: string): EvidenceQuery {
  return {
    name,
    text: `UNWIND $pairs AS pair
MATCH (p:Entity {id: pair[0]})
MATCH (n:Entity {id: pair[1]})
CALL (p, n) {
  ${links.trim()}
}
WITH DISTINCT p, n, r
ORDER BY r.id
RETURN p.id, n.id, ${tieColumns('r', 'startNode(r)', 'endNode(r)', kinds)}`,
  };
}

function pageQuery(
  definition: ListingDefinition,
  direction: Direction,
  variant: string,
  filter: ListingFilter | undefined,
): PageQuery {
  const { order, descending } = direction;
  const name = `${definition.name}.${order}.${descending ? 'descending' : 'ascending'}${variant}`;
  const shape = shapeOf(definition, filter);
  const few = fewText(shape, direction);
  return {
    name,
    text: pageText(shape, direction),
    ofFew: few === null ? null : { name: `${name}.few`, text: few },
  };
}

function countQuery(definition: ListingDefinition, variant: string, filter: ListingFilter | undefined): CountQuery {
  return { name: `${definition.name}.count${variant}`, text: countText(shapeOf(definition, filter)) };
}

function shapeOf({ kinds, paths }: ListingDefinition, filter: ListingFilter | undefined): ListingShape {
  return {
    kinds,
    ...(paths === undefined ? {} : { paths }),
    ...(filter === undefined ? {} : { filter }),
  };
}

function sortProperties(kinds: readonly EntityKind[]): readonly SortProperty[] {
  const [only, ...others] = kinds;
  return only !== undefined && others.length === 0 ? Object.values(kindOf(only).orders) : ['sortName'];
}

function noStatement(what: string): Error {
  return new Error(
    `Expected a statement for ${what}, but the listing has none: its orders and filters are set in the model.`,
  );
}
