import type { Words } from './problem.ts';

/** A package that cannot be imported or removed, through no fault of its rows; the message is in English. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError';
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.words = words;
  }
}
