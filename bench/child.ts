import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a server has used since it started. */
export interface Usage {
  /** Milliseconds of processor time, of the whole process. */
  readonly cpu: number;
  readonly statements: number;
}

/** A server in a process of its own, so that its processor time is its own. */
export interface ServerProcess {
  readonly port: number;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** Starts a server file beside this one; it is given the address of the database and calls `serveParent`. */
export async function startServerProcess(
  file: string,
  databaseUri: string,
  nodeOptions: readonly string[] = [],
): Promise<ServerProcess> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [databaseUri], {
    execArgv: [...process.execArgv, ...nodeOptions],
  });
  const port = (await answerOf(child, file)) as number;
  return {
    port,
    usage: async () => {
      child.send('usage');
      return (await answerOf(child, file)) as Usage;
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.send('stop');
      await ended;
    },
  };
}

/** The other side: tells the parent the port, then answers its questions until it says stop, or is gone. */
export function serveParent(port: number, statements: () => number, close: () => Promise<void>): void {
  const stop = () => void close().finally(() => process.exit(0));
  process.on('message', (question) => {
    if (question === 'stop') {
      stop();
      return;
    }
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: (user + system) / 1000, statements: statements() } satisfies Usage);
  });
  process.on('disconnect', stop);
  // The terminal's Ctrl-C reaches the whole group; the parent says when to stop.
  process.on('SIGINT', () => undefined);
  process.send?.(port);
}

async function answerOf(child: ChildProcess, file: string): Promise<unknown> {
  const settled = new AbortController();
  const { signal } = settled;
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(
      `Expected ${file} to answer, but it ended with exit code ${String(code)}; its own message stands above.`,
    );
  });
  try {
    const [answer] = (await Promise.race([once(child, 'message', { signal }), ended])) as [unknown];
    return answer;
  } finally {
    // The listener that lost is taken away; that it was called off is no news.
    ended.catch(() => undefined);
    settled.abort();
  }
}
