import { LAST_KEY } from '../graph/listing-text.ts';
import { decodeCursor, type CursorKey, type ListMark } from './cursor.ts';
import { badUserInput } from './errors.ts';

const DEFAULT_SIZE = 20;
const LARGEST = 100;

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** What part of a list is asked for. */
export interface Window {
  readonly size: number;
  /** Counted from the end: the statement runs against the order and the answer is turned round. */
  readonly fromEnd: boolean;
  /** Place in the list after which, in the direction read, the window begins; `null` for the very beginning. */
  readonly start: CursorKey | null;
}

/** Checks paging arguments; throws BAD_USER_INPUT that names the wrong one. */
export function windowOf(args: PageArguments, mark: ListMark, keyLength: number): Window {
  const { first, after, last, before } = args;
  if (isGiven(first) && isGiven(last))
    throw badUserInput('last', 'expected either first or last, but got both. Leave one out.');
  const fromEnd = isGiven(last);
  if (fromEnd && isGiven(after))
    throw badUserInput('after', 'expected with first, but got it with last. Use before with last.');
  if (!fromEnd && isGiven(before))
    throw badUserInput('before', 'expected with last, but got it without. Use after with first.');
  const cursor = fromEnd ? before : after;
  return {
    size: pageSize(fromEnd ? 'last' : 'first', fromEnd ? last : first),
    fromEnd,
    start: isGiven(cursor) ? decodeCursor(fromEnd ? 'before' : 'after', cursor, mark, keyLength) : null,
  };
}

/** The key from which a statement reads: below every key, or above every key when it reads downwards. */
export function startKey(
  start: CursorKey | null,
  descending: boolean,
): { readonly afterKey: string; readonly afterId: string } {
  const [afterKey = '', afterId = ''] = start ?? (descending ? [LAST_KEY, LAST_KEY] : []);
  return { afterKey, afterId };
}

/** How many entries an argument asks for; throws BAD_USER_INPUT that names it. */
export function pageSize(argument: string, size: number | null | undefined): number {
  if (!isGiven(size)) return DEFAULT_SIZE;
  if (size < 0 || size > LARGEST)
    throw badUserInput(
      argument,
      `expected a number from 0 to ${LARGEST}, but got ${size}. Ask for a smaller page and go on with its cursor.`,
    );
  return size;
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
