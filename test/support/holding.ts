import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { importPackage } from '../../src/dataset/importing.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { datasetStates, ensureSchema } from '../../src/graph/schema.ts';
import { emptyGraph } from './graph-content.ts';

/** Makes a graph hold the packages in some folders, and nothing else. */
export async function hold(graph: Graph, ...directories: readonly string[]): Promise<void> {
  await ensureSchema(graph);
  const wanted = new Set(await Promise.all(directories.map(nameOf)));
  const held = await datasetStates(graph);
  if (held.some(({ id, state }) => !wanted.has(id) || state !== 'COMPLETE')) await emptyGraph(graph);
  for (const directory of directories) {
    const imported = await importPackage(graph, directory);
    if (imported.outcome === 'invalid')
      throw new Error(
        `The package of a test should be valid, but has problems: ${JSON.stringify(imported.report.problems)}`,
      );
  }
}

async function nameOf(directory: string): Promise<string> {
  const { name } = JSON.parse(await readFile(join(directory, 'datapackage.json'), 'utf8')) as { readonly name: string };
  return name;
}
