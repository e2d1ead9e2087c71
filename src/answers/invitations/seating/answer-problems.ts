import { parentPort, workerData } from 'node:worker_threads';

import type { SeatingProblem } from '../seating-problem.ts';
import { loadOptimiser, type SearchLimits } from './optimiser.ts';
import { solveSeating } from './solve-seating.ts';

/**
 * The whole life of a worker: it answers one problem after the other. Whatever is thrown ends it, and reaches the other
 * side as its `error`: a solver that failed once is not asked again.
 */
if (parentPort === null) throw new Error('Expected to run in a worker thread: createSeater starts it.');
const port = parentPort;
const optimiserWithin = await loadOptimiser();
// Both sides of the channel are this program's: createSeater sends nothing else.
const limits = workerData as SearchLimits;
port.on('message', (problem: SeatingProblem) => {
  port.postMessage(solveSeating(optimiserWithin(limits), problem));
});
