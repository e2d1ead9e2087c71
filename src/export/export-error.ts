import type { InTwoLanguages } from '../model/column.ts';

/** An export that cannot be made: what was expected, what came and what to do; the message is in English. */
export class ExportError extends Error {
  override readonly name = 'ExportError';
  readonly words: InTwoLanguages;
  /** Whether the call itself was wrong, not what it met. */
  readonly isWrongUse: boolean;

  constructor(words: InTwoLanguages, { isWrongUse = false, cause }: { isWrongUse?: boolean; cause?: unknown } = {}) {
    super(words.en, { cause });
    this.words = words;
    this.isWrongUse = isWrongUse;
  }
}

/** The same for a call that asks for something that there is not. */
export function wrongUse(words: InTwoLanguages): ExportError {
  return new ExportError(words, { isWrongUse: true });
}
