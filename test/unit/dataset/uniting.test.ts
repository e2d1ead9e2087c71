import { describe, expect, it } from 'vitest';

import { canonicalCells, textOf, valueOf } from '../../../src/dataset/cell-text.ts';
import { unite } from '../../../src/dataset/uniting.ts';
import type { Column } from '../../../src/model/column.ts';

const column = (name: string, type: Column['type'], own: Partial<Column> = {}): Column => ({
  name,
  type,
  description: '',
  ...own,
});
const columns = [column('id', 'string'), column('name', 'string'), column('aliases', 'list')];
const united = (...stated: readonly (readonly [string, readonly string[]])[]) => unite(columns, new Map(stated));

describe('What several packages state of a row', () => {
  it('is one row: lists unite, and a value that one package leaves out is that of the other', () => {
    expect(united(['a', ['x', '', 'uno | dos']], ['b', ['x', 'Equis', 'dos | tres']])).toEqual({
      cells: ['x', 'Equis', 'uno | dos | tres'],
      disagreements: [],
    });
  });

  it('is the same in whatever order the packages come', () => {
    const [one, other] = [['b', ['x', 'Equis', 'tres']] as const, ['a', ['x', '', 'uno']] as const];
    expect(united(one, other)).toEqual(united(other, one));
  });

  it('tells each single value on which two of them differ, and who states which', () => {
    const { disagreements } = united(['c', ['x', 'Ka', '']], ['a', ['x', 'Equis', '']], ['b', ['x', '', 'uno']]);
    expect(disagreements).toEqual([
      { column: 'name', first: { dataset: 'a', value: 'Equis' }, second: { dataset: 'c', value: 'Ka' } },
    ]);
  });
});

describe('The text of a cell', () => {
  it.each([
    ['number', '-99.50', '-99.5'],
    ['number', '19', '19'],
    ['integer', '007', '7'],
    ['year', '0987', '0987'],
    ['date', '2015-01', '2015-01'],
    ['list', 'uno | dos', 'uno | dos'],
    ['list', '', ''],
    ['string', ' x ', ' x '],
    ['boolean', 'true', 'true'],
    // An optional boolean is only kept where it is true.
    ['boolean', 'false', ''],
  ] as const)('of type %s: "%s" comes back as "%s"', (type, text, canonical) => {
    const only = column('x', type);
    expect(textOf(only, valueOf(only, text))).toBe(canonical);
    expect(canonicalCells([only])([text])).toEqual([canonical]);
  });

  it('of a required boolean keeps false', () => {
    const only = column('x', 'boolean', { required: true });
    expect(canonicalCells([only])(['false'])).toEqual(['false']);
  });
});
