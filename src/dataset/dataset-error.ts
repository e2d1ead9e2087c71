import type { InTwoLanguages } from '../model/column.ts';

/** A package that cannot be imported or removed, through no fault of its rows; the message is in English. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError';
  readonly words: InTwoLanguages;

  constructor(words: InTwoLanguages) {
    super(words.en);
    this.words = words;
  }
}
