import { describe, expect, test } from 'vitest';

import { MOST_TRAILS } from '../../src/answers/paths/paths.cypher.ts';
import { GraphError } from '../../src/graph/errors.ts';
import { ask, at, entityRow, fakeGraph, refusalOf, tieRow, waysRow, type Wanted } from './fake-graph.ts';

/** What a statement answers that found paths, each from person-1 over one network to person-2. */
const over = (networks: readonly string[], trails = networks.length) => {
  const person = (id: string) => entityRow('PERSON', id, false);
  const ways = networks.map((network) => ({
    entities: [person('person-1'), entityRow('NETWORK', network, false), person('person-2')],
    ties: ['person-1', 'person-2'].map((from) =>
      tieRow('MEMBER_OF', `membership:${from}/${network}`, { from, to: network }),
    ),
  }));
  return [waysRow(trails, ways)];
};
const none = () => [waysRow(0, [])];

async function sent(
  source: string,
  answers: Readonly<Record<string, (wanted: Wanted) => readonly (readonly unknown[])[]>> = {},
) {
  const { data, errors, graph } = await ask(source, { graph: fakeGraph({ answers }) });
  expect(errors).toEqual([]);
  return { paths: at(data, 'paths'), names: graph.names() };
}

describe('A path', () => {
  test('of which there are as many as asked for costs one statement, whatever is asked of its steps', async () => {
    const { paths, names } = await sent(
      '{ paths(from: "person-1", to: "person-2", first: 1) { paths { length statement(lang: EN) steps { from { id name ... on Person { givenName } } to { id aliases } ties { id from { id name } to { id name } } } } complete } }',
    );
    expect(names).toEqual(['shortestPaths.4']);
    expect(paths).toMatchObject({
      complete: true,
      paths: [
        {
          length: 1,
          steps: [
            {
              from: { id: 'person-1', givenName: 'givenName of person-1' },
              to: { id: 'person-2' },
              ties: [{ id: 'collaboration:1' }],
            },
          ],
        },
      ],
    });
  });

  test('costs the same statements for one path and for five', async () => {
    const asked = (first: number) =>
      sent(
        `{ paths(from: "person-1", to: "person-2", first: ${first}) { leftOut { name } sharedThemes { name } paths { steps { from { name } to { name } ties { statement from { name } citations { place } } } } } }`,
        { 'shortestPaths.4': () => over(Array.from({ length: first }, (_, n) => `network-${n + 1}`)) },
      );
    const five = await asked(5);
    expect(at(five.paths, 'paths')).toHaveLength(5);
    expect(five.names).toEqual((await asked(1)).names);
  });

  test.each([
    ['what is always read', 'id tieKind basis from { id } citations { place }', false],
    ['its note', 'id note', true],
    ['its sentence', 'statement', true],
    ['its note, by a fragment', '... on Tie { ...fact }', true],
  ])('reads the rest of a fact only where it is asked for: %s', async (_, fields, rest) => {
    const statement = rest ? 'shortestPaths.4' : 'shortestPaths.names.4';
    const seen: unknown[] = [];
    const source = `{ paths(from: "person-1", to: "person-2", first: 1) { ...found } } fragment found on PathResult { paths { length steps { ties { ${fields} } } } }`;
    await sent(fields.includes('...fact') ? `${source} fragment fact on Tie { note }` : source, {
      [statement]: (wanted) => {
        seen.push(wanted['rest']);
        return over(['network-1']);
      },
    });
    expect(seen).toEqual([rest]);
  });

  test('is looked for one step further as long as there are too few', async () => {
    const { paths, names } = await sent(
      '{ paths(from: "person-1", to: "person-2", maxLength: 6, first: 2) { paths { length } complete } }',
      {
        'shortestPaths.names.6': () => over(['network-1']),
        'longerPaths.3': () => over(['network-1']),
        'longerPaths.4': () => over(['network-1', 'network-2']),
      },
    );
    expect(names).toEqual(['shortestPaths.names.6', 'longerPaths.3', 'longerPaths.4']);
    expect(paths).toEqual({ paths: [{ length: 2 }, { length: 2 }], complete: true });
  });

  test('that does not exist is an answer: no error, and nothing longer is looked for', async () => {
    const { paths, names } = await sent(
      '{ paths(from: "person-1", to: "person-2") { paths { length } complete sharedThemes { id } } }',
      {
        'shortestPaths.names.4': none,
      },
    );
    expect(names).toEqual(['shortestPaths.names.4', 'sharedThemes']);
    expect(paths).toEqual({ paths: [], complete: true, sharedThemes: [{ id: 'theme-1' }] });
  });

  test.each(['avoid: ["network-1"]', 'statedOnly: true'])('with %s is looked for with conditions', async (limits) => {
    const { names } = await sent(
      `{ paths(from: "person-1", to: "person-2", first: 1, ${limits}) { paths { length } } }`,
    );
    expect(names).toEqual(['shortestPaths.allowed.4']);
  });

  test('walks the kinds of facts that are named, by a text for any kind', async () => {
    const { graph } = await ask(
      '{ paths(from: "person-1", to: "person-2", first: 1, through: [ABOUT, PART_OF]) { complete } }',
    );
    expect(graph.names()).toEqual(['shortestPaths.through.4']);
    expect(graph.sent[0]?.wanted.kinds).toEqual(['ABOUT', 'PART_OF']);
  });
});

describe('An answer about paths says that it is not complete', () => {
  const question = '{ paths(from: "person-1", to: "person-2", maxLength: 6, first: 3) { paths { length } complete } }';

  test('when as many of the shortest were looked at as one search may, and looks for no longer ones', async () => {
    const { paths, names } = await sent(question, { 'shortestPaths.names.6': () => over(['network-1'], MOST_TRAILS) });
    expect(paths).toEqual({ paths: [{ length: 2 }], complete: false });
    expect(names).toEqual(['shortestPaths.names.6']);
  });

  test('when a search for longer ones looked at as many as it may', async () => {
    const { paths } = await sent(question, {
      'shortestPaths.names.6': () => over(['network-1']),
      'longerPaths.3': () => over(['network-1', 'network-2'], MOST_TRAILS),
    });
    expect(paths).toEqual({ paths: [{ length: 2 }, { length: 2 }], complete: false });
  });

  test('when the database stopped a search for longer ones, with those that were found before', async () => {
    const { paths } = await sent(question, {
      'shortestPaths.names.6': () => over(['network-1']),
      'longerPaths.3': () => {
        throw new GraphError('timeout', 'stopped', undefined);
      },
    });
    expect(paths).toEqual({ paths: [{ length: 2 }], complete: false });
  });

  test('but is an error when the database does not answer at all', async () => {
    const graph = fakeGraph({
      answers: {
        'shortestPaths.names.6': () => over(['network-1']),
        'longerPaths.3': () => {
          throw new GraphError('unavailable', 'silent', undefined);
        },
      },
    });
    const { errors } = await ask(question, { graph });
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['SERVICE_UNAVAILABLE']);
  });
});

describe('A retired id', () => {
  test('stands for its heir, at the ends and among those to avoid', async () => {
    const heirs = new Map([
      ['person-old', 'person-1'],
      ['network-old', 'network-2'],
      ['person-2', 'person-2'],
    ]);
    const graph = fakeGraph({
      answers: {
        entitiesById: ({ ids }) =>
          ids.map((id) => [
            id,
            ...entityRow(id.startsWith('network') ? 'NETWORK' : 'PERSON', heirs.get(id) ?? id, false),
          ]),
      },
    });
    const { data, errors } = await ask(
      '{ paths(from: "person-old", to: "person-2", avoid: ["network-old"], first: 1) { paths { steps { from { id } } } } }',
      { graph },
    );
    expect(errors).toEqual([]);
    expect(at(data, 'paths.paths.0.steps.0.from.id')).toBe('person-1');
    expect(graph.names()).toEqual(['shortestPaths.allowed.4', 'entitiesById', 'shortestPaths.allowed.4']);
    expect(graph.sent[2]?.wanted).toMatchObject({ from: 'person-1', to: 'person-2', avoid: ['network-2'] });
  });
});

describe('A question about paths is refused, with the argument and what to do,', () => {
  test.each([
    ['from', 'from: "nobody", to: "person-2"', /"nobody", which is not known/],
    ['to', 'from: "person-1", to: "nobody"', /"nobody", which is not known/],
    ['avoid', 'from: "person-1", to: "person-2", avoid: ["person-3", "nobody"]', /"nobody", which is not known/],
    ['from', 'from: "", to: "person-2"', /"", which is not known/],
    ['from', 'from: "affiliation:1", to: "person-2"', /which is not known/],
    ['to', 'from: "person-1", to: "person-1"', /expected another entity than from/],
    ['avoid', 'from: "person-1", to: "person-2", avoid: ["person-2"]', /got the end "person-2"/],
    ['maxLength', 'from: "person-1", to: "person-2", maxLength: 7', /from 1 to 6, but got 7/],
    ['maxLength', 'from: "person-1", to: "person-2", maxLength: 0', /from 1 to 6, but got 0/],
    ['maxLength', 'from: "person-1", to: "person-2", maxLength: -1', /but got -1/],
    ['first', 'from: "person-1", to: "person-2", first: 6', /from 1 to 5, but got 6/],
    ['first', 'from: "person-1", to: "person-2", first: 0', /from 1 to 5, but got 0/],
    ['through', 'from: "person-1", to: "person-2", through: []', /at least one kind of fact/],
  ])('where %s is wrong: %s', async (argument, args, message) => {
    const refusal = await refusalOf(`{ paths(${args}) { complete } }`);
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    expect(refusal.message).toMatch(message);
  });

  test.each(['from', 'to', 'avoid'])(
    'where %s is longer than any id, before the database sees it',
    async (argument) => {
      const variables = { from: 'person-1', to: 'person-2', avoid: 'person-3', [argument]: 'x'.repeat(5000) };
      const { errors, graph } = await ask(
        'query ($from: ID!, $to: ID!, $avoid: ID!) { paths(from: $from, to: $to, avoid: [$avoid]) { complete } }',
        { variables },
      );
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
      expect(errors[0]?.message).toMatch(/"x{80}…", which is not known/);
      expect(graph.names()).toEqual([]);
    },
  );
});
