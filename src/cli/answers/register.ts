import { Option, type Command } from 'commander';

import { separators } from '../../export/request.ts';
import type { CommonOptions } from './answering.ts';
import type { AnswerCommand } from './question.ts';
import { brief } from './brief.ts';
import { coverage } from './coverage.ts';
import { invite } from './invite.ts';
import { paths } from './paths.ts';
import { search } from './search.ts';
import { shared } from './shared.ts';
import { suggest } from './suggest.ts';
import { who } from './who.ts';

/** Does what a line asks: a command with its arguments and options. */
export type Perform = <Options extends object>(
  command: AnswerCommand<Options>,
  texts: readonly string[],
  options: Options & CommonOptions,
) => Promise<void>;

/** Adds every command that answers a question to the program. */
export function addAnswerCommands(program: Command, perform: Perform): void {
  addAnswerCommand(program, perform, search);
  addAnswerCommand(program, perform, who);
  addAnswerCommand(program, perform, suggest);
  addAnswerCommand(program, perform, paths);
  addAnswerCommand(program, perform, coverage);
  addAnswerCommand(program, perform, shared);
  addAnswerCommand(program, perform, brief);
  addAnswerCommand(program, perform, invite);
}

function addAnswerCommand<Options extends object>(
  program: Command,
  perform: Perform,
  asked: AnswerCommand<Options>,
): void {
  const command = program
    .command(asked.name)
    .description(asked.description)
    .addHelpText('after', ['\nExamples:', ...asked.examples].join('\n  '));
  for (const [name, description] of Object.entries(asked.arguments)) command.argument(name, description);
  for (const option of [...asked.options, ...commonOptions()]) command.addOption(option);
  command.action(async () => {
    // What commander read by the options of this command.
    await perform(asked, command.args, command.opts<Options & CommonOptions>());
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
