import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';

import { readConfig } from '../../src/config.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { datasetStates } from '../../src/graph/schema.ts';
import { createContext, type Context } from '../../src/graphql/context.ts';
import { buildSchema } from '../../src/graphql/schema.ts';
import { createServer, type Server } from '../../src/http/server.ts';
import { openLater, ownDatabase, seedsDatabase } from './databases.ts';
import { hold } from './holding.ts';
import { inTurn } from './seat.ts';
import { rewritePackage, type PackageDraft } from './packages.ts';

export interface Answer {
  readonly status: number;
  // What a query asked for is known to its test alone, which checks every value it reads.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions: { readonly code: string };
  }[];
  readonly codes: readonly string[];
  /** How many statements the request sent to the database. */
  readonly statements: number;
  /** Causes that the log has of what the answer calls unexpected. */
  readonly faults: readonly unknown[];
}

export interface Asker {
  /** The server's answer to any body. */
  post(body: unknown): Promise<Answer>;
  /** The data of an answer without errors; an error fails the test with its cause. */
  ask(query: string, variables?: object): Promise<Answer['data']>;
  readonly graph: Graph;
}

/** The whole program but its process and port, over the database of the seeds, which other files read meanwhile. */
export function withSeeds(): Asker {
  return over(seedsDatabase(), expectSeedsAlone);
}

/** The same over a database of its own, holding the packages in some folders. */
export function withDirectories(...directories: readonly string[]): Asker {
  return over(ownDatabase(), (graph) => hold(graph, ...directories));
}

/** The same, holding a package that is made for the tests. */
export function withDraft(draft: PackageDraft): Asker {
  return over(ownDatabase(), async (graph) => {
    const directory = await mkdtemp(join(tmpdir(), 'package-'));
    try {
      await rewritePackage(draft, directory);
      await hold(graph, directory);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
}

/** The same, holding the package in a folder. */
export function withFolder(directory: string): Asker {
  return over(ownDatabase(), (graph) => hold(graph, directory));
}

function over(uri: Promise<string>, load: (graph: Graph) => Promise<void>): Asker {
  const graph = openLater(uri);
  const contexts = new Map<string, Context>();
  const faults: unknown[] = [];
  let server: Server | undefined;
  beforeAll(async () => {
    await load(graph);
    server = await serverOver(graph, contexts, faults);
  });
  afterAll(async () => {
    await server?.close();
    await graph.close();
  });

  const post = async (body: unknown): Promise<Answer> => {
    if (server === undefined) throw new Error('The server is made before the first test: ask within one.');
    const before = faults.length;
    const response = await server.fastify.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const { data = null, errors = [] } = response.json<Partial<Pick<Answer, 'data' | 'errors'>>>();
    const requestId = String(response.headers['x-request-id']);
    return {
      status: response.statusCode,
      data,
      errors,
      codes: errors.map(({ extensions }) => extensions.code),
      statements: contexts.get(requestId)?.statementsSent() ?? 0,
      faults: faults.slice(before),
    };
  };
  return {
    graph,
    post,
    ask: async (query, variables = {}) => {
      const { data, errors, faults: causes } = await post({ query, variables });
      if (errors.length > 0)
        throw new Error(
          `Expected an answer without errors, but got ${JSON.stringify(errors)}, caused by ${JSON.stringify(causes)}`,
        );
      return data;
    },
  };
}

async function serverOver(graph: Graph, contexts: Map<string, Context>, faults: unknown[]): Promise<Server> {
  const config = readConfig({ PORT: '0', LIMIT_STALL: '0', TIMEOUT_REQUEST: '60000' });
  const logger = pino({ level: 'error' }, { write: (line: string) => void faults.push(JSON.parse(line)) });
  return createServer({
    schema: buildSchema(),
    config,
    createContext: ({ requestId }) => {
      const context = createContext(graph, requestId, inTurn);
      contexts.set(requestId, context);
      return context;
    },
    readiness: async () => ({ missing: [] }),
    sdl: '',
    logger,
  });
}

/** A file that wrote there would spoil the answers of the others. */
async function expectSeedsAlone(graph: Graph): Promise<void> {
  const held = (await datasetStates(graph)).map(({ id, state }) => `${id} ${state}`);
  if (held.join() !== 'cdmx-2016 COMPLETE')
    throw new Error(
      `Expected the database that files share to hold the seeds alone, but it holds: ${held.join(', ') || 'nothing'}. ` +
        'A test wrote there: give it a database of its own (withFolder, withDirectories, withDraft, ownDatabase).',
    );
}
