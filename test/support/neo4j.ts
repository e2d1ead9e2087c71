import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

import { startManagedServer } from '../../src/neo4j/managed-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a Neo4j without authentication that one run of the tests shares. */
    neo4jUri: string;
  }
}

/** The jars are fetched once, to where the program itself keeps them. */
const library = join(import.meta.dirname, '../../.sobremesa/neo4j/lib');

/** Starts a Neo4j in a throw-away home for the run, by the code that the program uses. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'sobremesa-test-'));
  const server = await startManagedServer({ home, library, authentication: false, report: () => undefined });
  project.provide('neo4jUri', server.uri);
  return async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  };
}
