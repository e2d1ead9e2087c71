import { checkText } from '../../fields/text.ts';
import type { EntityKind } from '../../model/kinds.ts';
import { kindWord, otherNameWordOf, wholeNameWordOf, wordsOf } from '../../model/search-words.ts';

/** What a client searches for. */
export interface Asked {
  /** Folded; the last one may be the beginning of a word. */
  readonly words: readonly string[];
  /** In a fixed order, each once; `null` for all. */
  readonly kinds: readonly EntityKind[] | null;
}

/** The places in the order of results, the best first. */
export const ranks = { whole: 1, begins: 2, inNames: 3, beyondNames: 4, nearest: 5 } as const;

/** What the statements look for, in the words that the index holds. */
export interface AskedParameters {
  readonly whole: string;
  readonly begins: string;
  readonly sorted: string;
  readonly words: readonly string[];
  readonly kinds: readonly string[] | null;
  /**
   * Queries of the index, in Lucene's language, by the rank of what they find; the first finds everything, that of
   * beginnings only those under which a thing is not sorted.
   */
  readonly queries: readonly string[];
}

/** Reads the arguments; throws BAD_USER_INPUT. */
export function askedOf(text: string, kinds: readonly EntityKind[] | null | undefined): Asked {
  checkText('text', text);
  return { words: wordsOf(text), kinds: kinds == null ? null : [...new Set(kinds)].sort() };
}

/**
 * The queries name the field of every word, and the words are letters and digits: no sign of Lucene's language that a
 * client writes gets there. Each query leaves out what those before it find.
 */
export function parametersOf({ words, kinds }: Asked): AskedParameters {
  const name = wholeNameWordOf(words);
  const whole = `searchWords:${name}`;
  const begins = `searchWords:${name}*`;
  const begunOtherwise = `searchWords:${otherNameWordOf(words)}*`;
  const inNames = all(words.map((word, at) => `searchWords:${patternOf(word, at, words)}`));
  const anywhere = everywhere(words);
  const ofKinds = kinds === null ? '' : ` ${all([kinds.map((kind) => `searchWords:${kindWord(kind)}`).join(' ')])}`;
  return {
    whole: ` ${name} `,
    begins: ` ${name}`,
    sorted: words.join(' '),
    words: words.map((word, at) => (isLast(at, words) ? ` ${word}` : ` ${word} `)),
    kinds: kinds?.map((kind) => ` ${kindWord(kind)} `) ?? null,
    queries: [
      anywhere,
      all([whole]),
      `${all([begunOtherwise])} -(${whole})`,
      `${inNames} -(${begins})`,
      `${anywhere} -(${inNames})`,
    ].map((query) => query + ofKinds),
  };
}

/** The query that finds what has every word, in its names or beside them. */
export function everywhere(words: readonly string[]): string {
  return all(
    words.map((word, at) => {
      const pattern = patternOf(word, at, words);
      return `searchWords:${pattern} contextWords:${pattern}`;
    }),
  );
}

function patternOf(word: string, at: number, words: readonly string[]): string {
  return isLast(at, words) ? `${word}*` : word;
}

function isLast(at: number, words: readonly string[]): boolean {
  return at === words.length - 1;
}

function all(clauses: readonly string[]): string {
  return clauses.map((clause) => `+(${clause})`).join(' ');
}
