import type { Graph } from '../graph/graph.ts';
import { datasetState, ensureSchema } from '../graph/schema.ts';
import { validatePackage } from './checking.ts';
import { loadPackage, type Loaded, type LoadOptions } from './loading.ts';
import type { Report } from './problem.ts';

/** What became of a package: it had problems and nothing was written, the graph had it already, or it was loaded. */
export type Imported =
  | { readonly outcome: 'invalid'; readonly report: Report }
  | { readonly outcome: 'unchanged'; readonly hash: string }
  | ({ readonly outcome: 'loaded' } & Loaded);

/**
 * Checks the data package in a folder and loads it, unless the graph already holds exactly what it says. An
 * interrupted load is done anew. Throws DatasetError, GraphError.
 */
export async function importPackage(graph: Graph, directory: string, options: LoadOptions = {}): Promise<Imported> {
  const { report, dataPackage } = await validatePackage(directory);
  if (dataPackage === null) return { outcome: 'invalid', report };
  await ensureSchema(graph);
  const held = await datasetState(graph);
  const isHeld =
    held?.id === dataPackage.descriptor.name && held.hash === dataPackage.hash && held.state === 'COMPLETE';
  if (isHeld) return { outcome: 'unchanged', hash: held.hash };
  return { outcome: 'loaded', ...(await loadPackage(graph, dataPackage, options)) };
}
