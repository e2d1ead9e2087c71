import type { Worker } from 'node:worker_threads';

import type { Seater, SeatingAnswer, SeatingProblem } from '../seating-problem.ts';
import type { WorkerAnswer } from './answer-problems.ts';
import { checkProblem } from './check-problem.ts';
import type { SearchLimits } from './optimiser.ts';
import { plainProblem } from './plain-problem.ts';
import { SeaterBusy } from './seater-busy.ts';
import { SeatingUndecided } from './seating-undecided.ts';
import { startSeatingWorker } from './start-seating-worker.ts';

export interface SeaterOptions {
  /** Threads at most; each takes a processor while it computes. */
  readonly workers?: number;
  /** How many problems may wait for a worker. */
  readonly mostWaiting?: number;
  readonly limits?: Partial<SearchLimits>;
  /** Starts a thread that answers each message, a problem, with a message, a `WorkerAnswer`. */
  readonly startWorker?: (limits: SearchLimits) => Worker;
}

/** The clock is below the time that a request may take, so that who asks still gets the best table known by then. */
const LIMITS: SearchLimits = { steps: 50_000, milliseconds: 8000 };

interface Task {
  readonly problem: SeatingProblem;
  resolve(answer: SeatingAnswer): void;
  reject(reason: unknown): void;
}

/** A worker, and what it works on. */
interface Desk {
  readonly worker: Worker;
  task: Task | null;
}

/**
 * Solves problems in worker threads, which start when they are first needed and stay. One that is idle does not keep the
 * process alive. One that computes what nobody wants any more is ended, for a search hears nothing while it runs, and
 * another one starts when it is needed.
 */
export function createSeater(options: SeaterOptions = {}): Seater {
  const { workers = 1, mostWaiting = 8, startWorker = startSeatingWorker } = options;
  const limits = { ...LIMITS, ...options.limits };
  const desks = new Set<Desk>();
  const waiting: Task[] = [];
  let closed: Error | null = null;

  const openDesk = (): Desk => {
    const worker = startWorker(limits);
    const desk: Desk = { worker, task: null };
    desks.add(desk);
    worker.on('message', (answer: WorkerAnswer) => {
      const task = desk.task;
      desk.task = null;
      worker.unref();
      if (answer.outcome === 'undecided') task?.reject(new SeatingUndecided());
      else task?.resolve(answer);
      takeNext();
    });
    worker.on('error', (cause) => {
      const failure = 'The search for a table failed; the next one starts anew. Report this with what was asked for.';
      clear(desk, new Error(failure, { cause }));
    });
    worker.on('exit', (code) => {
      clear(desk, new Error(`Expected an answer from the search for a table, but its thread ended with code ${code}.`));
    });
    return desk;
  };

  /** A worker that can begin at once, if there may be one. */
  const freeDesk = (): Desk | null => {
    for (const desk of desks) if (desk.task === null) return desk;
    return desks.size < workers ? openDesk() : null;
  };

  const begin = (desk: Desk, task: Task): void => {
    desk.task = task;
    desk.worker.ref();
    desk.worker.postMessage(task.problem);
  };

  const takeNext = (): void => {
    const [task] = waiting;
    if (task === undefined) return;
    try {
      const desk = freeDesk();
      if (desk === null) return;
      waiting.shift();
      begin(desk, task);
    } catch (cause) {
      // No thread could be started: whoever waits for one is told so, and must not wait for ever.
      for (const { reject } of waiting.splice(0)) reject(cause);
    }
  };

  /** Takes a worker away, whose problem fails. */
  const clear = (desk: Desk, reason: unknown): void => {
    if (!desks.delete(desk)) return;
    desk.task?.reject(reason);
    takeNext();
  };

  const drop = (task: Task, reason: unknown): void => {
    const place = waiting.indexOf(task);
    if (place >= 0) {
      waiting.splice(place, 1);
      task.reject(reason);
    }
    for (const desk of desks) {
      if (desk.task !== task) continue;
      void desk.worker.terminate();
      clear(desk, reason);
    }
  };

  return {
    seat: async (problem, signal) => {
      if (closed !== null) throw closed;
      signal?.throwIfAborted();
      checkProblem(problem);
      const desk = freeDesk();
      if (desk === null && waiting.length >= mostWaiting) throw new SeaterBusy(waiting.length);
      const settled = new AbortController();
      try {
        return await new Promise<SeatingAnswer>((resolve, reject) => {
          const task: Task = { problem: plainProblem(problem), resolve, reject };
          signal?.addEventListener('abort', () => drop(task, signal.reason), { signal: settled.signal });
          if (desk === null) waiting.push(task);
          else begin(desk, task);
        });
      } finally {
        settled.abort();
      }
    },
    close: async () => {
      closed ??= new Error('No table is filled any more: the program is stopping.');
      const reason = closed;
      for (const task of waiting.splice(0)) task.reject(reason);
      const ending = [...desks].map(async (desk) => {
        clear(desk, reason);
        await desk.worker.terminate();
      });
      await Promise.all(ending);
    },
  };
}
