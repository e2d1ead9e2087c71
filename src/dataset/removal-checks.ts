import type { Query } from '../graph/query.ts';
import { entityKinds } from '../model/kinds.ts';
import { recordKinds, recordOf } from '../model/records.ts';
import { tieKinds, tieOf } from '../model/ties.ts';
import type { Compared, TableChange } from './comparing.ts';
import type { Finding } from './problem.ts';
import { fileOfTable } from './table-reading.ts';

/** Facts of other packages that name some ids; rows: the id, then what names it and who states that. */
type NeededQuery = Query<
  { readonly ids: readonly string[]; readonly dataset: string },
  readonly [id: string, by: string, datasets: readonly string[]]
>;

const stated = (variable: string) => `any(dataset IN ${variable}.datasets WHERE dataset <> $dataset)`;

const neededByTies: NeededQuery = {
  name: 'neededByTies',
  text: `UNWIND $ids AS id
MATCH (:Entity {id: id})-[r]-(:Entity)
WHERE ${stated('r')}
RETURN id, r.id, r.datasets`,
};

const neededByRedirects: NeededQuery = {
  name: 'neededByRedirects',
  text: `UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:LEADS_TO]-(r:Redirect)
WHERE ${stated('r')}
RETURN id, r.id, r.datasets`,
};

/** The columns that hold the id of an entity, or of what a claim is about, as a property: of records and of ties. */
const neededByColumns: readonly NeededQuery[] = [
  ...recordKinds.flatMap((kind) => {
    const { label, columns } = recordOf(kind);
    return columns
      .filter(({ name, refersTo }) => (kind === 'CLAIM' && name === 'subject') || namesEntities(refersTo))
      .map(({ name }) => needed(`${label}.${name}`, `(r:${label})`, name));
  }),
  ...tieKinds.flatMap((kind) =>
    tieOf(kind)
      .columns.filter(({ refersTo }) => namesEntities(refersTo))
      .map(({ name }) => needed(`${kind}.${name}`, `()-[r:${kind}]->()`, name)),
  ),
];

/** The statements of this file, for the list of all. */
export const removalStatements = [neededByTies, neededByRedirects, ...neededByColumns];

const BATCH = 2000;

/**
 * Notes each entity and tie that this package would state no more, but that facts of a package that builds on it
 * name, and neither that one nor another one it builds on states. Packages that build on none state whatever they
 * name, so that nothing of theirs can lose an end.
 */
export async function checkRemovals(compared: Compared, changes: readonly TableChange[]): Promise<void> {
  const { dataset, others, dataPackage, problems } = compared;
  if (!others.some(({ buildsOn }) => buildsOn.includes(dataset))) return;
  const buildsOn = new Map(others.map((other) => [other.id, other.buildsOn]));
  for (const change of changes.filter(({ table: { holds } }) => isNamed(holds.what))) {
    const { table } = change;
    const file = fileOfTable(dataPackage?.descriptor, table);
    const remaining = remainingOf(change);
    const isLost = (id: string, by: string) => {
      const packages = remaining.get(id);
      return packages !== undefined && ![by, ...(buildsOn.get(by) ?? [])].some((one) => packages.includes(one));
    };
    for (const { id: by, homes } of others) {
      for (const [property, home] of homes)
        if (isLost(home, by)) problems.add(file, null, 'id', stillNeeded(home, `sobremesa.${property}`, [by]));
    }
    const ids = [...remaining.keys()];
    for (let at = 0; at < ids.length; at += BATCH) {
      const parameters = { ids: ids.slice(at, at + BATCH), dataset };
      for (const query of removalStatements) {
        for (const [id, fact, datasets] of await compared.graph.read(query, parameters))
          if (datasets.some((by) => by !== dataset && isLost(id, by)))
            problems.add(file, null, 'id', stillNeeded(id, fact, datasets));
      }
    }
  }
}

/** The ids that the package would state no more, and who would still state them. */
function remainingOf({ removed, shared }: TableChange): ReadonlyMap<string, readonly string[]> {
  return new Map<string, readonly string[]>([
    ...removed.map((id) => [id, []] as const),
    ...shared.filter(({ line }) => line === null).map(({ id, after }) => [id, [...after.keys()]] as const),
  ]);
}

function isNamed(what: string): boolean {
  return what === 'entities' || what === 'ties';
}

function namesEntities(refersTo: readonly string[] | undefined): boolean {
  return refersTo?.some((target) => entityKinds.some((kind) => kind === target)) === true;
}

function needed(name: string, pattern: string, column: string): NeededQuery {
  return {
    name: `neededBy.${name}`,
    text: `MATCH ${pattern}
WHERE r.${column} IN $ids AND ${stated('r')}
RETURN r.${column}, r.id, r.datasets`,
  };
}

function stillNeeded(value: string, by: string, datasets: readonly string[]): Finding {
  return {
    value,
    expected: {
      es: `que la fila siga: ${by}, de ${datasets.join(', ')}, se queda sin ella`,
      en: `the row to stay: ${by} of ${datasets.join(', ')} would lose it`,
    },
    mend: {
      es: `deje la fila, o quite antes lo que la nombra en ${datasets.join(', ')}`,
      en: `keep the row, or first remove what names it in ${datasets.join(', ')}`,
    },
  };
}
