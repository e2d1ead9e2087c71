import { createHash } from 'node:crypto';

import type { Reader } from '../graph/graph.ts';
import { tables, type Table } from '../model/tables.ts';
import { canonicalCells } from './cell-text.ts';
import type { DataPackage, TableContent } from './checking.ts';
import { circlesBeside } from './circles.ts';
import { tableHash } from './content-hash.ts';
import { DatasetError } from './dataset-error.ts';
import type { ProblemList } from './problem.ts';
import { standingAgainst, type Standing } from './standing.ts';
import { sharedRows, storedRows, storedRowsById, type SharedRow, type StoredRow } from './stored-rows.ts';
import { pathOfTable, tableRows } from './table-reading.ts';
import type { Statements } from './uniting.ts';

/** How many rows of a table an import adds, changes, removes and leaves as they are. */
export interface RowCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

/** A row that other packages state too, and that an import touches. */
export interface SharedChange {
  readonly id: string;
  /** Where the package states it; `null` where it no longer does. */
  readonly line: number | null;
  /** The packages that state it now, and what each will state; empty cells where none disagree. */
  readonly before: readonly string[];
  readonly after: Statements;
}

/** What an import has to do in a table. */
export interface TableChange {
  readonly table: Table;
  readonly counts: RowCounts;
  /** Ids of rows that the graph does not have; `all` for every row of the package. */
  readonly created: ReadonlySet<string> | 'all';
  /** Ids of rows that only this package states, and states anew. */
  readonly changed: ReadonlySet<string>;
  /** Ids of rows that only this package stated, and states no more. */
  readonly removed: readonly string[];
  readonly shared: readonly SharedChange[];
}

/** A row as it stands in a package, with canonical cells. */
export interface StatedRow {
  readonly line: number;
  readonly id: string;
  readonly cells: readonly string[];
}

/** Another package in the graph. */
export interface OtherPackage {
  readonly id: string;
  /** The file of a table, by the table's name. */
  readonly paths: ReadonlyMap<string, string>;
  /** The entities that its descriptor names, by property. */
  readonly homes: ReadonlyMap<string, string>;
  /** Packages whose entities and ties its rows may name. */
  readonly buildsOn: readonly string[];
}

/** What is compared with the graph: a checked package, or nothing at all in its place. */
export interface Compared {
  readonly graph: Reader;
  readonly dataset: string;
  /** `null` to remove the package. */
  readonly dataPackage: DataPackage | null;
  /** Whether the graph holds something of this package. */
  readonly isHeld: boolean;
  /** The tables as the last import left them, by name; none while an import is under way, or was interrupted. */
  readonly heldTables: ReadonlyMap<string, TableContent>;
  /** The other packages in the graph. */
  readonly others: readonly OtherPackage[];
  /** Where it is noted what other packages state differently. */
  readonly problems: ProblemList;
}

/** Rows asked of the database at once. */
const BATCH = 2000;

/** Compares each table of a package with what the graph holds from it. Throws GraphError, DatasetError. */
export async function compare(compared: Compared): Promise<readonly TableChange[]> {
  const { dataPackage, isHeld, others } = compared;
  if (dataPackage !== null && !isHeld && others.length === 0)
    return tables.map((table) => wholeTable(table, 'added', dataPackage.tables.get(table.name)?.rows ?? 0));
  const changes: TableChange[] = [];
  for (const table of tables) changes.push(await compareTable(compared, table));
  return changes;
}

/**
 * Reads the rows of a table of a package with canonical cells. Throws DatasetError, after the last of them, when they
 * are not what was checked.
 */
export async function* statedRows(
  { directory, descriptor, tables: contents }: DataPackage,
  table: Table,
): AsyncGenerator<StatedRow> {
  const path = pathOfTable(descriptor, table);
  if (path === undefined) return;
  const canonical = canonicalCells(table.columns);
  const hash = tableHash();
  for await (const { line, cells } of tableRows(directory, path, table)) {
    const row = canonical(cells);
    hash.addRow(row);
    // The first column of every table is the id.
    yield { line, id: row[0] ?? '', cells: row };
  }
  if (hash.digest() !== contents.get(table.name)?.hash)
    throw new DatasetError({
      es: `Se esperaba que ${path}, en ${directory}, siguiera como se revisó, pero cambió mientras tanto. Cargue el paquete de nuevo.`,
      en: `Expected ${path} in ${directory} to stay as it was checked, but it changed meanwhile. Import the package again.`,
    });
}

/** A table of which all rows are added, or none differs. */
function wholeTable(table: Table, what: 'added' | 'unchanged', rows: number): TableChange {
  const counts = { added: 0, changed: 0, removed: 0, unchanged: 0, [what]: rows };
  return {
    table,
    counts,
    created: what === 'added' ? 'all' : new Set<string>(),
    changed: new Set(),
    removed: [],
    shared: [],
  };
}

async function compareTable(compared: Compared, table: Table): Promise<TableChange> {
  const stated = compared.dataPackage?.tables.get(table.name);
  if (stated !== undefined && stated.hash === compared.heldTables.get(table.name)?.hash)
    return wholeTable(table, 'unchanged', stated.rows);
  return compareRows(compared, table);
}

async function compareRows(compared: Compared, table: Table): Promise<TableChange> {
  const { graph, dataset, dataPackage } = compared;
  const held = await heldRows(compared, table);
  const standing = standingAgainst(compared, table);
  const circles = circlesBeside(compared, table);
  const created = new Set<string>();
  const changed = new Set<string>();
  const touched: Touched[] = [];
  let [added, altered, unchanged] = [0, 0, 0];
  let fresh: StatedRow[] = [];
  let restated: StatedRow[] = [];
  const settle = async () => {
    if (compared.others.length > 0) await standing.checkChanged(restated);
    restated = [];
    const elsewhere = await settleFresh(compared, table, fresh, standing);
    for (const { id, line, cells } of fresh) {
      const row = elsewhere.get(id);
      if (row === undefined) created.add(id);
      else touched.push({ line, cells, row });
    }
    fresh = [];
  };
  for await (const row of dataPackage === null ? [] : statedRows(dataPackage, table)) {
    circles?.add(row);
    const before = held.fingerprints.get(row.id);
    held.fingerprints.delete(row.id);
    const stored = held.shared.get(row.id);
    if (before === undefined) {
      added += 1;
      fresh.push(row);
    } else if (before === fingerprint(row.cells)) {
      unchanged += 1;
    } else {
      altered += 1;
      if (stored === undefined) {
        changed.add(row.id);
        restated.push(row);
      } else touched.push({ line: row.line, cells: row.cells, row: stored });
    }
    if (fresh.length === BATCH || restated.length === BATCH) await settle();
  }
  await settle();
  const gone = [...held.fingerprints.keys()];
  for (const id of gone) {
    const row = held.shared.get(id);
    if (row !== undefined) touched.push({ line: null, cells: null, row });
  }
  const shared = await sharedChanges(graph, table, touched, dataset);
  standing.checkShared(shared);
  if (added + altered > 0) await circles?.check();
  return {
    table,
    counts: { added, changed: altered, removed: gone.length, unchanged },
    created,
    changed,
    removed: gone.filter((id) => !held.shared.has(id)),
    shared,
  };
}

/** A row of several packages and what this one will state of it; `null` for nothing any more. */
interface Touched {
  readonly line: number | null;
  readonly cells: readonly string[] | null;
  readonly row: StoredRow;
}

/** Of some rows that the package did not state before, those that others state. */
async function settleFresh(
  { graph, others }: Compared,
  table: Table,
  fresh: readonly StatedRow[],
  standing: Standing,
): Promise<ReadonlyMap<string, StoredRow>> {
  if (fresh.length === 0 || others.length === 0) return new Map();
  await standing.checkFresh(fresh);
  const rows = await storedRowsById(
    graph,
    table,
    fresh.map(({ id }) => id),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What the package states in the graph: a fingerprint of each row, and the rows that others state too. */
async function heldRows({ graph, dataset, isHeld }: Compared, table: Table) {
  const fingerprints = new Map<string, number>();
  const shared = new Map<string, StoredRow>();
  if (!isHeld) return { fingerprints, shared };
  for await (const row of storedRows(graph, table, dataset)) {
    fingerprints.set(row.id, fingerprint(row.cells));
    if (row.datasets.length > 1) shared.set(row.id, row);
  }
  return { fingerprints, shared };
}

const FINGERPRINT_BYTES = 6;

/** 48 bits in a number instead of the cells themselves: of a million rows only this is kept. */
function fingerprint(cells: readonly string[]): number {
  return createHash('sha1').update(JSON.stringify(cells)).digest().readUIntBE(0, FINGERPRINT_BYTES);
}

async function sharedChanges(
  graph: Reader,
  table: Table,
  touched: readonly Touched[],
  dataset: string,
): Promise<readonly SharedChange[]> {
  const changes: SharedChange[] = [];
  for (let at = 0; at < touched.length; at += BATCH) {
    const batch = touched.slice(at, at + BATCH);
    const known = await sharedRows(
      graph,
      table,
      batch.map(({ row }) => row).filter(({ datasets }) => datasets.length > 1),
    );
    const statements = byRow(known);
    for (const { line, cells, row } of batch) {
      const after = new Map(
        row.datasets.length === 1
          ? row.datasets.map((only) => [only, row.cells])
          : (statements.get(row.id) ?? []).map((one) => [one.dataset, one.cells]),
      );
      if (cells === null) after.delete(dataset);
      else after.set(dataset, cells);
      changes.push({ id: row.id, line, before: row.datasets, after });
    }
  }
  return changes;
}

function byRow(rows: readonly SharedRow[]): ReadonlyMap<string, readonly SharedRow[]> {
  const groups = new Map<string, SharedRow[]>();
  for (const row of rows) {
    const group = groups.get(row.row);
    if (group === undefined) groups.set(row.row, [row]);
    else group.push(row);
  }
  return groups;
}
