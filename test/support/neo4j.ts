import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

import { openHome } from '../../src/neo4j/home.ts';
import { ensureJars } from '../../src/neo4j/jars.ts';
import { startManagedServer, type ManagedServer } from '../../src/neo4j/managed-server.ts';
import { hold } from './holding.ts';
import { openGraph } from './open-graph.ts';
import { seeds } from './seed-rows.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a file of tests asks for the address of a Neo4j: see databases.ts. */
    databases: string;
  }
}

/** The jars are fetched once, to where the program itself keeps them. */
const library = join(import.meta.dirname, '../../.sobremesa/neo4j/lib');

/**
 * Starts the databases that files ask for, in throw-away homes for the run, by the code that the program uses: one that
 * holds the seeds, and as many others as are lent at the same time.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const homes = await mkdtemp(join(tmpdir(), 'sobremesa-test-'));
  // Before the first test, which would otherwise wait for them within its own time.
  await ensureJars(await openHome(join(homes, 'jars'), library), { report: () => undefined });
  const started: Promise<ManagedServer>[] = [];
  const ready = new Map<string, Promise<string>>();
  const start = async (name: string): Promise<string> => {
    const server = startManagedServer({
      home: join(homes, name),
      library,
      authentication: false,
      report: () => undefined,
    });
    started.push(server);
    const { uri } = await server;
    if (name === 'seeds') await loadSeeds(uri);
    return uri;
  };
  const find = (name: string): Promise<string> => {
    const uri = ready.get(name) ?? start(name);
    ready.set(name, uri);
    return uri;
  };
  const desk = await openDesk(find);
  project.provide('databases', `http://127.0.0.1:${(desk.address() as AddressInfo).port}`);
  return async () => {
    desk.close().closeAllConnections();
    for (const outcome of await Promise.allSettled(started))
      if (outcome.status === 'fulfilled') await outcome.value.stop();
    await rm(homes, { recursive: true, force: true });
  };
}

async function loadSeeds(uri: string): Promise<void> {
  const graph = openGraph(uri);
  try {
    await hold(graph, seeds);
    // Plans are tested: they must not depend on how much of the indexes the database has counted by itself so far.
    await graph.execute('count', 'CALL db.prepareForReplanning(60)');
  } finally {
    await graph.close();
  }
}

/**
 * Answers `GET /seeds` and `GET /own` with an address, or with 500 and why there is none. What `/own` gives is lent to the
 * one who asked for as long as the connection stays open, so that it comes back from a process that was killed, too.
 */
async function openDesk(find: (name: string) => Promise<string>): Promise<Server> {
  const free: string[] = [];
  let own = 0;
  const desk = createServer((request, response) => {
    const lends = request.url === '/own';
    const name = lends ? (free.pop() ?? `own-${(own += 1)}`) : 'seeds';
    if (lends) response.once('close', () => free.push(name));
    find(name).then(
      (found) => (lends ? response.write(found) : response.end(found)),
      (cause: unknown) => response.writeHead(500).end(String(cause)),
    );
  });
  await once(desk.listen(0, '127.0.0.1'), 'listening');
  return desk;
}
