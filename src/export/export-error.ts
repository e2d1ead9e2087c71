/** An export that cannot be made; the message says what was expected, what came and what to do. */
export class ExportError extends Error {
  override readonly name = 'ExportError';
  /** Whether the call itself was wrong, not what it met. */
  readonly isWrongUse: boolean;

  constructor(message: string, { isWrongUse = false, cause }: { isWrongUse?: boolean; cause?: unknown } = {}) {
    super(message, { cause });
    this.isWrongUse = isWrongUse;
  }
}

/** The same for a call that asks for something that there is not. */
export function wrongUse(message: string): ExportError {
  return new ExportError(message, { isWrongUse: true });
}
