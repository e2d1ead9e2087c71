import { fold, withoutInitialPoints } from './fold.ts';
import { kindOf, type EntityKind } from './kinds.ts';

/** The names of an entity, as printed. */
export interface Names {
  /** Name, name in English, aliases, acronym: every printed form. */
  readonly forms: readonly string[];
  /** What it is sorted by; that of a person begins with the surname. */
  readonly sortName: string;
}

/** Raised whenever the same names give other words: graphs that hold the former ones are then renewed. */
export const SEARCH_FORM = 2;

/** Longer words are cut, in what is searched and in what is asked alike: the index refuses words of 32 kB. */
const LONGEST_WORD = 100;
const LONGEST_NAME = 1000;
const NAME_MARK = '_n_';
const OTHER_NAME_MARK = '_o_';
/** Two capitals are the initials of too much. */
const FEWEST_INITIALS = 3;

/**
 * What the full-text index holds of an entity's own names: words between spaces. Its kind and each whole name are one
 * word each, which begins with an underscore, as no word of a folded text does: so a search for a whole name, for its
 * beginning or within a kind looks up words as any other. Names other than that under which it is sorted are there a
 * second time, for beginnings that the index of the order does not have together.
 */
export function ownWords(kind: EntityKind, { forms, sortName }: Names): string {
  const initials = hasInitials(kind) ? forms.flatMap(initialsOf) : [];
  const whole = hasInitials(kind) ? forms.map(wholeInitialsOf) : [];
  const names = [...forms, ...whole, ...(kind === 'PERSON' ? [sortName] : [])];
  const wholeNames = names.map(wordsOf);
  return spaced([
    kindWord(kind),
    ...wholeNames.map(wholeNameWordOf),
    ...wholeNames.filter((words) => words.join(' ') !== sortName).map(otherNameWordOf),
    ...names.flatMap((name, at) => [...(wholeNames[at] ?? []), ...partsOf(name)]),
    ...initials.flatMap(printedWordsOf),
  ]);
}

/** What the index holds of the roles of a person and of the names of the institutions, which are given by their words. */
export function contextWords(roles: readonly string[], institutions: readonly string[]): string {
  return spaced([...roles.flatMap(printedWordsOf), ...institutions.flatMap(plainWords)].sort());
}

/** The words of a text, folded; initials with points are one word. */
export function wordsOf(text: string): readonly string[] {
  return fold(withoutInitialPoints(text))
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => word.slice(0, LONGEST_WORD));
}

/** The words of a printed form, and the parts of those that are written as one, such as HackCDMX, which holds hack and cdmx. */
export function printedWordsOf(form: string): readonly string[] {
  return [...wordsOf(form), ...partsOf(form)];
}

/** The words of a form that is taken apart where a capital follows a small letter; none where there is no such place. */
function partsOf(form: string): readonly string[] {
  const parts = form.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
  return parts === form ? [] : wordsOf(parts);
}

/** The word that stands for a whole name in its words; what begins alike has a word that begins alike. */
export function wholeNameWordOf(words: readonly string[]): string {
  return nameWord(NAME_MARK, words);
}

/** The same of a name under which a thing is not sorted. */
export function otherNameWordOf(words: readonly string[]): string {
  return nameWord(OTHER_NAME_MARK, words);
}

function nameWord(mark: string, words: readonly string[]): string {
  return words.length === 0 ? '' : `${mark}${words.join('_')}`.slice(0, LONGEST_NAME);
}

/** Of words between spaces, those of names; the others stand for a kind or a whole name. */
export function plainWords(spacedWords: string): readonly string[] {
  return spacedWords.split(' ').filter((word) => word !== '' && !word.startsWith('_'));
}

/** Of words between spaces, the whole names, each in its words. */
export function wholeNamesIn(spacedWords: string): readonly (readonly string[])[] {
  const names = spacedWords.split(' ').filter((word) => word.startsWith(NAME_MARK));
  return names.map((name) => name.slice(NAME_MARK.length).split('_'));
}

/** The word that stands for a kind. */
export function kindWord(kind: EntityKind): string {
  return `_k_${kind}`;
}

/**
 * The initials of a name: of the words that are printed with a capital, "United Cities and Local Governments" gives
 * UCLG. '' for a name of fewer than three.
 */
export function wholeInitialsOf(name: string): string {
  const initials = [...name.matchAll(/(?<![\p{L}\p{N}])\p{Lu}/gu)].join('');
  return initials.length < FEWEST_INITIALS ? '' : initials;
}

/** The initials of each part of a name: an institute may be printed with its university after a comma. */
function initialsOf(name: string): readonly string[] {
  return name.split(',').map(wholeInitialsOf);
}

/** Bodies are known by their initials; people and programs are not. */
function hasInitials(kind: EntityKind): boolean {
  return kindOf(kind).columns.some(({ name }) => name === 'acronym');
}

function spaced(words: readonly string[]): string {
  const distinct = new Set(words.filter((word) => word !== ''));
  return distinct.size === 0 ? '' : ` ${[...distinct].join(' ')} `;
}
