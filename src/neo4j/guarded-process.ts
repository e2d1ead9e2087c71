import { spawn } from 'node:child_process';
import { Writable } from 'node:stream';

/** A child process that does not outlive this one, whatever ends this one. */
export interface GuardedProcess {
  readonly pid: number;
  /** Settles when the process has ended; never rejects. */
  readonly ended: Promise<ProcessEnd>;
  hasEnded(): boolean;
  /** SIGTERM, after ten seconds SIGKILL; settles when the process has ended. */
  stop(): Promise<void>;
}

export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

const PATIENCE_MS = 10_000;

/**
 * Runs in plain sh. A watcher in the background reads a pipe from this Node process, and the shell becomes the
 * command (same pid). A line on the pipe means that the command has ended; the pipe's end without a line means
 * that the Node process has died, SIGKILL included: then the watcher ends its own process group, which is the
 * command's (the group's number cannot be given to others while the watcher is in it).
 *
 * LC_ALL: Java reads paths with accents only in a UTF-8 locale. NEO4J_HOME, NEO4J_CONF: another Neo4j's folders.
 */
const GUARD = `
unset NEO4J_HOME NEO4J_CONF
[ "$(uname)" = Linux ] && export LC_ALL=C.UTF-8
(
  trap '' HUP INT TERM
  read -r line && exit 0
  kill -s TERM -- "-$$"
  seconds=0
  while kill -s 0 "$$" && [ "$seconds" -lt ${PATIENCE_MS / 1000} ]; do sleep 1; seconds=$((seconds + 1)); done
  kill -s 0 "$$" && kill -s KILL -- "-$$"
) <&3 3<&- >/dev/null 2>&1 &
exec "$@" 3<&-
`;

/**
 * Starts a command in its own session (so that Ctrl-C in the terminal does not reach it before we have drained),
 * with its output appended to an open file.
 */
export function spawnGuarded(
  command: readonly string[],
  output: number,
  environment?: NodeJS.ProcessEnv,
): GuardedProcess {
  const child = spawn('/bin/sh', ['-c', GUARD, 'guard', ...command], {
    detached: true,
    env: environment,
    stdio: ['ignore', output, output, 'pipe'],
  });
  const pipe = child.stdio[3];
  if (child.pid === undefined || !(pipe instanceof Writable)) throw new Error(`/bin/sh could not run ${command[0]}`);
  const pid = child.pid;
  pipe.on('error', () => {}); // the watcher may be gone before the line below reaches it
  const ended = new Promise<ProcessEnd>((resolve) => {
    child.once('exit', (code, signal) => {
      pipe.end('ended\n');
      resolve({ code, signal });
    });
  });
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return { pid, ended, hasEnded, stop: () => (hasEnded() ? Promise.resolve() : stopGroup(pid, ended)) };
}

async function stopGroup(pid: number, ended: Promise<ProcessEnd>): Promise<void> {
  signalGroup(pid, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(pid, 'SIGKILL'), PATIENCE_MS);
  await ended;
  clearTimeout(timer);
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone: what was wanted.
  }
}
