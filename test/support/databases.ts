import { get } from 'node:http';

import { inject } from 'vitest';

import { KnownHubs } from '../../src/graph/known-hubs.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { openGraph, type Waits } from './open-graph.ts';

/** Address of the Neo4j that holds the seeds, which files read side by side: nothing may write there. */
export const seedsDatabase = (): Promise<string> => databaseOf('seeds');

let own: Promise<string> | undefined;

/**
 * Address of a Neo4j that this file alone uses until its process ends, and that holds whatever the last one left. The
 * number that Vitest gives a worker would not do: the last file of one group of projects frees it once more in the next.
 */
export const ownDatabase = (): Promise<string> => (own ??= databaseOf('own'));

/** The door to a database that may still be starting: what is asked before waits. */
export function openLater(uri: Promise<string>, waits?: Waits): Graph {
  const opened = uri.then((address) => openGraph(address, waits));
  return {
    hubs: new KnownHubs(),
    read: async (query, parameters) => (await opened).read(query, parameters),
    begin: async () => (await opened).begin(),
    write: async (work) => (await opened).write(work),
    execute: async (name, text, parameters) => (await opened).execute(name, text, parameters),
    check: async () => (await opened).check(),
    close: async () => (await opened).close(),
  };
}

async function databaseOf(name: string): Promise<string> {
  const { status, text } = await firstWords(`${inject('databases')}/${name}`);
  if (status === 200) return text;
  throw new Error(`Expected the database ${name} to start, but it did not: ${text}`);
}

/** What a server says first. It may keep the answer open, which does not keep this process from ending. */
function firstWords(url: string): Promise<{ readonly status: number | undefined; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const request = get(url, (response) => {
      response.setEncoding('utf8').once('data', (text: string) => {
        resolve({ status: response.statusCode, text });
        response.socket.unref();
      });
    });
    request.once('error', reject);
  });
}
