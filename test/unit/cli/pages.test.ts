import { describe, expect, it } from 'vitest';

import { askPages, type Page } from '../../../src/cli/answers/pages.ts';
import { RefusedQuestion, type AnswerCommand, type Ask } from '../../../src/cli/answers/question.ts';
import { search } from '../../../src/cli/answers/search.ts';
import { shared } from '../../../src/cli/answers/shared.ts';
import { suggest } from '../../../src/cli/answers/suggest.ts';
import { who } from '../../../src/cli/answers/who.ts';

type Numbers = Page<number> & { readonly totalCount: number };

interface Found {
  readonly list?: Numbers;
}

const within = { of: ({ list }: Found) => list, put: (data: Found, list: Numbers) => ({ ...data, list }) };

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
  askPages(ask, 'query', { first: most, lang: 'ES' }, within);
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

  it('are those that were read where the end of a page is gone meanwhile, and with it the cursor', async () => {
    const list = listing(300);
    const failing =
      (failure: Error): Ask =>
      (operation, variables) =>
        variables['after'] === '200' ? Promise.reject(failure) : list.ask(operation, variables);
    const asked = (failure: Error) => askPages(failing(failure), 'query', { first: 300 }, within);
    const refused = new RefusedQuestion(() => ({ es: 'after: no', en: 'after: no' }));
    expect((await asked(refused)).list?.edges).toEqual(numbers(200));
    await expect(asked(new Error('The database is away.'))).rejects.toThrow('The database is away.');
  });
});

const thing = (id: string) => ({ id, kind: 'CITY', name: id });
const edges: Readonly<Record<string, (id: string) => unknown>> = {
  search: (id) => ({ matched: id, distinction: null, node: thing(id) }),
  who: (id) => ({ node: thing(id), reasons: [] }),
  suggest: (id) => ({ node: thing(id), reasons: [] }),
  shared: (id) => ({ node: { partner: thing(id), governmentEntities: [], programs: [], coordination: [] } }),
};
const around: Readonly<Record<string, (list: unknown) => unknown>> = {
  search: (list) => ({ search: list }),
  who: (collaborators) => ({ node: { ...thing('puerto'), collaborators } }),
  suggest: (suggestCollaborators) => ({ suggestCollaborators }),
  shared: (sharedPartners) => ({ sharedPartners }),
};

describe('The command', () => {
  // Each takes other options, and is asked with those that all of these have.
  const commands = [search, who, suggest, shared] as readonly AnswerCommand[];

  it.each(commands.map((command) => [command.name, command] as const))(
    '%s goes on from page to page',
    async (name, command) => {
      const afters: unknown[] = [];
      const ask: Ask = async (operation, variables) => {
        if (!operation.includes('after: $after')) return { node: thing('puerto') } as never;
        afters.push(variables['after']);
        const from = Number(variables['after'] ?? 0);
        const list = {
          totalCount: 130,
          suggestions: [],
          edges: numbers(Math.min(100, 130 - from)).map((at) => edges[name]?.(`id-${from + at}`)),
          pageInfo: { hasNextPage: from === 0, endCursor: from === 0 ? '100' : '130' },
        };
        // The test says what the operation answers.
        return around[name]?.(list) as never;
      };
      const options = { first: '1000', minimum: '2' };
      const { table, data, notes } = await command.answer({ texts: ['puerto'], options, lang: 'es' }, ask);
      expect(afters).toEqual([null, '100']);
      expect(table.rows.map((cells) => cells.at(-1))).toEqual(numbers(130).map((at) => `id-${at}`));
      expect(JSON.stringify(data)).toContain('"id-129"');
      expect(notes).toEqual([]);
    },
  );
});
