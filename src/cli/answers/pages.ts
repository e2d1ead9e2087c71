import { Option } from 'commander';

import { RefusedQuestion, type Ask, type Language } from './question.ts';
import { wholeNumber } from './values.ts';

/** The most that a command shows of a list. */
export const MOST_SHOWN = 1000;

/** The most that a page of the API holds. */
const LARGEST_PAGE = 100;

/** What is asked of every page, so that the next one can be asked for. */
export const pageFields = 'pageInfo { hasNextPage endCursor }';

/** A page as the API gives it. */
export interface Page<Edge = unknown> {
  readonly edges: readonly Edge[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** How many of a list are asked for. */
export function firstOption(): Option {
  return new Option('--first <number>', `how many, from 1 to ${MOST_SHOWN}`).default('20');
}

/** What was given for it. Throws AnswerError. */
export function howMany(first: string, lang: Language): number {
  return wholeNumber('--first', first, { least: 1, most: MOST_SHOWN, lang });
}

/** Where a list stands in the data of an operation. */
export interface ListWithin<Data, List extends Page> {
  /** Undefined where there is none, because what it belongs to has no such list. */
  of(data: Data): List | undefined;
  /** The data with another list in its place. */
  put(data: Data, list: List): Data;
}

/**
 * Asks for the first so many of a list, as many pages of the API as that takes, each after the cursor of the one before;
 * the data are those of one page that holds them all.
 * @param operation has the variables `$first` and `$after`, and asks the list for `pageFields`
 */
export async function askPages<Data, List extends Page>(
  ask: Ask,
  operation: string,
  { first, ...variables }: Readonly<Record<string, unknown>> & { readonly first: number },
  within: ListWithin<Data, List>,
): Promise<Data> {
  const page = (after: string | null, most: number) =>
    ask<Data>(operation, { ...variables, first: Math.min(most, LARGEST_PAGE), after });
  let data: Data = await page(null, first);
  for (let list = within.of(data); list !== undefined;) {
    const left = first - list.edges.length;
    if (left <= 0 || !list.pageInfo.hasNextPage) break;
    const next = await page(list.pageInfo.endCursor, left).then(within.of, gone);
    if (next === undefined) break;
    list = { ...next, edges: [...list.edges, ...next.edges] };
    data = within.put(data, list);
  }
  return data;
}

/** What was listed a moment ago, or the end of it, may have been removed meanwhile: then what was read is all. */
function gone(cause: unknown): undefined {
  if (!(cause instanceof RefusedQuestion)) throw cause;
}
