import { createReadStream } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse';

import { validatePackage } from '../src/dataset/checking.ts';
import { importPackage } from '../src/dataset/importing.ts';
import { statementsFor } from '../src/dataset/load-statements.ts';
import { gatherLookups } from '../src/dataset/lookups.ts';
import type { Graph } from '../src/graph/graph.ts';
import { ensureSchema } from '../src/graph/schema.ts';
import { tables, type Table } from '../src/model/tables.ts';
import { openDatabase, packageOf, type Size } from './database.ts';

/** What imports of a package took; milliseconds. */
export interface ImportFigures {
  readonly rows: number;
  /** To check the package, which every import does first. */
  readonly checking: number;
  /** To load it into an empty database, without the check. */
  readonly firstLoad: number;
  /** To write the same rows by one UNWIND after the other, their values ready in memory; null when it was not asked for. */
  readonly bareLoop: number | null;
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

/** Measures everything about imports of a size, in databases of its own; takes minutes at 100,000 actors. */
export async function measureImports(size: Size): Promise<ImportFigures> {
  const { directory, remove } = await packageOf(size);
  const database = await openDatabase();
  try {
    const first = await firstLoad(database.graph, directory);
    const unchanged = await timed(() => importPackage(database.graph, directory));
    const changed = size === 'seed' ? null : await changedImport(database.graph, size);
    return { ...first, unchanged, changed, bareLoop: await bareLoop(directory) };
  } finally {
    await database.stop();
    await remove();
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

const BATCH = 2000;

/** What the database alone takes: only the statements are timed, not what makes their values. */
async function bareLoop(directory: string): Promise<number> {
  const database = await openDatabase();
  try {
    await ensureSchema(database.graph);
    const { dataPackage } = await validatePackage(directory);
    if (dataPackage === null) throw new Error(`Expected ${directory} to be a valid package.`);
    const lookups = await gatherLookups(directory, dataPackage.descriptor);
    let milliseconds = 0;
    for (const table of tables) {
      const { create, values } = statementsFor(table);
      const rows: (readonly unknown[])[] = [];
      for await (const row of rowsOf(directory, table)) {
        const cell = (column: string) => row[column] ?? '';
        lookups.add(table, cell);
        rows.push(values(cell, lookups));
      }
      milliseconds += await timed(async () => {
        for (let at = 0; at < rows.length; at += BATCH)
          await database.graph.execute(create.name, create.text, {
            rows: rows.slice(at, at + BATCH),
            datasets: ['generated'],
          });
      });
    }
    return milliseconds;
  } finally {
    await database.stop();
  }
}

function rowsOf(directory: string, { name }: Table): AsyncIterable<Readonly<Record<string, string>>> {
  return createReadStream(join(directory, `${name}.csv`)).pipe(parse({ columns: true }));
}
