import { recordOf, type RecordKind } from '../model/records.ts';
import { tieKinds, tieOf } from '../model/ties.ts';
import type { Query } from './query.ts';

export type DatasetColumns = readonly [
  id: string,
  title: string,
  version: string,
  hash: string,
  loadedAt: string,
  rows: number,
  licences: readonly string[],
  citation: string,
  homeCity: string,
  homeGovernment: string,
];

/** The packages that the graph holds; one that is being loaded for the first time is not there yet. */
export const allDatasets: Query<object, DatasetColumns> = {
  name: 'allDatasets',
  text: `MATCH (d:Dataset)
WHERE d.loadedAt IS NOT NULL
RETURN d.id, d.title, d.version, d.hash, d.loadedAt, d.rows, d.licences, d.citation, d.homeCity, d.homeGovernment
ORDER BY d.id`,
};

/** Rows: id, ids of the packages that state what has it. */
type StatedByQuery = Query<{ readonly ids: readonly string[] }, readonly [id: string, datasets: readonly string[]]>;

/** The kinds of records that have an id in the API. */
const recordKinds = ['SOURCE', 'PLACE', 'CITATION', 'CLAIM'] as const satisfies readonly RecordKind[];

/**
 * Which packages state something, by what stands before the colon in its id; entities have none. Apart from the reads
 * of the things themselves, which then cost nothing for what few ask; a text for each kind of fact and of record, so
 * that its unique index serves.
 */
export const statedBy: ReadonlyMap<string, StatedByQuery> = new Map([
  ['', statedByQuery('ENTITY', 'Entity', '(n:Entity {id: id})')],
  ...recordKinds.map((kind) => {
    const { prefix, label } = recordOf(kind);
    return [prefix, statedByQuery(kind, label, `(n:${label} {id: id})`)] as const;
  }),
  ...tieKinds.map((kind) => [tieOf(kind).prefix, statedByQuery(kind, kind, `()-[n:${kind} {id: id}]->()`)] as const),
]);

/** The hint is for kinds of a few dozen, whose whole index the planner would rather read. */
function statedByQuery(kind: string, indexed: string, pattern: string): StatedByQuery {
  return {
    name: `statedBy.${kind}`,
    text: `UNWIND $ids AS id\nMATCH ${pattern}\nUSING INDEX SEEK n:${indexed}(id)\nRETURN id, n.datasets`,
  };
}
