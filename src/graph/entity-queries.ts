import { entityKinds } from '../model/kinds.ts';
import { entityColumns, labelOf } from './entity-record.ts';
import type { Query } from './query.ts';

/** Entities of any kind by id; a retired id answers with its heir. Rows: the id asked for, then an entity. */
export const entitiesById: Query<
  { readonly ids: readonly string[]; readonly full: boolean },
  readonly [asked: string, ...entity: readonly unknown[]]
> = {
  name: 'entitiesById',
  text: `UNWIND $ids AS asked
OPTIONAL MATCH (living:Entity {id: asked})
OPTIONAL MATCH (:Redirect {id: CASE WHEN living IS NULL THEN asked END})-[:LEADS_TO]->(heir:Entity)
WITH asked, coalesce(living, heir) AS n
WHERE n IS NOT NULL
RETURN asked, ${entityColumns('n', entityKinds)}`,
};

/** Which of some ids are entities, and of which kind. Rows: id, label of the kind. */
export const labelsById: Query<{ readonly ids: readonly string[] }, readonly [id: string, label: string]> = {
  name: 'labelsById',
  text: `MATCH (n:Entity)
WHERE n.id IN $ids
RETURN n.id, ${labelOf('n')}`,
};
