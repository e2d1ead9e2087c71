import { Option, type Command } from 'commander';

import type { Config } from '../../config.ts';
import { separators } from '../../export/request.ts';
import { answer, type CommonOptions } from './answering.ts';
import type { AnswerCommand } from './question.ts';
import { brief } from './brief.ts';
import { coverage } from './coverage.ts';
import { invite } from './invite.ts';
import { paths } from './paths.ts';
import { search } from './search.ts';
import { shared } from './shared.ts';
import { suggest } from './suggest.ts';
import { who } from './who.ts';

/** Runs a command with the settings. */
type Run = (command: (config: Config) => Promise<number>) => () => Promise<void>;

/** Adds every command that answers a question to the program. */
export function addAnswerCommands(program: Command, run: Run): void {
  addAnswerCommand(program, run, search);
  addAnswerCommand(program, run, who);
  addAnswerCommand(program, run, suggest);
  addAnswerCommand(program, run, paths);
  addAnswerCommand(program, run, coverage);
  addAnswerCommand(program, run, shared);
  addAnswerCommand(program, run, brief);
  addAnswerCommand(program, run, invite);
}

function addAnswerCommand<Options extends object>(program: Command, run: Run, asked: AnswerCommand<Options>): void {
  const command = program
    .command(asked.name)
    .description(asked.description)
    .addHelpText('before', `Example: ${asked.example}\n`);
  for (const [name, description] of Object.entries(asked.arguments)) command.argument(name, description);
  for (const option of [...asked.options, ...commonOptions()]) command.addOption(option);
  command.action(async () => {
    // What commander read by the options of this command.
    const options = command.opts<Options & CommonOptions>();
    await run((config) => answer(config, asked, command.args, options))();
  });
}

function commonOptions(): readonly Option[] {
  return [
    new Option('--json', 'the answer of the API').conflicts(['csv', 'markdown']),
    new Option('--csv', 'for spreadsheets: no cell runs as a formula').conflicts(['json', 'markdown']),
    new Option('--markdown', 'as a table of Markdown').conflicts(['json', 'csv']),
    new Option('--separator <separator>', 'with --csv').choices(Object.keys(separators)).default('comma'),
    new Option('--lang <es|en>', 'language of names and words').choices(['es', 'en']).default('es'),
  ];
}
