import { readFile } from 'node:fs/promises';

import type { InTwoLanguages } from '../../model/column.ts';
import { AnswerError, type Language } from './question.ts';

/** The text of a file that an option names. Throws AnswerError where it cannot be read. */
export async function readTextFile(option: string, path: string, lang: Language): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AnswerError(
      {
        es: `${option}: se esperaba un archivo que se pueda leer, pero llegó «${path}» (${reasonOf(cause, 'es')}). Corrija la ruta.`,
        en: `${option}: expected a file that can be read, but got “${path}” (${reasonOf(cause, 'en')}). Correct the path.`,
      }[lang],
    );
  });
}

/** What the system says of files, which it says in English alone. */
const reasons: ReadonlyMap<unknown, InTwoLanguages> = new Map([
  ['ENOENT', { es: 'no existe', en: 'it does not exist' }],
  ['EISDIR', { es: 'es una carpeta', en: 'it is a folder' }],
  ['EACCES', { es: 'falta el permiso', en: 'permission is missing' }],
]);

/** Why a file could not be used. */
export function reasonOf(cause: unknown, lang: Language): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return reasons.get(code)?.[lang] ?? messageOf(cause);
}

/** What was thrown, as it says itself. */
export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
