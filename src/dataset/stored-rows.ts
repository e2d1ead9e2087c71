import type { Reader } from '../graph/graph.ts';
import type { Query } from '../graph/query.ts';
import { tables, type Table } from '../model/tables.ts';
import { tieOf } from '../model/ties.ts';
import { textOf } from './cell-text.ts';
import { labelOf } from './load-statements.ts';

/** A row of a table as the graph holds it. */
export interface StoredRow {
  readonly id: string;
  /** The canonical text of each cell, in the order of the table's columns; '' where it is empty. */
  readonly cells: readonly string[];
  /** Ids of the packages that state it. */
  readonly datasets: readonly string[];
}

/** A row that several packages state, as one of them states it. */
export interface SharedRow {
  readonly row: string;
  readonly dataset: string;
  readonly cells: readonly string[];
}

type RowColumns = readonly [datasets: readonly string[], ...cells: readonly unknown[]];
type PageOfRows = Query<
  {
    readonly after: string;
    /** `null` for the rows of all packages. */ readonly dataset: string | null;
    readonly limit: number;
  },
  RowColumns
>;

const PAGE = 4000;

/** What a table's rows are in the graph, bound to `n`; a redirect's heir to `e`, the ends of a tie to `f` and `t`. */
function patternOf(table: Table, condition = ''): string {
  const found = `${labelOf(table)}${condition}`;
  switch (table.holds.what) {
    case 'entities':
    case 'records':
      return `(n:${found})`;
    case 'redirects':
      return `(n:${found})-[:LEADS_TO]->(e:Entity)`;
    case 'ties':
      return `(f)-[n:${found}]->(t)`;
  }
}

/** The Cypher of each column of a table, over what `patternOf` binds. */
function columnsOf({ columns, holds }: Table): string {
  const ends: Record<string, string> =
    holds.what === 'ties'
      ? { [tieOf(holds.kind).from.column]: 'f.id', [tieOf(holds.kind).to.column]: 't.id' }
      : holds.what === 'redirects'
        ? { heir: 'e.id' }
        : {};
  return columns.map(({ name }) => ends[name] ?? `n.${name}`).join(', ');
}

/** Without statistics, just after a load, the planner would walk the whole index for each page. */
function indexHint(table: Table): string {
  return `USING INDEX SEEK n:${labelOf(table)}(id)`;
}

const pages: ReadonlyMap<string, PageOfRows> = byTable((table) => ({
  name: `rowsOf.${table.name}`,
  text: `MATCH ${patternOf(table)}
${indexHint(table)}
WHERE n.id > $after
WITH *
ORDER BY n.id
WHERE $dataset IS NULL OR $dataset IN n.datasets
RETURN n.datasets, ${columnsOf(table)}
ORDER BY n.id
LIMIT toInteger($limit)`,
}));

const byId: ReadonlyMap<string, Query<{ readonly ids: readonly string[] }, RowColumns>> = byTable((table) => ({
  name: `rowsById.${table.name}`,
  text: `UNWIND $ids AS id
MATCH ${patternOf(table, ' {id: id}')}
${indexHint(table)}
RETURN n.datasets, ${columnsOf(table)}`,
}));

const sharedRowsById: Query<
  { readonly ids: readonly string[] },
  readonly [row: string, dataset: string, cells: readonly string[]]
> = {
  name: 'sharedRowsById',
  text: `UNWIND $ids AS id
MATCH (s:SharedRow {id: id})
RETURN s.row, s.dataset, s.cells`,
};

/** The statements of this file, for the list of all. */
export const storedRowStatements = [...pages.values(), ...byId.values(), sharedRowsById];

/**
 * Every row of a table, by id, read in pages; with a dataset only the rows that this package states, as it states
 * them. Throws GraphError.
 */
export async function* storedRows(graph: Reader, table: Table, dataset?: string): AsyncGenerator<StoredRow> {
  const page = of(pages, table);
  let after = '';
  for (;;) {
    const found = await graph.read(page, { after, dataset: dataset ?? null, limit: PAGE });
    const rows = found.map((row) => toStoredRow(row, table));
    yield* dataset === undefined ? rows : await asStatedBy(graph, table, rows, dataset);
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.id ?? after;
  }
}

/** Those of some rows of a table that the graph holds, whoever states them. */
export async function storedRowsById(
  graph: Reader,
  table: Table,
  ids: readonly string[],
): Promise<readonly StoredRow[]> {
  const rows = await graph.read(of(byId, table), { ids });
  return rows.map((row) => toStoredRow(row, table));
}

/** What each package states of rows that several state. */
export async function sharedRows(
  graph: Reader,
  table: Table,
  rows: readonly StoredRow[],
): Promise<readonly SharedRow[]> {
  const ids = rows.flatMap(({ id, datasets }) => datasets.map((dataset) => sharedRowId(dataset, table, id)));
  const found = ids.length === 0 ? [] : await graph.read(sharedRowsById, { ids });
  return found.map(([row, dataset, cells]) => ({ row, dataset, cells }));
}

/** The id of the node that keeps what one package states of a row that several state. */
export function sharedRowId(dataset: string, table: Table, row: string): string {
  return `${dataset}|${table.name}|${row}`;
}

async function asStatedBy(
  graph: Reader,
  table: Table,
  rows: readonly StoredRow[],
  dataset: string,
): Promise<readonly StoredRow[]> {
  const shared = await sharedRows(
    graph,
    table,
    rows.filter(({ datasets }) => datasets.length > 1).map((row) => ({ ...row, datasets: [dataset] })),
  );
  const stated = new Map(shared.map(({ row, cells }) => [row, cells]));
  return stated.size === 0 ? rows : rows.map((row) => ({ ...row, cells: stated.get(row.id) ?? row.cells }));
}

function toStoredRow(row: RowColumns, { columns }: Table): StoredRow {
  const cells = columns.map((column, at) => textOf(column, row[at + 1]));
  // The first column of every table is the id.
  return { id: cells[0] ?? '', datasets: row[0], cells };
}

function byTable<T>(make: (table: Table) => T): ReadonlyMap<string, T> {
  return new Map(tables.map((table) => [table.name, make(table)]));
}

function of<T>(statements: ReadonlyMap<string, T>, { name }: Table): T {
  const statement = statements.get(name);
  if (statement === undefined)
    throw new Error(`Expected a statement for the table ${name}, but there is none: they are built from the model.`);
  return statement;
}
