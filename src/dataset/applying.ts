import type { Graph } from '../graph/graph.ts';
import { recordOf } from '../model/records.ts';
import type { Table } from '../model/tables.ts';
import { tieKinds } from '../model/ties.ts';
import type { DataPackage } from './checking.ts';
import { statedRows, type SharedChange, type TableChange } from './comparing.ts';
import { DatasetError } from './dataset-error.ts';
import {
  beginDataset,
  citationsOfSources,
  completeDataset,
  dateAgreements,
  dateTies,
  dropSharedRows,
  keepSharedRows,
  nextRevision,
  removeDataset,
  sharedSources,
} from './import-statements.ts';
import { statementsFor, type WriteStatement } from './load-statements.ts';
import { gatherLookups, noLookups, type GrowingLookups } from './lookups.ts';
import { Pipeline } from './pipeline.ts';
import { Prefetch } from './prefetch.ts';
import type { Cells } from './row-values.ts';
import { changesContexts, settleContexts } from './search-contexts.ts';
import { sharedRowId } from './stored-rows.ts';
import { Transactions, type Run, type Together } from './transactions.ts';
import { unite } from './uniting.ts';

/** What is written, and over which graph it was compared. */
export interface Application {
  readonly dataset: string;
  /** `null` where the package is removed. */
  readonly dataPackage: DataPackage | null;
  readonly changes: readonly TableChange[];
  /** Whether it goes on from an import of the package that was interrupted. */
  readonly isResumed: boolean;
  /** The number of imports that the graph had seen when it was compared. */
  readonly revision: number;
  /** Told after each batch: the table, how many rows of all tables are written, and how many will be. */
  readonly onProgress?: ((table: string, rows: number, total: number) => void) | undefined;
}

/** Rows of a statement; more gained nothing when measured. */
const BATCH = 2000;
/** Rows of a transaction, where not everything is in one. */
const ROWS_TOGETHER = 10_000;
/** Batches that are read before the database takes them: while it commits, it takes none. */
const READ_AHEAD = 4;

/** How many rows differ. */
function sizeOf(changes: readonly TableChange[]): number {
  return changes.reduce((sum, { counts }) => sum + counts.added + counts.changed + counts.removed, 0);
}

/**
 * Writes what differs: in one transaction where no more than `rowsTogether` rows do, so that readers see the graph
 * before or after, never between. In many the package is marked LOADING until it is whole, and an import that was
 * interrupted goes on from what the graph holds. Throws DatasetError, GraphError.
 */
export async function apply(graph: Graph, application: Application, rowsTogether: number): Promise<void> {
  if (sizeOf(application.changes) <= rowsTogether) {
    await graph.write(async ({ run }) => {
      await begin(run, application);
      await writeAll((_, writes) => writes(run), application);
    });
    return;
  }
  await graph.write(({ run }) => begin(run, application));
  let revision = application.revision + 1;
  const transactions = new Transactions(graph, Math.min(rowsTogether, ROWS_TOGETHER), async (run) => {
    revision += 1;
    const own = revision;
    if ((await numberedNext(run)) !== own) throw overtaken(application);
  });
  try {
    await writeAll(transactions.together, application);
    await transactions.end();
  } finally {
    await transactions.close();
  }
}

async function begin(run: Run, { dataset, dataPackage, revision }: Application): Promise<void> {
  if ((await numberedNext(run)) !== revision + 1) throw new GraphMoved();
  const { descriptor, hash, total } = dataPackage ?? { descriptor: null, hash: '', total: 0 };
  const state = { id: dataset, version: descriptor?.version ?? '', hash, rows: total };
  await run(beginDataset.name, beginDataset.text, state);
}

async function numberedNext(run: Run): Promise<unknown> {
  const [[number] = []] = await run(nextRevision.name, nextRevision.text);
  return number;
}

async function writeAll(together: Together, application: Application): Promise<void> {
  const { dataset, dataPackage, changes, isResumed } = application;
  const tell = teller(application);
  // Ties and what refers to entities go first and entities last, so that nothing loses an end on the way.
  for (const change of changes.filter(({ table }) => !isReferredTo(table))) await remove(together, change, tell);
  await writeTables(together, application, tell);
  for (const change of changes.filter(({ table }) => isReferredTo(table)).reverse())
    await remove(together, change, tell);
  await settleDates(together, changes, isResumed);
  if (isResumed || changes.some(changesContexts)) await settleContexts(together);
  await together(0, (run) => complete(run, dataset, dataPackage));
}

/** Another import came between the comparison and the writing: what was compared is out of date. */
export class GraphMoved extends DatasetError {
  constructor() {
    super({
      es: 'Se esperaba que esta fuera la única carga, pero otra escribió mientras tanto en el grafo. Cargue el paquete de nuevo.',
      en: 'Expected to be the only import, but another one wrote to the graph meanwhile. Import the package again.',
    });
  }
}

/** Not to be tried again: the other one would be overtaken in its turn. */
function overtaken({ dataset }: Application): DatasetError {
  return new DatasetError({
    es: `Se esperaba que nadie más escribiera ${dataset}, pero mientras tanto empezó otra carga o retiro del mismo paquete, y vale lo que este escriba. Espere a que acabe y, si hace falta, cargue o quite ${dataset} de nuevo.`,
    en: `Expected to be the only one to write ${dataset}, but another import or removal of it began meanwhile, and what it writes stands. Wait for it, then import or remove ${dataset} again if need be.`,
  });
}

/** Entities, sources, places and citations. */
function isReferredTo({ holds }: Table): boolean {
  return (
    holds.what === 'entities' ||
    (holds.what === 'records' && (holds.kind === 'SOURCE' || holds.kind === 'PLACE' || holds.kind === 'CITATION'))
  );
}

type Tell = (table: Table, rows: number) => void;

function teller({ changes, onProgress }: Application): Tell {
  const total = sizeOf(changes);
  let written = 0;
  return ({ name }, rows) => {
    written += rows;
    if (rows > 0) onProgress?.(name, written, total);
  };
}

async function remove(together: Together, { table, removed }: TableChange, tell: Tell): Promise<void> {
  const statement = statementsFor(table).remove;
  for (const ids of batchesOf(removed)) {
    await together(ids.length, async (run) => {
      await run(statement.name, statement.text, { ids });
    });
    tell(table, ids.length);
  }
}

async function writeTables(together: Together, application: Application, tell: Tell): Promise<void> {
  const { dataset, dataPackage, changes } = application;
  const lookups = dataPackage === null ? noLookups : await gatherLookups(dataPackage.directory, dataPackage.descriptor);
  const moved = movedEntities(changes);
  const readings = changes.map(
    (change) => new Prefetch(batchesOfTable({ dataset, dataPackage, change, moved, lookups }), READ_AHEAD),
  );
  const sent = new Pipeline();
  try {
    for (const [at, change] of changes.entries()) {
      const [batches, following] = readings.slice(at, at + 2);
      if (batches !== undefined) await writeTable(together, { dataset, change, batches, sent }, tell);
      await writeShared(together, change, lookups, tell);
      if (change.table.name === recordOf('SOURCE').table) await learnDates(together, dataset, lookups);
      // While the last rows of this table are written, the next one is read.
      following?.start();
    }
    await sent.end();
  } finally {
    await Promise.all(readings.map((reading) => reading.stop()));
  }
}

/** Of sources that a package leaves undated, another one may know the date. */
async function learnDates(together: Together, dataset: string, lookups: GrowingLookups): Promise<void> {
  await together(0, async (run) => {
    for (const [id, publishedOn] of await run(sharedSources.name, sharedSources.text, { dataset }))
      lookups.addDate(String(id), typeof publishedOn === 'string' ? publishedOn : '');
  });
}

/** Entities that leave one table for another keep their node and change its kind. */
function movedEntities(changes: readonly TableChange[]): ReadonlySet<string> {
  const entities = changes.filter(({ table }) => table.holds.what === 'entities');
  const removed = new Set(entities.flatMap(({ removed: ids }) => ids));
  return new Set(
    entities.flatMap(({ created }) => (created === 'all' ? [] : [...created].filter((id) => removed.has(id)))),
  );
}

interface TableReading {
  readonly dataset: string;
  readonly dataPackage: DataPackage | null;
  readonly change: TableChange;
  readonly moved: ReadonlySet<string>;
  readonly lookups: GrowingLookups;
}

interface Batch {
  readonly fresh: readonly (readonly unknown[])[];
  readonly altered: readonly (readonly unknown[])[];
}

/** The rows of a table that only this package states. They were not kept when they were compared: they are read anew. */
async function* batchesOfTable({ dataset, dataPackage, change, moved, lookups }: TableReading): AsyncGenerator<Batch> {
  const { table, created, changed } = change;
  if (dataPackage === null) return;
  if (created !== 'all' && created.size + changed.size === 0 && !lookups.learnsFrom(table)) return;
  const { values } = statementsFor(table);
  const read = cellReader(table);
  let batch: { fresh: (readonly unknown[])[]; altered: (readonly unknown[])[] } = { fresh: [], altered: [] };
  for await (const { id, cells } of statedRows(dataPackage, table)) {
    const cell = read(cells);
    lookups.add(table, cell);
    const isNew = created === 'all' || created.has(id);
    if (isNew && !moved.has(id)) batch.fresh.push(values(cell, lookups));
    else if (isNew || changed.has(id)) batch.altered.push([...values(cell, lookups), [dataset]]);
    if (batch.fresh.length + batch.altered.length < BATCH) continue;
    yield batch;
    batch = { fresh: [], altered: [] };
  }
  if (batch.fresh.length + batch.altered.length > 0) yield batch;
}

interface TableWriting {
  readonly dataset: string;
  readonly change: TableChange;
  readonly batches: Prefetch<Batch>;
  readonly sent: Pipeline;
}

/** Sends the rows of a table that only this package states; the last of them need not be written yet. */
async function writeTable(together: Together, writing: TableWriting, tell: Tell): Promise<void> {
  const { dataset, change, batches, sent } = writing;
  const { create, change: alter } = statementsFor(change.table);
  for (let next = await batches.next(); next.done !== true; next = await batches.next()) {
    const { fresh, altered } = next.value;
    const rows = fresh.length + altered.length;
    // Both are sent at once: the rows that follow do not wait, and may need what either writes.
    const written = together(rows, async (run) => {
      await Promise.all([
        fresh.length > 0 && write(run, change.table, create, fresh, { datasets: [dataset] }),
        altered.length > 0 && write(run, change.table, alter, altered),
      ]);
    });
    await sent.add(written.then(() => tell(change.table, rows)));
  }
}

/** Gives access to the cells of a table's rows by column. */
function cellReader({ columns }: Table): (cells: readonly string[]) => Cells {
  const positions = new Map(columns.map(({ name }, at) => [name, at]));
  return (cells) => (column) => cells[positions.get(column) ?? -1] ?? '';
}

/** Writes rows of several packages: united in the graph, and beside it what each states. */
async function writeShared(
  together: Together,
  { table, shared }: TableChange,
  lookups: GrowingLookups,
  tell: Tell,
): Promise<void> {
  const { change, values } = statementsFor(table);
  const read = cellReader(table);
  for (const batch of batchesOf(shared)) {
    const rows = batch.map(({ after }) => [
      ...values(read(unite(table.columns, after).cells), lookups),
      [...after.keys()].sort(),
    ]);
    await together(rows.length, async (run) => {
      await write(run, table, change, rows);
      await run(dropSharedRows.name, dropSharedRows.text, { ids: batch.flatMap((row) => notShared(table, row)) });
      await run(keepSharedRows.name, keepSharedRows.text, { rows: batch.flatMap((row) => sharedBy(table, row)) });
    });
    tell(table, batch.length);
  }
}

function notShared(table: Table, { id, before, after }: SharedChange): readonly string[] {
  return before
    .filter((dataset) => after.size === 1 || !after.has(dataset))
    .map((dataset) => sharedRowId(dataset, table, id));
}

function sharedBy(table: Table, { id, after }: SharedChange): readonly (readonly unknown[])[] {
  if (after.size === 1) return [];
  return [...after].map(([dataset, cells]) => [sharedRowId(dataset, table, id), dataset, table.name, id, cells]);
}

async function write(
  run: Run,
  table: Table,
  { name, text }: WriteStatement,
  rows: readonly unknown[],
  parameters: object = {},
): Promise<void> {
  const [answer] = await run(name, text, { rows, ...parameters });
  const written = answer?.[0];
  if (written !== rows.length) {
    throw new DatasetError({
      es: `Se esperaba escribir ${rows.length} filas de ${table.name}, pero la base de datos escribió ${String(written)}. Algo más escribió en ella mientras tanto: cargue el paquete de nuevo.`,
      en: `Expected ${rows.length} rows of ${table.name} to be written, but the database wrote ${String(written)}. Something else wrote to it meanwhile: import the package again.`,
    });
  }
}

/**
 * What ties and agreements take from other tables: the date of the newest source, that of the first act. Rows that
 * only this package states were written with it; here follow those whose own cells did not change. What an import
 * that was interrupted had touched is not known any more: then all are looked at.
 */
async function settleDates(together: Together, changes: readonly TableChange[], isResumed: boolean): Promise<void> {
  const touched = (name: string) => {
    const change = changes.find(({ table }) => table.name === name);
    return change === undefined ? [] : [...change.changed, ...change.shared.map(({ id }) => id)];
  };
  const sources = touched('sources');
  await together(0, async (run) => {
    const found = sources.length === 0 ? [] : await run(citationsOfSources.name, citationsOfSources.text, { sources });
    const citations = [...found.map(([id]) => String(id)), ...touched('citations')];
    for (const kind of tieKinds) {
      const ids = changes.find(({ table: { holds } }) => holds.what === 'ties' && holds.kind === kind)?.shared ?? [];
      const statement = dateTies.get(kind);
      const parameters = { citations: isResumed ? null : citations, ids: ids.map(({ id }) => id) };
      if (statement !== undefined && (isResumed || citations.length + ids.length > 0))
        await run(statement.name, statement.text, parameters);
    }
    if (isResumed || changes.some(movesAgreements)) await run(dateAgreements.name, dateAgreements.text);
  });
}

function movesAgreements({ table: { holds }, created, changed, removed, shared }: TableChange): boolean {
  // The acts of an agreement may be another package's.
  if (holds.what === 'entities' && holds.kind === 'AGREEMENT') return changed.size + shared.length > 0;
  if (holds.what !== 'records' || holds.kind !== 'AGREEMENT_ACT' || created === 'all') return false;
  return created.size + changed.size + removed.length + shared.length > 0;
}

async function complete(run: Run, dataset: string, dataPackage: DataPackage | null): Promise<void> {
  if (dataPackage === null) {
    await run(removeDataset.name, removeDataset.text, { id: dataset });
    return;
  }
  const { descriptor } = dataPackage;
  const { homeCity, homeGovernment, howToCite, planner } = descriptor.sobremesa;
  await run(completeDataset.name, completeDataset.text, {
    id: dataset,
    title: descriptor.title,
    loadedAt: new Date().toISOString(),
    licences: descriptor.licenses.map((licence) => licence.title ?? licence.name ?? licence.path ?? ''),
    citation: howToCite,
    homeCity,
    homeGovernment,
    planner: JSON.stringify(planner),
    descriptor: JSON.stringify(descriptor),
    tables: JSON.stringify([...dataPackage.tables]),
  });
}

function* batchesOf<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += BATCH) yield all.slice(at, at + BATCH);
}
