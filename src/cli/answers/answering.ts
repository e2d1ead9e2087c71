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
import { AnswerError, type AnswerCommand, type Answered, type Language } from './question.ts';

/** What every command that answers takes. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly markdown?: boolean;
  readonly separator: Separator;
  readonly lang: Language;
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
    await checkData(database.graph);
    const answered = await command.answer(
      { texts, options, lang: options.lang },
      askerOf(database.graph, seats.seatFor(neverAbandoned)),
    );
    clear();
    const { out, err } = printed(answered, options, process.stdout.isTTY ? process.stdout.columns : Infinity);
    await write(process.stdout, out);
    await write(process.stderr, err);
    return exitCodes.done;
  } catch (cause) {
    clear();
    if (!(cause instanceof AnswerError)) throw cause;
    process.stderr.write(`${cause.message}\n`);
    return exitCodes.wrongUse;
  } finally {
    await seats.close();
    await database.close();
  }
}

/** Who waits on the command line and goes away ends the process. */
function neverAbandoned(): AbortSignal {
  return new AbortController().signal;
}

/**
 * What an answer prints. What a program may read holds the answer alone: remarks then go to the error output.
 * @param width letters that fit into a line
 */
export function printed(
  { data, tables, document, notes = [], nothing }: Answered,
  { json = false, csv = false, markdown = false, separator, lang }: CommonOptions,
  width: number,
): { readonly out: string; readonly err: string } {
  const isEmpty = document === undefined && tables.every(({ rows }) => rows.length === 0);
  const remarks = [...(isEmpty ? [nothing] : []), ...notes].map((note) => harmless(note[lang]));
  const aside = remarks.map((remark) => `${remark}\n`).join('');
  if (json) return { out: `${JSON.stringify(data, null, 2)}\n`, err: aside };
  if (csv) return { out: asCsv(tables, lang, separator), err: aside };
  if (document !== undefined) return { out: `${document.trimEnd()}\n`, err: aside };
  const filled = tables.filter(({ rows }) => rows.length > 0);
  const parts = filled.map((table) => (markdown ? asMarkdown(table, lang) : asText(table, lang, width)));
  return { out: `${[...parts, ...remarks].join('\n\n')}\n`, err: '' };
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
async function checkData(graph: Reader): Promise<void> {
  const { isReady } = await schemaState(graph);
  const states = isReady ? await datasetStates(graph) : [];
  if (states.some(({ state }) => state === 'COMPLETE')) return;
  throw new Error(
    'Expected a graph that holds a data package, but it holds none yet. Run "sobremesa start" once, or "sobremesa import <directory>".',
  );
}
