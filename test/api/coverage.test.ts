import { describe, expect, test } from 'vitest';

import { ask, at, fakeGraph, refusalOf } from './fake-graph.ts';

const matrix = (args: string, selection: string) =>
  `{ coverage(rows: PRIORITY_AXIS, columns: THEME${args}) { ${selection} } }`;

describe('a cell', () => {
  test.each([
    ['', 2, ['2 programas', '2 programs']],
    [', measure: PEOPLE', 1, ['1 persona', '1 person']],
    [', measure: PARTNERS', 2, ['2 contrapartes', '2 partners']],
  ])('says in two languages what it counts%s: %i', async (args, size, words) => {
    const { data } = await ask(matrix(args, 'cells { es: label en: label(lang: EN) }'), { graph: fakeGraph({ size }) });
    expect(at(data, 'coverage.cells.0.0')).toEqual({ es: words[0], en: words[1] });
  });

  test('without anything says that nothing is on record, not that nothing happens', async () => {
    const { data } = await ask(matrix('', 'cells { count es: label en: label(lang: EN) entities { id } }'), {
      graph: fakeGraph({ answers: { 'coverage.PROGRAMS.THEME': () => [] } }),
    });
    expect(at(data, 'coverage.cells.2.2')).toEqual({
      count: 0,
      es: 'sin registro',
      en: 'nothing on record',
      entities: [],
    });
  });

  test('gives as many entities as are asked for, by name', async () => {
    const { data } = await ask(matrix('', 'cells { two: entities(first: 2) { id } none: entities(first: 0) { id } }'));
    expect(at(data, 'coverage.cells.0.0')).toEqual({ two: [{ id: 'program-1' }, { id: 'program-2' }], none: [] });
  });

  test.each([
    ['cells { count }', false],
    ['cells { entities { id } }', true],
    ['...part', true],
    ['... on CoverageMatrix { cells { ... on CoverageCell { entities { id } } } }', true],
    ['rows { entity { id } } cells { count }', false],
  ])('has its entities ordered by the database only when it is opened: %s', async (selection, ordered) => {
    const { graph } = await ask(
      `${matrix('', selection)} ${selection === '...part' ? 'fragment part on CoverageMatrix { cells { ...cell } } fragment cell on CoverageCell { entities { id } }' : ''}`,
    );
    const sent = graph.sent.filter(({ name }) => name.startsWith('coverage.'));
    expect(sent.map(({ wanted }) => wanted['ordered'])).toEqual([ordered, ordered]);
  });
});

describe('a matrix', () => {
  test('asks once for what two matrices of a request share, and for rows and columns of one dimension', async () => {
    const { graph } = await ask(
      '{ a: coverage(rows: PRIORITY_AXIS, columns: THEME) { total } b: coverage(rows: THEME, columns: PRIORITY_AXIS) { total } c: coverage(rows: THEME, columns: THEME) { total } }',
    );
    expect([...graph.names()].sort()).toEqual([
      'coverage.PROGRAMS.PRIORITY_AXIS',
      'coverage.PROGRAMS.THEME',
      'vocabulary.PRIORITY_AXIS',
      'vocabulary.THEME',
    ]);
  });

  test('of more than 10,000 cells is refused with the numbers, before anything is counted', async () => {
    const { errors, graph } = await ask(matrix('', 'total'), { graph: fakeGraph({ size: 101 }) });
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('10201 cells, at most 10000 is allowed: 101 rows by 101 columns.'),
        extensions: { code: 'QUERY_TOO_COMPLEX', measure: 'cells', cost: 10_201, limit: 10_000 },
      }),
    ]);
    expect(graph.names().filter((name) => name.startsWith('coverage.'))).toEqual([]);
  });

  test('whose cells would give more than 2,000 entities is refused once, with what to ask for', async () => {
    const graph = () => fakeGraph({ size: 15 });
    const { errors } = await ask(matrix('', 'cells { entities(first: 9) { id } }'), { graph: graph() });
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/2025 entities in its cells, at most 2000 .*\(first\).*\(rowIds, columnIds\)/),
        extensions: expect.objectContaining({ code: 'QUERY_TOO_COMPLEX' }),
      }),
    ]);
    expect((await ask(matrix('', 'cells { entities(first: 8) { id } }'), { graph: graph() })).errors).toEqual([]);
  });

  test.each([
    [
      'another kind',
      'rowIds: ["theme-1"]',
      'rowIds',
      /expected ids of PRIORITY_AXIS, but got "theme-1", which is a THEME/,
    ],
    ['a NUL', 'columnIds: ["x\\u0000y"]', 'columnIds', /which is not known/],
    ['a long id', `rowIds: ["${'a'.repeat(5000)}"]`, 'rowIds', /a{80}…/],
    ['a scheme without regions', 'regionScheme: "un"', 'regionScheme', /expected rows or columns of REGION/],
  ])('refuses %s', async (_, args, argument, message) => {
    const refusal = await refusalOf(matrix(`, ${args}`, 'total'));
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    expect(refusal.message).toMatch(message);
  });

  test('of regions refuses a scheme that none of them has, however it is written', async () => {
    const graph = fakeGraph();
    const { errors } = await ask(
      'query ($scheme: String) { coverage(rows: REGION, columns: THEME, regionScheme: $scheme) { total } }',
      {
        graph,
        variables: { scheme: `\u202e\ud800${'́'.repeat(10_000)}` },
      },
    );
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'regionScheme' });
    expect(errors[0]?.message.length).toBeLessThan(400);
  });
});
