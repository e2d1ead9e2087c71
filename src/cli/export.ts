import type { Config } from '../config.ts';
import { joinDatabase } from '../database.ts';
import { ExportError } from '../export/export-error.ts';
import { exportGraph, type Counts, type Exported } from '../export/exporting.ts';
import { readRequest, STANDARD_OUTPUT, type ExportOptions } from '../export/request.ts';
import { openTarget } from '../export/target.ts';
import { isClosedPipe } from '../export/write-failure.ts';
import { exitCodes } from './exit-codes.ts';
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
    process.stderr.write(`${cause.message}\n`);
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
        if (performance.now() - start > QUIET) tell(`Exporting: ${inWords(counts)}`);
      },
    });
    clear();
    // The standard output holds the export and nothing else.
    if (target !== STANDARD_OUTPUT) process.stdout.write(outcome(exported, target));
    return exitCodes.done;
  } finally {
    clear();
    await database.close();
  }
}

function outcome({ remarks, ...counts }: Exported, target: string): string {
  return [`Wrote ${inWords(counts)} to ${target}.`, ...remarks, ''].join('\n');
}

function inWords({ entities, ties, rows }: Counts): string {
  const parts = [
    ...(entities > 0 ? [`${entities} entities`] : []),
    ...(ties > 0 ? [`${ties} ties`] : []),
    ...(rows > 0 ? [`${rows} rows`] : []),
  ];
  return parts.join(' and ') || 'nothing (no entity or tie fits)';
}
