import { describe, expect, test } from 'vitest';

import { holds, linkedBy, type ListingFilter } from '../../../src/graph/listing-filter.ts';
import { across, evidence, fewForPage, listing, type Listing } from '../../../src/graph/listing.ts';
import type { SortProperty } from '../../../src/model/kinds.ts';

const filter: ListingFilter = {
  types: holds('n.agreementType IN $filter.types'),
  themes: linkedBy('(it)<-[:ABOUT]-(n)'),
};
const agreements = listing({ name: 'agreements', kinds: ['AGREEMENT'], filter });
const ofType = '($filter.types IS NULL OR n.agreementType IN $filter.types)';
const ofTheme = 'EXISTS { (it)<-[:ABOUT]-(n) WHERE it.id IN $filter.themes }';
const inOneLine = (text: string) => text.replace(/\s+/g, ' ');

/** The text of a page in ascending order of names, without a filter unless one is wanted. */
const pageOf = (
  of: Listing,
  {
    order = 'sortName',
    descending = false,
    filtered = false,
  }: { order?: SortProperty; descending?: boolean; filtered?: boolean } = {},
) => inOneLine(of.page(order, descending, filtered ? ['types', 'themes', 'datasets'] : []).text);

describe('how many are gathered', () => {
  test('is what was measured for a page of 50, and grows as the root of a page', () => {
    expect([51, 204, 1].map((limit) => fewForPage(2000, limit))).toEqual([2000, 4000, 281]);
  });
});

describe('the statements of a listing', () => {
  test('have names that tell list, order, direction and filter', () => {
    const orders = ['sortName.ascending', 'sortName.descending', 'sortDate.ascending', 'sortDate.descending'];
    const variants = ['', '.filtered', '.by.types', '.by.themes', '.by.datasets'];
    expect(agreements.queries.map(({ name }) => name)).toEqual([
      ...variants.flatMap((variant) =>
        orders.flatMap((order) => [
          // Where a field leads to entities there may be few.
          ...(['.filtered', '.by.themes'].includes(variant) ? [`agreements.${order}${variant}.few`] : []),
          `agreements.${order}${variant}`,
        ]),
      ),
      ...variants.map((variant) => `agreements.count${variant}`),
    ]);
  });

  test('filter by the fields that are given, and by no others', () => {
    expect(agreements.page('sortName', false, []).name).toBe('agreements.sortName.ascending');
    expect(agreements.page('sortName', false, ['themes']).name).toBe('agreements.sortName.ascending.by.themes');
    expect(agreements.page('sortName', false, ['types', 'themes']).name).toBe(
      'agreements.sortName.ascending.by.themes+types',
    );
    expect(agreements.page('sortName', false, ['types', 'themes', 'datasets']).name).toBe(
      'agreements.sortName.ascending.filtered',
    );
    expect(agreements.page('sortName', false, ['themes']).text).not.toContain('$filter.types');
    const below = across('programsOfTheme', ['PROGRAM'], ['ABOUT'], 'from', filter);
    expect(below.page('sortName', false, ['themes']).name).toBe('programsOfTheme.sortName.ascending.by.themes');
  });

  test('are the same object each time, so that the set is fixed', () => {
    expect(agreements.page('sortDate', true, ['types', 'themes'])).toBe(
      agreements.page('sortDate', true, ['types', 'themes']),
    );
    expect(agreements.page('sortDate', true, ['themes', 'types'])).toBe(
      agreements.page('sortDate', true, ['types', 'themes']),
    );
    expect(agreements.queries).toContain(agreements.page('sortDate', true, ['types']));
    expect(agreements.queries).toContain(agreements.count([]));
  });

  test('are only those of the orders of the kind, and with a filter only where there is one', () => {
    const themes = listing({ name: 'themes', kinds: ['THEME'] });
    expect(themes.queries.map(({ name }) => name)).toEqual([
      'themes.sortName.ascending',
      'themes.sortName.descending',
      'themes.count',
    ]);
    expect(() => themes.page('sortDate', false, [])).toThrow(
      /^Expected a statement for themes by sortDate, but the listing has none/,
    );
    expect(() => themes.count(['types'])).toThrow(
      /^Expected a statement for themes by types, but the listing has none/,
    );
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
    expect(text).toContain('MATCH (n:Agreement) USING INDEX SEEK n:Agreement(sortName, id)');
    expect(text).toContain(
      'n.sortName >= $afterKey AND n.id IS NOT NULL AND CASE WHEN n.sortName = $afterKey THEN n.id > $afterId ELSE true END',
    );
    expect(text).toMatch(
      /ORDER BY n\.sortName, n\.id LIMIT toInteger\(\$limit\) WITH collect\(.*\) AS entries RETURN '', entries, NULL AS named$/,
    );
  });

  test('walks it backwards in descending order', () => {
    const text = pageOf(agreements, { order: 'sortDate', descending: true });
    expect(text).toContain(
      'n.sortDate <= $afterKey AND n.id IS NOT NULL AND CASE WHEN n.sortDate = $afterKey THEN n.id < $afterId ELSE true END',
    );
    expect(text).toMatch(/ORDER BY n\.sortDate DESC, n\.id DESC LIMIT toInteger\(\$limit\) WITH collect/);
  });

  test('holds the filter only when there is one to apply', () => {
    expect(pageOf(agreements)).not.toContain('$filter');
    expect(pageOf(agreements, { filtered: true })).toContain(ofType);
  });

  test('can be filtered by the packages that state its entities, when it can be filtered at all', () => {
    expect(pageOf(agreements, { filtered: true })).toContain(
      'AND ($filter.datasets IS NULL OR any(dataset IN $filter.datasets WHERE dataset IN n.datasets))',
    );
  });

  test('with a filter walks the index too, and tells what the filter names', () => {
    const text = pageOf(agreements, { filtered: true });
    expect(text).toContain('USING INDEX SEEK n:Agreement(sortName, id)');
    expect(text).toContain(`($filter.themes IS NULL OR ${ofTheme})`);
    expect(text).toContain('COLLECT { UNWIND $filter.themes AS id MATCH (it:Entity {id: id}) RETURN [it.id,');
  });

  test('of mixed kinds walks the index of all entities', () => {
    expect(pageOf(listing({ name: 'dated', kinds: ['AGREEMENT', 'EVENT'] }))).toContain(
      'USING INDEX SEEK n:Entity(sortName, id)',
    );
  });
});

describe('a page below a parent with few', () => {
  const few = (of: Listing) => {
    const { ofFew } = of.page('sortName', false, []);
    return ofFew === null ? null : inOneLine(ofFew.text);
  };

  test('is gathered and sorted, and less than half as long', () => {
    const members = across('members', ['NETWORK', 'CITY'], ['MEMBER_OF'], 'from');
    const text = few(members) ?? '';
    expect(text).toContain('MATCH (p)<-[:MEMBER_OF]-(n:Network|City) WITH DISTINCT n WITH n WHERE');
    expect(text).not.toContain('USING INDEX');
    expect(text.length).toBeLessThan(pageOf(members).length / 2);
  });

  test('of a hub has no entries, by the number that is stored', () => {
    const hub = 'COUNT { (p)<-[:ABOUT]-() } > 2 * few';
    const text = few(across('programsOfTheme', ['PROGRAM'], ['ABOUT'], 'from'));
    expect(text).toContain(`WITH p WHERE NOT (${hub}) MATCH`);
    expect(text).toContain(`CASE WHEN size(entries) > 0 OR NOT (${hub}) THEN entries END`);
  });

  test('that is more than a step away is gathered up to its bound', () => {
    const away = listing({
      name: 'away',
      kinds: ['PERSON'],
      paths: [{ pattern: '(it)<-[:PART_OF*0..8]-()<-[:AFFILIATED_WITH]-(n)' }],
    });
    expect(few(away)).toContain('RETURN n LIMIT toInteger($few) + 1 } AS found');
    expect(few(away)).toContain('CASE WHEN size(found) <= $few THEN found END AS list');
  });

  test('to which a filter leads at the root is gathered as that is, and checked for the other fields alone', () => {
    const alone = inOneLine(agreements.page('sortName', false, ['themes']).ofFew?.text ?? '');
    expect(alone).toContain('MATCH (it)<-[:ABOUT]-(n:Agreement) WITH DISTINCT n RETURN n LIMIT toInteger($few) + 1');
    expect(alone).not.toContain('EXISTS');
    expect(alone).not.toContain('USING INDEX');
    expect(alone).toContain('CASE WHEN candidates IS NOT NULL THEN entries END, named');
    const both = inOneLine(agreements.page('sortName', false, ['themes', 'types']).ofFew?.text ?? '');
    expect(both).toContain(`(foundBy = 'themes' OR $filter.themes IS NULL OR ${ofTheme})`);
    expect(both).toContain(`AND ${ofType}`);
    expect(agreements.page('sortName', false, ['types']).ofFew).toBeNull();
  });

  test('has a statement of its own below a parent without a filter, and at the root with one', () => {
    const topics = across('programsOfTheme', ['PROGRAM'], ['ABOUT'], 'from', filter);
    expect(topics.page('sortName', false, []).ofFew?.name).toBe('programsOfTheme.sortName.ascending.few');
    expect(topics.page('sortName', false, ['themes']).ofFew).toBeNull();
    expect(few(agreements)).toBeNull();
    expect(topics.queries).toContain(topics.page('sortName', false, []).ofFew);
  });
});

describe('a page below a parent', () => {
  const topics = across('programsOfTheme', ['PROGRAM'], ['ABOUT'], 'from', filter);
  const members = across(
    'members',
    ['PERSON', 'ORGANIZATION', 'GOVERNMENT_ENTITY', 'NETWORK', 'CITY', 'STATE'],
    ['MEMBER_OF'],
    'from',
  );

  test('is read for all parents at once, each with its own limit', () => {
    expect(pageOf(topics)).toMatch(
      /^UNWIND \$parents AS parent MATCH \(p:Entity \{id: parent\}\) CALL \(p\) \{.* LIMIT toInteger\(\$limit\) .*\} RETURN parent,/,
    );
  });

  test('holds each entity once, whatever the number of ties', () => {
    expect(pageOf(topics)).toContain('MATCH (leaf)<-[:ABOUT]-(n:Program) WITH DISTINCT n');
  });

  test('follows the tie in its written direction from either end', () => {
    expect(pageOf(members)).toContain('MATCH (leaf)<-[:MEMBER_OF]-(n)');
    expect(pageOf(across('networks', ['NETWORK'], ['MEMBER_OF'], 'to'))).toContain('MATCH (leaf)-[:MEMBER_OF]->(n)');
  });

  test('names the label where the tie may lead to other kinds, in the walk through all entities too', () => {
    const mixed = pageOf(across('all', ['PROGRAM', 'EVENT'], ['ABOUT'], 'from'));
    expect(mixed).toContain('(n:Program|Event) WITH DISTINCT n');
    expect(mixed).toContain('WHERE n:Program|Event AND (EXISTS { (it)<-[:ABOUT]-(n) WHERE it = p })');
    expect(pageOf(members)).toContain('WHERE (EXISTS { (it)<-[:MEMBER_OF]-(n) WHERE it = p })');
  });

  test('goes a way of several steps without counting what it meets twice', () => {
    const people = listing({
      name: 'people',
      kinds: ['PERSON'],
      paths: [{ pattern: '(it)<-[:UNDER_AXIS]-(:Program)-[:LISTED_UNDER]->()<-[:AFFILIATED_WITH]-(n)' }],
    });
    expect(pageOf(people)).toContain(
      'MATCH (leaf)<-[:UNDER_AXIS]-(step1:Program) WITH DISTINCT step1 MATCH (step1)-[:LISTED_UNDER]->(step2) WITH DISTINCT step2 MATCH (step2)<-[:AFFILIATED_WITH]-(n) WITH DISTINCT n RETURN n',
    );
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
    expect(inOneLine(list.count([]).text).includes('DISTINCT n')).toBe(!isStored);
  });

  test('is counted one by one when it is filtered', () => {
    const filtered = across('participants', ['PERSON'], ['CONSULTED_IN'], 'from', filter);
    expect(inOneLine(filtered.count([]).text)).toContain('COUNT { (p)<-[:CONSULTED_IN]-() }');
    expect(inOneLine(filtered.count(['types', 'themes', 'datasets']).text)).toContain(`AND ${ofType}`);
    expect(inOneLine(filtered.count(['types', 'themes', 'datasets']).text)).toContain('RETURN count(n) AS number');
  });
});

test('the facts behind a list come once each, by id', () => {
  const { name, text } = evidence('behind', ['ABOUT'], 'MATCH (p)<-[r:ABOUT]-(n) RETURN r');
  expect(name).toBe('behind');
  expect(inOneLine(text)).toContain('WITH DISTINCT p, n, r ORDER BY r.id RETURN p.id, n.id,');
});
