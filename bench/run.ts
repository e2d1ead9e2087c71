import { Command, InvalidArgumentError } from 'commander';

import { startServerProcess } from './child.ts';
import { connect } from './client.ts';
import { difference } from './compare.ts';
import { openBenchDatabase } from './database.ts';
import { measure, type Comparison, type Effort, type Outcome, type Side } from './measure.ts';
import { objectsIn, operationsOf, type Askers } from './operations.ts';
import { machine, table } from './report.ts';

interface Options extends Effort {
  readonly json?: true;
  readonly only?: string;
  readonly database?: string;
  /** Folder for a CPU profile of our server. */
  readonly profile?: string;
}

const options = new Command('npm run bench --')
  .description(
    'Times our server against the same answers written by hand, on the seeds. A ratio is there to be read; only answers that differ are a failure.',
  )
  .option('--blocks <number>', 'blocks of requests to each side', count, 12)
  .option('--requests <number>', 'requests in a block', count, 40)
  .option('--warm-up <number>', 'untimed requests to each side', count, 500)
  .option('--only <text>', 'only the operations whose name has this text')
  .option('--database <uri>', 'a database without password that holds the seeds, instead of a new one')
  .option('--json', 'print JSON instead of a table')
  .option('--profile <folder>', 'write a CPU profile of our server there')
  .parse()
  .opts<Options>();

type Sides = Readonly<Record<'ours' | 'floor', Side>>;

await run();

async function run(): Promise<void> {
  tell('Starting a database with the seeds');
  const database =
    options.database === undefined ? await openBenchDatabase() : { uri: options.database, stop: async () => undefined };
  const stops = [database.stop];
  try {
    const start = async (file: string, nodeOptions: readonly string[]): Promise<Side> => {
      const server = await startServerProcess(file, database.uri, nodeOptions);
      const client = connect(server.port);
      stops.unshift(server.stop, async () => client.close());
      return { server, client };
    };
    const profiling = options.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profile}`];
    const sides = { ours: await start('ours.ts', profiling), floor: await start('floor.ts', []) };
    await compareAndMeasure(sides);
  } finally {
    for (const stop of stops) await stop();
  }
}

async function compareAndMeasure(sides: Sides): Promise<void> {
  const askers: Askers = {
    ours: async (request) => dataOf(JSON.parse(await sides.ours.client.send(request))),
    floor: async (request) => JSON.parse(await sides.floor.client.send(request)) as unknown,
  };
  const asked = (await operationsOf(askers)).filter(({ name }) => name.includes(options.only ?? ''));
  const operations: Comparison[] = [];
  const differences: string[] = [];
  for (const operation of asked) {
    const answer = await askers.ours(operation.ours);
    const found = difference(answer, await askers.floor(operation.floor));
    if (found !== null) differences.push(`${operation.name}: ${found}`);
    operations.push({ ...operation, objects: objectsIn(answer) });
  }
  if (differences.length > 0) {
    console.error(['The answers differ, so that times would mean nothing:', ...differences].join('\n  '));
    process.exitCode = 1;
    return;
  }
  // All are warm before the first is timed: what they share would otherwise favour the last.
  for (const operation of operations) {
    tell(`Warming up: ${operation.name}`);
    await measure(operation, sides, { ...options, blocks: 0 });
  }
  const outcomes: Outcome[] = [];
  for (const operation of operations) {
    tell(`Timing: ${operation.name}`);
    outcomes.push(await measure(operation, sides, { ...options, warmUp: 20 }));
  }
  print(outcomes);
}

function dataOf(answer: unknown): unknown {
  if (typeof answer === 'object' && answer !== null && 'data' in answer && !('errors' in answer)) return answer.data;
  throw new Error(`Expected an answer without errors, but got ${JSON.stringify(answer).slice(0, 500)}`);
}

function print(outcomes: readonly Outcome[]): void {
  if (options.json === true) console.log(JSON.stringify({ machine: machine(), outcomes }, null, 2));
  else
    console.log(
      `${machine()}\nOne request at a time; ${options.blocks} blocks of ${options.requests} to each side; milliseconds.\n\n${table(outcomes)}`,
    );
}

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('Expected a whole number from 1 on, such as 20.');
  return value;
}

function tell(message: string): void {
  if (process.stderr.isTTY) console.error(message);
}
