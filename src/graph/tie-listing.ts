import { entityKinds, type EntityKind } from '../model/kinds.ts';
import { tieKinds, tieOf, type TieKind } from '../model/ties.ts';
import { entityColumns, parentColumn } from './entity-record.ts';
import type { ListQuery } from './list-query.ts';
import { LAST_KEY } from './listing-text.ts';
import { fewOf } from './path.ts';
import type { Query } from './query.ts';
import { tieColumns, touchingTieColumns } from './tie-record.ts';

export interface TiePageParameters {
  readonly parents: readonly string[];
  /** The kinds asked for, when there is more than one; `null` for all. */
  readonly kinds: readonly TieKind[] | null;
  /** Labels of the kinds that the other end may have; `null` for all. */
  readonly withLabels: readonly string[] | null;
  readonly statedOnly: boolean;
  readonly afterKey: string;
  readonly afterId: string;
  readonly afterTie: string;
  readonly limit: number;
  readonly full: boolean;
  /** Whether more is wanted of a fact than its kind, its ends, its basis and its citations. */
  readonly rest: boolean;
  /** Whether the names of the parent are wanted, as the last column. */
  readonly self: boolean;
  /** Up to how many ties are gathered and sorted; beyond it the index of names is walked. */
  readonly few: number;
}

/** The threshold `few` for a page of 50: a tie costs 2.5 µs to gather and sort, an entity 2 to look at in passing. */
export const FEW_TIES = 2000;

/** An entry: sort name of the other end, then the columns of the tie and of its other end. */
export type TiePageQuery = ListQuery<TiePageParameters>;

/** Past the cursor, in the order of the other ends; on a first page nothing is read for it. */
const ONWARD =
  "($afterId = '' OR o.sortName > $afterKey OR (o.sortName = $afterKey AND (o.id > $afterId OR (o.id = $afterId AND r.id > $afterTie))))";

/** All ties of an entity, of every kind. */
export const tiesOfEntity: TiePageQuery = tiePage('tiesOfEntity', '', tieKinds);

/** Those of some kinds; what it needs to tell a hub makes it twice as long as the text for all. */
export const tiesOfEntityOfKinds: TiePageQuery = tiePage('tiesOfEntityOfKinds', '', tieKinds, true);

/** The ties of one kind: a static type reads only what it returns, while `type(r) IN $kinds` expands all. */
export const tiesOfEntityByKind: ReadonlyMap<TieKind, TiePageQuery> = new Map(
  tieKinds.map((kind) => [kind, tiePage(`tiesOfEntity.${kind}`, `:${kind}`, [kind])]),
);

export type TieCountQuery = Query<
  Omit<TiePageParameters, 'afterKey' | 'afterId' | 'afterTie' | 'limit' | 'full' | 'rest' | 'self' | 'few'>,
  readonly [parent: string, count: number]
>;

/** How many ties a page of ties is taken from. */
export const tieTotal: TieCountQuery = {
  name: 'tieTotal',
  text: `UNWIND $parents AS parent
MATCH (e:Entity {id: parent})
RETURN parent, COUNT {
  MATCH (e)-[r]-(o:Entity)
  WHERE ${conditions(true)}
}`,
};

/** How many ties of each kind an entity has, in the order of `tieKinds`: stored degrees. */
export const tieDegrees: Query<
  { readonly parents: readonly string[]; readonly self: boolean },
  readonly [parent: string, counts: readonly number[], self: unknown]
> = {
  name: 'tieDegrees',
  text: `UNWIND $parents AS parent
MATCH (e:Entity {id: parent})
RETURN parent, [${tieKinds.map((kind) => `COUNT { (e)-[:${kind}]-() }`).join(', ')}], ${parentColumn('e')}`,
};

export type TiesFromQuery = Query<
  { readonly parents: readonly string[]; readonly full: boolean },
  readonly [parent: string, ...columns: readonly unknown[]]
>;

/** Every tie of one kind and direction of an entity, for the short typed lists of the kinds. */
export const tiesLeaving: ReadonlyMap<TieKind, TiesFromQuery> = new Map(
  tieKinds.map((kind) => [kind, shortList(kind, 'from')]),
);
export const tiesArriving: ReadonlyMap<TieKind, TiesFromQuery> = new Map(
  tieKinds.map((kind) => [kind, shortList(kind, 'to')]),
);

/** Ties by id, one text per kind so that the unique index of the relationship serves. */
export const tiesById: ReadonlyMap<
  TieKind,
  Query<{ readonly ids: readonly string[]; readonly full: boolean }, readonly unknown[]>
> = new Map(
  tieKinds.map((kind) => [
    kind,
    {
      name: `tiesById.${kind}`,
      text: `UNWIND $ids AS id
MATCH (f)-[r:${kind} {id: id}]->(t)
RETURN ${tieColumns('r', 'f', 't', [kind])}`,
    },
  ]),
);

/** The ties of given kinds between pairs of a parent and a listed entity. */
export const tiesBetween: Query<
  {
    /** Ids of a parent and of another entity. */ readonly pairs: readonly (readonly string[])[];
    readonly kinds: readonly TieKind[];
  },
  readonly [parent: string, other: string, ...columns: readonly unknown[]]
> = {
  name: 'tiesBetween',
  text: `UNWIND $pairs AS pair
MATCH (p:Entity {id: pair[0]})
MATCH (n:Entity {id: pair[1]})
CALL (p, n) {
  MATCH (p)-[r]-(n)
  WHERE type(r) IN $kinds
  RETURN r
}
RETURN p.id, n.id, ${tieColumns('r', 'startNode(r)', 'endNode(r)', tieKinds)}
ORDER BY r.id`,
};

/**
 * Of an entity with few ties, all are gathered and sorted. Of a hub, the index of all names is walked in its order and
 * each entity asked for ties with it (at 6,700 ties of 150,000 entities: 5,400 hits against 28,300); unless other ends
 * of some kinds alone are wanted, which may be rare. Where names stand close together, as those that begin with
 * "Programa", the walk may meet too little: then it is given up, and all are gathered after all.
 */
function tiePage(name: string, types: string, kinds: readonly TieKind[], areChosen = false): TiePageQuery {
  return {
    name,
    text: pageOfAny(types, kinds, areChosen),
    ofFew: { name: `${name}.few`, text: pageOfFew(types, kinds, areChosen) },
  };
}

/** A hub of ties of any kind is one, whichever are wanted: it is the long text that looks closer. */
function pageOfFew(types: string, kinds: readonly TieKind[], areChosen: boolean): string {
  const isHub = `COUNT { (e)-[${types}]-() } > few AND $withLabels IS NULL`;
  return `WITH ${fewOf('Entity')} AS few
UNWIND $parents AS parent
MATCH (e:Entity {id: parent})
CALL (e, few) {
  WITH e
  WHERE NOT (${isHub})
  MATCH (e)-[r${types}]-(o:Entity)
  WHERE ${conditions(areChosen)}
    AND ${ONWARD}
  WITH e, r, o
  ORDER BY o.sortName, o.id, r.id
  LIMIT toInteger($limit)
  RETURN ${entries(kinds)} AS entries
}
RETURN parent, CASE WHEN size(entries) > 0 OR NOT (${isHub}) THEN entries END, ${parentColumn('e')}`;
}

function entries(kinds: readonly TieKind[]): string {
  return `collect([o.sortName, ${touchingTieColumns('r', 'e', kinds)}, ${entityColumns('o', otherKinds(kinds))}])`;
}

function pageOfAny(types: string, kinds: readonly TieKind[], areChosen: boolean): string {
  const wanted = conditions(areChosen);
  return `UNWIND $parents AS parent
MATCH (e:Entity {id: parent})
WITH parent, e, ${hubTest(types, areChosen)} AND $withLabels IS NULL AS isHub
CALL (e, isHub) {
  WITH e, isHub, CASE WHEN isHub THEN $afterKey ELSE '${LAST_KEY}' END AS bound
  MATCH (o:Entity)
  USING INDEX SEEK o:Entity(sortName, id)
  WHERE o.sortName >= bound AND o.id IS NOT NULL AND isHub
    AND CASE WHEN o.sortName = $afterKey THEN o.id >= $afterId ELSE true END
  WITH e, o
  ORDER BY o.sortName, o.id
  LIMIT toInteger($few) + 1000
  MATCH (o)-[r${types}]-(other)
  WHERE other = e
    AND ${wanted}
    AND CASE WHEN o.sortName = $afterKey AND o.id = $afterId THEN r.id > $afterTie ELSE true END
  WITH r, o
  ORDER BY o.sortName, o.id, r.id
  LIMIT toInteger($limit)
  RETURN collect([r, o]) AS met
}
WITH parent, e, met, size(met) >= $limit AS isEnough
CALL (e, met, isEnough) {
  UNWIND CASE WHEN isEnough THEN met ELSE [] END AS pair
  RETURN pair[0] AS r, pair[1] AS o
  UNION ALL
  MATCH (e)-[r${types}]-(o:Entity)
  WHERE NOT isEnough
    AND ${wanted}
    AND ${ONWARD}
  RETURN r, o
  ORDER BY o.sortName, o.id, r.id
  LIMIT toInteger($limit)
}
WITH parent, e, ${entries(kinds)} AS entries
RETURN parent, entries, ${parentColumn('e')}`;
}

/** Cypher for whether an entity has many ties of the wanted kinds, by the numbers that the database stores. */
function hubTest(types: string, areChosen: boolean): string {
  const few = fewOf('Entity');
  if (!areChosen) return `COUNT { (e)-[${types}]-() } > ${few}`;
  const degrees = tieKinds.map((kind) => `CASE WHEN '${kind}' IN $kinds THEN COUNT { (e)-[:${kind}]-() } ELSE 0 END`);
  return `COUNT { (e)--() } > ${few} AND ${degrees.join(' + ')} > ${few}`;
}

/** @param areChosen whether the pattern may be of kinds that are not wanted */
function conditions(areChosen: boolean): string {
  return `${areChosen ? '($kinds IS NULL OR type(r) IN $kinds)\n    AND ' : ''}($withLabels IS NULL OR any(label IN labels(o) WHERE label IN $withLabels))
    AND (NOT $statedOnly OR r.basis = 'STATED')`;
}

function shortList(kind: TieKind, parent: 'from' | 'to'): TiesFromQuery {
  const other = parent === 'from' ? 'to' : 'from';
  const pattern = parent === 'from' ? `(p)-[r:${kind}]->(o)` : `(p)<-[r:${kind}]-(o)`;
  const ends = parent === 'from' ? (['p', 'o'] as const) : (['o', 'p'] as const);
  return {
    name: `ties.${parent}.${kind}`,
    text: `UNWIND $parents AS parent
MATCH (p:Entity {id: parent})
CALL (p) {
  MATCH ${pattern}
  RETURN r, o
  ORDER BY o.sortName, o.id, r.id
}
RETURN parent, ${tieColumns('r', ends[0], ends[1], [kind])}, ${entityColumns('o', tieOf(kind)[other].kinds)}`,
  };
}

function otherKinds(kinds: readonly TieKind[]): readonly EntityKind[] {
  const possible = new Set(kinds.flatMap((kind) => [...tieOf(kind).from.kinds, ...tieOf(kind).to.kinds]));
  return entityKinds.filter((kind) => possible.has(kind));
}
