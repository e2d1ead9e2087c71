import { entityColumns, nameColumns } from '../../graph/entity-record.ts';
import { governmentEntitiesUnder, peopleUnder } from '../../graph/found-under.ts';
import { mostWithoutHub } from '../../graph/hubs.ts';
import type { Query } from '../../graph/query.ts';
import { briefTouchingTieColumns, touchingTieColumns } from '../../graph/tie-record.ts';
import { entityKinds } from '../../model/kinds.ts';
import { tieKinds, tieOf, type TieKind } from '../../model/ties.ts';
import type { PathQuestion } from './paths.record.ts';

/** The longest way that can be asked for: its bounds stand in the text, one for each length. */
export const LONGEST = 6;

/** Up to how many trails a search looks at; two ways that differ in one of several facts are two trails. */
export const MOST_TRAILS = 1000;

/** What is walked unless other kinds are named: work, and what joins a place to its government. */
const walkedKinds: readonly TieKind[] = tieKinds.filter((kind) => tieOf(kind).class === 'WORK' || kind === 'GOVERNS');

export type PathParameters = Pick<PathQuestion, 'from' | 'to' | 'avoid' | 'statedOnly' | 'includeHubs' | 'first'> & {
  /** The kinds named, for the texts that walk any. */
  readonly kinds: readonly TieKind[] | null;
  readonly full: boolean;
  /** Whether what only some clients want of a fact is wanted. */
  readonly rest: boolean;
};

/**
 * A row: how many of the entities to avoid are known, how many trails were looked at, the names of the hubs on the shortest
 * ways that there would be with them, and the ways. Where an end is unknown, no row.
 */
export type PathRow = readonly [
  avoided: number,
  trails: number,
  leftOut: readonly (readonly unknown[])[],
  ways: readonly WayRow[],
];

/** An entity of a way, once with each fact that joins it to the next one: in the order of ways, entities and facts. */
export type WayRow = readonly [way: number, place: number, ...columnsOfEntityAndFact: readonly unknown[]];
type PathQuery = Query<PathParameters, PathRow>;

/** The first ways of the shortest length, of at most so many steps. */
export function shortestPaths(
  most: number,
  through: PathQuestion['through'],
  { avoid, statedOnly, full, rest }: Pick<PathParameters, 'avoid' | 'statedOnly' | 'full' | 'rest'>,
): PathQuery {
  if (through !== null) return queryOf(shortestOfAny, most);
  if (statedOnly || avoid.length > 0) return queryOf(shortestAllowed, most);
  return queryOf(full || rest ? shortestOfWork : shortestByName, most);
}

/** The first ways of at most so many steps, of any length: where those of the shortest length are too few. */
export function longerPaths(most: number, through: PathQuestion['through']): PathQuery {
  return queryOf(through === null ? longerOfWork : longerOfAny, most);
}

function queryOf(queries: ReadonlyMap<number, PathQuery>, most: number): PathQuery {
  const query = queries.get(most);
  if (query === undefined) throw new Error(`Expected a length up to ${LONGEST}, but got ${most}.`);
  return query;
}

/** Which facts a family of texts walks. */
interface Walk {
  readonly types: string;
  /** Which of them: all, those that the question allows, or of these those of the kinds in its parameter. */
  readonly which: 'all' | 'allowed' | 'named';
  /** Whether nothing but names can be wanted of what stands on the way, and what is always read of the facts. */
  readonly isBrief?: true;
}

const work = walkedKinds.join('|');
const ofWork: Walk = { types: work, which: 'all' };
const ofAllowed: Walk = { types: work, which: 'allowed' };
const ofAny: Walk = { types: tieKinds.join('|'), which: 'named' };

/** @param avoided clauses that bind the entities to avoid */
const opening = (avoided: string) => `MATCH (a:Entity {id: $from})
MATCH (b:Entity {id: $to})
${avoided}
WITH a, b, avoided, ${mostWithoutHub} AS most`;
const AVOIDED = `CALL () {
  MATCH (v:Entity)
  WHERE v.id IN $avoid
  RETURN collect(v) AS avoided
}`;

/** The entities of a trail, and how many of its facts are inferred. */
const TRAIL = "nodes(p), size([r IN relationships(p) WHERE r.basis <> 'STATED'])";

/** Where nothing else is asked: a text of two thirds the length, which spares a tenth of the time. */
const shortestByName = byLength(1, 'shortestPaths.names', (most) => shortestText({ ...ofWork, isBrief: true }, most));
const shortestOfWork = byLength(1, 'shortestPaths', (most) => shortestText(ofWork, most));
const shortestAllowed = byLength(1, 'shortestPaths.allowed', (most) => shortestText(ofAllowed, most));
const shortestOfAny = byLength(1, 'shortestPaths.through', (most) => shortestText(ofAny, most));
const longerOfWork = byLength(2, 'longerPaths', (most) => longerText(ofAllowed, most));
const longerOfAny = byLength(2, 'longerPaths.through', (most) => longerText(ofAny, most));

/** Every statement that finds paths. */
export const pathQueries: readonly PathQuery[] = [
  shortestByName,
  shortestOfWork,
  shortestAllowed,
  shortestOfAny,
  longerOfWork,
  longerOfAny,
].flatMap((queries) => [...queries.values()]);

function byLength(least: number, name: string, text: (most: number) => string): ReadonlyMap<number, PathQuery> {
  const lengths = Array.from({ length: LONGEST + 1 - least }, (_, index) => index + least);
  return new Map(lengths.map((most) => [most, { name: `${name}.${most}`, text: text(most) }]));
}

/**
 * The shortest ways with hubs are found first: a condition on each entity that is met makes the search three to five
 * times slower. Those without a hub are the shortest without hubs, and nothing is left to find. Only where every one of
 * them goes through a hub is it searched again, around the hubs. `allShortestPaths` gives no way that meets itself and
 * searches from both ends: at 100,000 actors 5 ms where ALL SHORTEST took 30. Plan: NodeUniqueIndexSeek for both ends and
 * for what is avoided, ShortestPath without a fallback, getDegree for hubs, OptionalExpand(Into) for the facts; one row, which
 * costs a tenth less than one for each fact.
 */
function shortestText(walk: Walk, most: number): string {
  const path = `p = allShortestPaths((a)-[:${walk.types}*..${most}]-(b))`;
  const facts = `all(r IN relationships(p) WHERE ${mayWalk(walk)})`;
  const [avoided, allowed, passable] =
    walk.which === 'all'
      ? ['WITH a, b, [] AS avoided', '', `all(n IN nodes(p) WHERE n = a OR n = b OR ${noHub('n')})`]
      : [
          AVOIDED,
          `\n  WHERE none(n IN nodes(p) WHERE n IN avoided) AND ${facts}`,
          `all(n IN nodes(p) WHERE n = a OR n = b OR (NOT n IN avoided AND ${noHub('n')})) AND ${facts}`,
        ];
  return `${opening(avoided)}
CALL (a, b, avoided, most) {
  MATCH ${path}${allowed}
  WITH p, most
  LIMIT ${MOST_TRAILS}
  RETURN collect([${TRAIL}, [n IN nodes(p)[1..-1] WHERE NOT ($includeHubs OR ${noHub('n')})]]) AS open
}
WITH a, b, avoided, most, open, [trail IN open WHERE trail[2] = []] AS around
WITH *, size(around) < size(open) AND (around = [] OR size(open) = ${MOST_TRAILS}) AS again
CALL (a, b, avoided, most, again) {
  WITH a, b, avoided, most
  WHERE again
  MATCH ${path}
  WHERE ${passable}
  WITH p
  LIMIT ${MOST_TRAILS}
  RETURN collect([${TRAIL}]) AS found
}
WITH avoided, open, CASE WHEN again THEN found ELSE around END AS trails
CALL (open) {
  UNWIND open AS trail
  UNWIND trail[2] AS n
  WITH DISTINCT n
  ORDER BY n.sortName, n.id
  RETURN collect([${nameColumns('n', entityKinds)}]) AS leftOut
}
${answerText(walk)}`;
}

/**
 * Trails come shortest first, until there are as many as are looked at; those that meet themselves are dropped. Plan:
 * NodeUniqueIndexSeek for the ends, then StatefulShortestPath(Into) with every condition inlined; 100 hits of it at the
 * seeds for two people four steps apart; at 100,000 actors a step more takes five to ten times as long.
 */
function longerText(walk: Walk, most: number): string {
  const end = `y = b OR (y <> a AND NOT y IN avoided AND ($includeHubs OR ${noHub('y')}))`;
  return `${opening(AVOIDED)}
CALL (a, b, avoided, most) {
  MATCH p = SHORTEST ${MOST_TRAILS} (a) ((x WHERE x <> b)-[r:${walk.types} WHERE ${mayWalk(walk)}]-(y WHERE ${end})){1,${most}} (b)
  RETURN collect([${TRAIL}]) AS trails
}
WITH avoided, [] AS leftOut, trails
${answerText(walk)}`;
}

/**
 * The order of ways is total: length, then steps that no stated fact makes, then names from one end to the other, then
 * ids. Of the trails along a way, the one with the fewest inferred facts tells how many such steps it has.
 */
function answerText(walk: Walk): string {
  const [entity, fact] =
    walk.isBrief === true
      ? [`${nameColumns('x', entityKinds)}, NULL`, briefTouchingTieColumns('r', 'x')]
      : [entityColumns('x', entityKinds), touchingTieColumns('r', 'x', tieKinds)];
  return `CALL (trails) {
  UNWIND trails AS trail
  WITH trail[0] AS way, min(trail[1]) AS inferred
  WHERE all(n IN way WHERE single(other IN way WHERE other = n))
  WITH way
  ORDER BY size(way), inferred, [n IN way | n.sortName], [n IN way | n.id]
  LIMIT toInteger($first)
  WITH collect(way) AS ways
  UNWIND range(0, size(ways) - 1) AS way
  UNWIND range(0, size(ways[way]) - 1) AS place
  WITH way, place, ways[way][place] AS x, ways[way][place + 1] AS y
  OPTIONAL MATCH (x)-[r:${walk.types}]-(y)${walk.which === 'all' ? '' : `\n  WHERE ${mayWalk(walk)}`}
  WITH way, place, x, r
  ORDER BY way, place, r.basis DESC, r.id
  RETURN collect([way, place, ${entity}, ${fact}]) AS found
}
RETURN size(avoided), size(trails), leftOut, found`;
}

function mayWalk({ which }: Walk): string {
  return `${which === 'named' ? 'type(r) IN $kinds AND ' : ''}(NOT $statedOnly OR r.basis = 'STATED')`;
}

/** Cypher for whether an entity is no hub: a number that the database stores. */
function noHub(variable: string): string {
  return `COUNT { (${variable})--() } <= most`;
}

/**
 * The ways from an entity `n` to the themes `it` that it is found under, whatever its kind. A statement reads them from
 * the entity: each has a label or a kind of fact that the other kinds lack.
 */
const themePatterns: readonly string[] = [...new Set([...peopleUnder.themes, ...governmentEntitiesUnder.themes])];

const THEMES = themePatterns
  .map(
    (pattern) =>
      `MATCH p = ${pattern}\n  WHERE NOT $statedOnly OR all(r IN relationships(p) WHERE r.basis = 'STATED')\n  RETURN it`,
  )
  .join('\n  UNION\n  ');

/** The themes that two entities are both found under, by name. */
export const sharedThemes: Query<
  { readonly from: string; readonly to: string; readonly statedOnly: boolean; readonly full: boolean },
  readonly unknown[]
> = {
  name: 'sharedThemes',
  text: `MATCH (n:Entity {id: $from})
CALL (n) {
  ${THEMES}
}
WITH collect(it) AS found
MATCH (n:Entity {id: $to})
CALL (n) {
  ${THEMES}
}
WITH it
WHERE it IN found
RETURN ${entityColumns('it', ['THEME'])}
ORDER BY it.sortName, it.id`,
};
