import { getNamedType, isInputObjectType, isListType } from 'graphql';
import { describe, expect, test } from 'vitest';

import { fold } from '../../src/model/fold.ts';
import { ask, fakeGraph, refusalOf, schema } from './fake-graph.ts';
import { fixedStatements } from '../../src/graphql/statements.ts';

/** What the statement of a filtered list of people was given. */
async function wantedBy(filter: string) {
  const { errors, graph } = await ask(`{ people(filter: ${filter}) { nodes { id } } }`);
  expect(errors).toEqual([]);
  return { wanted: graph.sent.find(({ name }) => name.startsWith('people.'))?.wanted ?? {}, names: graph.names() };
}

describe('a filter', () => {
  test('reaches the statement with each of its fields, null for what was left out', async () => {
    const { wanted } = await wantedBy('{ axes: ["priority-axis-1", "priority-axis-2"], quoted: false }');
    expect(wanted).toMatchObject({
      axes: ['priority-axis-1', 'priority-axis-2'],
      quoted: false,
      consultations: null,
      consulted: null,
      sectors: null,
      institutions: null,
      themes: null,
      places: null,
      networks: null,
      text: null,
    });
  });

  test.each(['{}', '{ axes: null, text: null }', '{ text: "" }', '{ text: "   " }'])(
    'that says nothing, such as %s, is none',
    async (filter) => {
      expect((await wantedBy(filter)).names).toEqual(['people.sortName.ascending']);
    },
  );

  test('with an empty list is still one: nothing is in it', async () => {
    const { names, wanted } = await wantedBy('{ axes: [] }');
    expect(names).toEqual(['people.sortName.ascending.by.axes.few']);
    expect(wanted).toMatchObject({ axes: [] });
  });

  test('counts what it lets through, not everything', async () => {
    const { graph } = await ask('{ people(filter: { quoted: true }) { totalCount } }');
    expect(graph.sent.find(({ name }) => name.includes('count'))).toMatchObject({
      name: 'people.count.by.quoted',
      wanted: { quoted: true },
    });
  });

  test('checks all of its ids in one statement', async () => {
    const { names } = await wantedBy(
      '{ axes: ["priority-axis-1"], themes: ["theme-1", "theme-2"], places: ["city-1", "country-1"] }',
    );
    expect(names.filter((name) => name === 'labelsById')).toHaveLength(1);
  });

  test('by kinds reaches the statement as labels', async () => {
    const { graph } = await ask('{ entities(filter: { kinds: [PRIORITY_AXIS, CITY] }) { nodes { id } } }');
    expect(graph.sent[0]?.wanted).toMatchObject({ kinds: ['PriorityAxis', 'City'] });
  });

  test('of a list below an entity is checked as at the root', async () => {
    expect(
      await refusalOf(
        '{ node(id: "network-1") { ... on Network { people(filter: { axes: ["x"] }) { totalCount } } } }',
      ),
    ).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'filter.axes' });
  });
});

describe('ids in a filter are refused', () => {
  test('when nothing has them, naming the field and the id', async () => {
    expect(await refusalOf('{ people(filter: { axes: ["priority-axis-1", "nowhere"] }) { totalCount } }')).toEqual({
      code: 'BAD_USER_INPUT',
      argument: 'filter.axes',
      message: expect.stringContaining('expected ids of PRIORITY_AXIS, but got "nowhere", which is not known.'),
    });
  });

  test('when they are of another kind, saying which', async () => {
    const { message } = await refusalOf('{ people(filter: { places: ["person-7"] }) { totalCount } }');
    expect(message).toContain('expected ids of CITY, STATE, COUNTRY, REGION, but got "person-7", which is a PERSON.');
  });

  test.each(['', ' ', 'affiliation:1', "x'}) DETACH DELETE n //", '__proto__', '\u0000', '\ud800'])(
    'such as %j',
    async (id) => {
      expect(
        await refusalOf('query($id: ID!) { people(filter: { themes: [$id] }) { totalCount } }', { id }),
      ).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'filter.themes' });
    },
  );

  test('without repeating 10 kB of them', async () => {
    const { message } = await refusalOf('query($id: ID!) { people(filter: { themes: [$id] }) { totalCount } }', {
      id: 'x'.repeat(10_000),
    });
    expect(message.length).toBeLessThan(200);
  });

  const roots = schema.getQueryType()?.getFields() ?? {};
  const idFields = Object.values(roots).flatMap(({ name, args }) => {
    const filter = args.find((argument) => argument.name === 'filter')?.type;
    return filter !== undefined && isInputObjectType(filter)
      ? Object.values(filter.getFields())
          .filter(({ type }) => isListType(type) && getNamedType(type).name === 'ID')
          .map((field) => [name, field.name] as const)
      : [];
  });

  test.each(idFields)('by %s(filter: { %s })', async (list, field) => {
    expect(await refusalOf(`{ ${list}(filter: { ${field}: ["nowhere"] }) { totalCount } }`)).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument: `filter.${field}`,
    });
  });
});

describe('every field of every filter', () => {
  const namedIn = (text: string) => new Set([...text.matchAll(/\$filter\.(\w+)/g)].map(([, name = '']) => name));
  const filters = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ name, args }) => {
    const filter = args.find((argument) => argument.name === 'filter')?.type;
    return filter !== undefined && isInputObjectType(filter) ? [[name, Object.keys(filter.getFields())] as const] : [];
  });

  test.each(filters)('of %s reaches the page and the count', async (list, fields) => {
    const { errors, graph } = await ask(
      `{ ${list}(filter: { text: "a", datasets: ["cdmx"] }) { totalCount nodes { id } } }`,
    );
    expect(errors).toEqual([]);
    const asked = graph.sent.filter(({ name }) => name.startsWith(`${list}.`));
    expect(asked).toHaveLength(2);
    for (const { text, wanted } of asked) {
      expect(Object.keys(wanted)).toEqual(expect.arrayContaining(fields));
      expect(namedIn(text)).toEqual(new Set(['text', 'datasets']));
    }
    // A field that a statement did not name would be a filter that lets everything through.
    const ofAll = fixedStatements().filter(({ name }) => name.startsWith(`${list}.`) && name.endsWith('.filtered'));
    expect(ofAll.length).toBeGreaterThan(2);
    for (const { text } of ofAll) expect(namedIn(text)).toEqual(new Set(fields));
  });
});

describe('a text filter', () => {
  const words = async (text: string) => {
    const graph = fakeGraph();
    const { errors } = await ask('query($text: String) { people(filter: { text: $text }) { nodes { id } } }', {
      graph,
      variables: { text },
    });
    expect(errors).toEqual([]);
    return graph.sent[0]?.wanted['text'];
  };

  test.each([
    ['case and accents', 'ÁNGEL Núñez', ['angel', 'nunez']],
    ['signs and spaces', '  «Río-San  José» (A.C.) ', ['rio', 'san', 'jose', 'a', 'c']],
    ['the way an accent is encoded', 'Jose\u0301', ['jose']],
    ['signs of query languages', '"foo~2^ OR \\bar*', ['foo', '2', 'or', 'bar']],
    ['NUL, bidi controls and lone surrogates', 'a\u0000b\u202ec\ud800d', ['a', 'b', 'c', 'd']],
  ])('does not mind %s', async (_, text, expected) => {
    expect(await words(text)).toEqual(expected);
    expect(fold(text).split(' ')).toEqual(expected);
  });

  test.each(['***', '“—”', '\u0301\u0301', '\u0000'])('of signs only, such as %j, is refused', async (text) => {
    expect(
      await refusalOf('query($text: String) { people(filter: { text: $text }) { totalCount } }', { text }),
    ).toEqual({
      code: 'BAD_USER_INPUT',
      argument: 'filter.text',
      message: expect.stringContaining('expected letters or digits, but got only signs.'),
    });
  });

  test('of 200 characters serves, a longer one is refused', async () => {
    expect(await words('x'.repeat(200))).toEqual(['x'.repeat(200)]);
    expect(
      await refusalOf('query($text: String) { people(filter: { text: $text }) { totalCount } }', {
        text: `a${'\u0301'.repeat(10_000)}`,
      }),
    ).toEqual({
      code: 'BAD_USER_INPUT',
      argument: 'filter.text',
      message: expect.stringContaining('expected at most 200 characters, but got 10001.'),
    });
  });
});
