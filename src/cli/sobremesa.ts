import { Command, CommanderError } from 'commander';

import { ConfigError, loadConfig, type Config } from '../config.ts';
import { resetDatabase, showDatabase, startDatabase, stopDatabase } from './db.ts';
import { exitCodes } from './exit-codes.ts';
import { importDirectory, validate } from './packages.ts';
import { start } from './start.ts';

const EXIT_CODES = `
Exit codes:
  0  done
  1  failed; the message says what to do next
  2  wrong use, or wrong settings (.env.example explains each setting)
  3  the data package has problems; all of them are listed`;

const program = new Command('sobremesa')
  .description(
    "A knowledge graph of the actors of a city's international relations, in which every fact carries its source",
  )
  .addHelpText('beforeAll', 'Example: sobremesa start          then open the address it prints\n')
  .addHelpText('after', EXIT_CODES)
  .showHelpAfterError('(sobremesa --help lists the commands)')
  .exitOverride();

program
  .command('start')
  .description('start the database, load the data package and serve GraphQL until Ctrl-C')
  .addHelpText('before', 'Example: PORT=8080 sobremesa start\n')
  .action(run(start));

const db = program
  .command('db')
  .description('the managed local database')
  .addHelpText('before', 'Example: sobremesa db status\n');
db.command('start').description('run the database alone until Ctrl-C').action(run(startDatabase));
db.command('stop').description('stop the database, whoever started it').action(run(stopDatabase));
db.command('status')
  .description('tell whether it runs, where, and how much disk it takes')
  .option('--json', 'as one line of JSON')
  .action((options: { json?: boolean }) => run((config) => showDatabase(config, options))());
db.command('reset')
  .description('delete its data and password (the next start loads the data anew)')
  .action(run(resetDatabase));

program
  .command('validate')
  .argument('[directory]', 'folder of the data package; SOBREMESA_DATA when left out')
  .description('check a data package and list everything that is wrong with it')
  .addHelpText('before', 'Example: sobremesa validate seeds/cdmx-2016\n')
  .action((directory?: string) => run((config) => validate(directory ?? config.data))());

program
  .command('import')
  .argument('<directory>', 'folder of the data package')
  .description('check a data package and load it, also while the server runs')
  .addHelpText('before', 'Example: sobremesa import seeds/cdmx-2016\n')
  .action((directory: string) => run((config) => importDirectory(config, directory))());

/** Runs a command with the settings; what fails is told in one message, without a stack. */
function run(command: (config: Config) => Promise<number>): () => Promise<void> {
  return async () => {
    process.exitCode = await command(loadConfig());
  };
}

function explain(cause: unknown): number {
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  return cause instanceof ConfigError ? exitCodes.wrongUse : exitCodes.failed;
}

try {
  await program.parseAsync();
} catch (cause) {
  process.exitCode = explain(cause);
}
