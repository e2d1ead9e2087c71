import type { Graph, Writer } from '../graph/graph.ts';
import { datasetState } from '../graph/schema.ts';
import { tables, type Table } from '../model/tables.ts';
import type { DataPackage } from './checking.ts';
import { contentHash, type ContentHash } from './content-hash.ts';
import { beginDataset, clearGraph, clearGraphInBatches, completeDataset, loadStatements } from './load-statements.ts';
import { gatherLookups, type GrowingLookups } from './lookups.ts';
import type { Cells } from './row-values.ts';
import { pathOfTable, tableRows } from './table-reading.ts';

export interface LoadOptions {
  /** Told after each batch: the table, how many rows of all tables are written, and how many there are. */
  readonly onProgress?: (table: string, rows: number, total: number) => void;
  /** Rows, with those to be replaced, up to which everything happens in one transaction. */
  readonly oneTransactionUpTo?: number;
}

export interface Loaded {
  /** Rows written, by table. */
  readonly counts: ReadonlyMap<string, number>;
  readonly hash: string;
  readonly milliseconds: number;
}

/** A package that cannot be loaded, through no fault of its rows. */
export class DatasetError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DatasetError';
  }
}

/** Measured with the managed database's memory (512 MB, of which transactions get 358): 50,000 rows do not fit. */
const ONE_TRANSACTION = 20_000;
/** Larger batches gained nothing when measured. */
const BATCH = 2000;

/**
 * Replaces what the graph holds by a checked package. Up to some size this is one transaction: readers see the old
 * or the new. A larger one is written in many, marked LOADING until it is whole. Throws DatasetError, GraphError.
 */
export async function loadPackage(graph: Graph, dataPackage: DataPackage, options: LoadOptions = {}): Promise<Loaded> {
  const start = performance.now();
  const held = await datasetState(graph);
  const { name } = dataPackage.descriptor;
  if (held !== null && held.id !== name) throw otherDataset(held.id, name);
  const isSmall = dataPackage.total + (held?.rows ?? 0) <= (options.oneTransactionUpTo ?? ONE_TRANSACTION);
  const counts = isSmall
    ? await graph.write((writer) => replace(writer.run, clearGraph, dataPackage, options))
    : await replace(graph.execute, clearGraphInBatches, dataPackage, options);
  return { counts, hash: dataPackage.hash, milliseconds: Math.round(performance.now() - start) };
}

async function replace(
  run: Writer['run'],
  clear: typeof clearGraph,
  dataPackage: DataPackage,
  options: LoadOptions,
): Promise<ReadonlyMap<string, number>> {
  const { directory, descriptor, hash, total } = dataPackage;
  const { homeCity, homeGovernment, howToCite } = descriptor.sobremesa;
  await run(beginDataset.name, beginDataset.text, {
    id: descriptor.name,
    version: descriptor.version,
    hash,
    rows: total,
  });
  await run(clear.name, clear.text);
  const written = contentHash();
  const counts = await writeTables(run, dataPackage, await gatherLookups(directory, descriptor), written, options);
  if (written.digest(descriptor) !== hash) throw changedMeanwhile(directory);
  await run(completeDataset.name, completeDataset.text, {
    id: descriptor.name,
    title: descriptor.title,
    loadedAt: new Date().toISOString(),
    licences: descriptor.licenses.map((licence) => licence.title ?? licence.name ?? licence.path ?? ''),
    citation: howToCite,
    homeCity,
    homeGovernment,
  });
  return counts;
}

async function writeTables(
  run: Writer['run'],
  { directory, descriptor, total }: DataPackage,
  lookups: GrowingLookups,
  hash: ContentHash,
  { onProgress }: LoadOptions,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  let written = 0;
  for (const table of tables) {
    const rows = batches(directory, pathOfTable(descriptor, table) ?? '', table, lookups, hash);
    const count = await writeTable(run, table, rows, [descriptor.name], (batch) => {
      written += batch;
      onProgress?.(table.name, written, total);
    });
    counts.set(table.name, count);
  }
  return counts;
}

/** Writes the batches one after the other, reading the next while the database works. Returns how many rows there were. */
async function writeTable(
  run: Writer['run'],
  table: Table,
  rows: AsyncIterable<readonly unknown[]>,
  datasets: readonly string[],
  onWritten: (rows: number) => void,
): Promise<number> {
  let count = 0;
  let writing = Promise.resolve();
  for await (const batch of rows) {
    await writing;
    count += batch.length;
    writing = writeBatch(run, table, batch, datasets).then(() => onWritten(batch.length));
    // A failure is told where it is awaited; should reading fail first, it must not count as unhandled.
    writing.catch(() => undefined);
  }
  await writing;
  return count;
}

/** Reads a table anew, for its rows were not kept when they were checked, and yields the values of many rows at once. */
async function* batches(
  directory: string,
  path: string,
  table: Table,
  lookups: GrowingLookups,
  hash: ContentHash,
): AsyncGenerator<readonly unknown[]> {
  const positions = new Map(table.columns.map(({ name }, at) => [name, at]));
  const statement = loadStatements.get(table.name);
  let batch: unknown[] = [];
  for await (const { cells } of tableRows(directory, path, table)) {
    const cell: Cells = (column) => cells[positions.get(column) ?? -1] ?? '';
    hash.addRow(table.name, cells);
    lookups.add(table, cell);
    batch.push(statement?.values(cell, lookups));
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function writeBatch(
  run: Writer['run'],
  table: Table,
  rows: readonly unknown[],
  datasets: readonly string[],
): Promise<void> {
  const statement = loadStatements.get(table.name);
  if (statement === undefined)
    throw new Error(
      `Expected a statement for the table ${table.name}, but there is none: the statements are built from the model.`,
    );
  const [answer] = await run(statement.name, statement.text, { rows, datasets });
  const written = answer?.[0];
  if (written !== rows.length) {
    throw new DatasetError(
      `Expected ${rows.length} rows of ${table.name} to be written, but the database wrote ${String(written)}. Something else wrote to it meanwhile: import the package again.`,
    );
  }
}

function otherDataset(held: string, asked: string): DatasetError {
  return new DatasetError(
    `Expected the package ${held}, which the graph holds, but got ${asked}. The graph holds one package at a time: empty it with "sobremesa db reset", or import into another database.`,
  );
}

function changedMeanwhile(directory: string): DatasetError {
  return new DatasetError(
    `Expected the files in ${directory} to stay as they were checked, but they changed while they were being loaded. Import the package again.`,
  );
}
