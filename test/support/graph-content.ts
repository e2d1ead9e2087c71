import type { Graph } from '../../src/graph/graph.ts';

/** Every node and tie of a graph with all that it holds, in the order of the ids; but for what counts the imports. */
export async function contentOf(graph: Graph): Promise<readonly unknown[]> {
  const nodes = await graph.execute(
    'nodes',
    'MATCH (n) WHERE NOT n:Dataset AND NOT n:Revision RETURN n.id, labels(n), properties(n) ORDER BY n.id',
  );
  const links = await graph.execute(
    'links',
    'MATCH (f)-[r]->(t) RETURN f.id, type(r), t.id, properties(r) ORDER BY f.id, type(r), t.id, r.id',
  );
  return [nodes.map(([id, labels, properties]) => [id, Array.isArray(labels) ? labels.sort() : [], properties]), links];
}

/** Empties a graph but for its constraints and indexes. */
export async function emptyGraph(graph: Graph): Promise<void> {
  await graph.execute('wipe', 'MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
}
