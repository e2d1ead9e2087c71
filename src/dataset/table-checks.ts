import { tables, type Table } from '../model/tables.ts';
import { cellCheck, type CellCheck } from './cell-checks.ts';
import type { CheckedRow, RowChecks } from './checked-row.ts';
import { descriptorOf, type Constraints } from './descriptor.ts';
import { columnFindings } from './header.ts';
import { linkCheck, type Known } from './link-checks.ts';
import type { Finding, ProblemList } from './problem.ts';
import { rowChecks } from './row-checks.ts';
import type { TableRow } from './table-reading.ts';

/** Checks the rows of one table as they are read. */
interface TableChecker {
  header(names: readonly string[]): void;
  row(row: TableRow): void;
  end(): void;
}

interface TableToCheck {
  readonly table: Table;
  /** Its place in the order of the model. */
  readonly number: number;
  readonly path: string;
  /** Its columns as the package declares them. */
  readonly fields: readonly { readonly name: string; readonly constraints?: Constraints | undefined }[];
  readonly known: Known;
  readonly problems: ProblemList;
}

export function tableChecker({ table, number, path, fields, known, problems }: TableToCheck): TableChecker {
  const note = (line: number | null, column: string | null, finding: Finding) =>
    problems.add(path, line, column, finding);
  const columns = columnChecks(table, fields, known);
  const checks = rowChecks(table, known, note);
  let header: readonly string[] | null = null;
  return {
    header(names) {
      header = names;
      for (const [column, finding] of columnFindings(names, table.columns)) note(1, column, finding);
    },
    row(row) {
      const names = header ?? [];
      noteId(row, path, number, known, note);
      if (row.cells.every((cell) => cell === '')) note(row.line, null, emptyLine());
      else if (row.width === names.length) checkRow(row, columns, names, checks, note);
      else note(row.line, null, ragged(row.width, names.length));
    },
    end() {
      if (header === null) note(1, null, noHeader());
      for (const check of checks) check.end?.();
    },
  };
}

interface ColumnChecks {
  readonly name: string;
  readonly cell: CellCheck;
  readonly link: ((cell: string) => Finding | null) | null;
  /** The values so far, where the package wants each once; ids are known by the index of all tables. */
  readonly values: Set<string> | null;
}

function columnChecks(table: Table, fields: TableToCheck['fields'], known: Known): readonly ColumnChecks[] {
  const ours = descriptorOf(table).schema.fields;
  return table.columns.map((column, at) => {
    const modelled = ours[at]?.constraints ?? {};
    const declared = fields.find(({ name }) => name === column.name)?.constraints ?? {};
    const isUnique = modelled.unique === true || declared.unique === true;
    return {
      name: column.name,
      cell: cellCheck(column, [modelled, tighter(declared, modelled)]),
      link: linkCheck(column, known),
      values: isUnique && column.name !== 'id' ? new Set<string>() : null,
    };
  });
}

/** What a package asks beyond the model; the same constraint need not be checked twice. */
function tighter(declared: Constraints, modelled: Constraints): Constraints {
  const entries = Object.entries(declared).filter(
    ([name, value]) =>
      JSON.stringify(value) !== JSON.stringify(Object.entries(modelled).find(([same]) => same === name)?.[1]),
  );
  return Object.fromEntries(entries);
}

function noteId(
  { line, cells: [id = ''] }: TableRow,
  path: string,
  number: number,
  { ids }: Known,
  note: (line: number, column: string, finding: Finding) => void,
): void {
  if (id === '' || ids.add(id, number, line) !== undefined) return;
  const first = ids.numberOf(id) ?? -1;
  const isSameTable = ids.tableOf(first) === number;
  const name = isSameTable ? path : (tables[ids.tableOf(first)]?.name ?? '');
  // What another package states has no line.
  const place = ids.lineOf(first) === 0 ? name : `${name}:${ids.lineOf(first)}`;
  const isRetired = tables[number]?.holds.what === 'redirects' && !isSameTable;
  note(line, 'id', isRetired ? alive(id, place) : repeatedId(id, place));
}

function checkRow(
  row: TableRow,
  columns: readonly ColumnChecks[],
  header: readonly string[],
  checks: readonly RowChecks[],
  note: (line: number, column: string | null, finding: Finding) => void,
): void {
  for (const [at, column] of columns.entries()) {
    const text = row.cells[at] ?? '';
    // A column that is missing altogether has been told once.
    if (text === '' && !header.includes(column.name)) continue;
    const finding =
      column.cell(text) ?? (text === '' ? null : (column.link?.(text) ?? findRepeated(column.values, text)));
    if (finding !== null) note(row.line, column.name, finding);
  }
  const checked: CheckedRow = {
    line: row.line,
    cell: (name) => row.cells[columns.findIndex((column) => column.name === name)] ?? '',
  };
  for (const check of checks) check.check(checked);
}

function findRepeated(values: Set<string> | null, value: string): Finding | null {
  if (values === null) return null;
  const isRepeated = values.has(value);
  values.add(value);
  return isRepeated
    ? {
        value,
        expected: { es: 'cada valor una sola vez en la columna', en: 'each value once in the column' },
        mend: { es: 'corrija el valor o quite la fila repetida', en: 'correct the value or remove the repeated row' },
      }
    : null;
}

function repeatedId(value: string, place: string): Finding {
  return {
    value,
    expected: {
      es: `un id que no se use en otra fila; ya está en ${place}`,
      en: `an id that no other row uses; it already stands in ${place}`,
    },
    mend: { es: 'quite la fila repetida, o dele otro id', en: 'remove the repeated row, or give it another id' },
  };
}

function alive(value: string, place: string): Finding {
  return {
    value,
    expected: {
      es: `un id retirado; este sigue en uso en ${place}`,
      en: `a retired id; this one is still in use in ${place}`,
    },
    mend: {
      es: 'quite la redirección, o la fila que usa el id',
      en: 'remove the redirect, or the row that uses the id',
    },
  };
}

function ragged(found: number, expected: number): Finding {
  return {
    value: String(found),
    expected: { es: `${expected} celdas, como el encabezado`, en: `${expected} cells, as in the header` },
    mend: {
      es: 'en la hoja de cálculo, ponga cada valor en su celda; en un editor de texto, ponga entre comillas el texto que lleva comas, o las comas que falten',
      en: 'in a spreadsheet, put each value in its cell; in a text editor, put text that holds commas in quotes, or add the commas that are missing',
    },
  };
}

function emptyLine(): Finding {
  return {
    value: null,
    expected: { es: 'una fila, no una línea vacía', en: 'a row, not an empty line' },
    mend: { es: 'quite la línea', en: 'remove the line' },
  };
}

function noHeader(): Finding {
  return {
    value: null,
    expected: { es: 'un encabezado con los nombres de las columnas', en: 'a header with the names of the columns' },
    mend: {
      es: 'ponga los nombres de las columnas en la primera línea',
      en: 'put the names of the columns in the first line',
    },
  };
}
