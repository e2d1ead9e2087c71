import { describe, expect, it } from 'vitest';

import { askPages, type Page } from '../../../src/cli/answers/pages.ts';
import type { Ask } from '../../../src/cli/answers/question.ts';

type Numbers = Page<number> & { readonly totalCount: number };

interface Found {
  readonly list?: Numbers;
}

const place = { of: ({ list }: Found) => list, put: (data: Found, list: Numbers) => ({ ...data, list }) };

/** A list of so many numbers as the API pages it; what is removed is no list any more. */
function listing(size: number, { removedAfter = Infinity }: { readonly removedAfter?: number } = {}) {
  const asked: Readonly<Record<string, unknown>>[] = [];
  const ask: Ask = async (_, variables) => {
    asked.push(variables);
    const { first, after } = variables as { readonly first: number; readonly after: string | null };
    const from = Number(after ?? 0);
    const edges = Array.from({ length: Math.min(first, size - from) }, (_edge, at) => from + at);
    const end = from + edges.length;
    const pageInfo = { hasNextPage: end < size, endCursor: edges.length === 0 ? null : String(end) };
    const found: Found = from >= removedAfter ? {} : { list: { totalCount: size, edges, pageInfo } };
    // The test says what the operation answers.
    return found as never;
  };
  return { ask, asked };
}

const first = (most: number, { ask }: ReturnType<typeof listing>) =>
  askPages(ask, 'query', { first: most, lang: 'ES' }, place);
const numbers = (most: number) => Array.from({ length: most }, (_, at) => at);

describe('The first of a list', () => {
  it('are one page where one holds them', async () => {
    const list = listing(300);
    expect((await first(20, list)).list?.edges).toEqual(numbers(20));
    expect(list.asked).toEqual([{ first: 20, after: null, lang: 'ES' }]);
  });

  it('are as many pages as it takes, each after the one before, and no more than were asked for', async () => {
    const list = listing(300);
    expect((await first(250, list)).list).toEqual({
      totalCount: 300,
      edges: numbers(250),
      pageInfo: { hasNextPage: true, endCursor: '250' },
    });
    expect(list.asked.map(({ first: most, after }) => [most, after])).toEqual([
      [100, null],
      [100, '100'],
      [50, '200'],
    ]);
  });

  it('end with the list', async () => {
    const list = listing(130);
    expect((await first(1000, list)).list?.edges).toEqual(numbers(130));
    expect(list.asked).toHaveLength(2);
    expect((await first(1000, listing(0))).list?.edges).toEqual([]);
  });

  it('are those that were read where what it belongs to is gone meanwhile', async () => {
    expect((await first(300, listing(300, { removedAfter: 100 }))).list?.edges).toEqual(numbers(100));
    expect(await first(300, listing(300, { removedAfter: 0 }))).toEqual({});
  });
});
