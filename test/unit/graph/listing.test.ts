import { describe, expect, test } from 'vitest';

import { across, evidence, listing, type Listing } from '../../../src/graph/listing.ts';
import type { SortProperty } from '../../../src/model/kinds.ts';

const where = '($text IS NULL OR n.searchText CONTAINS $text)';
const agreements = listing({ name: 'agreements', kinds: ['AGREEMENT'], where });
const inOneLine = (text: string) => text.replace(/\s+/g, ' ');

/** The text of a page in ascending order of names, without a filter unless one is wanted. */
const pageOf = (
  of: Listing,
  {
    order = 'sortName',
    descending = false,
    filtered = false,
  }: { order?: SortProperty; descending?: boolean; filtered?: boolean } = {},
) => inOneLine(of.page(order, descending, filtered).text);

describe('the statements of a listing', () => {
  test('have names that tell list, order, direction and filter', () => {
    expect(agreements.queries.map(({ name }) => name)).toEqual([
      'agreements.sortName.ascending',
      'agreements.sortName.descending',
      'agreements.sortDate.ascending',
      'agreements.sortDate.descending',
      'agreements.sortName.ascending.filtered',
      'agreements.sortName.descending.filtered',
      'agreements.sortDate.ascending.filtered',
      'agreements.sortDate.descending.filtered',
      'agreements.count',
      'agreements.count.filtered',
    ]);
  });

  test('are the same object each time, so that the set is fixed', () => {
    expect(agreements.page('sortDate', true, true)).toBe(agreements.page('sortDate', true, true));
    expect(agreements.queries).toContain(agreements.page('sortDate', true, true));
    expect(agreements.queries).toContain(agreements.count(false));
  });

  test('are only those of the orders of the kind, and with a filter only where there is one', () => {
    const themes = listing({ name: 'themes', kinds: ['THEME'] });
    expect(themes.queries.map(({ name }) => name)).toEqual([
      'themes.sortName.ascending',
      'themes.sortName.descending',
      'themes.count',
    ]);
    expect(() => themes.page('sortDate', false, false)).toThrow(
      /^Expected a statement for themes by sortDate, but the listing has none/,
    );
    expect(() => themes.count(true)).toThrow(/^Expected a statement for themes, but the listing has none/);
  });

  test('of mixed kinds are ordered by name only', () => {
    const mixed = listing({ name: 'dated', kinds: ['AGREEMENT', 'EVENT'] });
    expect(mixed.queries.map(({ name }) => name)).toEqual([
      'dated.sortName.ascending',
      'dated.sortName.descending',
      'dated.count',
    ]);
  });
});

describe('a page at the root', () => {
  test('walks the index on order and id from the cursor on, so that it needs no sort', () => {
    const text = pageOf(agreements);
    expect(text).toContain('MATCH (n:Agreement) USING INDEX n:Agreement(sortName, id)');
    expect(text).toContain(
      'n.sortName >= $afterKey AND n.id IS NOT NULL AND CASE WHEN n.sortName = $afterKey THEN n.id > $afterId ELSE true END',
    );
    expect(text).toMatch(/ORDER BY n\.sortName, n\.id LIMIT toInteger\(\$limit\)$/);
  });

  test('walks it backwards in descending order', () => {
    const text = pageOf(agreements, { order: 'sortDate', descending: true });
    expect(text).toContain(
      'n.sortDate <= $afterKey AND n.id IS NOT NULL AND CASE WHEN n.sortDate = $afterKey THEN n.id < $afterId ELSE true END',
    );
    expect(text).toMatch(/ORDER BY n\.sortDate DESC, n\.id DESC LIMIT toInteger\(\$limit\)$/);
  });

  test('holds the filter only when there is one to apply', () => {
    expect(pageOf(agreements)).not.toContain('$text');
    expect(pageOf(agreements, { filtered: true })).toContain(where);
  });

  test('of mixed kinds walks the index of all entities', () => {
    expect(pageOf(listing({ name: 'dated', kinds: ['AGREEMENT', 'EVENT'] }))).toContain(
      'USING INDEX n:Entity(sortName, id)',
    );
  });
});

describe('a page below a parent', () => {
  const topics = across('programsOfTheme', ['PROGRAM'], ['ABOUT'], 'from', where);
  const members = across(
    'members',
    ['PERSON', 'ORGANIZATION', 'GOVERNMENT_ENTITY', 'NETWORK', 'CITY', 'STATE'],
    ['MEMBER_OF'],
    'from',
  );

  test('is read for all parents at once, each with its own limit', () => {
    expect(pageOf(topics)).toMatch(
      /^UNWIND \$parents AS parent MATCH \(p:Entity \{id: parent\}\) CALL \(p\) \{.* LIMIT toInteger\(\$limit\) \} RETURN parent,/,
    );
  });

  test('holds each entity once, whatever the number of ties', () => {
    expect(pageOf(topics)).toContain('WITH DISTINCT n WHERE');
  });

  test('follows the tie in its written direction from either end', () => {
    expect(pageOf(members)).toContain('MATCH (p)<-[:MEMBER_OF]-(n)');
    expect(pageOf(across('networks', ['NETWORK'], ['MEMBER_OF'], 'to'))).toContain('MATCH (p)-[:MEMBER_OF]->(n)');
  });

  test('names the label where the tie may lead to other kinds', () => {
    expect(pageOf(topics)).toContain('MATCH (p)<-[:ABOUT]-(n:Program)');
    expect(pageOf(across('all', ['PROGRAM', 'EVENT'], ['ABOUT'], 'from'))).toContain('(n:Program|Event)');
  });

  test.each([
    ['a kind of tie that joins two entities once, and one kind of end', members, true],
    ['ends of other kinds', topics, false],
    [
      'a kind of tie that may join two entities several times',
      across('programsRun', ['PROGRAM'], ['RUNS'], 'to'),
      false,
    ],
    ['several kinds of ties', across('held', ['EVENT'], ['TOOK_PART_IN', 'CONTRIBUTED_TO'], 'to'), false],
  ])('is counted by the stored degree only with %s', (_, list, isStored) => {
    expect(list.storedCount !== undefined).toBe(isStored);
    expect(inOneLine(list.count(false).text).includes('DISTINCT n')).toBe(!isStored);
  });

  test('is counted one by one when it is filtered', () => {
    const filtered = across('participants', ['PERSON'], ['CONSULTED_IN'], 'from', where);
    expect(inOneLine(filtered.count(false).text)).toContain('COUNT { (p)<-[:CONSULTED_IN]-() }');
    expect(inOneLine(filtered.count(true).text)).toContain(`WITH DISTINCT n WHERE ${where} RETURN n`);
  });
});

test('the facts behind a list come once each, by id', () => {
  const { name, text } = evidence('behind', ['ABOUT'], 'MATCH (p)<-[r:ABOUT]-(n) RETURN r');
  expect(name).toBe('behind');
  expect(inOneLine(text)).toContain('WITH DISTINCT p, n, r ORDER BY r.id RETURN p.id, n.id,');
});
