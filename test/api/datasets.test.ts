import { describe, expect, test } from 'vitest';

import { ask, at, fakeGraph, refusalOf, type Answer } from './fake-graph.ts';

const dataset = (id: string) => [
  id,
  `title of ${id}`,
  '1.0.0',
  'hash',
  '2026-01-01T00:00:00Z',
  7,
  ['CC0-1.0'],
  'cite',
  'city-1',
  'government-entity-1',
];

/** A graph of three packages in which some things are stated by others than the usual one. */
function shared(stated: Readonly<Record<string, readonly string[]>>, size = 3) {
  const answer: Answer = ({ ids }) => ids.map((id) => [id, stated[id] ?? ['north']]);
  return fakeGraph({
    size,
    answers: {
      allDatasets: () => ['east', 'north', 'west'].map(dataset),
      'statedBy.ENTITY': answer,
      'statedBy.ABOUT': answer,
      'statedBy.AFFILIATED_WITH': answer,
      'statedBy.SOURCE': answer,
    },
  });
}

describe('the packages that state something', () => {
  test('are told of an entity, whole and in the order of their ids', async () => {
    const { data, errors } = await ask(
      '{ node(id: "person-1") { ... on Person { datasets { id title homeCity { name } } } } }',
      { graph: shared({ 'person-1': ['west', 'east'] }) },
    );
    expect(errors).toEqual([]);
    expect(at(data, 'node.datasets')).toEqual([
      { id: 'east', title: 'title of east', homeCity: { name: 'name of city-1' } },
      { id: 'west', title: 'title of west', homeCity: { name: 'name of city-1' } },
    ]);
  });

  test('are told of a fact, a source, a place, a citation and a claim', async () => {
    const { data } = await ask(
      `{ nodes(ids: ["topic:1", "affiliation:1", "source:1", "place:1", "citation:1", "claim:1"]) {
        ... on Tie { datasets { id } } ... on Source { datasets { id } } ... on Place { datasets { id } }
        ... on Citation { datasets { id } } ... on Claim { datasets { id } } } }`,
      { graph: shared({ 'affiliation:1': ['east', 'north'], 'source:1': ['west'] }) },
    );
    expect(at(data, 'nodes')).toEqual([
      { datasets: [{ id: 'north' }] },
      { datasets: [{ id: 'east' }, { id: 'north' }] },
      { datasets: [{ id: 'west' }] },
      // The other answers of the fake graph name a package that this graph does not hold.
      { datasets: [] },
      { datasets: [] },
      { datasets: [] },
    ]);
  });

  test('are asked for only where a question does, once for all of a kind and once for the packages', async () => {
    const query = (datasets: string) =>
      `{ people { nodes { id ${datasets} affiliations { id ${datasets} } } } again: people(first: 2) { nodes { ${datasets} id } } }`;
    const without = (await ask(query(''), { graph: shared({}, 12) })).graph.names();
    const of = async (size: number) => (await ask(query('datasets { id }'), { graph: shared({}, size) })).graph.names();
    expect(without.filter((name) => /datasets|stated/i.test(name))).toEqual([]);
    expect((await of(12)).filter((name) => !without.includes(name)).sort()).toEqual([
      'allDatasets',
      'statedBy.AFFILIATED_WITH',
      'statedBy.ENTITY',
    ]);
    expect(await of(12)).toEqual(await of(1));
  });
});

describe('a list of what some packages state', () => {
  test('is a filter like others: it reaches page and count, and the packages are checked beside them', async () => {
    const { errors, graph } = await ask(
      '{ people(filter: { datasets: ["east", "west"] }) { totalCount nodes { id } } }',
      { graph: shared({}) },
    );
    expect(errors).toEqual([]);
    expect([...graph.names()].sort()).toEqual([
      'allDatasets',
      'people.count.by.datasets',
      'people.sortName.ascending.by.datasets',
    ]);
    for (const { name, wanted } of graph.sent)
      if (name !== 'allDatasets') expect(wanted).toMatchObject({ datasets: ['east', 'west'], text: null });
  });

  test.each(['datasets: []', 'datasets: ["cdmx"]'])('below an entity too, by %s', async (filter) => {
    const { errors, graph } = await ask(
      `{ node(id: "priority-axis-1") { ... on PriorityAxis { programs(filter: { ${filter} }) { totalCount } } } }`,
    );
    expect(errors).toEqual([]);
    expect(graph.names()).toContain('programsOfAxis.count.by.datasets');
  });

  test('is a vocabulary with an argument', async () => {
    const { errors, graph } = await ask(
      '{ themes(datasets: ["east"]) { id } again: themes { id } sources(datasets: ["east"]) { id } }',
      { graph: shared({}) },
    );
    expect(errors).toEqual([]);
    const asked = graph.sent.map(({ name, wanted }) => JSON.stringify([name, wanted['datasets']]));
    expect(asked.sort()).toEqual([
      '["allDatasets",null]',
      '["allSources",["east"]]',
      '["vocabulary.THEME",["east"]]',
      '["vocabulary.THEME",null]',
    ]);
  });

  test('is, of sectors, what the consultation has of them', async () => {
    const graph = fakeGraph({
      answers: {
        sectorsOfConsultation: ({ parents }) => [[parents, 'Sector', 'sector-2', 'x', null, null]],
      },
    });
    const { data } = await ask('{ sectors(consultation: "consultation-1", datasets: ["cdmx"]) { id } }', { graph });
    expect(at(data, 'sectors')).toEqual([{ id: 'sector-2' }]);
  });
});

describe('a package that is not loaded', () => {
  test.each([
    ['filter.datasets', '{ entities(filter: { datasets: ["cdmx", "nowhere"] }) { totalCount } }'],
    ['datasets', '{ priorityAxes(datasets: ["nowhere"]) { id } }'],
    ['datasets', '{ sources(datasets: ["nowhere"]) { id } }'],
    ['datasets', '{ regions(scheme: "any", datasets: ["nowhere"]) { id } }'],
    ['datasets', '{ sectors(consultation: "consultation-1", datasets: ["nowhere"]) { id } }'],
  ])('is refused in %s with those that are', async (argument, source) => {
    expect(await refusalOf(source)).toEqual({
      code: 'BAD_USER_INPUT',
      argument,
      message: `${argument}: expected ids of packages that are loaded (cdmx), but got "nowhere". Ask { datasets { id title } } for them.`,
    });
  });

  test('is refused briefly, however long it is and however many there are', async () => {
    const graph = fakeGraph({
      answers: { allDatasets: () => Array.from({ length: 1000 }, (_, index) => dataset(`package-${index}`)) },
    });
    const { errors } = await ask(`{ themes(datasets: ["${'x'.repeat(10_000)}"]) { id } }`, { graph });
    expect(errors[0]?.message).toContain('package-9 and others');
    expect(errors[0]?.message.length).toBeLessThan(400);
  });

  test('is refused in an empty graph too', async () => {
    const { errors } = await ask('{ themes(datasets: ["cdmx"]) { id } }', {
      graph: fakeGraph({ answers: { allDatasets: () => [] } }),
    });
    expect(errors[0]?.message).toContain('(there is none yet)');
  });
});
