import { nameColumns } from '../../graph/entity-record.ts';
import type { Query } from '../../graph/query.ts';
import { tieColumns } from '../../graph/tie-record.ts';
import { entityKinds } from '../../model/kinds.ts';
import { tieKinds, tieOf, type TieKind } from '../../model/ties.ts';

/** One map: the database plans a text anew for each combination of what is null, but not for what a map holds. */
export interface SharingParameters {
  readonly filter: Sharing;
}

export interface Sharing {
  /** Labels of the kinds that the partner may be of; `null` for all. */
  readonly labels: readonly string[] | null;
  readonly minimum: number;
  readonly governmentEntities: readonly string[] | null;
  readonly datasets: readonly string[] | null;
}

export interface SharedPartnerParameters extends SharingParameters {
  /** Number of bodies, sort name and id of the partner after which the page begins. */
  readonly afterCount: number;
  readonly afterKey: string;
  readonly afterId: string;
  readonly limit: number;
}

/** How many bodies and programs of a partner are given. */
const MOST_GIVEN = 100;

const stated = '($filter.datasets IS NULL OR any(dataset IN $filter.datasets WHERE dataset IN program.datasets))';

/**
 * Binds each partner that is shared, with the numbers of its bodies and programs. One program under several bodies is a
 * joint entry; of two programs and two bodies, there are always two different programs under different bodies.
 */
const sharing = `MATCH (program:Program)
USING INDEX SEEK program:Program(sortName, id)
WHERE program.sortName >= '' AND program.id IS NOT NULL
WITH program
WHERE ${stated}
MATCH (program)-[:WITH_PARTNER]->(partner)
WHERE $filter.labels IS NULL OR any(label IN labels(partner) WHERE label IN $filter.labels)
MATCH (program)-[:LISTED_UNDER]->(body)
WITH partner, count(DISTINCT body) AS bodies, count(DISTINCT program) AS programs
WHERE programs > 1 AND bodies >= $filter.minimum
WITH partner, bodies, programs
WHERE ($filter.governmentEntities IS NULL OR EXISTS {
    MATCH (partner)<-[:WITH_PARTNER]-(program)-[:LISTED_UNDER]->()-[:PART_OF*0..8]->(whole)
    WHERE whole.id IN $filter.governmentEntities AND ${stated}
  })`;

const inOrder = 'ORDER BY bodies DESC, partner.sortName, partner.id';

/** Columns of a list of entities: one list for each, because lists of lists take several times as long to read. */
type Named = readonly [ids: readonly string[], names: readonly string[], englishNames: readonly string[]];

/** Rows: number of bodies, sort name, number of programs, names of bodies and of programs, columns of the partner. */
export const sharedPartners: Query<
  SharedPartnerParameters,
  readonly [bodies: number, key: string, programs: number, ...Named, ...Named, ...partner: readonly unknown[]]
> = {
  name: 'sharedPartners',
  text: `${sharing}
WITH partner, bodies, programs
WHERE bodies < $afterCount
  OR bodies = $afterCount AND (partner.sortName > $afterKey OR partner.sortName = $afterKey AND partner.id > $afterId)
WITH partner, bodies, programs
${inOrder}
LIMIT toInteger($limit)
CALL (partner) {
  MATCH (partner)<-[:WITH_PARTNER]-(program)-[:LISTED_UNDER]->(body)
  WHERE ${stated}
  WITH DISTINCT body
  ORDER BY body.sortName, body.id
  LIMIT ${MOST_GIVEN}
  RETURN ${namesOf('body')}
}
CALL (partner) {
  MATCH (partner)<-[:WITH_PARTNER]-(program)
  WHERE ${stated} AND EXISTS { (program)-[:LISTED_UNDER]->() }
  WITH program
  ORDER BY program.sortName, program.id
  LIMIT ${MOST_GIVEN}
  RETURN ${namesOf('program')}
}
RETURN bodies, partner.sortName, programs, bodyIds, bodyNames, bodyNamesEn, programIds, programNames, programNamesEn, ${nameColumns('partner', entityKinds)}
${inOrder}`,
};

/** English names that are missing are empty: a list leaves out what is null. */
function namesOf(variable: 'body' | 'program'): string {
  return `collect(${variable}.id) AS ${variable}Ids, collect(${variable}.name) AS ${variable}Names, collect(coalesce(${variable}.nameEn, '')) AS ${variable}NamesEn`;
}

export const sharedPartnerCount: Query<SharingParameters, readonly [count: number]> = {
  name: 'sharedPartnerCount',
  text: `${sharing}
RETURN count(partner)`,
};

/** That two bodies are the same, or are not, is no coordination. */
const identities: ReadonlySet<TieKind> = new Set(['POSSIBLY_SAME_AS', 'DISTINCT_FROM']);

const coordinationKinds = tieKinds.filter((kind) => {
  const { class: tieClass, from, to } = tieOf(kind);
  return (
    (tieClass === 'WORK' || tieClass === 'STRUCTURE') &&
    !identities.has(kind) &&
    [from, to].every(({ kinds }) => kinds.includes('GOVERNMENT_ENTITY'))
  );
});

/**
 * The facts that join some bodies with each other. Rows: columns of a tie. The other end has no label, so that each body
 * is found once and its facts followed, instead of looking up all pairs.
 */
export const coordinationAmong: Query<{ readonly ids: readonly string[] }, readonly unknown[]> = {
  name: 'coordinationAmong',
  text: `UNWIND $ids AS id
MATCH (f:GovernmentEntity {id: id})-[r:${coordinationKinds.join('|')}]->(t)
WHERE t.id IN $ids
RETURN ${tieColumns('r', 'f', 't', coordinationKinds)}
ORDER BY r.id`,
};
