import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { importPackage } from '../src/dataset/importing.ts';
import { connectGraph } from '../src/graph/graph.ts';
import { startManagedServer } from '../src/neo4j/managed-server.ts';

const project = join(import.meta.dirname, '..');

export interface BenchDatabase {
  readonly uri: string;
  stop(): Promise<void>;
}

/** A database in a throw-away home, with the data package in it; the jars are those of the program. */
export async function openBenchDatabase(): Promise<BenchDatabase> {
  const home = await mkdtemp(join(tmpdir(), 'sobremesa-bench-'));
  const remove = () => rm(home, { recursive: true, force: true });
  try {
    const server = await startManagedServer({
      home,
      library: join(project, '.sobremesa/neo4j/lib'),
      authentication: false,
      report: () => undefined,
    });
    const stop = async () => {
      await server.stop();
      await remove();
    };
    await loadSeeds(server.uri).catch(async (cause: unknown) => {
      await stop();
      throw cause;
    });
    return { uri: server.uri, stop };
  } catch (cause) {
    await remove();
    throw cause;
  }
}

async function loadSeeds(uri: string): Promise<void> {
  const graph = connectGraph({
    uri,
    username: 'neo4j',
    password: null,
    database: 'neo4j',
    statementTimeout: 60_000,
    connectionTimeout: 5000,
    poolTimeout: 5000,
  });
  try {
    const { outcome } = await importPackage(graph, join(project, 'seeds/cdmx-2016'));
    if (outcome !== 'loaded')
      throw new Error(`Expected the seeds to be loaded, but the outcome was "${outcome}"; run: npx sobremesa validate`);
  } finally {
    await graph.close();
  }
}
