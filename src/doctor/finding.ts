import type { InTwoLanguages } from '../model/column.ts';

/** What one check found. */
export interface Finding {
  /** What was looked at; programs know it by the English one. */
  readonly name: InTwoLanguages;
  /** A warning keeps nothing from working now, or is what the next start mends by itself. */
  readonly state: 'ok' | 'warning' | 'failed';
  /** What is there, in words. */
  readonly found: InTwoLanguages;
  /** What to type or do next; only where something is to be done. */
  readonly next?: InTwoLanguages;
}

/** A finding without its name. */
export type Look = Omit<Finding, 'name'>;

/** One look at the machine, the home or the database; it changes nothing. */
export interface Check {
  readonly name: InTwoLanguages;
  look(): Promise<Look>;
}

/** What is the same in both languages: a command, a version, a name. */
export function alike(text: string): InTwoLanguages {
  return { es: text, en: text };
}

/** A command of this program that reports in the language in which it is advised. */
export function inEachLanguage(command: string): InTwoLanguages {
  return { es: `${command} --lang es`, en: command };
}

/** What to do once something else is done. */
export const lookAgain = inEachLanguage('npx sobremesa doctor');

export function ok(found: InTwoLanguages): Look {
  return { state: 'ok', found };
}

export function warning(found: InTwoLanguages, next?: InTwoLanguages): Look {
  return next === undefined ? { state: 'warning', found } : { state: 'warning', found, next };
}

export function failed(found: InTwoLanguages, next: InTwoLanguages): Look {
  return { state: 'failed', found, next };
}

/** Makes a check; what it throws, and silence, are findings too: a doctor neither fails nor waits. */
export async function finding({ name, look }: Check, milliseconds: number): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Look>((resolve) => {
    timer = setTimeout(() => resolve(silence(milliseconds / 1000)), milliseconds);
  });
  try {
    return { name, ...(await Promise.race([look(), late])) };
  } catch (cause) {
    return { name, ...broken(inOneLine(cause)) };
  } finally {
    clearTimeout(timer);
  }
}

function silence(seconds: number): Look {
  return failed(
    { es: `sin respuesta en ${seconds} s`, en: `no answer within ${seconds} s` },
    {
      es: `vea qué mantiene ocupada a la máquina, y luego: ${lookAgain.es}`,
      en: `look at what keeps the machine busy, then: ${lookAgain.en}`,
    },
  );
}

function broken(message: string): Look {
  return failed(
    { es: `no se pudo revisar: ${message}`, en: message },
    {
      es: `corrija lo que dice este mensaje, y luego: ${lookAgain.es}`,
      en: `mend what this says, then: ${lookAgain.en}`,
    },
  );
}

/** A path as it can be typed in a shell. */
export function typed(path: string): string {
  return /^[\w./~@%+=:,-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

/** The message of an error, without a stack, on one line. */
export function inOneLine(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const line = message.replace(/\s+/g, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
