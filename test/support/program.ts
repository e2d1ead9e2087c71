import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { status, stopByHome } from '../../src/neo4j/maintenance.ts';

const root = join(import.meta.dirname, '../..');
/** Fetched once, to where the program itself keeps them. */
export const library = join(root, '.sobremesa/neo4j/lib');

export interface Program {
  readonly child: ChildProcess;
  /** What it printed so far. */
  readonly out: () => string;
  readonly err: () => string;
  /** Settles with its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** What a test started; all of it is ended by `endAll`. */
export interface Workshop {
  /** Folder of a managed database of its own, which shares the jars of the project's. */
  readonly home: string;
  run(args: readonly string[], environment?: Readonly<Record<string, string>>): Program;
  endAll(): Promise<void>;
}

/** A throw-away home, and the programs that a test starts on it. */
export async function openWorkshop(): Promise<Workshop> {
  const home = await mkdtemp(join(tmpdir(), 'sobremesa-program-'));
  const programs: Program[] = [];
  await mkdir(join(home, 'neo4j'), { recursive: true });
  await symlink(library, join(home, 'neo4j/lib'));
  return {
    home,
    run(args, environment = {}) {
      const program = runProgram(args, { SOBREMESA_HOME: home, PORT: '0', LIMIT_STALL: '0', ...environment });
      programs.push(program);
      return program;
    },
    async endAll() {
      await Promise.all(programs.map(end));
      // A Neo4j whose program was killed ends by itself within seconds; this waits for it, or ends it.
      await stopByHome(join(home, 'neo4j'));
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** The process of the managed database of a home, which must run. */
export async function databaseProcess({ home }: Pick<Workshop, 'home'>): Promise<number> {
  const { pid } = await status(join(home, 'neo4j'));
  if (pid === null) throw new Error(`Expected the database in ${home} to run, but it does not.`);
  return pid;
}

/** Runs the command as a user does, in the project's folder. */
function runProgram(args: readonly string[], environment: Readonly<Record<string, string>>): Program {
  const child = spawn(process.execPath, [join(root, 'bin/sobremesa.mjs'), ...args], {
    cwd: root,
    env: { ...inherited(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = once(child, 'close').then(([code, signal]: unknown[]) =>
    typeof code === 'number' ? code : (signal as NodeJS.Signals | null),
  );
  return { child, out: () => out, err: () => err, ended };
}

/** The environment without settings of the program, which a developer's shell may have. */
function inherited(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(NEO4J_|SOBREMESA_|LIMIT_|TIMEOUT_|PORT$|HOST$|LOG_LEVEL$|VITEST|NODE_OPTIONS$)/.test(name),
    ),
  );
}

async function end({ child, ended }: Program): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 25_000);
  await ended;
  clearTimeout(timer);
}

/** Waits until a check gives a value; fails with what was waited for when it takes too long. */
export async function until<T>(
  what: string,
  check: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  milliseconds = 60_000,
): Promise<T> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const found = await check();
    if (found !== null && found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`Expected ${what} within ${milliseconds} ms, but it did not come.`);
    await delay(50);
  }
}

/** The address that a started program prints once it is ready. */
export function ready(program: Program, milliseconds = 120_000): Promise<string> {
  return until(
    'the program to print its address',
    () => {
      if (program.child.exitCode !== null)
        throw new Error(`Expected the program to start, but it ended with ${program.child.exitCode}: ${program.err()}`);
      return /Sobremesa answers at (http:\S+)\/graphql/.exec(program.out())?.[1];
    },
    milliseconds,
  );
}

/** The exit code of a program that should end by itself. */
export async function exitOf(
  { child, ended, err }: Program,
  milliseconds = 60_000,
): Promise<number | NodeJS.Signals | null> {
  const late = delay(milliseconds, undefined, { ref: false }).then(() => {
    throw new Error(
      `Expected the program to end within ${milliseconds} ms, but process ${child.pid} still runs: ${err()}`,
    );
  });
  return Promise.race([ended, late]);
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // What a query asked for is known to its test alone.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/** One GET of JSON; null when nobody answers. */
export async function get(url: string, milliseconds = 15_000): Promise<Reply | null> {
  try {
    return await fetchJson(url, { signal: AbortSignal.timeout(milliseconds) });
  } catch (cause) {
    // What fetch throws when the connection is refused or cut; running out of time is another error.
    if (cause instanceof TypeError) return null;
    throw cause;
  }
}

/** One query. */
export function ask(url: string, query: string, milliseconds = 15_000): Promise<Reply> {
  return fetchJson(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(milliseconds),
  });
}

async function fetchJson(url: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(url, init);
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** Whether a process of this id is alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
