import type { Config } from '../config.ts';
import { databaseHome, openDatabase } from '../database.ts';
import { resetHome, status, stopByHome } from '../neo4j/maintenance.ts';
import { exitCodes } from './exit-codes.ts';
import { progress } from './progress.ts';
import { onStopRequest } from './signals.ts';

/** Runs the managed database alone until a signal comes. */
export async function startDatabase(config: Config): Promise<number> {
  const { tell, clear } = progress();
  const stop = onStopRequest();
  const database = await openDatabase({ ...config, neo4j: null }, tell, stop.signal).finally(clear);
  process.stdout.write(
    `Neo4j answers at ${database.address.uri}, user ${database.address.username}, password in ${databaseHome(config)}/password.\nCtrl-C stops it.\n`,
  );
  const end = await Promise.race([stop.requested.then(() => null), database.ended]);
  if (end !== null) process.stderr.write(`The database ended. ${end}\n`);
  await database.close();
  return end === null ? exitCodes.done : exitCodes.failed;
}

export async function stopDatabase(config: Config): Promise<number> {
  const pid = await stopByHome(databaseHome(config));
  process.stdout.write(
    pid === null ? 'No managed database was running.\n' : `Stopped the managed database (process ${pid}).\n`,
  );
  return exitCodes.done;
}

export async function showDatabase(config: Config, { json }: { readonly json?: boolean }): Promise<number> {
  const state = await status(databaseHome(config));
  process.stdout.write(json === true ? `${JSON.stringify(state)}\n` : describe(state, databaseHome(config)));
  return exitCodes.done;
}

export async function resetDatabase(config: Config): Promise<number> {
  await resetHome(databaseHome(config));
  process.stdout.write(
    `Deleted the data and the password below ${databaseHome(config)}; the next start loads the data anew.\n`,
  );
  return exitCodes.done;
}

function describe(
  { running, pid, port, version, diskBytes }: Awaited<ReturnType<typeof status>>,
  home: string,
): string {
  const state = running ? `running as process ${pid} on bolt://127.0.0.1:${port}` : 'not running';
  return [
    `Managed database: ${state}`,
    `Neo4j: ${version ?? 'not fetched yet (sobremesa start fetches it)'}`,
    `Folder: ${home} (${Math.round(diskBytes / 1_000_000)} MB)`,
    '',
  ].join('\n');
}
