import type { Column } from '../model/column.ts';
import { listOf } from './cell-text.ts';
import { LIST_SEPARATOR } from './descriptor.ts';

/** What several packages state of one row, by package. */
export type Statements = ReadonlyMap<string, readonly string[]>;

/** A cell on which two packages do not agree. */
export interface Disagreement {
  readonly column: string;
  readonly first: { readonly dataset: string; readonly value: string };
  readonly second: { readonly dataset: string; readonly value: string };
}

/**
 * Makes one row of what several packages state: lists unite, and of single values all that are not empty must be
 * equal. The first package in the order of the ids gives the order of a list.
 */
export function unite(
  columns: readonly Column[],
  statements: Statements,
): { readonly cells: readonly string[]; readonly disagreements: readonly Disagreement[] } {
  const disagreements: Disagreement[] = [];
  const datasets = [...statements.keys()].sort();
  const cells = columns.map((column, at) => {
    const stated = datasets.map((dataset) => ({ dataset, value: statements.get(dataset)?.[at] ?? '' }));
    if (column.type === 'list') return [...new Set(stated.flatMap(({ value }) => listOf(value)))].join(LIST_SEPARATOR);
    const [first, ...others] = stated.filter(({ value }) => value !== '');
    if (first === undefined) return '';
    const second = others.find(({ value }) => value !== first.value);
    if (second !== undefined) disagreements.push({ column: column.name, first, second });
    return first.value;
  });
  return { cells, disagreements };
}
