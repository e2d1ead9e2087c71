/** What one check found. */
export interface Finding {
  readonly name: string;
  /** A warning keeps nothing from working now, or is what the next start mends by itself. */
  readonly state: 'ok' | 'warning' | 'failed';
  /** What is there, in words. */
  readonly found: string;
  /** What to type or do next; only where something is to be done. */
  readonly next?: string;
}

/** A finding without its name. */
export type Look = Omit<Finding, 'name'>;

/** One look at the machine, the home or the database; it changes nothing. */
export interface Check {
  readonly name: string;
  look(): Promise<Look>;
}

export function ok(found: string): Look {
  return { state: 'ok', found };
}

export function warning(found: string, next?: string): Look {
  return next === undefined ? { state: 'warning', found } : { state: 'warning', found, next };
}

export function failed(found: string, next: string): Look {
  return { state: 'failed', found, next };
}

/** Makes a check; what it throws, and silence, are findings too: a doctor neither fails nor waits. */
export async function finding({ name, look }: Check, milliseconds: number): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Look>((resolve) => {
    const next = 'look at what keeps the machine busy, then: npx sobremesa doctor';
    timer = setTimeout(() => resolve(failed(`no answer within ${milliseconds / 1000} s`, next)), milliseconds);
  });
  try {
    return { name, ...(await Promise.race([look(), late])) };
  } catch (cause) {
    return { name, ...failed(inOneLine(cause), 'mend what this says, then: npx sobremesa doctor') };
  } finally {
    clearTimeout(timer);
  }
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
