import { entityColumns, labelOf } from '../../graph/entity-record.ts';
import { LAST_KEY } from '../../graph/listing-text.ts';
import type { Query } from '../../graph/query.ts';
import { SEARCH_INDEX } from '../../graph/schema.ts';
import { entityKinds } from '../../model/kinds.ts';
import type { TieKind } from '../../model/ties.ts';
import { ranks, type AskedParameters } from './asked.ts';

export interface SearchPageParameters {
  readonly asked: AskedParameters;
  readonly afterRank: number;
  readonly afterKey: string;
  readonly afterId: string;
  readonly limit: number;
  /** Up to how many of a rank are gathered and sorted; beyond it the index of the order is walked. */
  readonly few: number;
  readonly full: boolean;
  /** Whether the printed forms of the names are wanted. */
  readonly forms: boolean;
}

/** The printed forms of the names of an entity, the first being its name. */
type Forms = readonly string[];

/** Where the columns of the entity begin in an entry of a page. */
export const PAGE_ENTITY = 3;
export type FoundEntry = readonly [rank: number, sortName: string, forms: Forms | null, ...entity: unknown[]];

/**
 * At 100,000 actors the first ten of a word that thousands of names have take 136 hits, where the index alone takes 50 for
 * ten in no order; of several words together some 1,500; people whom a common word names by their institution alone 3,600,
 * for the walk passes those whom it does not.
 */
export const FEW_TO_RANK = 300;

const ofKinds = `($asked.kinds IS NULL OR any(kind IN $asked.kinds WHERE n.searchWords STARTS WITH kind))`;
const isWhole = 'n.searchWords CONTAINS $asked.whole';
const isBegun = 'n.searchWords CONTAINS $asked.begins';
const isInNames = 'all(word IN $asked.words WHERE n.searchWords CONTAINS word)';
const isBeyondNames = 'all(word IN $asked.words WHERE n.searchWords CONTAINS word OR n.contextWords CONTAINS word)';
const rank = `CASE
    WHEN ${isWhole} THEN ${ranks.whole}
    WHEN ${isBegun} THEN ${ranks.begins}
    WHEN ${isInNames} THEN ${ranks.inNames}
    WHEN ${isBeyondNames} THEN ${ranks.beyondNames}
  END`;
const formsOf = '[form IN [n.name, n.nameEn] + coalesce(n.aliases, []) + [n.acronym] WHERE form IS NOT NULL]';
const entries = `collect([rank, n.sortName, CASE WHEN $forms THEN ${formsOf} END, ${entityColumns('n', entityKinds)}]) AS entries`;
const isBeyond = 'n.sortName > key OR (n.sortName = key AND n.id > id)';
const isAfter =
  'rank > $afterRank OR (rank = $afterRank AND (n.sortName > $afterKey OR (n.sortName = $afterKey AND n.id > $afterId)))';
const inOrder = 'ORDER BY n.sortName, n.id';

/** The first of some ranked entities, with their columns: gathered before these are read, a page takes a fifth less. */
const firstOf = (ranked: string) => `${ranked}
  ORDER BY rank, n.sortName, n.id
  LIMIT toInteger($limit)
  WITH collect([rank, n]) AS page
  UNWIND page AS one
  WITH one[0] AS rank, one[1] AS n
  RETURN ${entries}`;

/** What a query of the index finds, where it is to be gathered. */
const gathered = (open: string, query: string, limit = 'toInteger($few)') =>
  `UNWIND CASE WHEN ${open} THEN [${query}] ELSE [] END AS query
  CALL db.index.fulltext.queryNodes('${SEARCH_INDEX}', query, {limit: ${limit}}) YIELD node AS n`;

/** Namesakes are gathered, however many. */
const namesakes = (open: string) => gathered(open, `$asked.queries[${ranks.whole}]`, '100000');

/** Whether a query finds more than few; the index skips them without a look at the entities. */
const isMany = (query: string) => `CALL (*) {
  UNWIND CASE WHEN isOpen THEN [${query}] ELSE [] END AS query
  CALL db.index.fulltext.queryNodes('${SEARCH_INDEX}', query, {skip: toInteger($few), limit: 1}) YIELD node
  RETURN count(node) > 0 AS isMany
}`;

/** Walks the index of the order from a place on; a CASE, for an OR would be planned as a sort of the whole index. */
const walked = (low: string, isRanked: string, condition = '') => `WITH ${low} AS low, key, id
  MATCH (n:Entity)
  USING INDEX SEEK n:Entity(sortName, id)
  WHERE n.sortName >= low AND n.id IS NOT NULL${condition} AND CASE WHEN n.sortName = key THEN n.id > id ELSE true END
  WITH n
  ${inOrder}
  WHERE ${ofKinds} AND ${isRanked}`;

/** The place in a rank from which it is read. */
const placeIn = (number: number) =>
  `CASE WHEN $afterRank = ${number} THEN $afterKey ELSE '' END AS key, CASE WHEN $afterRank = ${number} THEN $afterId ELSE '' END AS id`;

/** A rank, read only where those before it did not fill the page. */
const tier = (number: number, sides: string) => `CALL (found) {
WITH size(found) < $limit AND $afterRank <= ${number} AS isOpen, ${placeIn(number)}
${sides}
RETURN collect([${number}, n]) AS ranked
}
WITH found + ranked AS found`;

/** Few are gathered and sorted, of many the index of the order is walked; the side that is not wanted is closed. */
const twoSides = (
  number: number,
  isRanked: string,
) => `${gathered('isOpen AND NOT isMany', `$asked.queries[${number}]`)}
  WITH n, key, id
  WHERE ${isBeyond}
  RETURN n
  ${inOrder}
  LIMIT toInteger($limit)
  UNION
  ${walked(`CASE WHEN isMany THEN key ELSE '${LAST_KEY}' END`, isRanked)}
  RETURN n
  LIMIT toInteger($limit)`;

const wholeNames = tier(
  ranks.whole,
  `CALL (*) {
  ${namesakes('isOpen')}
  WITH n, key, id
  WHERE ${isBeyond}
  RETURN n
  ${inOrder}
  LIMIT toInteger($limit)
}`,
);

const isOnlyBegun = `${isBegun} AND NOT ${isWhole}`;

/**
 * What is sorted under the words stands together in the index of the order: from the beginning the walk would pass
 * everything before it.
 */
const walkedBegun = (closed = '') =>
  walked(
    `CASE ${closed}WHEN key > $asked.sorted THEN key ELSE $asked.sorted END`,
    isOnlyBegun,
    ` AND n.sortName < $asked.sorted + '${LAST_KEY}'`,
  );

/** Besides what is sorted under the words there is what has another name that begins with them, found as any other rank. */
const beginnings = tier(
  ranks.begins,
  `${isMany(`$asked.queries[${ranks.begins}]`)}
CALL (*) {
  ${walkedBegun(`WHEN NOT isOpen THEN '${LAST_KEY}' `)}
  RETURN n
  LIMIT toInteger($limit)
  UNION
  ${twoSides(ranks.begins, isOnlyBegun)}
}
WITH n
${inOrder}
LIMIT toInteger($limit)`,
);

const others = (number: number, isRanked: string) =>
  tier(
    number,
    `${isMany(`$asked.queries[${number}]`)}
CALL (*) {
  ${twoSides(number, isRanked)}
}`,
  );

type Page<Entries> = Query<SearchPageParameters, readonly [entries: Entries]>;

/** What is found where it is few, which most searches find; `null` where it is more. */
export const searchFew: Page<readonly FoundEntry[] | null> = {
  name: 'searchPage.few',
  text: `CALL db.index.fulltext.queryNodes('${SEARCH_INDEX}', $asked.queries[0], {limit: toInteger($few) + 1}) YIELD node
WITH collect(node) AS found
CALL (found) {
  UNWIND CASE WHEN size(found) <= $few THEN found ELSE [] END AS n
  WITH n, ${rank} AS rank
  WHERE ${isAfter}
  ${firstOf('WITH rank, n')}
}
RETURN CASE WHEN size(found) <= $few THEN entries END`,
};

/**
 * What has a name that is or begins with the words, which fills most pages of what many have; `null` where many have
 * another name that begins with them than that under which they are sorted.
 */
export const searchBegun: Page<readonly FoundEntry[] | null> = {
  name: 'searchPage.begun',
  text: `CALL db.index.fulltext.queryNodes('${SEARCH_INDEX}', $asked.queries[${ranks.begins}], {limit: toInteger($few) + 1}) YIELD node
WITH collect(node) AS others
WITH others, ${placeIn(ranks.begins)}
CALL (others, key, id) {
  CALL (others, key, id) {
    ${namesakes(`$afterRank <= ${ranks.whole}`)}
    WITH ${ranks.whole} AS rank, n
    WHERE ${isAfter}
    RETURN rank, n
    ${inOrder}
    LIMIT toInteger($limit)
    UNION
    ${walkedBegun()}
    RETURN ${ranks.begins} AS rank, n
    LIMIT toInteger($limit)
    UNION
    UNWIND others AS n
    WITH n, key, id
    WHERE ${isBeyond}
    RETURN ${ranks.begins} AS rank, n
  }
  ${firstOf('WITH rank, n')}
}
RETURN CASE WHEN size(others) <= $few THEN entries END`,
};

/** What is found, in the order of the results, from a place in it on. */
export const searchPage: Page<readonly FoundEntry[]> = {
  name: 'searchPage',
  text: `WITH [] AS found
${[
  wholeNames,
  beginnings,
  others(ranks.inNames, `${isInNames} AND NOT ${isBegun}`),
  others(ranks.beyondNames, `${isBeyondNames} AND NOT ${isInNames}`),
].join('\n')}
UNWIND found AS one
  ${firstOf('WITH one[0] AS rank, one[1] AS n')}`,
};

/** How many of each kind are found. Rows: label of the kind, how many. */
export const searchCounts: Query<{ readonly query: string }, readonly [label: string, count: number]> = {
  name: 'searchCounts',
  text: `CALL db.index.fulltext.queryNodes('${SEARCH_INDEX}', $query) YIELD node
WITH ${labelOf('node')} AS label
RETURN label, count(*)
ORDER BY label`,
};

interface NearParameters {
  readonly query: string;
  readonly limit: number;
  readonly full: boolean;
}

/** Where the columns of the entity begin in the rows of what is near. */
export const NEAR_ENTITY = 4;
export type NearRow = readonly [
  sortName: string,
  searchWords: string,
  contextWords: string | null,
  forms: Forms,
  ...entity: unknown[],
];

/** What comes near, in no order that a client sees. */
export const searchNear: Query<NearParameters, NearRow> = {
  name: 'searchNear',
  text: `CALL db.index.fulltext.queryNodes('${SEARCH_INDEX}', $query, {limit: toInteger($limit)}) YIELD node AS n
RETURN n.sortName, n.searchWords, n.contextWords, ${formsOf}, ${entityColumns('n', entityKinds)}`,
};

/** A fact that tells an entity from others of its name. */
export type DistinctionRow = readonly [
  id: string,
  date: string | null,
  kind: TieKind,
  role: string | null,
  /** The institution as printed where people were consulted. */
  printed: string | null,
  asOf: string | null,
  name: string,
  nameEn: string | null,
];

const ofPeople = 'AFFILIATED_WITH|CONSULTED_IN|MEMBER_OF|CONTRIBUTED_TO|TOOK_PART_IN';
const leaving =
  'PART_OF|GOVERNS|BASED_IN|IN_STATE|IN_COUNTRY|IN_REGION|LISTED_UNDER|WITH_PARTNER|UNDER_AXIS|PRIORITIZED_IN|HELD_IN|PUBLISHED_IN|OF_CONSULTATION';
const arriving = 'RUNS|PARTY_TO|CONTRIBUTED_TO|RECEIVED|GRANTED|HAS_PROPOSAL|HOLDS';

/** The facts that tell some entities from others of their names. */
export const distinctionFacts: Query<{ readonly ids: readonly string[] }, DistinctionRow> = {
  name: 'distinctionFacts',
  text: `UNWIND $ids AS id
MATCH (n:Entity {id: id})
CALL (n) {
  MATCH (n:Person)-[r:${ofPeople}]->(o:Entity)
  RETURN r, o
  UNION
  MATCH (n)-[r:${leaving}]->(o:Entity)
  RETURN r, o
  UNION
  MATCH (n)<-[r:${arriving}]-(o:Entity)
  RETURN r, o
}
RETURN id, coalesce(n.startsOn, toString(n.year)), type(r) AS kind, coalesce(r.role, r.roleAsPrinted), r.affiliationAsPrinted, r.asOf, o.name, o.nameEn
ORDER BY id, kind, o.sortName, o.id, r.id`,
};
