import { readFile } from 'node:fs/promises';

import type { Neo4jAddress } from '../config.ts';
import type { Graph, Reader } from '../graph/graph.ts';
import type { Query } from '../graph/query.ts';
import { datasetStates, schemaState } from '../graph/schema.ts';
import type { Home } from '../neo4j/home.ts';
import { lockHolder } from '../neo4j/process-lock.ts';
import { runningServer } from '../neo4j/server-record.ts';
import { failed, ok, warning, type Look } from './finding.ts';

/** Where the managed database of a home answers now; null when it does not run. */
export async function managedAddress(home: Home): Promise<Neo4jAddress | null> {
  const server = await runningServer(home);
  if (server === null) return null;
  // Read here, because the program's own reading of the password mends the file's mode.
  const password = await readFile(home.passwordFile, 'utf8').then(
    (content) => content.trim(),
    () => null,
  );
  return { uri: `bolt://127.0.0.1:${server.port}`, username: 'neo4j', password, database: 'neo4j' };
}

/** Whether the database answers. @param home of the managed database; null for one that NEO4J_URI names */
export async function lookAtDatabase(
  graph: Pick<Graph, 'check'> | null,
  address: Neo4jAddress | null,
  home: Home | null,
): Promise<Look> {
  if (graph === null || address === null) {
    const holder = home === null ? null : await lockHolder(home.lock);
    return holder === null
      ? warning('the managed database does not run', 'npm start')
      : warning(`process ${holder} is starting the managed database`, 'wait, then: npx sobremesa doctor');
  }
  const refusal = await graph.check();
  if (refusal === null) return ok(`answers at ${address.uri}`);
  const next =
    home === null
      ? 'start that Neo4j, or check NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE'
      : `npx sobremesa db stop, then npm start; what it printed: ${home.consoleLog}`;
  return failed(`${address.uri} does not serve: ${refusal.reason}`, next);
}

const components: Query<object, readonly [version: string]> = {
  name: 'components',
  text: 'CALL dbms.components() YIELD versions RETURN versions[0]',
};

/** Whether the database is of the line that the statements are made for. */
export async function lookAtVersion(graph: Reader): Promise<Look> {
  const [[version] = ['unknown']] = await graph.read(components, {});
  if (version.startsWith('5.')) return ok(version);
  const next = 'use Neo4j 5.26: leave NEO4J_URI out for the managed one, or run: docker compose up';
  return Number.parseInt(version, 10) > 5
    ? warning(`${version}; Sobremesa is made for Neo4j 5.26`, next)
    : failed(`${version}; Sobremesa needs Neo4j 5`, next);
}

/** Whether the constraints and indexes of the model are there and can be used. */
export async function lookAtSchema(graph: Reader): Promise<Look> {
  const { isReady, missing, notOnline } = await schemaState(graph);
  if (isReady) return ok('all there');
  if (missing.length > 0)
    return failed(`${missing.length} are missing: ${someOf(missing)}`, 'npm start (creates them)');
  return warning(
    `${notOnline.length} cannot be used yet: ${someOf(notOnline)}`,
    'wait; if it stays so: npx sobremesa db reset, then npm start',
  );
}

/** Which packages the graph holds. */
export async function lookAtDatasets(graph: Reader): Promise<Look> {
  const complete = (await datasetStates(graph)).filter(({ state }) => state === 'COMPLETE');
  if (complete.length === 0) return warning('none', 'npm start (loads the package of SOBREMESA_DATA)');
  return ok(complete.map(({ id, version, rows, hash }) => `${id} ${version}, ${rows} rows, hash ${hash}`).join('; '));
}

/** Whether an import is under way, or was interrupted. @param folderOf the folder of a package, where it is known */
export async function lookAtImports(graph: Reader, folderOf: (id: string) => string): Promise<Look> {
  const loading = (await datasetStates(graph)).filter(({ state }) => state === 'LOADING');
  if (loading.length === 0) return ok('none was interrupted');
  return failed(
    `${loading.map(({ id }) => id).join(', ')}: an import is under way, or was interrupted`,
    `wait for it, or go on with it: ${loading.map(({ id }) => `npx sobremesa import ${folderOf(id)}`).join(' && ')}`,
  );
}

function someOf(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and others` : names.join(', ');
}
