import { describe, expect, test } from 'vitest';

import { fixedStatements } from '../../src/graphql/statements.ts';
import { ask, at, entityRow, fakeGraph } from './fake-graph.ts';

/** The statements that a query sends, with what they were asked for. */
async function sentBy(source: string, size = 3) {
  const { errors, graph } = await ask(source, { graph: fakeGraph({ size }) });
  expect(errors).toEqual([]);
  return { names: graph.names(), full: graph.sent.map(({ wanted }) => wanted.full) };
}

/** Twenty times the same field under other names. */
const twenty = (field: string) => Array.from({ length: 20 }, (_, index) => `a${index}: ${field}`).join(' ');

describe('the detail of an entity', () => {
  test.each([
    ['a name', '{ people { nodes { id name nameLang kind } } }', false],
    ['a property', '{ people { nodes { givenName } } }', true],
    ['its other forms', '{ people { edges { node { aliases } } } }', true],
    ['a property in an inline fragment', '{ people { nodes { ... on Person { surname1 } } } }', true],
    [
      'a property in a named fragment',
      '{ people { ...Page } } fragment Page on PersonConnection { nodes { ...Names } } fragment Names on Person { surname2 }',
      true,
    ],
    ['a property of something below it', '{ people { nodes { positions { positionForm } } } }', false],
    ['a vocabulary’s rank', '{ priorityAxes { rank } }', true],
    ['the citations of a city', '{ node(id: "city-1") { ... on City { citations { place } } } }', true],
    ['the place of a city', '{ node(id: "city-1") { ... on City { coordinates { latitude } } } }', true],
  ])('is read only when it is asked for: %s', async (_, source, full) => {
    expect((await sentBy(source)).full[0]).toBe(full);
  });

  test('that a statement did not read is loaded once for all', async () => {
    const lean = fakeGraph({
      answers: {
        'people.sortName.ascending': ({ parents }) =>
          parents.map(() => [
            '',
            [1, 2, 3].map((n) => [`key ${n}`, ...entityRow('PERSON', `person-${n}`, false)]),
            null,
          ]),
      },
    });
    const { data, graph } = await ask('{ people { nodes { givenName aliases citations { id } } } }', { graph: lean });
    expect(at(data, 'people.nodes.2')).toEqual({
      givenName: 'givenName of person-3',
      aliases: ['aliases of person-3'],
      citations: [{ id: 'citation:1' }],
    });
    expect(graph.names()).toEqual(['people.sortName.ascending', 'entitiesById', 'citationsById']);
    expect(graph.sent[1]?.wanted).toMatchObject({ ids: ['person-1', 'person-2', 'person-3'], full: true });
  });

  test('that a page has read is not read again for the ends of facts', async () => {
    const { names } = await sentBy(
      '{ people { nodes { givenName affiliations { person { givenName } institution { name } } } } }',
    );
    expect(names).toEqual(['people.sortName.ascending', 'ties.from.AFFILIATED_WITH']);
  });
});

describe('statements of a request', () => {
  test.each([
    ['one thing', twenty('node(id: "person-1") { ... on Person { name } }'), ['entitiesById']],
    [
      'its facts',
      twenty('node(id: "person-1") { ... on Person { affiliations { role } } }'),
      ['ties.from.AFFILIATED_WITH', 'entitiesById'],
    ],
    ['a page', twenty('people(first: 5) { nodes { id } }'), ['people.sortName.ascending']],
    [
      'a page and its count',
      twenty('people(first: 5) { totalCount nodes { id } }'),
      ['people.sortName.ascending', 'people.count'],
    ],
    ['a vocabulary', twenty('themes { id }'), ['vocabulary.THEME']],
    [
      'a page of facts',
      twenty('node(id: "person-1") { ... on Entity { ties(first: 5) { totalCount nodes { id } } } }'),
      ['tiesOfEntity.few', 'tieDegrees'],
    ],
    [
      'a tie',
      twenty('node(id: "affiliation:1") { ... on Affiliation { statement person { name } } }'),
      ['tiesById.AFFILIATED_WITH', 'entitiesById', 'citationsById'],
    ],
  ])('are one for each level, however many aliases ask for %s', async (_, fields, names) => {
    expect(await sentBy(`{ ${fields} }`)).toMatchObject({ names });
  });

  test('are one for twenty things by twenty aliases', async () => {
    const fields = Array.from(
      { length: 20 },
      (_, index) =>
        `a${index}: node(id: "person-${index + 1}") { ... on Person { affiliations { institution { name } } } }`,
    );
    expect(await sentBy(`{ ${fields.join(' ')} }`)).toMatchObject({
      names: ['ties.from.AFFILIATED_WITH', 'entitiesById'],
    });
  });

  test('are the same for four levels of one thing each and of twelve each', async () => {
    const levels =
      '{ priorityAxes { programs(first: 12) { nodes { governmentEntities(first: 12) { nodes { people(first: 12) { nodes { affiliations { institution { name } } } } } } } } } }';
    const { names } = await sentBy(levels, 12);
    expect(names).toEqual((await sentBy(levels, 1)).names);
    expect(names).toHaveLength(5);
  });

  test('of briefs are the same for one thing in each list and for twelve, and for one brief and for five', async () => {
    const brief = (id: string) => `brief(id: "${id}") { sections { lines { statement ties { id } } } markdown }`;
    const { names } = await sentBy(`{ ${brief('city-1')} }`, 1);
    expect(names).toEqual([
      'entitiesById',
      'briefMembers',
      'allDatasets',
      'briefFacts',
      'briefBodies',
      'briefPeople',
      'briefSurroundings',
      'entitiesById',
      'claimsBySubject',
      'citationsById',
    ]);
    expect((await sentBy(`{ ${brief('city-1')} }`, 12)).names).toEqual(names);
    const five = [1, 2, 3, 4, 5].map((n) => `a${n}: ${brief(`city-${n}`)}`);
    expect((await sentBy(`{ ${five.join(' ')} }`, 12)).names).toEqual(names);
  });

  test('of a brief stop where the id is not known', async () => {
    expect((await sentBy('{ brief(id: "nobody") { markdown } }')).names).toEqual(['entitiesById']);
    const { names } = await sentBy(`{ brief(id: "${'a'.repeat(2000)}") { markdown } }`);
    expect(names).toEqual([]);
  });

  test('ask once for parents that several lists hold', async () => {
    const { graph } = await ask('{ people { nodes { id themes { id programs(first: 1) { nodes { id } } } } } }', {
      graph: fakeGraph({ size: 4 }),
    });
    expect(graph.sent[2]?.wanted.parents).toEqual(['theme-1', 'theme-2', 'theme-3', 'theme-4']);
  });

  test('about the facts on edges are one for all edges of a page', async () => {
    const { names } = await sentBy(
      '{ node(id: "network-1") { ... on Network { members { edges { ties { ... on Membership { post } } } } } } }',
      9,
    );
    expect(names).toEqual(['membersOfNetwork.sortName.ascending.few', 'tiesBetween']);
  });

  test('differ for other arguments only', async () => {
    const { names } = await sentBy(
      '{ a: people(first: 1) { nodes { id } } b: people(first: 2) { nodes { id } } c: people(first: 1) { nodes { id } } }',
    );
    expect(names).toHaveLength(2);
  });

  test('never hold what a client wrote: that is a parameter', async () => {
    const written = 'zzz-1';
    const { errors, graph } = await ask(
      `query($text: String!, $id: ID!) { people(filter: { text: $text }) { totalCount nodes { id } } node(id: $id) { id } other: node(id: "affiliation:zzz") { id ... on Tie { relation(seenFrom: $id) } } regions(scheme: $text) { id } sectors { id } }`,
      { variables: { text: written, id: written } },
    );
    expect(errors).toEqual([]);
    expect(JSON.stringify(graph.sent.map(({ wanted }) => wanted))).toContain('zzz');
    expect(graph.sent.filter(({ text }) => text.includes('zzz'))).toEqual([]);
  });

  test('are of the fixed set that the program knows when it starts, but for what a filter combines', async () => {
    const { names } = await sentBy(
      '{ people(filter: { quoted: true, axes: ["priority-axis-1"] }, orderBy: { direction: DESC }) { totalCount edges { ties { id } node { claims { citations { source { title } } } tieCounts { count } ties(kinds: [ABOUT, HOLDS]) { nodes { id } } } } } }',
    );
    const fixed = new Set(fixedStatements().map(({ name }) => name));
    expect(names.filter((name) => !fixed.has(name))).toEqual([
      'people.sortName.descending.by.axes+quoted.few',
      'people.count.by.axes+quoted',
    ]);
  });
});
