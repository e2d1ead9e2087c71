import type { Config } from '../config.ts';
import { startService, type RunningService } from '../main.ts';
import { exitCodes } from './exit-codes.ts';
import { progress } from './progress.ts';
import { onStopRequest } from './signals.ts';

/** Serves until a signal comes or the database dies; gives the exit code. */
export async function start(config: Config): Promise<number> {
  const { tell, clear } = progress();
  const stop = onStopRequest();
  let service: RunningService;
  try {
    service = await startService(config, tell, stop.signal);
  } catch (cause) {
    clear();
    if (stop.signal.aborted) return exitCodes.done;
    throw cause;
  }
  clear();
  process.stdout.write(welcome(service, config));
  const end = await Promise.race([stop.requested.then(() => null), service.databaseEnded]);
  if (end !== null) process.stderr.write(`The database ended, so the server stops too. ${end}\n`);
  await service.stop();
  return end === null ? exitCodes.done : exitCodes.failed;
}

function welcome({ url, imported }: RunningService, { warmUp }: Config): string {
  const data =
    imported.outcome === 'loaded'
      ? `loaded in ${(imported.milliseconds / 1000).toFixed(1)} s`
      : 'unchanged since the last start';
  return `
Sobremesa answers at ${url}/graphql (data ${data}).${warmUp ? '\nIt still prepares the usual questions: for some seconds a first answer may take longer.' : ''}

Ask it who was consulted, with which role, and where that is written:

  curl -s ${url}/graphql -H 'content-type: application/json' -d '{"query":"{ people(filter: {consulted: true}, first: 3) { totalCount nodes { name affiliations { role institution { name } citations { place source { title year } } } } } }"}'

Ctrl-C stops the server and its database.

`;
}
