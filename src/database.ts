import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import type { Config, Neo4jAddress } from './config.ts';
import { connectGraph, type Graph } from './graph/graph.ts';
import { startManagedServer } from './neo4j/managed-server.ts';
import { runningAddress } from './neo4j/running-address.ts';

/** An open database, whoever runs it. */
export interface Database {
  readonly graph: Graph;
  readonly address: Neo4jAddress;
  /** Settles, with the reason, when a managed database ends; never for another one. */
  readonly ended: Promise<string>;
  /** Closes the connection, and stops the database if this program started it. */
  close(): Promise<void>;
}

const LONGEST_WAIT = 60_000;
const PAUSE = 1000;
/** Nobody waits at the other end of an import: on a busy machine one of its statements may take long. */
const PATIENCE = 600_000;

/** Folder of the managed database below the program's home. */
export function databaseHome(config: Pick<Config, 'home'>): string {
  return join(config.home, 'neo4j');
}

/**
 * Opens the database that the settings name, or starts the managed one. Throws with a message that says what to do
 * when neither can be had.
 */
export async function openDatabase(
  config: Config,
  tell: (message: string) => void,
  signal?: AbortSignal,
): Promise<Database> {
  if (config.neo4j !== null) return openAddress(config, config.neo4j, tell, signal);
  const server = await startManagedServer({
    home: databaseHome(config),
    authentication: true,
    memory: { heap: `${config.memory.heap}m`, pageCache: `${config.memory.pageCache}m` },
    report: ({ message }) => tell(message),
    signal,
  });
  const address = { uri: server.uri, username: server.username, password: server.password, database: 'neo4j' };
  const graph = connectGraph({ ...address, ...timeouts(config) });
  return {
    graph,
    address,
    ended: server.ended,
    close: async () => {
      await graph.close();
      await server.stop();
    },
  };
}

/** Another connection to an open database, for work that may take its time. */
export function connectPatiently(config: Config, { address }: Pick<Database, 'address'>): Graph {
  return connectGraph({ ...address, ...timeouts(config), statementTimeout: PATIENCE });
}

/**
 * As `openDatabase`, but beside a program that already runs the managed database it joins in; and its statements
 * may take their time.
 */
export async function joinDatabase(config: Config, tell: (message: string) => void): Promise<Database> {
  const database = await joinOrOpen(config, tell);
  // The usual patience was right for finding out whether the database answers at all.
  await database.graph.close();
  const graph = connectPatiently(config, database);
  return {
    ...database,
    graph,
    close: async () => {
      await graph.close();
      await database.close();
    },
  };
}

async function joinOrOpen(config: Config, tell: (message: string) => void): Promise<Database> {
  const running = config.neo4j === null ? await runningAddress(databaseHome(config)) : null;
  return running === null ? openDatabase(config, tell) : openAddress(config, { ...running, database: 'neo4j' }, tell);
}

async function openAddress(
  config: Config,
  address: Neo4jAddress,
  tell: (message: string) => void,
  signal?: AbortSignal,
): Promise<Database> {
  const graph = connectGraph({ ...address, ...timeouts(config) });
  try {
    await answering(graph, address, tell, signal);
  } catch (cause) {
    await graph.close();
    throw cause;
  }
  return { graph, address, ended: new Promise(() => undefined), close: () => graph.close() };
}

/** Waits for a database that may be starting, as beside it in a container. */
async function answering(
  graph: Graph,
  { uri, username, database }: Neo4jAddress,
  tell: (message: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + LONGEST_WAIT;
  for (;;) {
    const failure = await graph.check();
    if (failure === null) return;
    if (!failure.mayPass || Date.now() > deadline) {
      throw new Error(
        `Expected a Neo4j at ${uri} (NEO4J_URI) with the database ${database} for the user ${username}, but ${failure.reason}. Check NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE, or leave NEO4J_URI out to use the managed database.`,
      );
    }
    tell(`Waiting for Neo4j at ${uri}`);
    await delay(PAUSE, undefined, signal === undefined ? {} : { signal });
  }
}

function timeouts({ timeouts: { statement, connection, pool } }: Config) {
  return { statementTimeout: statement, connectionTimeout: connection, poolTimeout: pool };
}
