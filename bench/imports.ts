import { createReadStream } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse';

import { validatePackage } from '../src/dataset/checking.ts';
import { importPackage } from '../src/dataset/importing.ts';
import { statementsFor } from '../src/dataset/load-statements.ts';
import { gatherLookups } from '../src/dataset/lookups.ts';
import type { Graph } from '../src/graph/graph.ts';
import { ensureSchema } from '../src/graph/schema.ts';
import { kindOf } from '../src/model/kinds.ts';
import { tables, type Table } from '../src/model/tables.ts';
import { openDatabase, packageOf, type Size } from './database.ts';

/** What imports of a package took; milliseconds. */
export interface ImportFigures {
  readonly rows: number;
  /** To check the package, which every import does first. */
  readonly checking: number;
  /** To load it into an empty database, without the check. */
  readonly firstLoad: number;
  /** To write the same graph by one UNWIND after the other, all values ready in memory. */
  readonly bareLoop: number;
  /** To import it again with a share of its rows changed, with the check; null for the seeds, which are not made. */
  readonly changed: { readonly rows: number; readonly milliseconds: number } | null;
  /** To import it once more as it is, with the check. */
  readonly unchanged: number;
}

/** Loads a package into an empty database, and measures it. */
export async function firstLoad(
  graph: Graph,
  directory: string,
): Promise<Pick<ImportFigures, 'rows' | 'checking' | 'firstLoad'>> {
  await ensureSchema(graph);
  const before = performance.now();
  const { dataPackage } = await validatePackage(directory);
  const checking = performance.now() - before;
  const start = performance.now();
  const imported = await importPackage(graph, directory);
  if (imported.outcome !== 'loaded')
    throw new Error(
      `Expected ${directory} to be loaded, but the outcome was "${imported.outcome}"; run: npx sobremesa validate ${directory}`,
    );
  return { rows: dataPackage?.total ?? 0, checking, firstLoad: performance.now() - start - checking };
}

/** The share of the rows that somebody changed. */
const CHANGED = 0.01;

/** How often an empty database is loaded by us and by the loop, in turn: one time differs from the next by a tenth. */
const ROUNDS = 3;

/** Measures everything about imports of a size, in databases of its own, as medians; takes minutes at 100,000 actors. */
export async function measureImports(size: Size): Promise<ImportFigures> {
  const { directory, remove } = await packageOf(size);
  try {
    const rounds: ImportFigures[] = [];
    while (rounds.length < ROUNDS) {
      const { contexts, ...ours } = await ourImports(directory, size);
      rounds.push({ ...ours, bareLoop: await bareLoop(directory, contexts) });
    }
    const median = (figure: (round: ImportFigures) => number) =>
      rounds.map(figure).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
    const [{ rows, changed }] = rounds as [ImportFigures];
    return {
      rows,
      checking: median(({ checking }) => checking),
      firstLoad: median(({ firstLoad: milliseconds }) => milliseconds),
      bareLoop: median(({ bareLoop: milliseconds }) => milliseconds),
      changed: changed && { ...changed, milliseconds: median((round) => round.changed?.milliseconds ?? Number.NaN) },
      unchanged: median(({ unchanged }) => unchanged),
    };
  } finally {
    await remove();
  }
}

async function ourImports(
  directory: string,
  size: Size,
): Promise<Omit<ImportFigures, 'bareLoop'> & { readonly contexts: Contexts }> {
  const database = await openDatabase();
  try {
    const first = await firstLoad(database.graph, directory);
    const contexts = await contextsIn(database.graph);
    const unchanged = await timed(() => importPackage(database.graph, directory));
    const changed = size === 'seed' ? null : await changedImport(database.graph, size);
    return { ...first, contexts, unchanged, changed };
  } finally {
    await database.stop();
  }
}

async function changedImport(graph: Graph, size: Size): Promise<ImportFigures['changed']> {
  const { directory, remove } = await packageOf(size, CHANGED);
  try {
    const start = performance.now();
    const imported = await importPackage(graph, directory);
    const milliseconds = performance.now() - start;
    if (imported.outcome !== 'loaded') throw new Error(`Expected changes, but the outcome was "${imported.outcome}".`);
    const counts = [...imported.tables.values()];
    return {
      rows: counts.reduce((sum, { added, changed, removed }) => sum + added + changed + removed, 0),
      milliseconds,
    };
  } finally {
    await remove();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A statement and the lists of values that it is to write. */
interface ReadyRows {
  readonly text: string;
  readonly rows: readonly (readonly unknown[])[];
}

const BATCH = 2000;

/**
 * What the database alone takes, when one statement after the other writes the graph that our import makes. Before the
 * time begins, all values are in memory, and the package was checked once more, so that Node and the database are as
 * warm and as idle as where our import begins to write.
 */
async function bareLoop(directory: string, contexts: Contexts): Promise<number> {
  const ready = await readyRows(directory, contexts);
  const database = await openDatabase();
  try {
    await ensureSchema(database.graph);
    await validatePackage(directory);
    return await timed(async () => {
      for (const { text, rows } of ready)
        for (let at = 0; at < rows.length; at += BATCH)
          await database.graph.execute('bareLoop', text, {
            rows: rows.slice(at, at + BATCH),
            datasets: ['generated'],
          });
    });
  } finally {
    await database.stop();
  }
}

type Contexts = ReadonlyMap<string, string>;

/** The words of their institutions by which people are found, which no row of the package holds. */
async function contextsIn(graph: Graph): Promise<Contexts> {
  const text = 'MATCH (n:Person) WHERE n.contextWords IS NOT NULL RETURN n.id, n.contextWords';
  return new Map(await graph.read<object, readonly [string, string]>({ name: 'contexts', text }, {}));
}

async function readyRows(directory: string, contexts: Contexts): Promise<readonly ReadyRows[]> {
  const { dataPackage } = await validatePackage(directory);
  if (dataPackage === null) throw new Error(`Expected ${directory} to be a valid package.`);
  const lookups = await gatherLookups(directory, dataPackage.descriptor);
  const ready: ReadyRows[] = [];
  for (const table of tables) {
    const { create, values } = statementsFor(table);
    const isPeople = table.name === kindOf('PERSON').table;
    const rows: (readonly unknown[])[] = [];
    for await (const row of rowsOf(directory, table)) {
      const cell = (column: string) => row[column] ?? '';
      lookups.add(table, cell);
      rows.push([...values(cell, lookups), ...(isPeople ? [contexts.get(cell('id')) ?? null] : [])]);
    }
    const last = (rows[0]?.length ?? 0) - 1;
    const withContext = create.text.replace('datasets: $datasets', `datasets: $datasets, contextWords: row[${last}]`);
    ready.push({ text: isPeople ? withContext : create.text, rows });
  }
  return ready;
}

function rowsOf(directory: string, { name }: Table): AsyncIterable<Readonly<Record<string, string>>> {
  return createReadStream(join(directory, `${name}.csv`)).pipe(parse({ columns: true }));
}
