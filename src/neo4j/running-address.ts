import { findHome } from './home.ts';
import { readPassword } from './password.ts';
import { runningServer } from './server-record.ts';

export interface RunningAddress {
  readonly uri: string;
  readonly username: string;
  readonly password: string | null;
}

/** Where the running Neo4j of a home answers, for a second program beside the one that started it; null when none runs. */
export async function runningAddress(folder: string): Promise<RunningAddress | null> {
  const home = await findHome(folder);
  const server = await runningServer(home);
  if (server === null) return null;
  return { uri: `bolt://127.0.0.1:${server.port}`, username: 'neo4j', password: await readPassword(home.passwordFile) };
}
