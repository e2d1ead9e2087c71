import { editsBetween } from '../../model/edits.ts';
import { printedWordsOf, wholeInitialsOf, wordsOf } from '../../model/search-words.ts';

/** How well words that are there match those that were asked. */
export interface Match {
  /** By asked word: letters that differ, or `null` where no word is near. */
  readonly edits: readonly (number | null)[];
  readonly missing: number;
  readonly total: number;
}

/** A word of so many letters may be misspelled in one, or in two; shorter ones are too like others. */
const ONE_EDIT = 4;
const TWO_EDITS = 8;

/** How many letters of an asked word may differ. */
export function editsAllowed(word: string): number {
  if (word.length < ONE_EDIT) return 0;
  return word.length < TWO_EDITS ? 1 : 2;
}

/**
 * Matches asked words with others, the last of them by its beginning too.
 * @param forgiving whether letters may differ
 * @param beside words that match letter by letter only
 */
export function matchOf(
  asked: readonly string[],
  words: readonly string[],
  forgiving: boolean,
  beside: readonly string[] = [],
): Match {
  const edits = asked.map((word, at) => {
    const isLast = at === asked.length - 1;
    const isThere = (other: string) => other === word || (isLast && other.startsWith(word));
    if (words.some(isThere) || beside.some(isThere)) return 0;
    const allowed = forgiving ? editsAllowed(word) : 0;
    const least = Math.min(Infinity, ...words.map((other) => editsBetween(word, other, allowed)));
    return least <= allowed ? least : null;
  });
  const there = edits.filter((count) => count !== null);
  return { edits, missing: edits.length - there.length, total: there.reduce((sum, count) => sum + count, 0) };
}

/**
 * The printed form of a name that asked words match best: a whole one before one that begins with them before one that
 * holds most of them; of equals the first.
 */
export function bestForm(asked: readonly string[], forms: readonly string[], forgiving: boolean): string {
  const scored = forms.map((form) => ({ form, score: scoreOf(asked, form, forgiving) }));
  const [best] = scored.sort((one, other) => compareScores(one.score, other.score));
  return best?.form ?? '';
}

function scoreOf(asked: readonly string[], form: string, forgiving: boolean): readonly number[] {
  const words = wordsOf(form);
  const initials = wordsOf(wholeInitialsOf(form));
  const { missing, total } = matchOf(asked, [...printedWordsOf(form), ...initials], forgiving);
  const isWhole = words.join(' ') === asked.join(' ') || (forgiving && isAskedWhole(words, asked));
  return [missing, total, isWhole ? 0 : likeness(asked.join(' '), words.join(' '), initials.join(' '))];
}

/** Whether each of some words is one of those asked, or near one. */
export function isAskedWhole(words: readonly string[], asked: readonly string[]): boolean {
  const isAsked = (word: string) =>
    asked.some((one) => editsBetween(one, word, editsAllowed(one)) <= editsAllowed(one));
  return words.length <= asked.length && words.every(isAsked);
}

function likeness(asked: string, form: string, initials: string): number {
  if (initials === asked) return 1;
  return form.startsWith(asked) ? 2 : 3;
}

function compareScores(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
