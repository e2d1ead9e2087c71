import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { countMatrix } from '../../../src/answers/coverage/counting.ts';
import { checkSize, toMatrix, type Axis } from '../../../src/answers/coverage/matrix.ts';
import type { EntityRecord } from '../../../src/graph/entity-record.ts';

/** Rows or columns, each with some of twelve keys, each key once. */
const axis = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 11 }).map(String)), { maxLength: 6 });
/** Several keys stand for one thing. */
const thirds = (key: string) => String(Number(key) % 3);

describe('what is counted in a matrix', () => {
  test('is what belongs to a row and to a column, each thing once in a cell, a total and the whole', () => {
    fc.assert(
      fc.property(axis, axis, fc.boolean(), (rows, columns, isMerged) => {
        const countedOf = isMerged ? thirds : (key: string) => key;
        const distinct = (keys: readonly string[]) => new Set(keys.map(countedOf)).size;
        const inSome = (lists: readonly (readonly string[])[]) => (key: string) =>
          lists.some((list) => list.includes(key));
        const counting = countMatrix(rows, columns, countedOf);
        for (const [at, row] of rows.entries()) {
          for (const [across, column] of columns.entries())
            expect(counting.cells[at]?.get(across)?.size ?? 0).toBe(
              distinct(row.filter((key) => column.includes(key))),
            );
          expect(counting.rowTotals[at]).toBe(distinct(row.filter(inSome(columns))));
        }
        expect(counting.columnTotals).toEqual(columns.map((column) => distinct(column.filter(inSome(rows)))));
        expect(counting.total).toBe(distinct(rows.flat().filter(inSome(columns))));
      }),
    );
  });

  test('is the same turned round when rows and columns are exchanged', () => {
    fc.assert(
      fc.property(axis, axis, (rows, columns) => {
        const [counting, turned] = [countMatrix(rows, columns), countMatrix(columns, rows)];
        const cells = ({ cells: found }: typeof counting) =>
          found.flatMap((row, at) => [...row].map(([across, { size }]) => [at, across, size] as const));
        const byPlace = (list: readonly (readonly number[])[]) => list.map(String).sort();
        expect(byPlace(cells(turned).map(([at, across, size]) => [across, at, size]))).toEqual(
          byPlace(cells(counting)),
        );
        expect([turned.rowTotals, turned.columnTotals]).toEqual([counting.columnTotals, counting.rowTotals]);
        expect(turned.total).toBe(counting.total);
      }),
    );
  });

  test('stands in a cell in the order of its row', () => {
    expect([...(countMatrix([['c', 'a', 'b']], [['a', 'b', 'c']]).cells[0]?.get(0) ?? [])]).toEqual(['c', 'a', 'b']);
  });
});

const heading = (id: string): EntityRecord => ({ kind: 'THEME', id, name: id, nameEn: null, detail: null });
const axisOf = (members: Readonly<Record<string, readonly string[]>>): Axis => ({
  headings: Object.keys(members).map(heading),
  members: Object.values(members),
});
const counts = ({ cells }: ReturnType<typeof toMatrix>) => cells.map((row) => row.map(({ count }) => count));

describe('a matrix of partners', () => {
  const one = axisOf({ culture: ['p1 unesco', 'p2 unesco', 'p2 uclg'], health: ['p3 unesco'] });
  const other = axisOf({ axis1: ['p1 unesco', 'p3 unesco'], axis2: ['p2 uclg'] });
  const options = { measure: 'PARTNERS', omitEmpty: false } as const;

  test('counts in a cell of two dimensions what one program joins to both', () => {
    expect(counts(toMatrix(one, other, { ...options, isSquare: false }))).toEqual([
      [1, 1],
      [1, 0],
    ]);
  });

  test('counts what two of one dimension share, by whichever programs', () => {
    const matrix = toMatrix(one, one, { ...options, isSquare: true });
    expect(counts(matrix)).toEqual([
      [2, 1],
      [1, 1],
    ]);
    expect([matrix.rowTotals, matrix.total]).toEqual([[2, 1], 2]);
    expect(matrix.cells[0]?.[0]?.ids).toEqual(['unesco', 'uclg']);
  });
});

describe('the size of a matrix', () => {
  const themes = (count: number) =>
    axisOf(Object.fromEntries(Array.from({ length: count }, (_, at) => [`t${at}`, ['p']])));

  test('is at most 10,000 cells, and the refusal tells how many there would be and what to ask for', () => {
    expect(() => checkSize(100, 100, false)).not.toThrow();
    expect(() => checkSize(101, 100, false)).toThrow(
      /^The answer would have 10100 cells, at most 10000 is allowed: 101 rows by 100 columns\. Name fewer by rowIds or columnIds/,
    );
  });

  test('is judged after what is empty was left out, but for rows and columns that alone are too many', () => {
    expect(() => checkSize(9000, 9000, true)).not.toThrow();
    expect(() => checkSize(10_001, 1, true)).toThrow(/10001 rows, .* Name some by rowIds/);
    expect(() => checkSize(1, 10_001, false)).toThrow(/10001 columns, .* Name some by columnIds/);
    const options = { measure: 'PROGRAMS', isSquare: false, omitEmpty: true } as const;
    expect(() => toMatrix(themes(101), themes(100), options)).toThrow(/10100 cells/);
    const { rows, columns } = toMatrix(axisOf({ a: ['p'], b: [] }), themes(3), options);
    expect([rows.length, columns.length]).toEqual([1, 3]);
  });

  test('of what its cells give is counted for each number that a client asks for', () => {
    const matrix = toMatrix(axisOf({ a: ['p', 'q', 'r'], b: ['p'] }), axisOf({ c: ['p', 'q', 'r'] }), {
      measure: 'PEOPLE',
      isSquare: false,
      omitEmpty: false,
    });
    expect([0, 1, 2, 20].map((first) => matrix.cells[0]?.[0]?.givenInAll(first))).toEqual([0, 2, 3, 4]);
  });
});
