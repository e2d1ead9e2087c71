import { inject } from 'vitest';

import type { Graph } from '../../src/graph/graph.ts';
import { openGraph, type Waits } from './open-graph.ts';

/** Address of the Neo4j that holds the seeds, which files read side by side: nothing may write there. */
export const seedsDatabase = (): Promise<string> => databaseOf('seeds');

/** Address of a Neo4j that no other file uses at the same time, and that holds whatever the last one left. */
export const ownDatabase = (): Promise<string> => databaseOf(`own-${process.env['VITEST_POOL_ID']}`);

/** The door to a database that may still be starting: what is asked before waits. */
export function openLater(uri: Promise<string>, waits?: Waits): Graph {
  const opened = uri.then((address) => openGraph(address, waits));
  return {
    read: async (query, parameters) => (await opened).read(query, parameters),
    write: async (work) => (await opened).write(work),
    execute: async (name, text, parameters) => (await opened).execute(name, text, parameters),
    check: async () => (await opened).check(),
    close: async () => (await opened).close(),
  };
}

async function databaseOf(name: string): Promise<string> {
  const response = await fetch(`${inject('databases')}/${name}`);
  const answer = await response.text();
  if (response.ok) return answer;
  throw new Error(`Expected the database ${name} to start, but it did not: ${answer}`);
}
