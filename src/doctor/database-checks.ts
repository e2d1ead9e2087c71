import { readFile } from 'node:fs/promises';

import type { Neo4jAddress } from '../config.ts';
import type { Graph, Reader } from '../graph/graph.ts';
import type { Query } from '../graph/query.ts';
import { datasetStates, schemaState, type DatasetState } from '../graph/schema.ts';
import type { InTwoLanguages } from '../model/column.ts';
import type { Home } from '../neo4j/home.ts';
import { lockHolder } from '../neo4j/process-lock.ts';
import { runningServer } from '../neo4j/server-record.ts';
import { alike, failed, inEachLanguage, lookAgain, ok, warning, type Look } from './finding.ts';

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
  if (graph === null || address === null) return notRunning(home === null ? null : await lockHolder(home.lock));
  const { uri } = address;
  const refusal = await graph.check();
  if (refusal === null) return ok({ es: `responde en ${uri}`, en: `answers at ${uri}` });
  const { reason } = refusal;
  return failed({ es: `${uri} no da servicio: ${reason}`, en: `${uri} does not serve: ${reason}` }, mending(home));
}

function notRunning(holder: number | null): Look {
  return holder === null
    ? warning(
        {
          es: 'la base de datos que Sobremesa administra no está corriendo',
          en: 'the managed database does not run',
        },
        alike('npm start'),
      )
    : warning(
        {
          es: `el proceso ${holder} está iniciando la base de datos que Sobremesa administra`,
          en: `process ${holder} is starting the managed database`,
        },
        { es: `espere, y luego: ${lookAgain.es}`, en: `wait, then: ${lookAgain.en}` },
      );
}

function mending(home: Home | null): InTwoLanguages {
  return home === null
    ? {
        es: 'inicie ese Neo4j, o revise NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD y NEO4J_DATABASE',
        en: 'start that Neo4j, or check NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE',
      }
    : {
        es: `npx sobremesa db stop, y luego npm start; lo que imprimió: ${home.consoleLog}`,
        en: `npx sobremesa db stop, then npm start; what it printed: ${home.consoleLog}`,
      };
}

const components: Query<object, readonly [version: string]> = {
  name: 'components',
  text: 'CALL dbms.components() YIELD versions RETURN versions[0]',
};

/** Whether the database is of the line that the statements are made for. */
export async function lookAtVersion(graph: Reader): Promise<Look> {
  const [[version] = [null]] = await graph.read(components, {});
  if (version?.startsWith('5.')) return ok(alike(version));
  const { es, en } = version === null ? { es: 'desconocida', en: 'unknown' } : alike(version);
  const next = {
    es: 'use Neo4j 5.26: quite NEO4J_URI para usar el que Sobremesa administra, o ejecute: docker compose up',
    en: 'use Neo4j 5.26: leave NEO4J_URI out for the managed one, or run: docker compose up',
  };
  return Number.parseInt(en, 10) > 5
    ? warning({ es: `${es}; Sobremesa se hizo para Neo4j 5.26`, en: `${en}; Sobremesa is made for Neo4j 5.26` }, next)
    : failed({ es: `${es}; Sobremesa necesita Neo4j 5`, en: `${en}; Sobremesa needs Neo4j 5` }, next);
}

/** Whether the constraints and indexes of the model are there and can be used. */
export async function lookAtSchema(graph: Reader): Promise<Look> {
  const { isReady, missing, notOnline } = await schemaState(graph);
  if (isReady) return ok({ es: 'están completos', en: 'all there' });
  if (missing.length > 0)
    return failed(
      {
        es: `${missing.length === 1 ? 'falta' : 'faltan'} ${missing.length}: ${someOf(missing, 'y otros')}`,
        en: `${missing.length} are missing: ${someOf(missing, 'and others')}`,
      },
      { es: 'npm start (los crea)', en: 'npm start (creates them)' },
    );
  return warning(
    {
      es: `${notOnline.length} todavía no se ${notOnline.length === 1 ? 'puede' : 'pueden'} usar: ${someOf(notOnline, 'y otros')}`,
      en: `${notOnline.length} cannot be used yet: ${someOf(notOnline, 'and others')}`,
    },
    {
      es: 'espere; si sigue así: npx sobremesa db reset, y luego npm start',
      en: 'wait; if it stays so: npx sobremesa db reset, then npm start',
    },
  );
}

/** Which packages the graph holds. */
export async function lookAtDatasets(graph: Reader): Promise<Look> {
  const complete = (await datasetStates(graph)).filter(({ state }) => state === 'COMPLETE');
  if (complete.length === 0)
    return warning(
      { es: 'ninguno', en: 'none' },
      {
        es: 'npm start (carga el paquete de SOBREMESA_DATA)',
        en: 'npm start (loads the package of SOBREMESA_DATA)',
      },
    );
  const listed = (said: (dataset: DatasetState) => string) => complete.map(said).join('; ');
  return ok({
    es: listed(({ id, version, rows, hash }) => `${id} ${version}, ${rows} filas, huella del contenido ${hash}`),
    en: listed(({ id, version, rows, hash }) => `${id} ${version}, ${rows} rows, hash ${hash}`),
  });
}

/** Whether an import is under way, or was interrupted. @param folderOf the folder of a package; null where it is not known */
export async function lookAtImports(graph: Reader, folderOf: (id: string) => string | null): Promise<Look> {
  const loading = (await datasetStates(graph)).filter(({ state }) => state === 'LOADING');
  if (loading.length === 0) return ok({ es: 'ninguna se interrumpió', en: 'none was interrupted' });
  const ids = loading.map(({ id }) => id);
  const importing = (lang: 'es' | 'en', unknown: (id: string) => string) =>
    ids.map((id) => inEachLanguage(`npx sobremesa import ${folderOf(id) ?? unknown(id)}`)[lang]).join(' && ');
  return failed(
    {
      es: `${ids.join(', ')}: hay una carga en curso, o se interrumpió`,
      en: `${ids.join(', ')}: an import is under way, or was interrupted`,
    },
    {
      es: `espere a que termine, o retómela: ${importing('es', (id) => `<carpeta de ${id}>`)}`,
      en: `wait for it, or go on with it: ${importing('en', (id) => `<folder of ${id}>`)}`,
    },
  );
}

function someOf(names: readonly string[], andOthers: string): string {
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} ${andOthers}` : names.join(', ');
}
