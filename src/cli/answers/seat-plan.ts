import { readFile, writeFile } from 'node:fs/promises';

import { z } from 'zod';

import { AnswerError } from './question.ts';

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
export async function readTableInput(option: string, path: string): Promise<TableInput> {
  return parsed(option, path, input, 'an object with fields of InvitationInput, such as { "size": 25 }');
}

/** Reads a plan that `--save` has written. Throws AnswerError for a file that is none. */
export async function readSeatPlan(option: string, path: string): Promise<SeatPlan> {
  return parsed(option, path, plan, 'a plan that --save has written, with "input" and "seats"');
}

/** Throws AnswerError where the file cannot be written. */
export async function writeSeatPlan(option: string, path: string, saved: SeatPlan): Promise<void> {
  await writeFile(path, `${JSON.stringify(saved, null, 2)}\n`).catch((cause: unknown) => {
    throw new AnswerError(
      `${option}: expected a file that can be written, but got "${path}" (${messageOf(cause)}). Choose another place.`,
    );
  });
}

async function parsed<T>(option: string, path: string, shape: z.ZodType<T>, expected: string): Promise<T> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AnswerError(
      `${option}: expected a file that can be read, but got "${path}" (${messageOf(cause)}). Correct the path.`,
    );
  });
  const found = shape.safeParse(jsonOf(text));
  if (found.success) return found.data;
  const [issue] = found.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? 'the whole' : issue.path.join('.');
  throw new AnswerError(
    `${option}: expected ${expected}, as JSON, but got something else in "${path}" (${where}: ${issue?.message ?? 'unknown'}). Correct the file.`,
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

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
