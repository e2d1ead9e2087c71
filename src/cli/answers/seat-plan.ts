import { writeFile } from 'node:fs/promises';

import { z } from 'zod';

import { AnswerError, type Language } from './question.ts';
import { messageOf, readTextFile, reasonOf } from './read-file.ts';

/** What is asked of a table, as the API takes it; its parts are checked there. */
export type TableInput = Readonly<Record<string, unknown>>;

const input = z.record(z.string(), z.unknown());
const plan = z.looseObject({
  input,
  seats: z.array(z.looseObject({ id: z.string(), name: z.string(), locked: z.boolean() })),
});

/** A table that was planned, as a file keeps it: what was asked, and who sits; a locked seat stays when it is planned anew. */
export type SeatPlan = z.infer<typeof plan>;

/** Reads what is asked of a table. Throws AnswerError for a file that is none. */
export async function readTableInput(option: string, path: string, lang: Language): Promise<TableInput> {
  const expected = {
    es: 'un objeto con campos de InvitationInput, como { "size": 25 }',
    en: 'an object with fields of InvitationInput, such as { "size": 25 }',
  }[lang];
  return parsed({ option, path, expected, lang }, input);
}

/** Reads a plan that `--save` has written. Throws AnswerError for a file that is none. */
export async function readSeatPlan(option: string, path: string, lang: Language): Promise<SeatPlan> {
  const expected = {
    es: 'un plan que escribió --save, con "input" y "seats"',
    en: 'a plan that --save has written, with "input" and "seats"',
  }[lang];
  return parsed({ option, path, expected, lang }, plan);
}

/** Throws AnswerError where the file cannot be written. */
export async function writeSeatPlan(option: string, path: string, saved: SeatPlan, lang: Language): Promise<void> {
  await writeFile(path, `${JSON.stringify(saved, null, 2)}\n`).catch((cause: unknown) => {
    throw new AnswerError(
      {
        es: `${option}: se esperaba un archivo en el que se pueda escribir, pero llegó «${path}» (${reasonOf(cause, 'es')}). Elija otro lugar.`,
        en: `${option}: expected a file that can be written, but got “${path}” (${reasonOf(cause, 'en')}). Choose another place.`,
      }[lang],
    );
  });
}

interface Reading {
  readonly option: string;
  readonly path: string;
  readonly expected: string;
  readonly lang: Language;
}

async function parsed<T>({ option, path, expected, lang }: Reading, shape: z.ZodType<T>): Promise<T> {
  const found = shape.safeParse(jsonOf(await readTextFile(option, path, lang)));
  if (found.success) return found.data;
  const [issue] = found.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '–' : issue.path.join('.');
  const wrong = `${where}: ${issue?.message ?? ''}`;
  throw new AnswerError(
    {
      es: `${option}: se esperaba ${expected}, en JSON, pero «${path}» tiene otra cosa (${wrong}). Corrija el archivo.`,
      en: `${option}: expected ${expected}, as JSON, but got something else in “${path}” (${wrong}). Correct the file.`,
    }[lang],
  );
}

/** What is no JSON has no shape, and is refused with it. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    return `no JSON: ${messageOf(cause)}`;
  }
}
