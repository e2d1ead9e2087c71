import { entityColumns, labelOf } from '../graph/entity-record.ts';
import type { Query } from '../graph/query.ts';
import { tieColumns } from '../graph/tie-record.ts';
import { entityKinds, kindOf, type EntityKind } from '../model/kinds.ts';
import { tieKinds, type TieKind } from '../model/ties.ts';

interface Page {
  /** Id of the last row of the page before; '' for the first page. */
  readonly after: string;
  readonly limit: number;
}

export type EntityPage = Query<
  Page & { readonly full: boolean },
  readonly [datasets: readonly string[], isChosen: boolean, ...entity: readonly unknown[]]
>;

export type ChosenEntityPage = Query<
  Page & {
    readonly full: boolean;
    readonly datasets: readonly string[] | null;
    readonly onlyTied: boolean;
    readonly ties: readonly TieKind[];
    /** Labels of the kinds that the other end may have. */
    readonly labels: readonly string[];
  },
  readonly [datasets: readonly string[], isChosen: boolean, ...entity: readonly unknown[]]
>;

export type TiePage = Query<
  Page,
  readonly [
    datasets: readonly string[],
    fromLabel: string,
    fromName: string,
    fromNameEn: string | null,
    toLabel: string,
    toName: string,
    toNameEn: string | null,
    ...tie: readonly unknown[],
  ]
>;

/** Every entity of a kind, by id. */
export const entityPages: ReadonlyMap<EntityKind, EntityPage> = new Map(
  entityKinds.map((kind) => [kind, { name: `export.${kind}`, text: entityPage(kind, 'true') }]),
);

/**
 * The same, where ties or packages were chosen: each row says whether its entity is. Rows that are not chosen come too,
 * so that a page costs the same however rare the chosen ones are. An entity that the packages do not state is chosen when a tie
 * of theirs leads to it: else the tie would hang in the air.
 */
export const chosenEntityPages: ReadonlyMap<EntityKind, ChosenEntityPage> = new Map(
  entityKinds.map((kind) => [
    kind,
    {
      name: `export.chosen.${kind}`,
      text: entityPage(
        kind,
        `(NOT $onlyTied AND any(dataset IN n.datasets WHERE dataset IN $datasets)) OR EXISTS {
  MATCH (n)-[r]-(o:Entity)
  WHERE type(r) IN $ties
    AND ($datasets IS NULL OR any(dataset IN r.datasets WHERE dataset IN $datasets))
    AND any(label IN labels(o) WHERE label IN $labels)
}`,
      ),
    },
  ]),
);

/** Every tie of a kind with the names of its ends, by id. */
export const tiePages: ReadonlyMap<TieKind, TiePage> = new Map(
  tieKinds.map((kind) => [
    kind,
    {
      name: `export.${kind}`,
      text: `MATCH (f)-[r:${kind}]->(t)
USING INDEX r:${kind}(id)
WHERE r.id > $after
WITH f, r, t
ORDER BY r.id
LIMIT toInteger($limit)
RETURN r.datasets, ${endColumns('f')}, ${endColumns('t')}, ${tieColumns('r', 'f', 't', [kind])}
ORDER BY r.id`,
    },
  ]),
);

function entityPage(kind: EntityKind, isChosen: string): string {
  return `MATCH (n:${kindOf(kind).label})
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT toInteger($limit)
RETURN n.datasets, ${isChosen} AS isChosen, ${entityColumns('n', [kind])}
ORDER BY n.id`;
}

function endColumns(end: string): string {
  return `${labelOf(end)} AS ${end}Label, ${end}.name AS ${end}Name, ${end}.nameEn AS ${end}NameEn`;
}
