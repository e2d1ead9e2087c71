import { execFile } from 'node:child_process';
import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

import type { InTwoLanguages } from '../model/column.ts';
import { faultOf, NEO4J_VERSION, NOT_FETCHED_YET } from '../neo4j/jars.ts';
import { findJava, JavaError } from '../neo4j/java.ts';
import { alike, failed, inOneLine, ok, typed, warning, type Look } from './finding.ts';

const run = promisify(execFile);
const PATIENCE_MS = 4_000;

/** Whether this Node is new enough. @param wanted the range of package.json, such as `>=20.20` */
export function lookAtNode(version: string, wanted: string): Look {
  const least = wanted.replace(/^>=/, '');
  const found = {
    es: `${version} (necesita ${least} o posterior)`,
    en: `${version} (needs ${least} or newer)`,
  };
  if (isAtLeast(version, least)) return ok(found);
  const major = majorOf(least);
  return failed(found, {
    es: `instale Node ${least} o posterior (https://nodejs.org, o: nvm install ${major})`,
    en: `install Node ${least} or newer (https://nodejs.org, or: nvm install ${major})`,
  });
}

/** Whether Neo4j finds a Java that it runs on. */
export async function lookAtJava(environment?: NodeJS.ProcessEnv): Promise<Look> {
  try {
    const { command, remark } = await findJava(environment);
    return remark === null
      ? ok({
          es: `${command} es de los que Neo4j puede usar (17 o 21)`,
          en: `${command} is one that Neo4j runs on (17 or 21)`,
        })
      : warning(remark, {
          es: 'instale Java 21 solo si Neo4j no arranca',
          en: 'install Java 21 only if Neo4j does not start',
        });
  } catch (cause) {
    if (!(cause instanceof JavaError)) throw cause;
    const { found, next } = cause;
    return failed(
      { es: inOneLine(found.es), en: inOneLine(found.en) },
      { es: withSmallInitial(next.es), en: withSmallInitial(next.en) },
    );
  }
}

function withSmallInitial(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** Whether Neo4j's jars lie in their folder, whole. */
export async function lookAtJars(library: string): Promise<Look> {
  const fault = await faultOf(library);
  const name = `Neo4j ${NEO4J_VERSION}`;
  if (fault === null) return ok({ es: `${name}, completo`, en: `${name}, complete` });
  const found = { es: `${name} en ${library}: ${fault.es}`, en: `${name} in ${library}: ${fault.en}` };
  return fault === NOT_FETCHED_YET
    ? warning(found, {
        es: 'npm start (lo descarga una sola vez, unos 130 MB)',
        en: 'npm start (fetches it once, about 130 MB)',
      })
    : failed(found, { es: 'npm start (lo descarga de nuevo)', en: 'npm start (fetches it anew)' });
}

/** Whether Maven runs; asked only while the jars have still to be fetched. */
export async function lookAtMaven(library: string, environment?: NodeJS.ProcessEnv): Promise<Look> {
  if ((await faultOf(library)) === null)
    return ok({ es: 'no hace falta: Neo4j ya se descargó', en: 'not needed: Neo4j is fetched already' });
  try {
    const { stdout } = await run('mvn', ['-v'], { env: environment, timeout: PATIENCE_MS });
    const [name] = /Apache Maven \S+/.exec(stdout) ?? [];
    return ok(name === undefined ? { es: 'funciona', en: 'runs' } : alike(name));
  } catch (cause) {
    return withoutMaven(inOneLine(cause));
  }
}

function withoutMaven(reason: string): Look {
  return failed(
    {
      es: `hay que descargar Neo4j, pero "mvn -v" no funciona (${reason})`,
      en: `Neo4j has to be fetched, but "mvn -v" does not run (${reason})`,
    },
    {
      es: 'instálelo (Debian, Ubuntu: sudo apt install maven; macOS: brew install maven), o ponga en NEO4J_URI un Neo4j que ya tenga',
      en: 'install it (Debian, Ubuntu: sudo apt install maven; macOS: brew install maven), or set NEO4J_URI to a Neo4j you have',
    },
  );
}

const NEEDED_MB = 500;
const LEAST_MB = 100;

const elsewhere: InTwoLanguages = {
  es: 'ponga en SOBREMESA_HOME otra carpeta',
  en: 'set SOBREMESA_HOME to a folder elsewhere',
};

/** The megabytes free for this user on the disk of a folder. */
export async function freeMegabytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return Math.floor((bavail * bsize) / 1_000_000);
}

/** Whether the home can be written and has room; of one that does not exist yet, the folder that it will be made in. */
export async function lookAtDisk(home: string, freeIn: (folder: string) => Promise<number>): Promise<Look> {
  const folder = await nearest(home);
  if (!(await stat(folder)).isDirectory())
    return failed({ es: `${folder} no es una carpeta`, en: `${folder} is no folder` }, elsewhere);
  return (await can(folder, constants.W_OK)) ? lookAtRoom(folder, await freeIn(folder)) : notWritable(folder);
}

function notWritable(folder: string): Look {
  const command = `sudo chown -R "$USER" ${typed(folder)}`;
  return failed(
    {
      es: `${folder} es una carpeta en la que este usuario no puede escribir`,
      en: `${folder} is a folder that this user may not write to`,
    },
    { es: `${command}, o ${elsewhere.es}`, en: `${command}, or ${elsewhere.en}` },
  );
}

function lookAtRoom(folder: string, free: number): Look {
  const found = {
    es: `${free} MB libres en ${folder} (una base de datos nueva necesita ${NEEDED_MB} MB)`,
    en: `${free} MB free in ${folder} (a new database needs ${NEEDED_MB} MB)`,
  };
  if (free >= NEEDED_MB) return ok(found);
  const next = {
    es: `libere espacio en ese disco (df -h ${typed(folder)}), o ${elsewhere.es}`,
    en: `free some space on that disk (df -h ${typed(folder)}), or ${elsewhere.en}`,
  };
  return free >= LEAST_MB ? warning(found, next) : failed(found, next);
}

async function nearest(folder: string): Promise<string> {
  return (await can(folder, constants.F_OK)) || dirname(folder) === folder ? folder : nearest(dirname(folder));
}

function can(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}

function isAtLeast(version: string, least: string): boolean {
  const [have, want] = [numbersOf(version), numbersOf(least)];
  const at = want.findIndex((number, index) => number !== (have[index] ?? 0));
  return at === -1 || (have[at] ?? 0) > (want[at] ?? 0);
}

function numbersOf(version: string): readonly number[] {
  return version.split('.').map(Number);
}

function majorOf(version: string): number {
  return numbersOf(version)[0] ?? 0;
}
