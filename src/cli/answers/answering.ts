import type { Config } from '../../config.ts';
import { joinDatabase } from '../../database.ts';
import type { Separator } from '../../export/request.ts';
import { isClosedPipe } from '../../export/write-failure.ts';
import type { Reader } from '../../graph/graph.ts';
import { datasetStates, schemaState } from '../../graph/schema.ts';
import { openSeats } from '../../graphql/seats.ts';
import { exitCodes } from '../exit-codes.ts';
import { progress } from '../progress.ts';
import { askerOf } from './asking.ts';
import { asCsv, asMarkdown, asText, harmless } from './layout.ts';
import {
  AnswerError,
  RefusedQuestion,
  type AnswerCommand,
  type Answered,
  type Ask,
  type Language,
} from './question.ts';

/** Letters in a line of what goes to a file or another program, where nothing tells how many fit. */
const WIDTH_OF_FILES = 120;

/** What every command that answers takes. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly markdown?: boolean;
  readonly separator: Separator;
  readonly lang: Language;
}

/** What a command says, and how it ends. */
export interface Outcome {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

/** Answers a question, beside a running server too, and prints the answer; gives the exit code. */
export async function answer<Options extends object>(
  config: Config,
  command: AnswerCommand<Options>,
  texts: readonly string[],
  options: Options & CommonOptions,
): Promise<number> {
  const { tell, clear } = progress();
  const database = await joinDatabase(config, tell);
  const seats = openSeats();
  try {
    await checkData(database.graph, options.lang);
    const width = process.stdout.isTTY ? process.stdout.columns : WIDTH_OF_FILES;
    const { out, err, code } = await outcomeOf(
      askerOf(database.graph, seats.turnsFor(neverAbandoned)),
      command,
      texts,
      options,
      width,
    );
    clear();
    await write(process.stdout, out);
    await write(process.stderr, err);
    return code;
  } finally {
    clear();
    await seats.close();
    await database.close();
  }
}

/** Who waits on the command line and goes away ends the process. */
function neverAbandoned(): AbortSignal {
  return new AbortController().signal;
}

/**
 * What a command says. A question that cannot be answered as it was put is wrong use of the command.
 * @param width letters that fit into a line
 */
export async function outcomeOf<Options extends object>(
  ask: Ask,
  command: AnswerCommand<Options>,
  texts: readonly string[],
  options: Options & CommonOptions,
  width: number,
): Promise<Outcome> {
  try {
    const answered = await command.answer({ texts, options, lang: options.lang }, ask);
    return { ...printed(answered, options, width), code: exitCodes.done };
  } catch (cause) {
    if (!(cause instanceof AnswerError)) throw cause;
    const said =
      cause instanceof RefusedQuestion
        ? cause.refusal((argument) => command.called?.(argument, options) ?? argument)[options.lang]
        : cause.message;
    return { out: '', err: `${said}\n`, code: exitCodes.wrongUse };
  }
}

/**
 * What an answer prints. What a program may read holds the answer alone: remarks then go to the error output.
 * @param width letters that fit into a line
 */
export function printed(
  { data, table, besides = [], document, notes = [], nothing }: Answered,
  { json = false, csv = false, markdown = false, separator, lang }: CommonOptions,
  width: number,
): { readonly out: string; readonly err: string } {
  const isEmpty = document === undefined && table.rows.length === 0;
  const remarks = [...(isEmpty ? [nothing] : []), ...notes].map((note) => harmless(note[lang]));
  const aside = remarks.map((remark) => `${remark}\n`).join('');
  if (json) return { out: `${JSON.stringify(data, null, 2)}\n`, err: aside };
  if (csv) return { out: asCsv(table, lang, separator), err: aside };
  if (document !== undefined) return { out: `${document.trimEnd()}\n`, err: aside };
  const tables = [table, ...besides].filter(({ rows }) => rows.length > 0);
  const read = tables.map((one) => (markdown ? asMarkdown(one, lang) : asText(one, lang, width)));
  return { out: `${[...read, ...remarks].join('\n\n')}\n`, err: '' };
}

/** Who reads a pipe may have enough before the end, as `head` has. */
async function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const settle = (cause?: Error | null) => {
      if (cause == null || isClosedPipe(cause)) resolve();
      else reject(cause);
    };
    // A stream tells a failure to its listeners too, and ends the program when there are none.
    stream.once('error', settle);
    stream.write(text, settle);
  });
}

/** A database that nobody has loaded, or that an older version did, would answer everything with nothing. */
async function checkData(graph: Reader, lang: Language): Promise<void> {
  const { isReady } = await schemaState(graph);
  const states = isReady ? await datasetStates(graph) : [];
  if (states.some(({ state }) => state === 'COMPLETE')) return;
  throw new Error(
    {
      es: 'Se esperaba un grafo con algún paquete de datos, pero todavía no tiene ninguno. Ejecute una vez "sobremesa start", o "sobremesa import <carpeta>".',
      en: 'Expected a graph that holds a data package, but it holds none yet. Run "sobremesa start" once, or "sobremesa import <directory>".',
    }[lang],
  );
}
