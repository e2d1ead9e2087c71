import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';

import type { SeatingAnswer, SeatingProblem } from '../seating-problem.ts';
import { loadOptimiser, type SearchLimits } from './optimiser.ts';
import { SeatingUndecided } from './seating-undecided.ts';
import { solveSeating } from './solve-seating.ts';

/** What a worker answers; an error's class would not survive the way between threads. */
export type WorkerAnswer = SeatingAnswer | { readonly outcome: 'undecided' };

/**
 * The whole life of a worker: it answers one problem after the other. Whatever else is thrown ends it, and reaches the
 * other side as its `error`: a solver that failed once is not asked again.
 */
if (parentPort === null) throw new Error('Expected to run in a worker thread: createSeater starts it.');
const port = parentPort;
// Linux gives each thread a priority of its own: who searches for a table lets everybody else go first. Elsewhere it would be
// the whole program's.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);
const optimiserWithin = await loadOptimiser();
// Both sides of the channel are this program's: createSeater sends nothing else.
const limits = workerData as SearchLimits;
port.on('message', (problem: SeatingProblem) => port.postMessage(answerTo(problem)));

function answerTo(problem: SeatingProblem): WorkerAnswer {
  try {
    return solveSeating(optimiserWithin(limits), problem);
  } catch (cause) {
    if (cause instanceof SeatingUndecided) return { outcome: 'undecided' };
    throw cause;
  }
}
