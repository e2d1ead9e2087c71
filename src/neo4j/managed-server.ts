import { bootNeo4j, consoleOutput, type Neo4jProcess } from './neo4j-process.ts';
import { explainFailure } from './console-log.ts';
import { openHome, type Home } from './home.ts';
import { ensureJars, NEO4J_VERSION } from './jars.ts';
import { findJava } from './java.ts';
import { inWords, ManagedServerError } from './managed-server-error.ts';
import { ensurePassword, setInitialPassword } from './password.ts';
import { takeLock } from './process-lock.ts';
import { removeServerRecord, runningServer, stopRunningServer } from './server-record.ts';

/** One line about what is being done now. */
export interface Progress {
  readonly step: 'check' | 'fetch' | 'prepare' | 'start';
  readonly message: string;
}

export interface ManagedServerOptions {
  /** Folder of the database; made when missing. */
  readonly home: string;
  /** False only for tests: then anyone on this machine may read and write. */
  readonly authentication: boolean;
  readonly report: (progress: Progress) => void;
  /** Folder of Neo4j's jars, which several homes may share; by default `lib` in the home. */
  readonly library?: string | undefined;
  /** In Java's and Neo4j's notation: `512m`, `2g`. */
  readonly memory?: { readonly heap?: string | undefined; readonly pageCache?: string | undefined } | undefined;
  /** For transactions that name no time limit of their own; in Neo4j's notation: `60s`. */
  readonly transactionTimeout?: string | undefined;
  /** Calls the start off; everything started until then is stopped. */
  readonly signal?: AbortSignal | undefined;
  /** For the commands run (JAVA_HOME, PATH …); by default this process's own. */
  readonly environment?: NodeJS.ProcessEnv | undefined;
}

export interface ManagedServer {
  /** `bolt://127.0.0.1:PORT` */
  readonly uri: string;
  readonly username: string;
  /** Null without authentication. */
  readonly password: string | null;
  readonly pid: number;
  /** Stops Neo4j (SIGTERM, after ten seconds SIGKILL); may be called more than once. */
  stop(): Promise<void>;
  /** Settles when the process has ended for any reason, with the reason in words; never rejects. */
  readonly ended: Promise<string>;
}

/**
 * Fetches Neo4j when needed, starts it on a free loopback port, and waits until it speaks Bolt.
 *
 * One process per home: whoever runs it holds the home's lock. Rejects with ManagedServerError when something
 * outside (Java, network, disk, another process) must change first.
 */
export async function startManagedServer(options: ManagedServerOptions): Promise<ManagedServer> {
  try {
    options.signal?.throwIfAborted();
    refuseWindows();
    const java = await findJava(options.environment);
    if (java.remark !== null) options.report({ step: 'check', message: java.remark.en });
    const home = await openHome(options.home, options.library);
    const release = await takeHome(home);
    try {
      return await startInHome(home, java.command, options, release);
    } catch (failure) {
      await release();
      throw failure;
    }
  } catch (failure) {
    throw inWords(failure, options.home);
  }
}

function refuseWindows(): void {
  if (process.platform !== 'win32') return;
  throw new ManagedServerError(
    'The managed Neo4j needs Linux or macOS, but this is Windows: work inside WSL, set NEO4J_URI to a Neo4j you have, or run: docker compose up',
  );
}

async function takeHome(home: Home): Promise<() => Promise<void>> {
  const lock = await takeLock(home.lock);
  if ('release' in lock) return lock.release;
  throw new ManagedServerError(
    `Only one program at a time can work on the database in ${home.folder}, but process ${lock.holder} already does: ` +
      'use the one that runs, or stop it first (Ctrl-C there, or: sobremesa db stop).',
  );
}

async function startInHome(
  home: Home,
  java: string,
  options: ManagedServerOptions,
  release: () => Promise<void>,
): Promise<ManagedServer> {
  const { authentication, environment, signal, report } = options;
  await stopOrphan(home, options);
  await ensureJars(home, { report: (message) => report({ step: 'fetch', message }), environment, signal });
  signal?.throwIfAborted();
  const password = authentication ? await preparePassword(home, java, options) : null;
  signal?.throwIfAborted();
  report({ step: 'start', message: `Starting Neo4j ${NEO4J_VERSION}` });
  const neo4j = await bootNeo4j(home, {
    java,
    authentication,
    heap: options.memory?.heap ?? '1024m',
    pageCache: options.memory?.pageCache ?? '128m',
    transactionTimeout: options.transactionTimeout ?? '60s',
    environment,
    signal,
  });
  return runningInHome(home, neo4j, password, release);
}

/** A Neo4j whose parent was killed normally ends by itself within seconds; here is for when it has not. */
async function stopOrphan(home: Home, { report }: ManagedServerOptions): Promise<void> {
  const orphan = await runningServer(home);
  if (orphan !== null) {
    report({
      step: 'check',
      message: `Stopping the Neo4j (process ${orphan.pid}) that an interrupted run left behind`,
    });
    await stopRunningServer(home, orphan);
  }
  await removeServerRecord(home);
}

async function preparePassword(
  home: Home,
  java: string,
  { report, environment }: ManagedServerOptions,
): Promise<string> {
  return ensurePassword(home, async () => {
    report({ step: 'prepare', message: 'Setting the password of the new database' });
    await setInitialPassword(home, java, environment);
  });
}

function runningInHome(
  home: Home,
  { port, process: guarded }: Neo4jProcess,
  password: string | null,
  release: () => Promise<void>,
): ManagedServer {
  let stopping = false;
  const ended = guarded.ended.then(async ({ code, signal }) => {
    const reason = stopping ? 'Neo4j was stopped, as asked.' : await unaskedEnd(home, guarded.pid, code, signal);
    await removeServerRecord(home).catch(() => {});
    await release().catch(() => {});
    return reason;
  });
  const stop = async (): Promise<void> => {
    stopping = true;
    await guarded.stop();
    await ended;
  };
  return { uri: `bolt://127.0.0.1:${port}`, username: 'neo4j', password, pid: guarded.pid, stop, ended };
}

async function unaskedEnd(home: Home, pid: number, code: number | null, signal: string | null): Promise<string> {
  if (signal !== null)
    return `Neo4j (process ${pid}) was ended by ${signal} from outside. Its output: ${home.consoleLog}`;
  // Neo4j answers SIGTERM by an orderly end; Java by 128 + 15 when it comes in the first moments.
  if (code === 0 || code === 143)
    return `Neo4j (process ${pid}) was stopped from outside (sobremesa db stop, or SIGTERM).`;
  return `Neo4j (process ${pid}) ended by itself with exit code ${code}: ${explainFailure(await consoleOutput(home), home.consoleLog).message}`;
}
