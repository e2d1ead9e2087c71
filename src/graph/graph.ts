import { setTimeout as delay } from 'node:timers/promises';
import neo4j, { type Driver, type Record as Neo4jRecord, type Session } from 'neo4j-driver';

import { GraphError, isPassing, toGraphError } from './errors.ts';
import { KnownHubs } from './known-hubs.ts';
import type { Query } from './query.ts';

export interface GraphOptions {
  readonly uri: string;
  readonly username: string;
  /** `null` for a database without authentication. */
  readonly password: string | null;
  readonly database: string;
  /** Milliseconds after which the database stops a read statement; a little later the client gives up waiting. */
  readonly statementTimeout: number;
  /** Milliseconds to wait for a connection to open. */
  readonly connectionTimeout: number;
  /** Milliseconds to wait for a free connection of the pool. */
  readonly poolTimeout: number;
}

/** The read door: what resolvers and loaders see of the database. */
export interface Reader {
  /** What is remembered of the graph from one request to the next. */
  readonly hubs: KnownHubs;
  /** Runs a read statement; the rows are arrays of columns in the order of RETURN. Throws GraphError. */
  read<P extends object, R extends readonly unknown[]>(query: Query<P, R>, parameters: P): Promise<readonly R[]>;
}

/** Statements of one write transaction. */
export interface Writer {
  /** Rows are arrays of columns in the order of RETURN. Statements sent without waiting are done one after the other. */
  run(name: string, text: string, parameters?: object): Promise<readonly (readonly unknown[])[]>;
}

/** A transaction of which somebody else says when it ends. */
export interface OpenTransaction extends Writer {
  /** Throws GraphError; then nothing was kept. */
  commit(): Promise<void>;
  /** Takes back what was not committed. */
  close(): Promise<void>;
}

/** The connection to one database. */
export interface Graph extends Reader {
  /** Opens a transaction, which has to be closed. */
  begin(): Promise<OpenTransaction>;
  /** Runs the work in one transaction: everything it wrote is kept, or nothing. Throws GraphError. */
  write<T>(work: (writer: Writer) => Promise<T>): Promise<T>;
  /** Runs one statement that commits by itself, such as a change of the schema. */
  execute(name: string, text: string, parameters?: object): Promise<readonly (readonly unknown[])[]>;
  /** Whether the database answers; when not, why, and whether waiting may help. */
  check(): Promise<{ readonly reason: string; readonly mayPass: boolean } | null>;
  close(): Promise<void>;
}

/** Ten thousands of rows may take minutes on a slow machine; the database's own limit is meant for reads. */
const WRITE_TIMEOUT = 1_800_000;
const READ_TRIES = 3;
const FIRST_PAUSE = 50;
/** What the client waits beyond the database's own limit, for a database that no longer answers at all. */
const GRACE = 500;

/** Opens the only door to Neo4j. Nothing is sent until the first statement. */
export function connectGraph(options: GraphOptions): Graph {
  const { uri, username, password, database } = options;
  const driver = neo4j.driver(uri, password === null ? undefined : neo4j.auth.basic(username, password), {
    disableLosslessIntegers: true,
    connectionTimeout: options.connectionTimeout,
    connectionAcquisitionTimeout: options.poolTimeout,
    fetchSize: -1,
    telemetryDisabled: true,
    // Else every answer comes with up to 10 kB of warnings about properties that no row of this graph has yet.
    notificationFilter: { minimumSeverityLevel: 'OFF' },
    userAgent: 'sobremesa',
  });
  return {
    hubs: new KnownHubs(),
    read: (query, parameters) => read(driver, options, query, parameters),
    begin: () => Promise.resolve(begin(driver, database)),
    write: (work) => write(driver, database, work),
    execute: (name, text, parameters = {}) => execute(driver, database, name, text, parameters),
    check: () => check(driver, options),
    close: () => driver.close(),
  };
}

/** One try, unlike the driver's own `executeQuery`, which goes on for half a minute and hears no call to stop. */
async function check(
  driver: Driver,
  { database, statementTimeout }: GraphOptions,
): Promise<{ readonly reason: string; readonly mayPass: boolean } | null> {
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
  try {
    await withDeadline(session.run('RETURN 1'), statementTimeout + GRACE, 'check');
    return null;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/\s+/g, ' ') : String(cause);
    return { reason: `it answered: ${reason}`, mayPass: cause instanceof GraphError || isPassing(cause) };
  } finally {
    release(session);
  }
}

async function read<P extends object, R extends readonly unknown[]>(
  driver: Driver,
  options: GraphOptions,
  query: Query<P, R>,
  parameters: P,
): Promise<readonly R[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await readOnce(driver, options, query, parameters);
    } catch (cause) {
      if (attempt === READ_TRIES || !isPassing(cause)) throw toGraphError(cause, query.name);
      await delay(FIRST_PAUSE * 2 ** (attempt - 1));
    }
  }
}

async function readOnce<P extends object, R extends readonly unknown[]>(
  driver: Driver,
  { database, statementTimeout }: GraphOptions,
  query: Query<P, R>,
  parameters: P,
): Promise<readonly R[]> {
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
  const answer = withoutStack(() =>
    session.run(query.text, parameters, { timeout: statementTimeout, metadata: { query: query.name } }),
  );
  try {
    const { records } = await withDeadline(answer, statementTimeout + GRACE, query.name);
    // The columns of a row are what the query's type says; the test that runs every query checks it.
    return records.map(columnsOf) as unknown as readonly R[];
  } finally {
    release(session);
  }
}

/** The driver keeps the stack of every call, with source maps a tenth of a small request; our errors name the query. */
function withoutStack<T>(work: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** A frozen database never answers, so that its own time limit never fires: the client has one too. */
function withDeadline<T>(answer: Promise<T>, milliseconds: number, name: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const message = `The database was silent for ${milliseconds} ms after the statement ${name}.`;
      reject(new GraphError('unavailable', message, undefined));
    }, milliseconds);
    void answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Gives the connection back without waiting for it: a frozen database would hold up the answer. */
function release(session: Session): void {
  // A failure to close tells nothing that the statement itself did not: the driver drops the connection.
  session.close().catch(() => undefined);
}

function begin(driver: Driver, database: string): OpenTransaction {
  const session = driver.session({ database, defaultAccessMode: neo4j.session.WRITE });
  // Its beginning travels with the first statement, which fails if it does.
  const transaction = session.beginTransaction({ timeout: WRITE_TIMEOUT, metadata: { query: 'write' } });
  return {
    async run(name, text, parameters = {}) {
      try {
        const { records } = await transaction.run(text, parameters);
        return records.map(columnsOf);
      } catch (cause) {
        throw toGraphError(cause, name);
      }
    },
    async commit() {
      try {
        await transaction.commit();
      } catch (cause) {
        throw toGraphError(cause, 'commit');
      }
    },
    // Closing the session rolls back what was not committed.
    close: () => session.close(),
  };
}

async function write<T>(driver: Driver, database: string, work: (writer: Writer) => Promise<T>): Promise<T> {
  const transaction = begin(driver, database);
  try {
    const result = await work(transaction);
    await transaction.commit();
    return result;
  } finally {
    await transaction.close();
  }
}

async function execute(
  driver: Driver,
  database: string,
  name: string,
  text: string,
  parameters: object,
): Promise<readonly (readonly unknown[])[]> {
  const session = driver.session({ database, defaultAccessMode: neo4j.session.WRITE });
  try {
    const { records } = await session.run(text, parameters, { timeout: WRITE_TIMEOUT, metadata: { query: name } });
    return records.map(columnsOf);
  } catch (cause) {
    throw toGraphError(cause, name);
  } finally {
    await session.close();
  }
}

function columnsOf(record: Neo4jRecord): readonly unknown[] {
  const columns: unknown[] = [];
  for (let index = 0; index < record.length; index += 1) columns.push(record.get(index));
  return columns;
}
