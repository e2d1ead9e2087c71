import type { Worker } from 'node:worker_threads';

import type { Seater, SeatingAnswer, SeatingProblem } from '../seating-problem.ts';
import type { WorkerAnswer } from './answer-problems.ts';
import { checkProblem } from './check-problem.ts';
import type { SearchLimits } from './optimiser.ts';
import { plainProblem } from './plain-problem.ts';
import { SeatingUndecided } from './seating-undecided.ts';
import { startSeatingWorker } from './start-seating-worker.ts';
import { createTurns } from './turns.ts';

export interface SeaterOptions {
  /** How many plans may wait for their turn. */
  readonly mostWaiting?: number;
  /** Milliseconds between two turns. */
  readonly pause?: number;
  readonly limits?: Partial<SearchLimits>;
  /** Starts a thread that answers each message, a problem, with a message, a `WorkerAnswer`. */
  readonly startWorker?: (limits: SearchLimits) => Worker;
}

/** The clock is below the time that a request may take, so that who asks still gets the best table known by then. */
const LIMITS: SearchLimits = { steps: 50_000, milliseconds: 8000 };

/**
 * A plan of ordinary size works a quarter as long as this, so that those who plan without end take a fifth of the time: the
 * slowest of other requests then stay within twice of what they are without them. Who plans one table waits for none of it.
 */
const PAUSE = 100;

/** The worker, and who waits for its answer. */
interface Desk {
  readonly worker: Worker;
  asker: { resolve(answer: SeatingAnswer): void; reject(reason: unknown): void } | null;
}

/**
 * Solves problems in a worker thread, which starts when it is first needed and stays. While it is idle it does not keep the
 * process alive. When it computes what nobody wants any more it is ended, for a search hears nothing while it runs, and
 * another one starts when it is needed.
 */
export function createSeater(options: SeaterOptions = {}): Seater {
  const { mostWaiting = 8, pause = PAUSE, startWorker = startSeatingWorker } = options;
  const limits = { ...LIMITS, ...options.limits };
  const turns = createTurns({ mostWaiting, pause });
  let desk: Desk | null = null;
  let closed: Error | null = null;

  const openDesk = (): Desk => {
    const worker = startWorker(limits);
    const opened: Desk = { worker, asker: null };
    worker.on('message', (answer: WorkerAnswer) => {
      const { asker } = opened;
      opened.asker = null;
      worker.unref();
      if (answer.outcome === 'undecided') asker?.reject(new SeatingUndecided());
      else asker?.resolve(answer);
    });
    worker.on('error', (cause) => {
      const failure = 'The search for a table failed; the next one starts anew. Report this with what was asked for.';
      clear(opened, new Error(failure, { cause }));
    });
    worker.on('exit', (code) => {
      clear(
        opened,
        new Error(`Expected an answer from the search for a table, but its thread ended with code ${code}.`),
      );
    });
    return opened;
  };

  /** Takes a worker away, whose problem fails. */
  const clear = (ended: Desk, reason: unknown): void => {
    if (desk === ended) desk = null;
    ended.asker?.reject(reason);
    ended.asker = null;
  };

  const compute = async (problem: SeatingProblem, signal: AbortSignal | undefined): Promise<SeatingAnswer> => {
    if (closed !== null) throw closed;
    signal?.throwIfAborted();
    checkProblem(problem);
    const taken = (desk ??= openDesk());
    if (taken.asker !== null)
      throw new Error('Expected one problem at a time in a turn, but got another one meanwhile.');
    const settled = new AbortController();
    try {
      return await new Promise<SeatingAnswer>((resolve, reject) => {
        const giveUp = () => {
          void taken.worker.terminate();
          clear(taken, signal?.reason);
        };
        signal?.addEventListener('abort', giveUp, { signal: settled.signal });
        taken.asker = { resolve, reject };
        taken.worker.ref();
        taken.worker.postMessage(plainProblem(problem));
      });
    } finally {
      settled.abort();
    }
  };

  const inTurn: Seater['inTurn'] = (work, signal) =>
    turns.take(() => work((problem) => compute(problem, signal)), signal);

  return {
    inTurn,
    seat: (problem, signal) => inTurn((seat) => seat(problem), signal),
    close: async () => {
      closed ??= new Error('No table is filled any more: the program is stopping.');
      turns.close(closed);
      const ending = desk;
      if (ending === null) return;
      clear(ending, closed);
      await ending.worker.terminate();
    },
  };
}
