import type { Column } from '../model/column.ts';
import { LIST_SEPARATOR } from './descriptor.ts';

/** The value of a cell that has been checked: what the graph holds. A list is always written, also when it is empty. */
export function valueOf(column: Column, text: string): unknown {
  if (column.type === 'list') return listOf(text);
  if (text === '') return null;
  switch (column.type) {
    case 'integer':
    case 'number':
    case 'year':
      return Number(text);
    case 'boolean':
      // An optional boolean is only there when it is true.
      return text === 'true' || (column.required === true ? false : null);
    default:
      return text;
  }
}

/** The text of a cell for a value of the graph: `valueOf` turned round. Of texts of one value, such as 1.50 and 1.5, it gives one. */
export function textOf(column: Column, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join(LIST_SEPARATOR);
  if (typeof value === 'number') return column.type === 'year' ? String(value).padStart(4, '0') : String(value);
  if (typeof value === 'string' || typeof value === 'boolean') return String(value);
  throw new Error(`Expected a text, a number, a truth value or a list in ${column.name}, but got ${typeof value}.`);
}

/** The values of a list cell. */
export function listOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(LIST_SEPARATOR);
}

/** Gives each cell of a row the one text of its value: what two files write differently is then equal. */
export function canonicalCells(columns: readonly Column[]): (cells: readonly string[]) => readonly string[] {
  // Of other types each text is a value of its own.
  const inexact = columns.map(
    (column) => column.type === 'number' || column.type === 'integer' || column.type === 'boolean',
  );
  return inexact.includes(true)
    ? (cells) =>
        columns.map((column, at) => {
          const text = cells[at] ?? '';
          return inexact[at] === true ? textOf(column, valueOf(column, text)) : text;
        })
    : (cells) => cells;
}
