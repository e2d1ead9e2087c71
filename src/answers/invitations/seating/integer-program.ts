/** The most points, with whole numbers, under rows: what the optimiser solves. All numbers but the bounds are finite. */
export interface IntegerProgram {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A whole number to be found. */
export interface Column {
  readonly least: number;
  readonly most: number;
  readonly points: number;
}

/** What the sum of some columns, each times its factor, may be; Infinity or -Infinity where it is not bounded. */
export interface Row {
  readonly terms: readonly Term[];
  readonly least: number;
  readonly most: number;
}

export interface Term {
  readonly column: number;
  readonly factor: number;
}

/** The sum of some columns. */
export function sumOf(columns: readonly number[], factor = 1): Term[] {
  return columns.map((column) => ({ column, factor }));
}

/** The value of a row. */
export function valueOf(terms: readonly Term[], values: readonly number[]): number {
  return terms.reduce((sum, { column, factor }) => sum + factor * (values[column] ?? 0), 0);
}

export function withRows(program: IntegerProgram, rows: readonly Row[]): IntegerProgram {
  return { ...program, rows: [...program.rows, ...rows] };
}

/** The program in which some columns have their values for good. */
export function withValues(
  { columns, rows }: IntegerProgram,
  decided: readonly number[],
  values: readonly number[],
): IntegerProgram {
  const fixed = new Set(decided);
  return {
    columns: columns.map((column, index) => {
      const value = values[index];
      return fixed.has(index) && value !== undefined ? { least: value, most: value, points: 0 } : column;
    }),
    rows,
  };
}
