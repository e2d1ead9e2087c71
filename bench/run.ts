import { Command, InvalidArgumentError } from 'commander';

import { startServerProcess } from './child.ts';
import { connect } from './client.ts';
import { difference } from './compare.ts';
import { openDatabase, packageOf, type Size } from './database.ts';
import { measureMemory } from './import-memory.ts';
import { firstLoad, measureImports } from './imports.ts';
import { measure, type Comparison, type Effort, type Outcome, type Side } from './measure.ts';
import { objectsIn, ONE_HOP, operationsOf, POINT, type Askers } from './operations.ts';
import { print, type GrowthOutcome, type Results, type Table } from './report.ts';

interface Options extends Effort {
  readonly size: readonly Size[];
  readonly json?: true;
  readonly only?: string;
  readonly database?: string;
  readonly imports?: true;
  readonly memory?: true;
  /** Folder for a CPU profile of our server. */
  readonly profile?: string;
}

const options = new Command('npm run bench --')
  .description(
    'Times our server against the same answers written by hand. A ratio is there to be read; only answers that differ are a failure.',
  )
  .option('--size <size...>', 'seed, a number of actors, or all for seed, 10000 and 100000', sizes, ['seed'] as const)
  .option('--blocks <number>', 'blocks of requests to each side', count, 12)
  .option('--requests <number>', 'requests in a block', count, 40)
  .option('--warm-up <number>', 'untimed requests to each side; fewer where they would take long', count, 10_000)
  .option('--only <text>', 'only the operations whose name has this text')
  .option('--database <uri>', 'a database without password that holds a package of the size, instead of a new one')
  .option('--imports', 'measure imports instead, against a bare loop of UNWIND')
  .option('--memory', 'measure the memory of an import of a million rows instead; takes minutes')
  .option('--json', 'print JSON instead of tables')
  .option('--profile <folder>', 'write a CPU profile of our server there')
  .parse()
  .opts<Options>();

const GROWTH_LIMITS = new Map([
  [POINT, 1.3],
  [ONE_HOP, 1.5],
]);

/** Two servers over one database. */
interface Bench {
  readonly size: Size;
  readonly sides: Readonly<Record<'ours' | 'floor', Side>>;
  readonly operations: readonly Comparison[];
}

const stops: (() => Promise<void>)[] = [];
try {
  print(await results(), options);
} finally {
  for (const stop of stops) await stop();
}

async function results(): Promise<Results> {
  if (options.memory === true) return { memory: await measureMemory() };
  if (options.imports === true) {
    const imports: Results['imports'] = [];
    for (const size of options.size) {
      tell(`Importing: ${size}`);
      imports.push({ size, figures: await measureImports(size) });
    }
    return { imports };
  }
  const benches: Bench[] = [];
  for (const size of options.size) benches.push(await openBench(size));
  if (process.exitCode !== undefined) return {};
  const tables: Table[] = [];
  for (const bench of benches) tables.push({ size: bench.size, ...(await measureAll(bench)) });
  return { tables, growth: await measureGrowth(benches) };
}

async function openBench(size: Size): Promise<Bench> {
  const uri = options.database ?? (await loadedDatabase(size));
  const start = async (file: string, nodeOptions: readonly string[]): Promise<Side> => {
    const server = await startServerProcess(file, uri, nodeOptions);
    const client = connect(server.port);
    stops.unshift(server.stop, async () => client.close());
    return { server, client };
  };
  const profiling = options.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profile}`];
  const sides = {
    ours: await start('ours.ts', profiling),
    floor: await start('floor.ts', []),
  };
  return { size, sides, operations: await compared(size, sides) };
}

async function loadedDatabase(size: Size): Promise<string> {
  tell(`Loading a database: ${size}`);
  const database = await openDatabase();
  stops.unshift(database.stop);
  const { directory, remove } = await packageOf(size);
  try {
    await firstLoad(database.graph, directory);
    return database.uri;
  } finally {
    await remove();
  }
}

/** The operations to be timed, to which both sides give the same answer; what differs is told, and nothing is timed. */
async function compared(size: Size, sides: Bench['sides']): Promise<readonly Comparison[]> {
  const askers: Askers = {
    ours: async (request) => dataOf(JSON.parse(await sides.ours.client.send(request))),
    floor: async (request) => JSON.parse(await sides.floor.client.send(request)) as unknown,
  };
  const comparisons: Comparison[] = [];
  const asked = (await operationsOf(askers)).filter(({ name }) => name.includes(options.only ?? ''));
  for (const operation of asked) {
    const answer = await askers.ours(operation.ours);
    const found = difference(answer, await askers.floor(operation.floor));
    if (found !== null) {
      console.error(`The answers differ at ${size}, so that times would mean nothing: ${operation.name}: ${found}`);
      process.exitCode = 1;
    }
    comparisons.push({ ...operation, objects: objectsIn(answer) });
  }
  return comparisons;
}

async function measureAll({ size, sides, operations }: Bench): Promise<Omit<Table, 'size'>> {
  // All are warm before the first is timed: what they share would otherwise favour the last.
  for (const operation of operations) {
    tell(`Warming up at ${size}: ${operation.name}`);
    await measure(operation, sides, { ...options, blocks: 0 });
  }
  const outcomes: Outcome[] = [];
  for (const operation of operations) {
    // Warm once more: what was not run for minutes of other questions is compiled anew.
    tell(`Timing at ${size}: ${operation.name}`);
    outcomes.push(await measure(operation, sides, { ...options, warmUp: options.warmUp / 5 }));
  }
  return { outcomes };
}

/** How much more our answer takes of a graph that is ten times larger: both are asked in turn. */
async function measureGrowth(benches: readonly Bench[]): Promise<readonly GrowthOutcome[]> {
  const outcomes: GrowthOutcome[] = [];
  const bySize = benches
    .filter(({ size }) => size !== 'seed')
    .toSorted((one, other) => Number(one.size) - Number(other.size));
  for (const [at, large] of bySize.entries()) {
    const small = bySize[at - 1];
    if (small === undefined) continue;
    for (const operation of large.operations.filter(({ name }) => GROWTH_LIMITS.has(name))) {
      const same = small.operations.find(({ name }) => name === operation.name);
      if (same === undefined) continue;
      const comparison = { ...operation, limit: GROWTH_LIMITS.get(operation.name) ?? 1, floor: same.ours };
      const sides = { ours: large.sides.ours, floor: small.sides.ours };
      const outcome = await measure(comparison, sides, { ...options, warmUp: 100 });
      outcomes.push({ small: small.size, large: large.size, outcome });
    }
  }
  return outcomes;
}

function dataOf(answer: unknown): unknown {
  if (typeof answer === 'object' && answer !== null && 'data' in answer && !('errors' in answer)) return answer.data;
  throw new Error(`Expected an answer without errors, but got ${JSON.stringify(answer).slice(0, 500)}`);
}

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('Expected a whole number from 1 on, such as 20.');
  return value;
}

function sizes(text: string, before: readonly Size[]): readonly Size[] {
  // The default value stands before the first that was given.
  const given = before.length === 1 && before[0] === 'seed' ? [] : before;
  if (text === 'all') return ['seed', 10_000, 100_000];
  return [...given, text === 'seed' ? 'seed' : count(text)];
}

function tell(message: string): void {
  if (process.stderr.isTTY) console.error(message);
}
