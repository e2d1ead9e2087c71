import { readFile } from 'node:fs/promises';

import { AnswerError, type Language } from './question.ts';

/** The text of a file that an option names. Throws AnswerError where it cannot be read. */
export async function readTextFile(option: string, path: string, lang: Language): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AnswerError(
      {
        es: `${option}: se esperaba un archivo que se pueda leer, pero llegó «${path}» (${messageOf(cause)}). Corrija la ruta.`,
        en: `${option}: expected a file that can be read, but got “${path}” (${messageOf(cause)}). Correct the path.`,
      }[lang],
    );
  });
}

/** Why a file could not be used. */
export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
