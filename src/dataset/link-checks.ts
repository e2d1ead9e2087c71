import type { Column, InTwoLanguages } from '../model/column.ts';
import { tables } from '../model/tables.ts';
import { LIST_SEPARATOR, tablesReferredTo } from './descriptor.ts';
import type { IdIndex } from './id-index.ts';
import type { Finding } from './problem.ts';

/** What the checks know of the tables read so far. Each table refers only to tables before it, or to itself. */
export interface Known {
  readonly ids: IdIndex;
  /** Tables, by number, of which not every row could be read: an unknown id may be one of theirs. */
  readonly incomplete: Set<number>;
  /** Whether an unknown id of an entity or a tie may belong to a package that this one builds on. */
  trustsOthers: boolean;
  /** The source of each place, by the place's id. */
  readonly sourceOfPlace: Map<string, string>;
}

/** More kinds than this are told in a phrase. */
const LONGEST_LIST = 12;

const tableNumbers = new Map(tables.map((table, number) => [table.name, number]));
const entityTables = tables.filter((table) => table.holds.what === 'entities').map((table) => table.name);
const tieTables = tables.filter((table) => table.holds.what === 'ties').map((table) => table.name);

/** The tables whose ids packages that build on each other may name. */
const sharedTables = new Set([...entityTables, ...tieTables]);

/** The place of a table in the model's order. */
export function numberOfTable(name: string): number {
  return tableNumbers.get(name) ?? -1;
}

/** Finds the first id in a cell that is not one of the tables the column refers to; `null` when all is well. */
export function linkCheck(column: Column, known: Known): ((cell: string) => Finding | null) | null {
  const names = tablesReferredTo(column);
  if (names.length === 0) return null;
  const check = idCheck(names, known);
  if (column.type !== 'list') return check;
  return (cell) => {
    for (const id of cell.split(LIST_SEPARATOR)) {
      const finding = check(id);
      if (finding !== null) return finding;
    }
    return null;
  };
}

/** Finds an id that belongs to no entity. */
export function entityCheck(known: Known): (id: string) => Finding | null {
  return idCheck(entityTables, known);
}

/** Finds an id that belongs to neither an entity nor a tie. */
export function subjectCheck(known: Known): (id: string) => Finding | null {
  return idCheck([...entityTables, ...tieTables], known);
}

/** Finds an id that does not belong to the one table. */
export function idCheck(names: readonly string[], known: Known): (id: string) => Finding | null {
  const { ids, incomplete } = known;
  const expected = new Set(names.map(numberOfTable));
  const mayBeOthers = names.some((name) => sharedTables.has(name));
  return (id) => {
    const number = ids.numberOf(id);
    if (number === undefined) {
      const isPossible = [...expected].some((table) => incomplete.has(table)) || (known.trustsOthers && mayBeOthers);
      return isPossible ? null : unknownId(id, names);
    }
    const table = ids.tableOf(number);
    return expected.has(table) ? null : wrongTable(id, names, tables[table]?.name ?? '', ids.lineOf(number));
  };
}

function unknownId(value: string, names: readonly string[]): Finding {
  return {
    value,
    expected: { es: `el id de una fila de ${listed(names, 'o')}`, en: `the id of a row of ${listed(names, 'or')}` },
    mend: mendUnknown(value),
  };
}

/** No id holds commas or spaces: such a text is a list with the wrong signs, or a name. */
function mendUnknown(value: string): InTwoLanguages {
  if (/[,;]/.test(value))
    return {
      es: 'ponga ids; si son varios, sepárelos con espacio, barra, espacio: " | "',
      en: 'put ids; several are separated by space, bar, space: " | "',
    };
  if (/\s/.test(value))
    return {
      es: 'ponga el id de la fila, no su nombre; si falta la fila, agréguela',
      en: 'put the id of the row, not its name; if the row is missing, add it',
    };
  return { es: 'corrija el id, o agregue la fila que falta', en: 'correct the id, or add the row that is missing' };
}

function wrongTable(value: string, names: readonly string[], found: string, line: number): Finding {
  // What other packages state has no line.
  const place =
    line === 0 ? { es: 'de otro paquete', en: 'of another package' } : { es: `línea ${line}`, en: `line ${line}` };
  return {
    value,
    expected: {
      es: `el id de una fila de ${listed(names, 'o')}; este es de ${found} (${place.es})`,
      en: `the id of a row of ${listed(names, 'or')}; this one is of ${found} (${place.en})`,
    },
    mend: {
      es: 'ponga un id de esas filas, o pase esta fila a la tabla que acepta ese id',
      en: 'put an id of those rows, or move this row to the table that takes that id',
    },
  };
}

function listed(names: readonly string[], conjunction: 'o' | 'or'): string {
  if (names.length > entityTables.length)
    return { o: 'cualquier clase de entidad o hecho', or: 'any kind of entity or fact' }[conjunction];
  if (names.length > LONGEST_LIST)
    return { o: 'cualquier clase de entidad que la columna admite', or: 'any kind of entity that the column takes' }[
      conjunction
    ];
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${conjunction} ${names.at(-1) ?? ''}`;
}
