import type { Config } from './config.ts';
import { connectPatiently, openDatabase, type Database } from './database.ts';
import { importPackage, type Imported } from './dataset/importing.ts';
import { formatReport } from './dataset/format-report.ts';
import { KnownHubs } from './graph/known-hubs.ts';
import { GraphError } from './graph/errors.ts';
import type { Reader } from './graph/graph.ts';
import { datasetStates, schemaState } from './graph/schema.ts';
import { createContext } from './graphql/context.ts';
import { buildSchema, readContract } from './graphql/schema.ts';
import { openSeats, type Seats } from './graphql/seats.ts';
import { warmUp } from './graphql/warm-up.ts';
import { createServer, type Server } from './http/server.ts';

/** What the program tells while it starts: one line about the step it is at. */
export type Tell = (message: string) => void;

export interface RunningService {
  readonly url: string;
  /** What became of the data package at the start. */
  readonly imported: Imported;
  /** Settles, with the reason, when the database ends by itself. */
  readonly databaseEnded: Promise<string>;
  /** Lets the answers under way arrive, then stops the server and the database that it manages. */
  stop(): Promise<void>;
}

/** A start that cannot go on; the message says what to do. */
class StartError extends Error {
  override readonly name = 'StartError';
}

/**
 * Starts the whole: opens the port, so that a taken one is known at once, then the database, its constraints and
 * indexes and the data; until they are complete, and the usual questions are planned, /readyz answers 503. Questions are
 * answered once the data are there. What had been started is stopped on failure.
 */
export async function startService(config: Config, tell: Tell, signal: AbortSignal): Promise<RunningService> {
  let database: Database | null = null;
  let isWarm = !config.warmUp;
  const warming = new AbortController();
  const seats = openSeats();
  const server = await createServer({
    schema: buildSchema(),
    config,
    createContext: (request) =>
      createContext(
        readerOf(() => database),
        request.requestId,
        seats.turnsFor(() => request.deadline),
      ),
    readiness: async () => ({
      missing: [...(await missingParts(database)), ...(isWarm ? [] : ['the plans of the usual questions'])],
    }),
    sdl: readContract().join('\n'),
  });
  try {
    const { url } = await server.listen();
    database = await openDatabase(config, tell, signal);
    const { graph } = database;
    tell('Checking the data package');
    const imported = await load(config, database, tell);
    if (imported.outcome === 'invalid')
      throw new StartError(
        `The data package in ${config.data} has problems, and nothing was loaded:\n${formatReport(imported.report)}`,
      );
    signal.throwIfAborted();
    // Whoever asks meanwhile is answered, only more slowly.
    if (!isWarm) void warmUp(graph, warming.signal).then(() => (isWarm = true));
    return {
      url,
      imported,
      databaseEnded: database.ended,
      stop: async () => {
        warming.abort();
        await stop({ server, seats, database });
      },
    };
  } catch (cause) {
    await stop({ server, seats, database });
    throw cause;
  }
}

async function load(config: Config, database: Database, tell: Tell): Promise<Imported> {
  const graph = connectPatiently(config, database);
  try {
    return await importPackage(graph, config.data, {
      onProgress: (table, rows, total) => tell(`Loading the data: ${rows} of ${total} rows (${table})`),
    });
  } finally {
    await graph.close();
  }
}

interface Parts {
  readonly server: Server;
  readonly seats: Seats;
  readonly database: Database | null;
}

async function stop({ server, seats, database }: Parts): Promise<void> {
  await server.close();
  await seats.close();
  await database?.close();
}

/** The read door before the database is there: every read says so. */
function readerOf(database: () => Database | null): Reader {
  return {
    hubs: new KnownHubs(),
    read: async (query, parameters) => {
      const opened = database();
      if (opened === null) throw new GraphError('unavailable', 'The database is still starting.', undefined);
      return opened.graph.read(query, parameters);
    },
  };
}

async function missingParts(database: Database | null): Promise<readonly string[]> {
  if (database === null) return ['the database'];
  const [schema, datasets] = await Promise.all([schemaState(database.graph), datasetStates(database.graph)]);
  const parts = [...schema.missing, ...schema.notOnline].map((name) => `the constraint or index ${name}`);
  const partial = datasets
    .filter(({ state }) => state !== 'COMPLETE')
    .map(({ id }) => `the package ${id}, which is being loaded`);
  return [...parts, ...partial, ...(datasets.length === 0 ? ['the data'] : [])];
}
