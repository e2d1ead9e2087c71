import type { Graph, Reader } from '../graph/graph.ts';
import { isOutOfMemory } from '../graph/errors.ts';
import type { Query } from '../graph/query.ts';
import { datasetStates, ensureSchema, type DatasetState } from '../graph/schema.ts';
import { tables } from '../model/tables.ts';
import { apply, GraphMoved, type Application } from './applying.ts';
import { validatePackage, type DataPackage, type IdsOf, type TableContent } from './checking.ts';
import { compare, type OtherPackage, type RowCounts, type TableChange } from './comparing.ts';
import { DatasetError } from './dataset-error.ts';
import { beginClearing, clearUnstated } from './import-statements.ts';
import { problemList, type Report } from './problem.ts';
import { checkRemovals } from './removal-checks.ts';
import { renewSearchWords } from './search-contexts.ts';
import { storedRows } from './stored-rows.ts';

export interface ImportOptions {
  /** Told after each batch: the table, how many rows of all tables are written, and how many will be. */
  readonly onProgress?: Application['onProgress'];
  /** Only compares, and writes nothing. */
  readonly isDryRun?: boolean;
  /** Rows that differ up to which everything happens in one transaction; none holds many more. */
  readonly oneTransactionUpTo?: number;
}

/** What an import or a removal does, or did: how many rows of each table. */
export interface Difference {
  readonly dataset: string;
  /** Hash of the package; '' where it is removed. */
  readonly hash: string;
  /** By the name of the table, in the order of the model; all tables. */
  readonly tables: ReadonlyMap<string, RowCounts>;
  readonly milliseconds: number;
}

/**
 * What became of a package: it had problems, alone or beside the other packages, and nothing was written; the graph
 * had it already; it would be written; it was written.
 */
export type Imported =
  | { readonly outcome: 'invalid'; readonly report: Report }
  | ({ readonly outcome: 'unchanged' | 'compared' | 'loaded' } & Difference);

/** What became of a removal. */
export type Removed =
  | { readonly outcome: 'invalid'; readonly report: Report }
  | ({ readonly outcome: 'compared' | 'removed' } & Difference);

/** Measured with the managed database's memory: see docs/decisions/006. */
const ONE_TRANSACTION = 50_000;
/** How often a comparison is done anew because another import came between. */
const TRIES = 3;

/**
 * Checks the data package in a folder, compares it with what the graph holds from it and writes the difference;
 * nothing is read when the graph holds exactly this package. Throws DatasetError, GraphError.
 */
export async function importPackage(graph: Graph, directory: string, options: ImportOptions = {}): Promise<Imported> {
  const start = performance.now();
  const { report, dataPackage } = await validatePackage(directory, idsOf(graph));
  if (dataPackage === null) return { outcome: 'invalid', report };
  await ensureSchema(graph);
  const dataset = dataPackage.descriptor.name;
  // The first statement of a database that has just begun takes long: an empty graph is asked as little as can be.
  const isEmpty = (await datasetStates(graph)).length === 0;
  if (options.isDryRun !== true && !isEmpty) {
    await clearFormer(graph, dataset);
    await renewSearchWords(graph);
  }
  const held = (await datasetStates(graph)).find(({ id }) => id === dataset);
  if (held?.hash === dataPackage.hash && held.state === 'COMPLETE')
    return { outcome: 'unchanged', ...difference(dataset, dataPackage, unchangedTables(dataPackage), start) };
  const changes = await settle(graph, { dataset, dataPackage }, options);
  if ('problems' in changes) return { outcome: 'invalid', report: changes };
  const outcome = options.isDryRun === true ? 'compared' : 'loaded';
  return { outcome, ...difference(dataset, dataPackage, countsOf(changes), start) };
}

/**
 * Removes what only this package states, and what it states of rows that others state too. Throws DatasetError for
 * a package that the graph does not hold, GraphError.
 */
export async function removePackage(graph: Graph, dataset: string, options: ImportOptions = {}): Promise<Removed> {
  const start = performance.now();
  await ensureSchema(graph);
  const held = await datasetStates(graph);
  if (!held.some(({ id }) => id === dataset)) throw notHeld(dataset, held);
  if (options.isDryRun !== true) await clearFormer(graph, dataset);
  const changes = await settle(graph, { dataset, dataPackage: null }, options);
  if ('problems' in changes) return { outcome: 'invalid', report: changes };
  const outcome = options.isDryRun === true ? 'compared' : 'removed';
  return { outcome, ...difference(dataset, null, countsOf(changes), start) };
}

/**
 * Versions before several packages kept neither who states a row nor the descriptor: what they loaded is removed, to
 * be loaded anew. Such a graph holds one package.
 */
async function clearFormer(graph: Graph, dataset: string): Promise<void> {
  const [former] = await graph.read(formerDatasets, {});
  if (former === undefined) return;
  const [id] = former;
  if (id !== dataset) throw ofOlderVersion(id);
  await graph.execute(beginClearing.name, beginClearing.text, { id });
  await graph.execute(clearUnstated.name, clearUnstated.text);
}

type Wanted = Pick<Application, 'dataset' | 'dataPackage'>;

/** Compares and writes; gives what was done, or a report of what forbids it. */
async function settle(
  graph: Graph,
  wanted: Wanted,
  { isDryRun, oneTransactionUpTo, onProgress }: ImportOptions,
): Promise<readonly TableChange[] | Report> {
  let limit = oneTransactionUpTo ?? ONE_TRANSACTION;
  for (let attempt = 1; ; attempt += 1) {
    const revision = await revisionOf(graph);
    const compared = await compareWithGraph(graph, wanted);
    if ('problems' in compared) return compared;
    const { changes, isResumed } = compared;
    if (isDryRun === true) return changes;
    try {
      await apply(graph, { ...wanted, changes, isResumed, revision, onProgress }, limit);
      return changes;
    } catch (cause) {
      // A database with less memory than the managed one takes in batches what it cannot take at once.
      if (limit >= 0 && isOutOfMemory(cause)) limit = -1;
      else if (!(cause instanceof GraphMoved) || attempt === TRIES) throw cause;
    }
  }
}

async function compareWithGraph(
  graph: Graph,
  wanted: Wanted,
): Promise<Pick<Application, 'changes' | 'isResumed'> | Report> {
  const states = await datasetStates(graph);
  const unfinished = states.find(({ id, state }) => id !== wanted.dataset && state === 'LOADING');
  if (unfinished !== undefined) throw interrupted(unfinished);
  const problems = problemList();
  const held = states.find(({ id }) => id === wanted.dataset);
  const known = states.length === 0 ? [] : await graph.read(descriptions, {});
  const others = known.map(toOther).filter(({ id }) => id !== wanted.dataset);
  const [, , content = null] = known.find(([id]) => id === wanted.dataset) ?? [];
  // Written by an import.
  const contents = JSON.parse(content ?? '[]') as readonly (readonly [name: string, content: TableContent])[];
  const heldTables = new Map(held?.state === 'COMPLETE' ? contents : []);
  const compared = { graph, ...wanted, isHeld: held !== undefined, heldTables, others, problems };
  const changes = await compare(compared);
  await checkRemovals(compared, changes);
  const report = problems.report();
  return report.total > 0 ? report : { changes, isResumed: held?.state === 'LOADING' };
}

const revision: Query<object, readonly [number: number]> = {
  name: 'revision',
  text: "MATCH (r:Revision {id: 'graph'}) RETURN r.number",
};

async function revisionOf(graph: Reader): Promise<number> {
  const [row] = await graph.read(revision, {});
  return row?.[0] ?? 0;
}

type Description = readonly [id: string, descriptor: string | null, tables: string | null];

const descriptions: Query<object, Description> = {
  name: 'datasetDescriptions',
  text: 'MATCH (d:Dataset) RETURN d.id, d.descriptor, d.tables',
};

/** A package that a version before several packages loaded, or had begun to load: it counted no imports. */
const formerDatasets: Query<object, readonly [id: string]> = {
  name: 'formerDatasets',
  text: `MATCH (d:Dataset)
WHERE d.descriptor IS NULL AND (d.loadedAt IS NOT NULL OR NOT EXISTS { MATCH (:Revision {id: 'graph'}) })
RETURN d.id`,
};

/** The statements of this file, for the list of all. */
export const importStatements = [revision, descriptions, formerDatasets];

function toOther([id, text]: Description): OtherPackage {
  // Written by an import, which had checked it.
  const descriptor = JSON.parse(text ?? '{}') as Partial<DataPackage['descriptor']>;
  const { homeCity, homeGovernment, planner } = descriptor.sobremesa ?? {};
  return {
    id,
    homes: new Map([
      ['homeCity', homeCity ?? ''],
      ['homeGovernment', homeGovernment ?? ''],
      ['planner.governmentSector', planner?.governmentSector ?? ''],
    ]),
    paths: new Map(descriptor.resources?.map(({ name, path }) => [name, path])),
    buildsOn: descriptor.sobremesa?.buildsOn ?? [],
  };
}

/** The entities and ties that other packages in the graph state. */
function idsOf(graph: Graph): IdsOf {
  return async function* (datasets) {
    const held = await datasetStates(graph);
    const missing = datasets.find((dataset) => !held.some(({ id }) => id === dataset));
    if (missing !== undefined) throw notHeld(missing, held);
    const unfinished = held.find(({ id, state }) => state === 'LOADING' && datasets.includes(id));
    if (unfinished !== undefined) throw interrupted(unfinished);
    for (const table of tables.filter(({ holds }) => holds.what === 'entities' || holds.what === 'ties')) {
      for await (const row of storedRows(graph, table))
        if (row.datasets.some((id) => datasets.includes(id))) yield { table: table.name, id: row.id };
    }
  };
}

function difference(
  dataset: string,
  dataPackage: DataPackage | null,
  counts: ReadonlyMap<string, RowCounts>,
  start: number,
): Difference {
  const milliseconds = Math.round(performance.now() - start);
  return { dataset, hash: dataPackage?.hash ?? '', tables: counts, milliseconds };
}

function countsOf(changes: readonly TableChange[]): ReadonlyMap<string, RowCounts> {
  return new Map(changes.map(({ table, counts }) => [table.name, counts]));
}

function unchangedTables({ tables: contents }: DataPackage): ReadonlyMap<string, RowCounts> {
  return new Map(
    [...contents].map(([name, { rows: unchanged }]) => [name, { added: 0, changed: 0, removed: 0, unchanged }]),
  );
}

function notHeld(dataset: string, held: readonly DatasetState[]): DatasetError {
  const ids = held.map(({ id }) => id).join(', ');
  return new DatasetError({
    es: `Se esperaba un paquete que esté en el grafo (${ids === '' ? 'no hay ninguno' : ids}), pero llegó ${dataset}. Dé uno de ellos, o cárguelo primero.`,
    en: `Expected a package that the graph holds (${ids === '' ? 'it holds none' : ids}), but got ${dataset}. Name one of these, or import it first.`,
  });
}

function ofOlderVersion(id: string): DatasetError {
  return new DatasetError({
    es: `Se esperaba un grafo en que cada fila diga de qué paquetes es, pero ${id} se cargó con una versión anterior del programa. Cargue primero ${id} de nuevo, o quítelo con "sobremesa remove ${id}".`,
    en: `Expected a graph in which every row says which packages state it, but ${id} was loaded by an older version of the program. Import ${id} again first, or remove it with "sobremesa remove ${id}".`,
  });
}

function interrupted({ id }: DatasetState): DatasetError {
  return new DatasetError({
    es: `Se esperaba que los demás paquetes del grafo estuvieran completos, pero ${id} se está cargando, o su carga se interrumpió. Espere a que acabe, o cargue ${id} de nuevo, o quítelo con "sobremesa remove ${id}".`,
    en: `Expected every other package in the graph to be whole, but ${id} is being imported, or its import was interrupted. Wait for it, or import ${id} again, or remove it with "sobremesa remove ${id}".`,
  });
}
