import { kindOf, type EntityKind, type SortProperty } from '../model/kinds.ts';
import { tieOf, type TieKind } from '../model/ties.ts';
import { entityColumns } from './entity-record.ts';
import type { Query } from './query.ts';
import { tieColumns } from './tie-record.ts';

/** Which end of a tie the listed entities are; the parent is the other one. */
export type ListedEnd = 'from' | 'to';

/** A list of entities that can be paged: all of some kinds, or those that a pattern links to a parent. */
export interface ListingDefinition<K extends EntityKind = EntityKind> {
  readonly name: string;
  /** The kinds of what is listed; more than one, or all, for mixed lists. */
  readonly kinds: readonly K[];
  /** Clauses that find each listed `n` from the parent `p`; without them, everything of the kinds is listed. */
  readonly source?: string;
  /** Cypher for the number of listed entities where the database stores it, so that a hub costs no more than a leaf. */
  readonly storedCount?: string;
  /** The ties that an edge of the list shows: those between the parent and the listed entity. */
  readonly ties?: readonly TieKind[];
  /** For a list whose entities hang on the parent by more than one step: the facts that link the two. */
  readonly evidence?: EvidenceQuery;
  /** Cypher over `n` and parameters; each optional filter reads `$x IS NULL OR …`. */
  readonly where?: string;
}

/** The facts that link pairs of a parent and a listed entity; rows: the two ids, then a tie. */
export type EvidenceQuery = Query<
  { readonly pairs: readonly (readonly string[])[] },
  readonly [parent: string, listed: string, ...tie: readonly unknown[]]
>;

/** Values for the filter parameters of a listing's `where`, `null` where the client said nothing. */
export type FilterParameters = Readonly<Record<string, unknown>>;

export interface PageParameters {
  readonly parents: readonly string[];
  /** Sort key and id of the entity after which the page begins; empty for the first page. */
  readonly afterKey: string;
  readonly afterId: string;
  readonly limit: number;
  readonly full: boolean;
}

/** Rows of a page: index of the parent, sort key, then the columns of an entity. */
export type PageRow = readonly [parent: string, key: string, ...entity: readonly unknown[]];
export type PageQuery = Query<PageParameters, PageRow>;
export type CountQuery = Query<Pick<PageParameters, 'parents'>, readonly [parent: string, count: number]>;

/** The constant statements of a listing. */
export interface Listing<K extends EntityKind = EntityKind> extends ListingDefinition<K> {
  page(order: SortProperty, descending: boolean, filtered: boolean): PageQuery;
  count(filtered: boolean): CountQuery;
  readonly queries: readonly (PageQuery | CountQuery)[];
}

/** Sorts after every sort key: the highest code point that UTF-8 can hold and Unicode never assigns. */
export const LAST_KEY = '\u{10FFFF}';

/** Builds every statement of a listing once, at start; what differs is a parameter. */
export function listing<K extends EntityKind>(definition: ListingDefinition<K>): Listing<K> {
  const orders = sortProperties(definition.kinds);
  const variants = definition.where === undefined ? [false] : [false, true];
  const pages = new Map<string, PageQuery>();
  const counts = new Map<boolean, CountQuery>();
  for (const filtered of variants) {
    counts.set(filtered, countQuery(definition, filtered));
    for (const order of orders) {
      for (const descending of [false, true]) {
        pages.set(`${order} ${descending} ${filtered}`, pageQuery(definition, order, descending, filtered));
      }
    }
  }
  return {
    ...definition,
    page: (order, descending, filtered) =>
      found(pages.get(`${order} ${descending} ${filtered}`), `${definition.name} by ${order}`),
    count: (filtered) => found(counts.get(filtered), definition.name),
    queries: [...pages.values(), ...counts.values()],
  };
}

/** The listing of what a kind of tie, or several, links to a parent. */
export function across<K extends EntityKind>(
  name: string,
  kinds: readonly K[],
  ties: readonly TieKind[],
  listedEnd: ListedEnd,
  where?: string,
): Listing<K> {
  const types = ties.join('|');
  const mixed = ties.some((tie) =>
    tieOf(tie)[listedEnd].kinds.some((kind) => !kinds.some((listed) => listed === kind)),
  );
  const link = (end: string) => (listedEnd === 'from' ? `(p)<-[:${types}]-(${end})` : `(p)-[:${types}]->(${end})`);
  const isStored = !mixed && ties.length === 1 && ties.every((tie) => tieOf(tie).parallel !== true);
  return listing({
    name,
    kinds,
    ties,
    source: `MATCH ${link(mixed ? `n:${kinds.map((kind) => kindOf(kind).label).join('|')}` : 'n')}`,
    ...(isStored ? { storedCount: `COUNT { ${link('')} }` } : {}),
    ...(where === undefined ? {} : { where }),
  });
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
  order: SortProperty,
  descending: boolean,
  filtered: boolean,
): PageQuery {
  const name = [
    definition.name,
    order,
    descending ? 'descending' : 'ascending',
    ...(filtered ? ['filtered'] : []),
  ].join('.');
  const text =
    definition.source === undefined
      ? rootPage(definition, order, descending, filtered)
      : parentPage(definition, order, descending, filtered);
  return { name, text };
}

/**
 * Walks the index (order, id) from the cursor on. Both properties need a predicate, else the planner falls back
 * to a label scan and a sort. The place of the cursor is a CASE, and the filter comes after the order: an OR among the
 * predicates is planned as two seeks and a sort of their union, above all just after a load, when the database has no
 * statistics yet (256 hits for a page of 50 instead of 154).
 */
function rootPage(
  { kinds, where }: ListingDefinition,
  order: SortProperty,
  descending: boolean,
  filtered: boolean,
): string {
  const label = labelOf(kinds);
  const [reaches, passes, direction] = comparison(descending);
  const inOrder = `ORDER BY n.${order}${direction}, n.id${direction}`;
  return `MATCH (n:${label})
USING INDEX n:${label}(${order}, id)
WHERE ${and(`n.${order} ${reaches} $afterKey`, 'n.id IS NOT NULL', `CASE WHEN n.${order} = $afterKey THEN n.id ${passes} $afterId ELSE true END`)}${filtered && where !== undefined ? `\nWITH n\n${inOrder}\nWHERE ${where.trim()}` : ''}
RETURN '', n.${order}, ${entityColumns('n', kinds)}
${inOrder}
LIMIT toInteger($limit)`;
}

function parentPage(
  { kinds, source = '', where }: ListingDefinition,
  order: SortProperty,
  descending: boolean,
  filtered: boolean,
): string {
  const [, passes, direction] = comparison(descending);
  return `UNWIND $parents AS parent
MATCH (p:Entity {id: parent})
CALL (p) {
  ${source.trim()}
  WITH DISTINCT n
  WHERE ${and(`(n.${order} ${passes} $afterKey OR (n.${order} = $afterKey AND n.id ${passes} $afterId))`, filtered ? where : undefined)}
  RETURN n
  ORDER BY n.${order}${direction}, n.id${direction}
  LIMIT toInteger($limit)
}
RETURN parent, n.${order}, ${entityColumns('n', kinds)}`;
}

function countQuery({ name, kinds, source, storedCount, where }: ListingDefinition, filtered: boolean): CountQuery {
  const condition = filtered && where !== undefined ? `\nWHERE ${where.trim()}` : '';
  const text =
    source === undefined
      ? // Counted before the constant column joins: beside it the database would count one by one what it has stored.
        `MATCH (n:${labelOf(kinds)})${condition}
WITH count(n) AS number
RETURN '', number`
      : `UNWIND $parents AS parent
MATCH (p:Entity {id: parent})
RETURN parent, ${filtered || storedCount === undefined ? `COUNT { ${source.trim()} WITH DISTINCT n${condition} RETURN n }` : storedCount}`;
  return { name: `${name}.count${filtered ? '.filtered' : ''}`, text };
}

function and(...conditions: readonly (string | undefined)[]): string {
  return conditions
    .filter((condition) => condition !== undefined)
    .map((condition) => condition.trim())
    .join('\n  AND ');
}

function comparison(descending: boolean): readonly [reaches: string, passes: string, direction: string] {
  return descending ? ['<=', '<', ' DESC'] : ['>=', '>', ''];
}

function labelOf(kinds: readonly EntityKind[]): string {
  const [only, ...others] = kinds;
  return only !== undefined && others.length === 0 ? kindOf(only).label : 'Entity';
}

function sortProperties(kinds: readonly EntityKind[]): readonly SortProperty[] {
  const [only, ...others] = kinds;
  return only !== undefined && others.length === 0 ? Object.values(kindOf(only).orders) : ['sortName'];
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined)
    throw new Error(
      `Expected a statement for ${what}, but the listing has none: its orders and filters are set in the model.`,
    );
  return value;
}
