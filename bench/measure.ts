import type { ServerProcess } from './child.ts';
import type { Client } from './client.ts';
import type { HttpRequest, Operation } from './operations.ts';

/** A server under measurement and the connection to it. */
export interface Side {
  readonly client: Client;
  readonly server: ServerProcess;
}

/** What the answers of one side to one operation took. */
export interface Figures {
  /** Milliseconds. */
  readonly median: number;
  readonly p99: number;
  /** Milliseconds of the Node process for one request. */
  readonly cpu: number;
  /** Statements sent to the database for one request. */
  readonly statements: number;
}

/** An operation to which both sides gave the same answer. */
export interface Comparison extends Operation {
  readonly objects: number;
}

export interface Outcome {
  readonly name: string;
  readonly limit: number;
  /** In the answer. */
  readonly objects: number;
  readonly ours: Figures;
  readonly floor: Figures;
  /** Median of ours through median of the floor. */
  readonly ratio: number;
}

export interface Effort {
  readonly blocks: number;
  /** In a block, to each side. */
  readonly requests: number;
  /** Untimed, to each side, before the first block; fewer of an operation that would take longer than WARM_UP_TIME. */
  readonly warmUp: number;
}

/** Milliseconds that half of the untimed requests to a side may take. */
const WARM_UP_TIME = 5000;

/** Asks both sides in turn, block by block, so that what else the machine does falls on both alike. */
export async function measure(
  { name, limit, objects, ...requests }: Comparison,
  sides: Readonly<Record<'ours' | 'floor', Side>>,
  effort: Effort,
): Promise<Outcome> {
  for (const who of ['ours', 'floor', 'floor', 'ours'] as const)
    await repeat(sides[who].client, requests[who], effort.warmUp / 2, WARM_UP_TIME);
  const tallies = { ours: newTally(), floor: newTally() };
  for (let block = 0; block < effort.blocks; block += 1) {
    const order = block % 2 === 0 ? (['ours', 'floor'] as const) : (['floor', 'ours'] as const);
    for (const who of order) await measureBlock(sides[who], requests[who], effort.requests, tallies[who]);
  }
  const ours = figuresOf(tallies.ours);
  const floor = figuresOf(tallies.floor);
  return { name, limit, objects, ours, floor, ratio: ours.median / floor.median };
}

interface Tally {
  readonly times: number[];
  cpu: number;
  statements: number;
}

function newTally(): Tally {
  return { times: [], cpu: 0, statements: 0 };
}

async function measureBlock(
  { client, server }: Side,
  request: HttpRequest,
  count: number,
  tally: Tally,
): Promise<void> {
  const before = await server.usage();
  tally.times.push(...(await repeat(client, request, count)));
  const after = await server.usage();
  tally.cpu += after.cpu - before.cpu;
  tally.statements += after.statements - before.statements;
}

/** Milliseconds of each answer, one after the other, until as many are there or the time, in milliseconds, is over. */
async function repeat(
  client: Client,
  request: HttpRequest,
  count: number,
  time = Infinity,
): Promise<readonly number[]> {
  const times: number[] = [];
  const end = performance.now() + time;
  while (times.length < count && performance.now() < end) {
    const start = performance.now();
    await client.send(request);
    times.push(performance.now() - start);
  }
  return times;
}

function figuresOf({ times, cpu, statements }: Tally): Figures {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { median: at(0.5), p99: at(0.99), cpu: cpu / times.length, statements: statements / times.length };
}
