import type { Column } from '../model/column.ts';
import type { Finding } from './problem.ts';

/** Where the columns of the model stand in a file: `-1` for one that is missing. */
export type ColumnPositions = readonly number[];

/** Finds the columns of the model in a header; their order is free. */
export function columnPositions(header: readonly string[], columns: readonly Column[]): ColumnPositions {
  return columns.map(({ name }) => header.indexOf(name));
}

/** The cells of a row in the order of the model; a missing column has empty cells. */
export function inModelOrder(cells: readonly string[], positions: ColumnPositions): readonly string[] {
  return positions.map((position) => cells[position] ?? '');
}

/** What is wrong with a header, or with the columns that a descriptor declares, by column. */
export function columnFindings(
  names: readonly string[],
  columns: readonly Column[],
): readonly (readonly [column: string, finding: Finding])[] {
  const known = columns.map(({ name }) => name);
  return [
    ...known.filter((name) => !names.includes(name)).map((name) => [name, missing()] as const),
    ...names
      .filter((name, at) => names.indexOf(name) === at && !known.includes(name))
      .map((name) => [name, unknown(name, known)] as const),
    ...names
      .filter((name, at) => names.indexOf(name) < at && known.includes(name))
      .map((name) => [name, repeated(name)] as const),
  ];
}

function missing(): Finding {
  return {
    value: null,
    expected: { es: 'esta columna', en: 'this column' },
    mend: {
      es: 'agregue la columna; sus celdas pueden quedar vacías donde no sea obligatoria',
      en: 'add the column; its cells may stay empty where it is not required',
    },
  };
}

function unknown(name: string, known: readonly string[]): Finding {
  const list = known.join(', ');
  return {
    value: name,
    expected: { es: `solo estas columnas: ${list}`, en: `only these columns: ${list}` },
    mend: { es: 'quite la columna o corrija su nombre', en: 'remove the column or correct its name' },
  };
}

function repeated(name: string): Finding {
  return {
    value: name,
    expected: { es: 'cada columna una sola vez', en: 'each column once' },
    mend: { es: 'quite la columna repetida', en: 'remove the repeated column' },
  };
}
