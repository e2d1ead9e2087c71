import { afterAll, beforeEach } from 'vitest';

import type { Graph } from '../../src/graph/graph.ts';
import { ensureSchema } from '../../src/graph/schema.ts';
import { openLater, ownDatabase } from './databases.ts';
import { emptyGraph } from './graph-content.ts';

/** A database of its own, empty before each test of a file and after the last. */
export function withEmptyGraph(statementTimeout: number): Graph {
  const graph = openLater(ownDatabase(), { statementTimeout, connectionTimeout: 5_000, poolTimeout: 5_000 });
  beforeEach(async () => {
    await ensureSchema(graph);
    await emptyGraph(graph);
  });
  afterAll(async () => {
    await emptyGraph(graph);
    await graph.close();
  });
  return graph;
}
