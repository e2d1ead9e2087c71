import { createRequire } from 'node:module';

import { Command, CommanderError, Option } from 'commander';

import { ConfigError, loadConfig, type Config } from '../config.ts';
import type { ExportOptions } from '../export/request.ts';
import { isClosedPipe } from '../export/write-failure.ts';
import { addAnswerCommands } from './answers/register.ts';
import { list } from './answers/values.ts';
import type { AuditOptions } from './audit.ts';
import type { DoctorOptions } from './doctor.ts';
import { exitCodes } from './exit-codes.ts';
import type { NewPackageOptions } from './new.ts';
import type { PackageOptions } from './packages.ts';

// What runs a command is loaded when it is run: all of them together take longer than most of them run.
const database = () => import('./db.ts');
const packages = () => import('./packages.ts');

const EXIT_CODES = `
Exit codes:
  0  done
  1  failed; the message says what to do next
  2  wrong use, or wrong settings (.env.example explains each setting)
  3  the data package has problems; all of them are listed`;

// Node 20 warns of an import of JSON. The form is that of npm.
const { version } = createRequire(import.meta.url)('../../package.json') as { readonly version: string };

const program = new Command('sobremesa')
  .version(version, '--version', 'print the version of this program')
  .description(
    "A knowledge graph of the actors of a city's international relations, in which every fact carries its source",
  )
  .addHelpText('before', 'Example: sobremesa start          then open the address it prints\n')
  .addHelpText('after', EXIT_CODES)
  .showHelpAfterError('(sobremesa --help lists the commands)')
  .exitOverride();

program
  .command('start')
  .description('start the database, load the data package and serve GraphQL until Ctrl-C')
  .addHelpText('before', 'Example: PORT=8080 sobremesa start\n')
  .action(run(async (config) => (await import('./start.ts')).start(config)));

const db = program
  .command('db')
  .description('the managed local database')
  .addHelpText('before', 'Example: sobremesa db status\n');
db.command('start')
  .description('run the database alone until Ctrl-C')
  .action(run(async (config) => (await database()).startDatabase(config)));
db.command('stop')
  .description('stop the database, whoever started it')
  .action(run(async (config) => (await database()).stopDatabase(config)));
db.command('status')
  .description('tell whether it runs, where, and how much disk it takes')
  .option('--json', 'as one line of JSON')
  .action((options: { json?: boolean }) => run(async (config) => (await database()).showDatabase(config, options))());
db.command('reset')
  .description('delete its data and password (the next start loads the data anew)')
  .action(run(async (config) => (await database()).resetDatabase(config)));

program
  .command('new')
  .argument('<directory>', 'folder to write; new or empty; the package is named after it')
  .description('write an empty data package: every table with its columns and an example')
  .option('--title <text>', 'title of the package')
  .option('--city <name>', 'the city whose relations it records')
  .option('--government <name>', 'the government of that city, as it calls itself')
  .option('--country <name>', 'the country of that city')
  .addOption(reportLanguage())
  .addHelpText('before', 'Example: sobremesa new lima-2026 --city Lima --country Perú\n')
  .action((directory: string, options: NewPackageOptions) =>
    run(async () => (await import('./new.ts')).newPackage(directory, options))(),
  );

program
  .command('validate')
  .argument('[directory]', 'folder of the data package; SOBREMESA_DATA when left out')
  .description('check a data package and list everything that is wrong with it')
  .addOption(reportLanguage())
  .addHelpText('before', 'Example: sobremesa validate seeds/cdmx-2016 --lang es\n')
  .action((directory: string | undefined, { lang }: PackageOptions) =>
    run(async (config) => (await packages()).validate(directory ?? config.data, lang))(),
  );

program
  .command('audit')
  .argument('[directory]', 'folder of a valid data package; SOBREMESA_DATA when left out')
  .description('examine what the rows of a data package say together: look-alikes, things without ties, open lists…')
  .option('--json', 'as one line of JSON, with the counts of each place')
  .addOption(reportLanguage())
  .addHelpText('before', 'Example: sobremesa audit seeds/cdmx-2016 --lang es\n')
  .action((directory: string | undefined, options: AuditOptions) =>
    run(async (config) => (await import('./audit.ts')).audit(directory ?? config.data, options))(),
  );

program
  .command('import')
  .argument('<directory>', 'folder of the data package')
  .description('check a data package and write what differs from the graph, also while the server runs')
  .option('--dry-run', 'tell what would be written, and write nothing')
  .option('--json', 'as one line of JSON')
  .addOption(reportLanguage())
  .addHelpText('before', 'Example: sobremesa import seeds/cdmx-2016 --dry-run\n')
  .action((directory: string, options: PackageOptions) =>
    run(async (config) => (await packages()).importDirectory(config, directory, options))(),
  );

program
  .command('remove')
  .argument('<package>', 'name of a data package in the graph, such as cdmx-2016')
  .description('remove a data package from the graph; what other packages state stays')
  .option('--dry-run', 'tell what would be removed, and remove nothing')
  .option('--json', 'as one line of JSON')
  .addOption(reportLanguage())
  .addHelpText('before', 'Example: sobremesa remove cdmx-2016 --dry-run\n')
  .action((dataset: string, options: PackageOptions) =>
    run(async (config) => (await packages()).removeDataset(config, dataset, options))(),
  );

program
  .command('export')
  .argument('<target>', 'file to write, folder for a package, or - for the standard output')
  .description('write the graph, or a part of it, for other programs; docs/export.md tells what opens what')
  .option('--format <format>', 'package, gexf, graphml, edges or jsonl; else by the ending of the target')
  .option('--dataset <ids>', 'only what these packages state', list)
  .option('--kinds <kinds>', 'only these kinds of entities, such as PERSON,CITY', list)
  .option('--ties <ties>', 'only these kinds of ties, such as MEMBER_OF, and what they touch', list)
  .option('--classes <classes>', 'only these classes of ties: WORK, PLACE, CLASSIFICATION, STRUCTURE', list)
  .option('--lang <language>', 'messages, and names and words in the file: es (the default) or en')
  .option('--excel', 'with edges: for spreadsheets, headings in words and no cell that runs as a formula')
  .option('--separator <separator>', 'with --excel: comma (the default), semicolon or tab')
  .option('--force', 'replace what is there')
  .addHelpText('before', 'Example: sobremesa export work.gexf --classes WORK --lang en\n')
  .action((target: string, options: ExportOptions) =>
    run(async (config) => (await import('./export.ts')).exportTo(config, target, options))(),
  );

addAnswerCommands(program, (command, texts, options) =>
  run(async (config) => (await import('./answers/answering.ts')).answer(config, command, texts, options))(),
);

program
  .command('doctor')
  .description(
    'look at everything that the program needs, and tell what to do where something is wrong; changes nothing',
  )
  .option('--json', 'as one line of JSON')
  .addOption(reportLanguage())
  .addHelpText('before', 'Example: sobremesa doctor --lang es\n')
  .action(async (options: DoctorOptions) => (await import('./doctor.ts')).doctor(options));

function reportLanguage(): Option {
  return new Option('--lang <es|en>', 'language of the report').choices(['es', 'en']).default('en');
}

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

// The reader of a pipe may go away before the end, as `head` does; what nobody reads any more is no failure.
process.stdout.on('error', (cause) => {
  if (!isClosedPipe(cause)) throw cause;
});
try {
  await program.parseAsync();
} catch (cause) {
  process.exitCode = explain(cause);
}
