import { Worker } from 'node:worker_threads';

import type { SearchLimits } from './optimiser.ts';

/** Starts a thread of `answer-problems.ts`. */
export function startSeatingWorker(limits: SearchLimits): Worker {
  // Without the flags of this process: a test runner's own would be in the way of the thread's.
  return new Worker(new URL('seating-worker.mjs', import.meta.url), { workerData: limits, execArgv: [] });
}
