import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

import { ConfigError, type Config } from '../config.ts';
import { databaseHome } from '../database.ts';
import { connectGraph, type Graph } from '../graph/graph.ts';
import { datasetStates } from '../graph/schema.ts';
import type { InTwoLanguages } from '../model/column.ts';
import { findHome, type Home } from '../neo4j/home.ts';
import {
  lookAtDatabase,
  lookAtDatasets,
  lookAtImports,
  lookAtSchema,
  lookAtVersion,
  managedAddress,
} from './database-checks.ts';
import { alike, failed, finding, inOneLine, ok, typed, warning, type Finding, type Look } from './finding.ts';
import { lookAtPassword, lookForLeftovers, lookForOrphan } from './home-checks.ts';
import { freeMegabytes, lookAtDisk, lookAtJars, lookAtJava, lookAtMaven, lookAtNode } from './machine-checks.ts';
import { lookAtPackage, nameOfPackage } from './package-check.ts';
import { lookAtPort } from './port-check.ts';

/** The longest that one check may take; only a large package takes more than a second. */
const PATIENCE_MS = 6_000;
/** Milliseconds; shorter than the patience, so that what the database says is told, and not only its silence. */
const timeouts = { statementTimeout: 3_000, connectionTimeout: 2_000, poolTimeout: 3_000 };

const NEEDS_SETTINGS = warning({
  es: 'sin revisar mientras la configuración tenga problemas',
  en: 'not looked at while the settings have problems',
});
const NEEDS_DATABASE = warning({
  es: 'sin revisar, porque ninguna base de datos responde',
  en: 'not looked at, because no database answers',
});

const SETTINGS: InTwoLanguages = { es: 'configuración', en: 'settings' };
const DATABASE: InTwoLanguages = { es: 'base de datos', en: 'database' };

/** What the checks look at; `null` while the settings have problems. */
interface Place {
  readonly config: Config;
  readonly home: Home;
  readonly environment: NodeJS.ProcessEnv | undefined;
}

/**
 * Looks at everything that the program needs, in the order in which it needs it, and changes nothing; never throws.
 * @param load reads the settings, or throws ConfigError
 * @param environment of the commands that are run; by default this process's own
 */
export async function examine(load: () => Config, environment?: NodeJS.ProcessEnv): Promise<readonly Finding[]> {
  const { config, look } = settingsOf(load);
  const place = config === null ? null : { config, home: await findHome(databaseHome(config)), environment };
  const [node, machine, settings, database, home] = await Promise.all([
    finding(
      { name: alike('Node'), look: async () => lookAtNode(process.versions.node, await wantedNode()) },
      PATIENCE_MS,
    ),
    findings(machineChecks, place),
    finding({ name: SETTINGS, look: async () => look }, PATIENCE_MS),
    examineDatabase(place),
    findings(homeChecks, place),
  ]);
  return [node, ...machine, settings, ...database, ...home];
}

type PlaceCheck = readonly [name: InTwoLanguages, look: (place: Place) => Promise<Look>];

/** For what only a managed database needs. */
function ofManaged(look: (place: Place) => Promise<Look>): (place: Place) => Promise<Look> {
  return async (place) =>
    place.config.neo4j === null
      ? look(place)
      : ok({
          es: 'no hace falta: NEO4J_URI nombra una base de datos que otros administran',
          en: 'not needed: NEO4J_URI names a database that others manage',
        });
}

const machineChecks: readonly PlaceCheck[] = [
  [alike('Java'), ofManaged(({ environment }) => lookAtJava(environment))],
  [alike('Maven'), ofManaged(({ home, environment }) => lookAtMaven(home.library, environment))],
  [{ es: 'archivos de Neo4j', en: 'Neo4j files' }, ofManaged(({ home }) => lookAtJars(home.library))],
  [{ es: 'disco', en: 'disk' }, ofManaged(({ home }) => lookAtDisk(home.folder, freeMegabytes))],
  [{ es: 'puerto', en: 'port' }, ({ config }) => lookAtPort(config.http.host, config.http.port)],
];

const homeChecks: readonly PlaceCheck[] = [
  [{ es: 'base de datos huérfana', en: 'orphaned database' }, ofManaged(({ home }) => lookForOrphan(home))],
  [{ es: 'archivos sobrantes', en: 'left files' }, ofManaged(({ home }) => lookForLeftovers(home))],
  [{ es: 'contraseña', en: 'password' }, ofManaged(({ home }) => lookAtPassword(home))],
];

type DatabaseCheck = readonly [name: InTwoLanguages, look: (graph: Graph | null, config: Config) => Promise<Look>];

function ofDatabase(look: (graph: Graph, config: Config) => Promise<Look>): DatabaseCheck[1] {
  return async (graph, config) => (graph === null ? NEEDS_DATABASE : look(graph, config));
}

const databaseChecks: readonly DatabaseCheck[] = [
  [{ es: 'versión de Neo4j', en: 'Neo4j version' }, ofDatabase(lookAtVersion)],
  [{ es: 'restricciones e índices', en: 'constraints and indexes' }, ofDatabase(lookAtSchema)],
  [{ es: 'paquetes en el grafo', en: 'packages in the graph' }, ofDatabase(lookAtDatasets)],
  [
    { es: 'cargas interrumpidas', en: 'interrupted imports' },
    ofDatabase(async (graph, { data }) => {
      const own = await nameOfPackage(data);
      return lookAtImports(graph, (id) => (id === own ? typed(data) : null));
    }),
  ],
  [
    { es: 'paquete de la configuración', en: 'package of the settings' },
    async (graph, { data }) => lookAtPackage(data, graph === null ? null : await datasetStates(graph)),
  ],
];

async function examineDatabase(place: Place | null): Promise<readonly Finding[]> {
  if (place === null) return [DATABASE, ...databaseChecks.map(([name]) => name)].map(withoutSettings);
  const { config, home } = place;
  const address = config.neo4j ?? (await managedAddress(home));
  const graph = address === null ? null : connectGraph({ ...address, ...timeouts });
  try {
    const look = () => lookAtDatabase(graph, address, config.neo4j === null ? home : null);
    const reached = await finding({ name: DATABASE, look }, PATIENCE_MS);
    const open = reached.state === 'ok' ? graph : null;
    const others = databaseChecks.map(([name, of]) => finding({ name, look: () => of(open, config) }, PATIENCE_MS));
    return [reached, ...(await Promise.all(others))];
  } finally {
    await Promise.race([graph?.close(), delay(1_000, undefined, { ref: false })]);
  }
}

function findings(checks: readonly PlaceCheck[], place: Place | null): Promise<readonly Finding[]> {
  return Promise.all(
    checks.map(async ([name, look]) =>
      place === null ? withoutSettings(name) : finding({ name, look: () => look(place) }, PATIENCE_MS),
    ),
  );
}

function withoutSettings(name: InTwoLanguages): Finding {
  return { name, ...NEEDS_SETTINGS };
}

function settingsOf(load: () => Config): { readonly config: Config | null; readonly look: Look } {
  try {
    const config = load();
    const { home } = config;
    return { config, look: ok({ es: `válida; carpeta de la base de datos ${home}`, en: `valid; home ${home}` }) };
  } catch (cause) {
    const found = cause instanceof ConfigError ? cause.problems.join('; ') : inOneLine(cause);
    return { config: null, look: wrongSettings(found) };
  }
}

function wrongSettings(problems: string): Look {
  return failed(
    { es: `tiene problemas: ${problems}`, en: problems },
    {
      es: 'corrija cada valor en las variables de entorno o en .env; .env.example los explica',
      en: 'mend each in the environment or in .env; .env.example explains them',
    },
  );
}

async function wantedNode(): Promise<string> {
  const description: unknown = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  if (typeof description !== 'object' || description === null || !('engines' in description)) return '>=0';
  const { engines } = description;
  return typeof engines === 'object' && engines !== null && 'node' in engines ? String(engines.node) : '>=0';
}
