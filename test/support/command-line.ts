import { Command, CommanderError } from 'commander';

import { askerOf } from '../../src/cli/answers/asking.ts';
import { outcomeOf, type Outcome } from '../../src/cli/answers/answering.ts';
import { addAnswerCommands } from '../../src/cli/answers/register.ts';
import { exitCodes } from '../../src/cli/exit-codes.ts';
import type { Reader } from '../../src/graph/graph.ts';
import { inTurn } from './seat.ts';

/** Wide enough that no table of the tests becomes a list. */
const ENDLESS = 100_000;

/** The commands that answer, over a graph and without a process: what a line says and how it ends. */
export function commandLine(graph: Reader, width = ENDLESS): (...line: readonly string[]) => Promise<Outcome> {
  const ask = askerOf(graph, inTurn);
  return async (...line) => {
    let outcome: Outcome = { out: '', err: '', code: exitCodes.done };
    const program = new Command('sobremesa').exitOverride().configureOutput({
      writeOut: (text) => void (outcome = { ...outcome, out: outcome.out + text }),
      writeErr: (text) => void (outcome = { ...outcome, err: outcome.err + text }),
    });
    addAnswerCommands(program, async (command, texts, options) => {
      outcome = await outcomeOf(ask, command, texts, options, width);
    });
    try {
      await program.parseAsync(line, { from: 'user' });
      return outcome;
    } catch (cause) {
      if (!(cause instanceof CommanderError)) throw cause;
      return { ...outcome, code: cause.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse };
    }
  };
}
