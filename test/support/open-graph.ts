import { connectGraph, type Graph, type GraphOptions } from '../../src/graph/graph.ts';

/** Times to wait, in milliseconds. A text seen for the first time is planned within its limit, which takes long on a busy machine. */
export type Waits = Pick<GraphOptions, 'statementTimeout' | 'connectionTimeout' | 'poolTimeout'>;

const patient: Waits = { statementTimeout: 60_000, connectionTimeout: 10_000, poolTimeout: 60_000 };

/** The door to a database without authentication. */
export function openGraph(uri: string, waits = patient): Graph {
  return connectGraph({ uri, username: 'neo4j', password: null, database: 'neo4j', ...waits });
}
