import { labelOf } from '../graph/entity-record.ts';
import type { Reader } from '../graph/graph.ts';
import type { Query } from '../graph/query.ts';
import { kindOf } from '../model/kinds.ts';
import type { Table } from '../model/tables.ts';
import { tieKinds, tieOf, type TieKind } from '../model/ties.ts';
import type { Compared, SharedChange, StatedRow } from './comparing.ts';
import type { Finding } from './problem.ts';
import { fileOfTable } from './table-reading.ts';
import { unite, type Disagreement } from './uniting.ts';

/** Whether the rows of a package can stand beside those of the other packages in the graph. */
export interface Standing {
  /** Notes what is wrong with rows that the package did not state before. */
  checkFresh(rows: readonly StatedRow[]): Promise<void>;
  /** Notes what is wrong with rows that only this package states, and now states otherwise. */
  checkChanged(rows: readonly StatedRow[]): Promise<void>;
  /** Notes where packages that state the same row do not agree. */
  checkShared(rows: readonly SharedChange[]): void;
}

type ElsewhereQuery = Query<
  { readonly ids: readonly string[]; readonly dataset: string },
  readonly [id: string, what: string, datasets: readonly string[]]
>;

const entitiesElsewhere: ElsewhereQuery = {
  name: 'entitiesElsewhere',
  text: `UNWIND $ids AS id
MATCH (n:Entity {id: id})
WHERE any(dataset IN n.datasets WHERE dataset <> $dataset)
RETURN id, ${labelOf('n')}, n.datasets`,
};

const redirectsElsewhere: ElsewhereQuery = {
  name: 'redirectsElsewhere',
  text: `UNWIND $ids AS id
MATCH (n:Redirect {id: id})
WHERE any(dataset IN n.datasets WHERE dataset <> $dataset)
RETURN id, 'Redirect', n.datasets`,
};

/** Of ties of which two things have one at most, those that other packages give another id. Rows of `$ties`: id and ends. */
const tiesElsewhere: ReadonlyMap<
  TieKind,
  Query<
    { readonly ties: readonly (readonly string[])[]; readonly dataset: string },
    readonly [id: string, other: string, datasets: readonly string[]]
  >
> = new Map(
  tieKinds
    .filter((kind) => tieOf(kind).parallel !== true)
    .map((kind) => [
      kind,
      {
        name: `tiesElsewhere.${kind}`,
        text: `UNWIND $ties AS tie
MATCH (f:Entity {id: tie[1]})
MATCH (t:Entity {id: tie[2]})
MATCH (f)-[r:${kind}]->(t)
WHERE r.id <> tie[0] AND any(dataset IN r.datasets WHERE dataset <> $dataset)
RETURN tie[0], r.id, r.datasets`,
      },
    ]),
);

/** The statements of this file, for the list of all. */
export const standingStatements = [entitiesElsewhere, redirectsElsewhere, ...tiesElsewhere.values()];

export function standingAgainst(compared: Compared, table: Table): Standing {
  const { dataPackage, problems } = compared;
  const file = fileOfTable(dataPackage?.descriptor, table);
  const linesOf = (rows: readonly StatedRow[]) => new Map(rows.map(({ id, line }) => [id, line]));
  const noteIn =
    (lines: ReadonlyMap<string, number>): Note =>
    (id, column, finding) =>
      problems.add(file, lines.get(id) ?? null, column, finding);
  return {
    async checkFresh(rows) {
      const lines = linesOf(rows);
      await checkIds(compared, table, [...lines.keys()], noteIn(lines));
      await checkEnds(compared, table, rows, noteIn(lines));
    },
    checkChanged: (rows) => checkEnds(compared, table, rows, noteIn(linesOf(rows))),
    checkShared(rows) {
      for (const { line, after } of rows) {
        for (const disagreement of unite(table.columns, after).disagreements)
          problems.add(file, line, disagreement.column, disagreed(compared, table, disagreement));
      }
    },
  };
}

type Note = (id: string, column: string, finding: Finding) => void;

/** The same id is the same thing in every package: of one kind, and in use or retired. */
async function checkIds(
  { graph, dataset }: Compared,
  { holds }: Table,
  ids: readonly string[],
  note: Note,
): Promise<void> {
  const parameters = { ids, dataset };
  if (holds.what === 'entities') {
    const { label } = kindOf(holds.kind);
    for (const [id, found, datasets] of await graph.read(entitiesElsewhere, parameters))
      if (found !== label) note(id, 'id', otherKind(id, label, found, datasets));
    for (const [id, , datasets] of await graph.read(redirectsElsewhere, parameters))
      note(id, 'id', retiredElsewhere(id, datasets));
  }
  if (holds.what === 'redirects')
    for (const [id, , datasets] of await graph.read(entitiesElsewhere, parameters))
      note(id, 'id', aliveElsewhere(id, datasets));
}

async function checkEnds(
  { graph, dataset }: { readonly graph: Reader; readonly dataset: string },
  { holds }: Table,
  rows: readonly StatedRow[],
  note: Note,
): Promise<void> {
  const query = holds.what === 'ties' ? tiesElsewhere.get(holds.kind) : undefined;
  if (query === undefined || rows.length === 0) return;
  // The columns of every table of ties begin with the id and the two ends.
  const ties = rows.map(({ cells }) => cells.slice(0, 3));
  for (const [id, other, datasets] of await graph.read(query, { ties, dataset }))
    note(id, 'id', otherId(id, other, datasets));
}

function disagreed({ dataset, others }: Compared, table: Table, { column, first, second }: Disagreement): Finding {
  const [ours, theirs] = second.dataset === dataset ? [second, first] : [first, second];
  const isRequired = table.columns.some(({ name, required }) => name === column && required === true);
  const path = others.find(({ id }) => id === theirs.dataset)?.paths.get(table.name) ?? table.name;
  return {
    value: ours.value,
    expected: {
      es: `«${theirs.value}», como en ${path} del paquete ${theirs.dataset}${isRequired ? '' : ', o nada'}: el mismo id es la misma cosa`,
      en: `"${theirs.value}", as in ${path} of the package ${theirs.dataset}${isRequired ? '' : ', or nothing'}: the same id is the same thing`,
    },
    mend: {
      es: 'ponga lo mismo en los dos paquetes (otra forma del nombre va en aliases; si el otro es el que cambia, quítelo con "sobremesa remove" y cargue los dos), o dele otro id si es otra cosa',
      en: 'put the same in both packages (another form of the name goes into aliases; if the other one is to change, take it out with "sobremesa remove" and import both), or another id if it is another thing',
    },
  };
}

function otherKind(value: string, label: string, found: string, datasets: readonly string[]): Finding {
  return {
    value,
    expected: {
      es: `un id que en ${datasets.join(', ')} también sea de ${label}; allí es de ${found}`,
      en: `an id that is of ${label} in ${datasets.join(', ')} too; there it is of ${found}`,
    },
    mend: {
      es: 'pase la fila a la tabla de esa clase, o dele otro id si es otra cosa',
      en: 'move the row to the table of that kind, or give it another id if it is another thing',
    },
  };
}

function retiredElsewhere(value: string, datasets: readonly string[]): Finding {
  return {
    value,
    expected: {
      es: `un id en uso; ${datasets.join(', ')} lo retiró en redirects`,
      en: `an id in use; ${datasets.join(', ')} retired it in redirects`,
    },
    mend: { es: 'use el id del heredero', en: 'use the id of the heir' },
  };
}

function aliveElsewhere(value: string, datasets: readonly string[]): Finding {
  return {
    value,
    expected: {
      es: `un id que ya nadie use; ${datasets.join(', ')} lo usa`,
      en: `an id that nobody uses any more; ${datasets.join(', ')} uses it`,
    },
    mend: {
      es: 'quite la redirección, o retire el id también allí',
      en: 'remove the redirect, or retire the id there too',
    },
  };
}

function otherId(value: string, other: string, datasets: readonly string[]): Finding {
  return {
    value,
    expected: {
      es: `el id ${other}: ${datasets.join(', ')} ya tiene este hecho entre los mismos extremos`,
      en: `the id ${other}: ${datasets.join(', ')} has this fact between the same ends already`,
    },
    mend: { es: 'ponga ese id', en: 'put that id' },
  };
}
