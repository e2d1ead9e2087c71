import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ManagedServerError } from './managed-server-error.ts';
import type { Words } from './words.ts';

const run = promisify(execFile);

/** The ways out when this machine cannot run Neo4j by itself; ends every message about Java and Maven. */
export const WAYS_OUT: Words = {
  es:
    'Instale Java y Maven (Debian, Ubuntu: sudo apt install openjdk-17-jre-headless maven; macOS: brew install openjdk@17 maven), ' +
    'o ponga en NEO4J_URI un Neo4j que ya tenga, o ejecute: docker compose up',
  en:
    'Install both (Debian, Ubuntu: sudo apt install openjdk-17-jre-headless maven; macOS: brew install openjdk@17 maven), ' +
    'or set NEO4J_URI to a Neo4j you have, or run: docker compose up',
};

/** No Java that Neo4j runs on: what is there instead, and what to do; the message is in English. */
export class JavaError extends ManagedServerError {
  readonly found: Words;
  readonly next: Words;

  constructor(instead: Words, next: Words = WAYS_OUT) {
    const found = {
      es: `Neo4j necesita Java 17 o 21, pero ${instead.es}`,
      en: `Neo4j needs Java 17 or 21, but ${instead.en}`,
    };
    super(`${found.en}. ${next.en}`);
    this.found = found;
    this.next = next;
  }
}

/** A usable Java: how to call it, and a remark when its version is one that Neo4j 5.26 was not made for. */
export interface Java {
  readonly command: string;
  readonly remark: Words | null;
}

/** Finds Java (JAVA_HOME first, then PATH) and checks that Neo4j 5.26 runs on it. */
export async function findJava(environment?: NodeJS.ProcessEnv): Promise<Java> {
  const command = await javaCommand(environment);
  const words = await versionWords(command, environment);
  const major = majorVersion(words);
  if (major === null) {
    throw new JavaError({
      es: `"${command} -version" no dijo ninguna versión (${lastLine(words)})`,
      en: `"${command} -version" gave no version (${lastLine(words)})`,
    });
  }
  if (major < 17) {
    throw new JavaError(
      { es: `${command} es Java ${major}`, en: `${command} is Java ${major}` },
      {
        es: `${WAYS_OUT.es}. Si hay varios Java, ponga en JAVA_HOME el adecuado.`,
        en: `${WAYS_OUT.en}. With several Javas, set JAVA_HOME to the right one.`,
      },
    );
  }
  const known = major === 17 || major === 21;
  return { command, remark: known ? null : unknownTo(major) };
}

function unknownTo(major: number): Words {
  return {
    es: `Neo4j 5.26 está hecho para Java 17 y 21, y este es ${major}: si falla, instale 21`,
    en: `Neo4j 5.26 is made for Java 17 and 21, this is ${major}: if it fails, install 21`,
  };
}

/** The first number of a Java version that counts: 17 of "17.0.15", 8 of "1.8.0_402"; null when none is printed. */
export function majorVersion(words: string): number | null {
  const found = /version "(?:1\.)?(\d+)/.exec(words);
  return found === null ? null : Number(found[1]);
}

/** The shell reads JAVA_HOME, so that this process's environment is read in one place only (the configuration). */
async function javaCommand(environment?: NodeJS.ProcessEnv): Promise<string> {
  const script = 'printf %s "${JAVA_HOME:+$JAVA_HOME/bin/}java"';
  return (await run('/bin/sh', ['-c', script], { env: environment })).stdout;
}

async function versionWords(command: string, environment?: NodeJS.ProcessEnv): Promise<string> {
  try {
    const { stdout, stderr } = await run(command, ['-version'], { env: environment, timeout: 30_000 });
    return stderr + stdout;
  } catch (failure) {
    // macOS has a /usr/bin/java that only says "Unable to locate a Java Runtime": its words end up here too.
    const words = failure instanceof Error ? failure.message : String(failure);
    throw new JavaError(
      command === 'java'
        ? { es: `no se encontró Java (${lastLine(words)})`, en: `no Java was found (${lastLine(words)})` }
        : {
            es: `JAVA_HOME lleva a ${command}, que no funciona (${lastLine(words)})`,
            en: `JAVA_HOME leads to ${command}, which does not run (${lastLine(words)})`,
          },
    );
  }
}

function lastLine(words: string): string {
  return words.trim().split('\n').at(-1) || 'no output';
}
