import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fixedStatements, standInParameters } from '../../src/graphql/statements.ts';
import { seedsDatabase } from '../support/databases.ts';
import { planOf, scans } from '../support/plans.ts';

const driver = neo4j.driver(await seedsDatabase(), undefined, { disableLosslessIntegers: true });
afterAll(() => driver.close());

const isWholePage = (text: string) => /^MATCH .*\nUSING INDEX SEEK n:/.test(text);

const plans = new Map<string, readonly string[]>();
const refusals = new Map<string, unknown>();
/**
 * Lists with two sides in one direction only: the other has the same plan backwards. Of the texts with all filters, which
 * take seconds to plan, those at the root: below a parent the filters are the same.
 */
const planned = fixedStatements().filter(
  ({ name, text }) =>
    isWholePage(text) || !(name.includes('.descending') || (name.endsWith('.filtered') && text.includes('$parents'))),
);
const named = planned.map((statement) => [statement.name, statement] as const);

// Two at a time: planning keeps one processor of the database busy, and there are hundreds of statements.
beforeAll(async () => {
  const waiting = [...named];
  const plan = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [name, statement] = next;
      await planOf(driver, statement, standInParameters(statement)).then(
        (operators) => plans.set(name, operators),
        (cause: unknown) => refusals.set(name, cause),
      );
    }
  };
  await Promise.all([plan(), plan()]);
}, 900_000);

/** Small lists that are given whole and in their order: everything of a kind is read anyway. */
const isVocabulary = (name: string) =>
  name.startsWith('vocabulary.') || name === 'allSources' || name === 'allDatasets';
/** Counts without a parent read the number that the database stores, or look at each entity of the kind. */
const isRootCount = (text: string) => text.endsWith("RETURN '', number");
/** A search looks in several ranks one after the other, each of them two-sided. */
const isSearch = (text: string) => text.includes('db.index.fulltext.queryNodes') && text.includes('$asked');
/** What is sent where there may be few: it has no other side. */
const isOfFew = (name: string) => name.endsWith('.few');
/** What gathers few and walks an index for many: one part sorts what was gathered, the other must not sort. */
const isTwoSided = (text: string) =>
  !isSearch(text) && !isWholePage(text) && /USING INDEX SEEK [no]:/.test(text) && text.includes('$limit');

describe('Each statement that a request can send', () => {
  it('has a name of its own', () => {
    expect(new Set(named.map(([name]) => name)).size).toBe(named.length);
  });

  it.each(named)('%s is accepted with its stand-in parameters', (name) => {
    expect(refusals.get(name)).toBeUndefined();
    expect(plans.get(name)).not.toEqual([]);
  });

  it.each(named.filter(([name, { text }]) => !isVocabulary(name) && !isRootCount(text)))('%s scans nothing', (name) => {
    // The one node of the dataset is all that carries its label.
    const scanned = plans.get(name)?.filter((operator) => scans.test(operator) && !operator.endsWith(':Dataset'));
    expect(scanned).toEqual([]);
  });

  it.each(named.filter(([, { text }]) => isWholePage(text)))('%s walks its index in its order', (name) => {
    const plan = plans.get(name) ?? [];
    expect(plan.filter((operator) => /^(Sort|Top|PartialSort|PartialTop|Top1)\b/.test(operator))).toEqual([]);
    expect(plan.filter((operator) => /^NodeIndexSeek(ByRange)?\b/.test(operator))).toHaveLength(1);
  });

  it.each(named.filter(([, { text }]) => isTwoSided(text)))('%s sorts only what it gathers', (name) => {
    const plan = plans.get(name) ?? [];
    expect(plan.filter((operator) => /^(Sort|PartialSort|Top1)\b/.test(operator))).toEqual([]);
    expect(plan.filter((operator) => /^Top\b/.test(operator))).toHaveLength(1);
    // Besides the walk, only a lookup by sort name would be one: there is none.
    const walks = plan.filter((operator) =>
      /^NodeIndexSeek(ByRange)?\b.*\((sortName|sortDate|sortListing), id\)/.test(operator),
    );
    expect(walks).toHaveLength(1);
  });

  it.each(named.filter(([name]) => isOfFew(name)))(
    '%s walks no order, and sorts only as much as a page holds',
    (name) => {
      const plan = plans.get(name) ?? [];
      expect(plan.filter((operator) => /^(Sort|PartialSort|PartialTop|Top1)\b/.test(operator))).toEqual([]);
      expect(plan.filter((operator) => /^Top\b/.test(operator))).toHaveLength(1);
      expect(plan.filter((operator) => /\((sortName|sortDate|sortListing), id\)/.test(operator))).toEqual([]);
    },
  );

  it.each(named.filter(([name, { text }]) => isSearch(text) && !isOfFew(name)))(
    '%s sorts only what it gathers, and walks within bounds',
    (name) => {
      const plan = plans.get(name) ?? [];
      expect(plan.filter((operator) => /^(Sort|PartialSort|PartialTop)\b/.test(operator))).toEqual([]);
      const walks = plan.filter((operator) => operator.includes('(sortName, id)'));
      // Names that begin with the words are walked from there; then, where all ranks are read, the three after whole names.
      expect(walks).toHaveLength(name === 'searchPage.begun' ? 1 : 4);
      for (const walk of walks) expect(walk).toMatch(/^NodeIndexSeek .*sortName >= low/);
    },
  );

  it.each(named.filter(([, { text }]) => isRootCount(text) && !text.includes('WHERE')))(
    '%s reads a stored number',
    (name) => {
      expect(plans.get(name)).toContainEqual(expect.stringMatching(/^NodeCountFromCountStore\b/));
    },
  );
});

describe('What is looked up by its id', () => {
  it.each(['entitiesById', 'labelsById', 'citationsById', 'sourcesById', 'placesById', 'claimsById'])(
    '%s seeks in a unique index',
    (name) => {
      expect(plans.get(name)).toContainEqual(expect.stringMatching(/^NodeUniqueIndexSeek\b/));
    },
  );

  it.each(named.filter(([name]) => name.startsWith('statedBy.')))(
    '%s seeks in the unique index of its kind',
    (name) => {
      expect(plans.get(name)).toContainEqual(expect.stringMatching(/^(Node|DirectedRelationship)UniqueIndexSeek\b/));
    },
  );

  it.each(named.filter(([name]) => name.startsWith('tiesById.')))(
    '%s seeks in the unique index of its relationship',
    (name) => {
      expect(plans.get(name)).toContainEqual(
        expect.stringMatching(/^(Directed|Undirected)RelationshipUniqueIndexSeek\b/),
      );
    },
  );

  it.each(
    named.filter(
      ([, { text }]) => /^(WITH .* AS few\n)?UNWIND \$(parents|pairs) AS/.test(text) && text.includes(':Entity {id:'),
    ),
  )('%s seeks its parent in a unique index', (name) => {
    expect(plans.get(name)).toContainEqual(expect.stringMatching(/^NodeUniqueIndexSeek\b/));
  });
});
