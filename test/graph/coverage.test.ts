import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  coverageByHand,
  dimensions,
  measures,
  type Dimension,
  type Matrix,
  type Measure,
} from '../support/coverage-by-hand.ts';
import { seedRows, seeds } from '../support/seed-rows.ts';
import { withDirectories, withSeeds, type Answer, type Asker } from '../support/seeded-graph.ts';

const MATRIX = `fragment matrix on CoverageMatrix {
  rows { entity { id } } columns { entity { id } } cells { count } rowTotals columnTotals total
}`;

/** Every matrix whose rows are one dimension, in one request. */
async function matricesOf({ ask }: Asker, rows: Dimension, measure: Measure): Promise<readonly Matrix[]> {
  const fields = dimensions.map(
    (columns) => `${columns}: coverage(rows: ${rows}, columns: ${columns}, measure: ${measure}) { ...matrix }`,
  );
  const data = await ask(`{ ${fields.join('\n')} } ${MATRIX}`);
  return dimensions.map((columns) => toMatrix(data[columns]));
}

function toMatrix(found: Answer['data']): Matrix {
  const ids = (headings: readonly { readonly entity: { readonly id: string } }[]) =>
    headings.map(({ entity }) => entity.id);
  return {
    ...found,
    rows: ids(found.rows),
    columns: ids(found.columns),
    cells: found.cells.map((row: readonly { readonly count: number }[]) => row.map(({ count }) => count)),
  };
}

const everyRow = measures.flatMap((measure) => dimensions.map((rows) => [measure, rows] as const));

describe('A matrix of the seeds', () => {
  const asker = withSeeds();
  const { ask, post } = asker;
  const byHand = coverageByHand(seeds);
  const found = new Map<string, Matrix>();

  it.each(everyRow)('counts %s by %s and each other dimension as the files do', async (measure, rows) => {
    const matrices = await matricesOf(asker, rows, measure);
    for (const [at, columns] of dimensions.entries()) {
      const matrix = matrices[at];
      expect(matrix, `${rows} by ${columns}`).toEqual(byHand.matrix(rows, columns, measure));
      if (matrix !== undefined) found.set(`${measure} ${rows} ${columns}`, matrix);
    }
  });

  it('is turned round when rows and columns are exchanged', () => {
    for (const [measure, rows] of everyRow) {
      for (const columns of dimensions) {
        const matrix = found.get(`${measure} ${rows} ${columns}`);
        const turned = found.get(`${measure} ${columns} ${rows}`);
        expect(turned?.cells).toEqual(matrix?.columns.map((_, column) => matrix.cells.map((row) => row[column])));
        expect([turned?.rowTotals, turned?.columnTotals]).toEqual([matrix?.columnTotals, matrix?.rowTotals]);
      }
    }
  });

  it('has programs, people and partners under every dimension, and something in no two of them alike', () => {
    const telling = everyRow.filter(([measure, rows]) => (found.get(`${measure} ${rows} ${rows}`)?.total ?? 0) > 0);
    expect(telling).toEqual(everyRow);
  });

  const fields: Readonly<Record<'PROGRAMS' | 'PEOPLE', readonly (readonly [dimension: Dimension, field: string])[]>> = {
    PROGRAMS: [
      ['PRIORITY_AXIS', 'axes'],
      ['GOVERNMENT_ENTITY', 'governmentEntities'],
      ['NETWORK', 'networks'],
      ['CITY', 'places'],
      ['COUNTRY', 'places'],
      ['REGION', 'places'],
      ['THEME', 'themes'],
    ],
    PEOPLE: [
      ['PRIORITY_AXIS', 'axes'],
      ['GOVERNMENT_ENTITY', 'institutions'],
      ['NETWORK', 'networks'],
      ['CITY', 'places'],
      ['COUNTRY', 'places'],
      ['REGION', 'places'],
      ['SECTOR', 'sectors'],
      ['THEME', 'themes'],
    ],
  };

  it('opens its cells as the lists that are filtered by row and column, with the same counts', async () => {
    const heading = ([dimension, field]: readonly [Dimension, string]) =>
      fc.constantFrom(...byHand.headings(dimension)).map((id) => ({ dimension, field, id }));
    const cell = fc
      .constantFrom('PROGRAMS' as const, 'PEOPLE' as const)
      .chain((measure) =>
        fc.record({
          measure: fc.constant(measure),
          row: fc.constantFrom(...fields[measure]).chain(heading),
          column: fc.constantFrom(...fields[measure]).chain(heading),
        }),
      )
      .filter(({ row, column }) => row.field !== column.field);
    await fc.assert(
      fc.asyncProperty(cell, async ({ measure, row, column }) => {
        const list = measure === 'PROGRAMS' ? 'programs' : 'people';
        const { coverage, listed } = await ask(
          `query ($row: [ID!]!, $column: [ID!]!) {
            coverage(rows: ${row.dimension}, columns: ${column.dimension}, measure: ${measure}, rowIds: $row, columnIds: $column) {
              cells { count entities(first: 100) { id } } rowTotals columnTotals total
            }
            listed: ${list}(filter: { ${row.field}: $row, ${column.field}: $column }, first: 100) { totalCount nodes { id } }
          }`,
          { row: [row.id], column: [column.id] },
        );
        const count = listed.totalCount;
        expect(coverage).toEqual({
          cells: [[{ count, entities: listed.nodes }]],
          rowTotals: [count],
          columnTotals: [count],
          total: count,
        });
      }),
      // Where something is on record, first; a text for each new pair of fields is planned.
      {
        numRuns: 12,
        examples: [
          [
            {
              measure: 'PROGRAMS',
              row: { dimension: 'PRIORITY_AXIS', field: 'axes', id: 'eje-1-ciudad-creativa-y-diversa' },
              column: {
                dimension: 'GOVERNMENT_ENTITY',
                field: 'governmentEntities',
                id: 'gobierno-de-la-ciudad-de-mexico',
              },
            },
          ],
          [
            {
              measure: 'PEOPLE',
              row: { dimension: 'SECTOR', field: 'sectors', id: 'sector-gobierno' },
              column: { dimension: 'COUNTRY', field: 'places', id: 'mexico' },
            },
          ],
        ],
      },
    );
  });

  it('opens a cell of partners as the partners of the programs that are under both', async () => {
    const [row, column] = ['eje-2-ciudad-de-derechos', 'gobierno-de-la-ciudad-de-mexico'];
    const { coverage, programs } = await ask(`{
      coverage(rows: PRIORITY_AXIS, columns: GOVERNMENT_ENTITY, measure: PARTNERS, rowIds: ["${row}"], columnIds: ["${column}"]) {
        cells { count label entities(first: 100) { id name } }
      }
      programs(filter: { axes: ["${row}"], governmentEntities: ["${column}"] }, first: 100) { nodes { partners { nodes { id } } } }
    }`);
    const partners: ReadonlySet<string> = new Set(
      programs.nodes.flatMap(({ partners: named }: Answer['data']) => named.nodes.map(({ id }: { id: string }) => id)),
    );
    const [[cell]] = coverage.cells;
    expect(cell.count).toBe(partners.size);
    expect(cell.count).toBeGreaterThan(3);
    expect(cell.label).toBe(`${cell.count} contrapartes`);
    expect(new Set(cell.entities.map(({ id }: { id: string }) => id))).toEqual(partners);
    const names = cell.entities.map(({ name }: { name: string }) => name);
    expect(names).toEqual([...names].sort((one: string, other: string) => one.localeCompare(other, 'es')));
  });

  it('leaves out on request what has nothing on record, and keeps every number', async () => {
    const { all, some } = await ask(
      `{ all: coverage(rows: PRIORITY_AXIS, columns: GOVERNMENT_ENTITY) { ...matrix }
         some: coverage(rows: PRIORITY_AXIS, columns: GOVERNMENT_ENTITY, omitEmpty: true) { ...matrix } } ${MATRIX}`,
    );
    const [whole, left] = [toMatrix(all), toMatrix(some)];
    expect(left.columns).toEqual(whole.columns.filter((_, at) => (whole.columnTotals[at] ?? 0) > 0));
    expect(left.columns.length).toBeLessThan(whole.columns.length);
    expect(left.cells).toEqual(whole.cells.map((row) => row.filter((_, at) => (whole.columnTotals[at] ?? 0) > 0)));
    expect([left.total, left.rowTotals]).toEqual([whole.total, whole.rowTotals]);
  });

  it('has regions of all schemes, or of one', async () => {
    const schemes = (wanted: readonly Answer['data'][]) => [...new Set(wanted.map(({ entity }) => entity.scheme))];
    const { all, one } = await ask(
      `{ all: coverage(rows: REGION, columns: PRIORITY_AXIS) { rows { entity { ... on Region { scheme } } } }
         one: coverage(rows: REGION, columns: PRIORITY_AXIS, regionScheme: "dialogos-cdmx-2016") { rows { entity { id ... on Region { scheme rank } } } } }`,
    );
    expect(schemes(all.rows)).toEqual(['cemeri-regiones-de-mexico', 'dialogos-cdmx-2016', 'un-m49']);
    expect(schemes(one.rows)).toEqual(['dialogos-cdmx-2016']);
    expect(one.rows.map(({ entity }: Answer['data']) => entity.rank)).toEqual([1, 2, 3, 4, 5]);
  });

  it('takes rows and columns by id in their official order, each once', async () => {
    const { coverage } = await ask(
      `{ coverage(rows: PRIORITY_AXIS, columns: CITY, rowIds: ["eje-3-mega-laboratorio-urbano", "eje-1-ciudad-creativa-y-diversa", "eje-3-mega-laboratorio-urbano"], columnIds: []) { ...matrix } } ${MATRIX}`,
    );
    expect(toMatrix(coverage)).toEqual({
      rows: ['eje-1-ciudad-creativa-y-diversa', 'eje-3-mega-laboratorio-urbano'],
      columns: [],
      cells: [[], []],
      rowTotals: [0, 0],
      columnTotals: [],
      total: 0,
    });
  });

  it.each([
    ['rowIds', '(rows: CITY, columns: THEME, rowIds: ["nowhere"])', 'expected ids of CITY, but got "nowhere"'],
    ['columnIds', '(rows: CITY, columns: THEME, columnIds: ["nagoya"])', 'which is a CITY'],
    ['regionScheme', '(rows: REGION, columns: THEME, regionScheme: "x")', 'un-m49'],
    ['regionScheme', '(rows: CITY, columns: THEME, regionScheme: "un-m49")', 'expected rows or columns of REGION'],
    ['datasets', '(rows: CITY, columns: THEME, datasets: ["x"])', 'cdmx-2016'],
  ])('refuses wrong %s: %s', async (argument, args, message) => {
    const { codes, errors } = await post({ query: `{ coverage${args} { total } }` });
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toMatch(new RegExp(`^${argument}: `));
    expect(errors[0]?.message).toContain(message);
  });

  it('costs as many statements for one cell as for all, opened or not', async () => {
    const axes = seedRows('priority-axes').map(({ id = '' }) => id);
    const statementsOf = async (rowIds: readonly string[], cells: string) => {
      const query = `query ($rowIds: [ID!]!) { coverage(rows: PRIORITY_AXIS, columns: SECTOR, measure: PEOPLE, rowIds: $rowIds) { rows { entity { name } } cells { ${cells} } } }`;
      const { errors, statements } = await post({ query, variables: { rowIds } });
      expect(errors).toEqual([]);
      return statements;
    };
    expect(await statementsOf(axes.slice(0, 1), 'count')).toBe(4);
    expect(await statementsOf(axes, 'count')).toBe(4);
    expect(await statementsOf(axes.slice(0, 1), 'entities { name }')).toBe(5);
    expect(await statementsOf(axes, 'entities { name }')).toBe(5);
  });
});

describe('A matrix of a second city', () => {
  const directory = join(import.meta.dirname, '../packages/ejemplo-2020');
  const asker = withDirectories(directory);
  const byHand = coverageByHand(directory);

  it.each(measures)('counts %s by all pairs of dimensions as its files do', async (measure) => {
    let total = 0;
    for (const rows of dimensions) {
      const matrices = await matricesOf(asker, rows, measure);
      expect(matrices).toEqual(dimensions.map((columns) => byHand.matrix(rows, columns, measure)));
      total += matrices.reduce((sum, matrix) => sum + matrix.total, 0);
    }
    expect(total).toBeGreaterThan(0);
  });
});
