import type { EntityRecord } from '../../graph/entity-record.ts';
import { kindWord, plainWords, wholeNamesIn } from '../../model/search-words.ts';
import type { Asked } from './asked.ts';
import { editsAllowed, isAskedWhole, matchOf, type Match } from './matching.ts';

/** Something whose names are near what was asked, as the index gives it. */
export interface Candidate {
  readonly entity: EntityRecord;
  readonly sortName: string;
  readonly forms: readonly string[];
  readonly searchWords: string;
  readonly contextWords: string;
}

/** One of the nearest, and where it stands among them. */
export interface Near extends Candidate {
  readonly key: string;
}

/** How many of the nearest there are at most. */
const MOST = 50;
/** The index looks up fifty words for each that may be misspelled, and a thousand for one query. */
const MOST_FORGIVEN = 12;

/** The query of what has one of the words, or one that is near; the index puts what has most of them first. */
export function nearQuery({ words, kinds }: Asked): string {
  const clauses = words.flatMap((word, at) => [
    `searchWords:${word}`,
    `contextWords:${word}`,
    ...(at === words.length - 1 ? [`searchWords:${word}*`, `contextWords:${word}*`] : []),
    ...(at < MOST_FORGIVEN && editsAllowed(word) > 0 ? [`searchWords:${word}~${editsAllowed(word)}`] : []),
  ]);
  const ofKinds = kinds === null ? '' : ` +(${kinds.map((kind) => `searchWords:${kindWord(kind)}`).join(' ')})`;
  return `+(${clauses.join(' ')})${ofKinds}`;
}

/**
 * The nearest of some candidates: those that lack the fewest of the words, and not more than half of them; of several
 * words that may be lacking, those that most of the candidates have, which tell the least. First those with the fewest
 * letters that differ, then those of which a whole name is in the text, then by sort name and id.
 */
export function nearestOf(words: readonly string[], candidates: readonly Candidate[]): readonly Near[] {
  const matched = candidates.map((candidate) => ({ candidate, match: matchOfCandidate(words, candidate) }));
  const fewest = Math.min(...matched.map(({ match }) => match.missing));
  if (fewest > words.length / 2 || fewest === words.length) return [];
  const fullest = matched.filter(({ match }) => match.missing === fewest);
  const having = words.map((_, at) => matched.filter(({ match }) => match.edits[at] !== null).length);
  const lackedBy = ({ edits }: Match) => edits.map((count, at) => (count === null ? String(at) : '')).join(' ');
  const commonness = ({ edits }: Match) => sum(edits.map((count, at) => (count === null ? (having[at] ?? 0) : 0)));
  const [best] = [...fullest].sort(
    (one, other) =>
      commonness(other.match) - commonness(one.match) || (lackedBy(one.match) < lackedBy(other.match) ? 1 : -1),
  );
  return fullest
    .filter(({ match }) => best !== undefined && lackedBy(match) === lackedBy(best.match))
    .map(({ candidate, match }) => ({ ...candidate, key: keyOf(words, candidate, match) }))
    .sort(byKey)
    .slice(0, MOST);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function byKey(one: Near, other: Near): number {
  if (one.key !== other.key) return one.key < other.key ? -1 : 1;
  return one.entity.id < other.entity.id ? -1 : 1;
}

function matchOfCandidate(words: readonly string[], { searchWords, contextWords }: Candidate): Match {
  return matchOf(words, plainWords(searchWords), true, plainWords(contextWords));
}

/** Ordered as a text: letters that differ, whether a whole name is in the text, the sort name. */
function keyOf(words: readonly string[], { searchWords, sortName }: Candidate, { total }: Match): string {
  const isNamed = wholeNamesIn(searchWords).some((name) => isAskedWhole(name, words));
  return [String(total).padStart(3, '0'), isNamed ? '0' : '1', sortName].join(' ');
}
