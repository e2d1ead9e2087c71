import { grouped } from './grouped.ts';
import { isGeneral, isMisprint, isNumber, misprintsIn, wordsOf } from './words.ts';

/** A printed form of the name of a thing, and the column that has it. */
export interface Form {
  readonly column: string;
  readonly text: string;
}

/** A thing with its names; of people also what joins one printed form with another. */
export interface Named {
  readonly id: string;
  readonly forms: readonly Form[];
  readonly person?: PersonName;
}

export interface PersonName {
  readonly givenName: string;
  readonly surname1: string;
  readonly surname2: string;
}

/** How two things resemble each other, from the strongest likeness to the weakest. */
export type Likeness = 'EQUAL' | 'REORDERED' | 'SURNAME' | 'CONTAINED' | 'MISPRINT';

/** Two things of one kind that may be one. `second` has the greater id. */
export interface LookAlikes {
  readonly first: Named;
  readonly second: Named;
  readonly likeness: Likeness;
  readonly firstForm: Form;
  readonly secondForm: Form;
}

interface Wanted {
  /** Names are retold texts or entries of lists: only equal and nearly equal ones resemble each other. */
  readonly isText: boolean;
  /** Words of names of places, which tell nothing apart. */
  readonly placeWords: ReadonlySet<string>;
}

/** Each of many that share a name is compared with so many before it: beyond, the problem is told often enough. */
const NEIGHBOURS = 20;
/** Of several that have one name, so many are compared with those of a name nearly equal. */
const NAMESAKES = 5;
/** No name has more words; longer texts are compared as wholes. */
const LONGEST_NAME = 40;
/** Of the names that share their rarest word, so many are compared with each name that has it. */
const SHARED = 50;
/** Fewer words with one place in common are compared each with each. */
const FEW = 40;
/** Of more, only misprints of one letter, or of two that one from each takes away: the rest would cost gigabytes. */
const MANY = 2_000;
/** No word of a name is longer, so that a misprint would show: what stands without spaces is no name, and costs too much. */
const LONGEST_WORD = 40;
/** Letters of a word that alone tells two names apart, and of one among others. */
const SHORTEST_ALONE = 6;
const SHORTEST_AMONG_OTHERS = 4;

/** A form with its words. */
interface Read extends Form {
  readonly of: Named;
  readonly words: readonly string[];
}

/** Told of a pair of forms that are alike. */
type OnPair = (one: Read, other: Read, likeness: Likeness) => void;

/**
 * Finds things of one kind whose names are so alike that they may be one thing, each pair once, whatever the order in
 * which they are given. Names are brought together by what they share, never each with each.
 */
export function lookAlikes(things: readonly Named[], wanted: Wanted): readonly LookAlikes[] {
  const ordered = [...things].sort((one, other) => (one.id < other.id ? -1 : 1));
  const forms = ordered
    .flatMap((of) => of.forms.map((form): Read => ({ ...form, of, words: wordsOf(form.text) })))
    .filter(({ words }) => words.length > 0);
  // English names are often plain translations, and acronyms too short: only equal ones say something.
  const names = forms.filter(({ column }) => column !== 'nameEn' && column !== 'acronym');
  const pairs = new Map<string, LookAlikes>();
  const onPair: OnPair = (one, other, likeness) => {
    const [first, second] = one.of.id < other.of.id ? [one, other] : [other, one];
    const key = `${first.of.id} ${second.of.id}`;
    if (first.of.id === second.of.id || pairs.has(key)) return;
    pairs.set(key, { first: first.of, second: second.of, likeness, firstForm: first, secondForm: second });
  };
  pairEqual(forms, ({ words }) => words.join(''), 'EQUAL', onPair);
  pairEqual(names, ({ words }) => (words.length > 1 ? words.toSorted().join(' ') : null), 'REORDERED', onPair);
  pairEqual(
    names.filter(({ column }) => column === 'name'),
    surnameKey,
    'SURNAME',
    (one, other, likeness) => {
      if (mayBeOnePerson(one.of.person, other.of.person)) onPair(one, other, likeness);
    },
  );
  if (!wanted.isText) pairContained(names, wanted, onPair);
  pairMisprints(names, wanted, onPair);
  return [...pairs.values()];
}

/** Pairs the forms of which something is equal. */
function pairEqual(
  forms: readonly Read[],
  keyOf: (form: Read) => string | null,
  likeness: Likeness,
  onPair: OnPair,
): void {
  for (const group of grouped(forms, keyOf).values()) pairNeighbours(group, likeness, onPair);
}

function pairNeighbours(group: readonly Read[], likeness: Likeness, onPair: OnPair): void {
  for (const [at, form] of group.entries())
    for (const other of group.slice(Math.max(0, at - NEIGHBOURS), at)) onPair(other, form, likeness);
}

function surnameKey({ of: { person } }: Read): string | null {
  if (person === undefined) return null;
  return `${wordsOf(person.surname1).join(' ')}, ${wordsOf(person.givenName)[0] ?? ''}`;
}

/** Two people of one first surname and one first given name, of whom one is printed without the second surname. */
function mayBeOnePerson(one?: PersonName, other?: PersonName): boolean {
  const [first, second] = [one, other].map((name) => wordsOf(name?.surname2 ?? '').join(' '));
  return first === '' || second === '' || first === second;
}

/**
 * Pairs a name of two words or more with those that hold all its words in their order; where others stand between them,
 * two of its words must tell something. It is looked for where its rarest word stands.
 */
function pairContained(names: readonly Read[], { placeWords }: Wanted, onPair: OnPair): void {
  const uses = new Map<string, number>();
  for (const { words } of names) for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  const isTelling = (word: string) => !isGeneral(word) && !placeWords.has(word);
  const rarest = ({ words }: Read) =>
    words.reduce((rare, word) => ((uses.get(word) ?? 0) < (uses.get(rare) ?? 0) ? word : rare), words[0] ?? '');
  const isTold = ({ words }: Read) => words.filter(isTelling).length > 1;
  const short = names.filter(({ words }) => words.length > 1 && words.some(isTelling));
  const byRarest = grouped(short, rarest);
  for (const name of names) {
    if (name.words.length > LONGEST_NAME) continue;
    for (const word of new Set(name.words))
      for (const part of (byRarest.get(word) ?? []).slice(0, SHARED))
        if (holds(name.words, part.words) && (isTold(part) || isWhole(name.words, part.words)))
          onPair(part, name, 'CONTAINED');
  }
}

/** Whether all words of a shorter name stand in a longer one, in their order. */
function holds(longer: readonly string[], shorter: readonly string[]): boolean {
  if (shorter.length >= longer.length) return false;
  let at = 0;
  for (const word of longer) if (word === shorter[at]) at += 1;
  return at === shorter.length;
}

/** Whether the words of the shorter name stand together in the longer one. */
function isWhole(longer: readonly string[], shorter: readonly string[]): boolean {
  return ` ${longer.join(' ')} `.includes(` ${shorter.join(' ')} `);
}

/** Pairs names that are equal but for one word, which differs as a misprint does. */
function pairMisprints(names: readonly Read[], { placeWords }: Wanted, onPair: OnPair): void {
  const gaps = names.flatMap((form) =>
    form.words.length > LONGEST_NAME
      ? []
      : form.words.flatMap((word, at) =>
          word.length < SHORTEST_AMONG_OTHERS || word.length > LONGEST_WORD || isNumber(word)
            ? []
            : [{ form, word, at }],
        ),
  );
  const frames = grouped(gaps, ({ form: { words }, at }) => `${at} ${words.toSpliced(at, 1).join(' ')}`);
  for (const frame of frames.values()) {
    const byWord = grouped(frame, ({ word }) => word);
    const [any] = frame;
    if (any === undefined || byWord.size < 2) continue;
    const rest = any.form.words.toSpliced(any.at, 1);
    const isTold = rest.some((word) => !isGeneral(word) && !placeWords.has(word) && !isNumber(word));
    const shortest = isTold ? SHORTEST_AMONG_OTHERS : SHORTEST_ALONE;
    for (const [one, other] of candidates([...byWord.keys()])) {
      if (!isMisprint(one, other, shortest)) continue;
      for (const { form } of (byWord.get(one) ?? []).slice(0, NAMESAKES))
        for (const { form: like } of (byWord.get(other) ?? []).slice(0, NAMESAKES)) onPair(form, like, 'MISPRINT');
    }
  }
}

/** Pairs of words that may be misprints of each other: of many words, those that are equal without some letters. */
function* candidates(words: readonly string[]): Iterable<readonly [string, string]> {
  if (words.length <= FEW) {
    for (const [at, word] of words.entries()) for (const other of words.slice(0, at)) yield [other, word];
    return;
  }
  const seen = new Map<string, string[]>();
  for (const word of words) {
    const letters = words.length > MANY ? 1 : misprintsIn(word.length + 1);
    for (const rest of new Set(withoutLetters(word, letters))) {
      const others = seen.get(rest);
      if (others === undefined) seen.set(rest, [word]);
      else {
        for (const other of others) yield [other, word];
        if (others.length < NEIGHBOURS) others.push(word);
      }
    }
  }
}

function withoutLetters(word: string, letters: number): readonly string[] {
  if (letters === 0) return [word];
  const shorter = Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
  return [word, ...shorter.flatMap((rest) => withoutLetters(rest, letters - 1))];
}
