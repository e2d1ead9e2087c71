import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { connectGraph, type Graph } from '../src/graph/graph.ts';
import { startManagedServer } from '../src/neo4j/managed-server.ts';
import { generatePackage } from './generate.ts';

const project = join(import.meta.dirname, '..');

/** How much the database holds: the seeds, or a made-up world of so many actors. */
export type Size = 'seed' | number;

/** An empty database in a throw-away home; the jars are those of the program. */
export interface BenchDatabase {
  readonly uri: string;
  readonly graph: Graph;
  stop(): Promise<void>;
}

/** With the memory that the program gives it by default: the figures are to be those of a user. */
export async function openDatabase(): Promise<BenchDatabase> {
  const home = await mkdtemp(join(tmpdir(), 'sobremesa-bench-'));
  const remove = () => rm(home, { recursive: true, force: true });
  try {
    const server = await startManagedServer({
      home,
      library: join(project, '.sobremesa/neo4j/lib'),
      authentication: false,
      report: () => undefined,
    });
    const graph = graphAt(server.uri);
    const stop = async () => {
      await graph.close();
      await server.stop();
      await remove();
    };
    return { uri: server.uri, graph, stop };
  } catch (cause) {
    await remove();
    throw cause;
  }
}

export function graphAt(uri: string): Graph {
  return connectGraph({
    uri,
    username: 'neo4j',
    password: null,
    database: 'neo4j',
    statementTimeout: 600_000,
    connectionTimeout: 5000,
    poolTimeout: 5000,
  });
}

/** The folder of a package of a size, or of the same package with a share of its rows changed; and how to remove it. */
export async function packageOf(
  size: Size,
  changed = 0,
): Promise<{ readonly directory: string; remove(): Promise<void> }> {
  if (size === 'seed') return { directory: join(project, 'seeds/cdmx-2016'), remove: async () => undefined };
  const directory = await mkdtemp(join(tmpdir(), 'sobremesa-package-'));
  await generatePackage(directory, { actors: size, seed: '1', changed });
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) };
}
