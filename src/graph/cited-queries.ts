import { entityKinds } from '../model/kinds.ts';
import { tieKinds } from '../model/ties.ts';
import { entityColumns } from './entity-record.ts';
import type { PageParameters } from './listing.ts';
import type { Query } from './query.ts';
import { tieColumns } from './tie-record.ts';

type Parents = Pick<PageParameters, 'parents'>;

/**
 * The facts that rest on citations. Relationships cannot point at nodes: a full-text index with the keyword
 * analyzer over their lists of citations answers across all kinds; the id in quotes is a phrase of its query
 * language. Rows: citation, then a tie.
 */
export const tiesOfCitations: Query<
  Pick<PageParameters, 'parents' | 'afterId' | 'limit'>,
  readonly [parent: string, ...tie: readonly unknown[]]
> = {
  name: 'tiesOfCitations',
  text: `UNWIND $parents AS parent
CALL (parent) {
  CALL db.index.fulltext.queryRelationships('tieCitations', '"' + parent + '"')
  YIELD relationship AS r
  WITH r
  WHERE r.id > $afterId
  RETURN r
  ORDER BY r.id
  LIMIT toInteger($limit)
}
RETURN parent, ${tieColumns('r', 'startNode(r)', 'endNode(r)', tieKinds)}`,
};

export const tieCountOfCitations: Query<Parents, readonly [parent: string, count: number]> = {
  name: 'tieCountOfCitations',
  text: `UNWIND $parents AS parent
CALL (parent) {
  CALL db.index.fulltext.queryRelationships('tieCitations', '"' + parent + '"')
  YIELD relationship
  RETURN count(relationship) AS number
}
RETURN parent, number`,
};

/** The entities named at citations, by sort name. Rows as those of a page. */
export const entitiesOfCitations: Query<
  PageParameters,
  readonly [parent: string, key: string, ...entity: readonly unknown[]]
> = {
  name: 'entitiesOfCitations',
  text: `UNWIND $parents AS parent
CALL (parent) {
  CALL db.index.fulltext.queryNodes('entityCitations', '"' + parent + '"')
  YIELD node AS n
  WITH n
  WHERE n.sortName > $afterKey OR (n.sortName = $afterKey AND n.id > $afterId)
  RETURN n
  ORDER BY n.sortName, n.id
  LIMIT toInteger($limit)
}
RETURN parent, n.sortName, ${entityColumns('n', entityKinds)}`,
};

export const entityCountOfCitations: Query<Parents, readonly [parent: string, count: number]> = {
  name: 'entityCountOfCitations',
  text: `UNWIND $parents AS parent
CALL (parent) {
  CALL db.index.fulltext.queryNodes('entityCitations', '"' + parent + '"')
  YIELD node
  RETURN count(node) AS number
}
RETURN parent, number`,
};
