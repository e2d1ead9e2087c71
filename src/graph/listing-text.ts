import type { EntityKind, SortProperty } from '../model/kinds.ts';
import { entityColumns, parentColumn } from './entity-record.ts';
import { candidates, hasCandidates, isFoundAlone, namedBy, passes, type ListingFilter } from './listing-filter.ts';
import { expansion, fewOf, indexedLabel, isHub, isOneStep, leads, onlyKinds, storedCount, type Path } from './path.ts';

/** What the statements of a list are built from. */
export interface ListingShape {
  readonly kinds: readonly EntityKind[];
  /** The ways from the parent to what is listed; a list without them is of everything of its kinds. */
  readonly paths?: readonly Path[];
  /** What the statement filters by; none when it does not filter. */
  readonly filter?: ListingFilter;
}

export interface Direction {
  readonly order: SortProperty;
  readonly descending: boolean;
}

/** Sorts after every sort key: the highest code point that UTF-8 can hold and Unicode never assigns. */
export const LAST_KEY = '\u{10FFFF}';

/** The text of a page of a list. */
export function pageText({ kinds, paths, filter }: ListingShape, direction: Direction): string {
  if (paths !== undefined) return parentPage(kinds, paths, filter, direction);
  return wholePage(kinds, filter, direction);
}

/**
 * The text of a page where there are few, below a parent or by a filter at the root: all are gathered and sorted. A hub has
 * a row without entries. Null for a list of everything, and below a parent with a filter, which may lead to fewer.
 */
export function fewText({ kinds, paths, filter }: ListingShape, direction: Direction): string | null {
  if (paths === undefined) return hasCandidates(filter) ? fewFiltered(kinds, filter, direction) : null;
  if (filter !== undefined) return null;
  const hub = isHub(paths, 'p', kinds, 'few');
  const parents = `WITH ${fewOf(indexedLabel(kinds))} AS few
UNWIND $parents AS parent
MATCH (p:Entity {id: parent})`;
  const page = `WHERE ${isPast(direction)}
  WITH n
  ${inOrder(direction)}
  LIMIT toInteger($limit)
  RETURN ${entries(kinds, direction)} AS entries`;
  // The number that is stored bounds what is gathered, unless the way goes on from there.
  if (hub !== null && paths.every(isOneStep))
    return `${parents}
CALL (p, few) {
  WITH p
  WHERE NOT (${hub})
  ${expansion(paths, 'p', kinds)}
  WITH n
  ${page}
}
RETURN parent, CASE WHEN size(entries) > 0 OR NOT (${hub}) THEN entries END, ${parentColumn('p')}`;
  return `${parents}
WITH parent, p, COLLECT {
  UNWIND ${hub === null ? '[p]' : `CASE WHEN ${hub} THEN [] ELSE [p] END`} AS leaf
  ${expansion(paths, 'leaf', kinds)}
  RETURN n
  LIMIT toInteger($few) + 1
} AS found${hub === null ? '' : ', few'}
WITH parent, p, CASE WHEN size(found) <= $few${hub === null ? '' : ` AND NOT (${hub})`} THEN found END AS list
CALL (list) {
  UNWIND list AS n
  WITH n
  ${page}
}
RETURN parent, CASE WHEN list IS NOT NULL THEN entries END, ${parentColumn('p')}`;
}

/**
 * What a filter leads to, gathered, checked and sorted; where no field of it leads to few, the walk through the index of
 * the order meets enough of them soon. At 100,000 actors, people of a small institution: 69 hits instead of 300,000;
 * programs of a large axis: 1,317 either way.
 */
function fewFiltered(kinds: readonly EntityKind[], filter: ListingFilter, direction: Direction): string {
  const conditions = [isPast(direction), ...(isFoundAlone(filter) ? [] : [passes(filter, 'foundBy')])];
  return `${candidates(filter, kinds)}
CALL (candidates, foundBy) {
  UNWIND candidates AS n
  WITH n, foundBy
  WHERE ${conditions.join('\n    AND ')}
  WITH n
  ${inOrder(direction)}
  LIMIT toInteger($limit)
  RETURN ${entries(kinds, direction)} AS entries
}
RETURN '', CASE WHEN candidates IS NOT NULL THEN entries END, named`;
}

/** The text of the count of a list. */
export function countText({ kinds, paths, filter }: ListingShape): string {
  if (paths !== undefined) return parentCount(kinds, paths, filter);
  return hasCandidates(filter) ? filteredCount(kinds, filter) : wholeCount(kinds, filter);
}

/**
 * Walks the index (order, id) from the cursor on. Both properties need a predicate, else the planner falls back
 * to a label scan and a sort. The place of the cursor is a CASE, and a filter comes after the order: an OR among the
 * predicates is planned as two seeks and a sort of their union, above all just after a load, when the database has no
 * statistics yet (256 hits for a page of 50 instead of 154).
 */
function wholePage(kinds: readonly EntityKind[], filter: ListingFilter | undefined, direction: Direction): string {
  return `${walk(kinds, direction, '$afterKey')}${filter === undefined ? '' : `\nWITH n\n${inOrder(direction)}\nWHERE ${passes(filter)}`}
WITH n
${inOrder(direction)}
LIMIT toInteger($limit)
WITH ${entries(kinds, direction)} AS entries
RETURN '', entries, ${namedBy(filter)} AS named`;
}

/**
 * Of a parent with few, all are gathered and sorted; of a hub, the index is walked in its order and each entity asked
 * whether it hangs on the parent. Either alone is 15 to 150 times worse on the other side. Where names stand close
 * together, as those that begin with "Programa", the walk may meet too little: then it is given up, and all are
 * gathered after all. At 100,000 actors: 9,900 hits for a network of 5,500 members, 6,200 for an axis of 15,000
 * programs, where gathering takes 16,500 and 61,000.
 */
function parentPage(
  kinds: readonly EntityKind[],
  paths: readonly Path[],
  filter: ListingFilter | undefined,
  direction: Direction,
): string {
  const linked = `${onlyKinds(paths, kinds)}(${leads(paths, 'it = p')})`;
  return `${parentLists(kinds, paths, filter)}
  CALL (p, list) {
    ${openWalk(kinds, direction)}
    WITH p, n
    ${inOrder(direction)}
    LIMIT toInteger($few) + 1000
    WITH p, n
    ${inOrder(direction)}
    WHERE ${[linked, ...(filter === undefined ? [] : [passes(filter)])].join('\nAND ')}
    WITH n
    LIMIT toInteger($limit)
    RETURN collect(n) AS met
  }
  WITH p, list, byParent, by, met, list IS NULL AND size(met) < $limit AS isMissing
  WITH p, byParent OR isMissing AS byParent, by, met, CASE WHEN isMissing THEN COLLECT {
    UNWIND CASE WHEN isMissing THEN [p] ELSE [] END AS hub
    ${expansion(paths, 'hub', kinds)}
    RETURN n
  } ELSE list END AS list
  CALL (p, list, byParent, by, met) {
    UNWIND list AS n
    WITH p, n, byParent, by
    WHERE ${[isPast(direction), ...checks(paths, filter)].join('\nAND ')}
    RETURN n
    ${inOrder(direction)}
    LIMIT toInteger($limit)
    UNION ALL
    UNWIND CASE WHEN list IS NULL THEN met ELSE [] END AS n
    RETURN n
  }
  RETURN ${entries(kinds, direction)} AS entries
}
RETURN parent, entries, ${parentColumn('p')}`;
}

/** What a page tells of each entity. */
function entry(kinds: readonly EntityKind[], { order }: Direction): string {
  return `[n.${order}, ${entityColumns('n', kinds)}]`;
}

function entries(kinds: readonly EntityKind[], direction: Direction): string {
  return `collect(${entry(kinds, direction)})`;
}

/** Counted before the constant column joins: beside it the database would count one by one what it has stored. */
function wholeCount(kinds: readonly EntityKind[], filter: ListingFilter | undefined): string {
  return `MATCH (n:${indexedLabel(kinds)})${filter === undefined ? '' : `\nWHERE ${passes(filter)}`}
WITH count(n) AS number
RETURN '', number`;
}

function filteredCount(kinds: readonly EntityKind[], filter: ListingFilter): string {
  return `${candidates(filter, kinds)}
CALL (candidates, foundBy) {
  UNWIND candidates AS n
  WITH n, foundBy
  WHERE ${passes(filter, 'foundBy')}
  RETURN count(n) AS number
  UNION ALL
  WITH candidates, CASE WHEN candidates IS NULL THEN '' ELSE '${LAST_KEY}' END AS bound
  MATCH (n:${indexedLabel(kinds)})
  USING INDEX SEEK n:${indexedLabel(kinds)}(sortName, id)
  WHERE n.sortName >= bound AND n.id IS NOT NULL AND candidates IS NULL
  WITH n
  WHERE ${passes(filter)}
  RETURN count(n) AS number
}
RETURN '', sum(number)`;
}

function parentCount(kinds: readonly EntityKind[], paths: readonly Path[], filter: ListingFilter | undefined): string {
  if (filter !== undefined)
    return `${parentLists(kinds, paths, filter)}
  UNWIND list AS n
  WITH p, n, byParent, by
  WHERE ${checks(paths, filter).join('\nAND ')}
  RETURN count(n) AS number
}
RETURN parent, number, ${parentColumn('p')}`;
  const [only, ...others] = paths;
  const stored = only !== undefined && others.length === 0 ? storedCount(only, 'p', kinds) : null;
  return `UNWIND $parents AS parent
MATCH (p:Entity {id: parent})
RETURN parent, ${stored ?? `COUNT {\n  ${expansion(paths, 'p', kinds)}\n  RETURN n\n}`}, ${parentColumn('p')}`;
}

/**
 * Opens a part for each parent and binds there `list` to what hangs on it, or to the candidates of the filter where
 * these are fewer; to nothing for a hub. `byParent` and `by` tell what is known of the list without a check.
 */
function parentLists(kinds: readonly EntityKind[], paths: readonly Path[], filter: ListingFilter | undefined): string {
  const hub = isHub(paths, 'p', kinds) ?? 'false';
  const [found, known, unknown] =
    filter === undefined
      ? ['', '', ', NULL AS candidates, NULL AS foundBy']
      : [`${candidates(filter, kinds)}\n`, ', candidates, foundBy', ''];
  return `${found}UNWIND $parents AS parent
MATCH (p:Entity {id: parent})
CALL (p${known}) {
  WITH p${known}${unknown}, COLLECT {
    UNWIND CASE WHEN ${hub} THEN [] ELSE [p] END AS leaf
    ${expansion(paths, 'leaf', kinds)}
    RETURN n
    LIMIT toInteger($few) + 1
  } AS own
  WITH p, candidates, foundBy, own,
    NOT (${hub}) AND size(own) <= $few AND (candidates IS NULL OR size(own) <= size(candidates)) AS byParent
  WITH p, byParent, CASE WHEN byParent THEN own ELSE candidates END AS list, CASE WHEN NOT byParent THEN foundBy END AS by`;
}

/** What must hold for an entity of the list of a parent. */
function checks(paths: readonly Path[], filter: ListingFilter | undefined): readonly string[] {
  return filter === undefined ? [] : [`(byParent OR ${leads(paths, 'it = p')})`, passes(filter, 'by')];
}

/** The walk that happens only where a list is null: otherwise its bound lies where the index has nothing. */
function openWalk(kinds: readonly EntityKind[], direction: Direction): string {
  const end = direction.descending ? "''" : `'${LAST_KEY}'`;
  return `WITH *, CASE WHEN list IS NULL THEN $afterKey ELSE ${end} END AS bound
  ${walk(kinds, direction, 'bound')} AND list IS NULL`;
}

function walk(kinds: readonly EntityKind[], direction: Direction, bound: string): string {
  const label = indexedLabel(kinds);
  return `MATCH (n:${label})
USING INDEX SEEK n:${label}(${direction.order}, id)
WHERE ${isOnward(direction, bound)}`;
}

function isOnward({ order, descending }: Direction, bound: string): string {
  const [reaches, passed] = descending ? ['<=', '<'] : ['>=', '>'];
  return `n.${order} ${reaches} ${bound} AND n.id IS NOT NULL AND CASE WHEN n.${order} = $afterKey THEN n.id ${passed} $afterId ELSE true END`;
}

/** The same of what was gathered; on a first page nothing is read of an entity for it, which takes a third less time. */
function isPast(direction: Direction): string {
  return `($afterId = '${direction.descending ? LAST_KEY : ''}' OR (${isOnward(direction, '$afterKey')}))`;
}

function inOrder({ order, descending }: Direction): string {
  const direction = descending ? ' DESC' : '';
  return `ORDER BY n.${order}${direction}, n.id${direction}`;
}
