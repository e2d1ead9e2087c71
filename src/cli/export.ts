import type { Config } from '../config.ts';
import { joinDatabase } from '../database.ts';
import { ExportError } from '../export/export-error.ts';
import { exportGraph } from '../export/exporting.ts';
import { languageOf, readRequest, STANDARD_OUTPUT, type ExportOptions, type Language } from '../export/request.ts';
import { openTarget } from '../export/target.ts';
import { isClosedPipe } from '../export/write-failure.ts';
import { exitCodes } from './exit-codes.ts';
import { outcomeIn, progressIn } from './export-wording.ts';
import { progress } from './progress.ts';
import { onStopRequest } from './signals.ts';

/** What takes less time than this needs no progress. */
const QUIET = 2000;

/** Writes the graph, or a part of it, to a file or folder, beside a running server too. */
export async function exportTo(config: Config, target: string, options: ExportOptions): Promise<number> {
  try {
    return await exportOrThrow(config, target, options);
  } catch (cause) {
    // Who reads the pipe has enough, as `head` has.
    if (target === STANDARD_OUTPUT && isClosedPipe(cause)) return exitCodes.done;
    if (!(cause instanceof ExportError)) throw cause;
    process.stderr.write(`${textOf(cause, languageOf(options.lang))}\n`);
    return cause.isWrongUse ? exitCodes.wrongUse : exitCodes.failed;
  }
}

async function exportOrThrow(config: Config, target: string, options: ExportOptions): Promise<number> {
  const request = readRequest(target, options);
  const place = await openTarget(request, process.stdout);
  const { tell, clear } = progress();
  const stop = onStopRequest();
  const database = await joinDatabase(config, tell);
  clear();
  const start = performance.now();
  try {
    const exported = await exportGraph(database.graph, request, place, {
      signal: stop.signal,
      onProgress: (counts) => {
        if (performance.now() - start > QUIET) tell(progressIn(request.lang, counts));
      },
    });
    clear();
    // The standard output holds the export and nothing else.
    if (target !== STANDARD_OUTPUT) process.stdout.write(outcomeIn(request.lang, exported, target));
    return exitCodes.done;
  } finally {
    clear();
    await database.close();
  }
}

/** Of a language that there is not, the refusal comes in both. */
function textOf({ words }: ExportError, lang: Language | null): string {
  return lang === null ? `${words.es}\n${words.en}` : words[lang];
}
