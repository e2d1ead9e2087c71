import { DATE_PATTERN } from '../model/dates.ts';
import type { Column } from '../model/column.ts';
import { entityKinds, kindOf } from '../model/kinds.ts';
import { recordOf } from '../model/records.ts';
import { tables, type Table } from '../model/tables.ts';
import { tieOf } from '../model/ties.ts';

/** What a cell may hold, in the words of Table Schema. */
export interface Constraints {
  readonly required?: boolean | undefined;
  readonly unique?: boolean | undefined;
  readonly enum?: readonly string[] | undefined;
  readonly pattern?: string | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}

export interface Field {
  readonly name: string;
  readonly type: string;
  readonly format?: string;
  readonly description: string;
  /** Our own property: the cell holds several values with this text between them. */
  readonly separator?: string;
  readonly trueValues?: readonly string[];
  readonly falseValues?: readonly string[];
  readonly constraints?: Constraints;
}

interface ForeignKey {
  readonly fields: readonly string[];
  readonly reference: { readonly resource: string; readonly fields: readonly string[] };
}

/** A table as the descriptor declares it: a Frictionless resource with its Table Schema. */
interface Resource {
  readonly name: string;
  readonly title: string;
  readonly path: string;
  readonly format: 'csv';
  readonly mediatype: 'text/csv';
  readonly encoding: 'utf-8';
  readonly dialect: { readonly commentChar: string };
  readonly schema: {
    readonly fields: readonly Field[];
    readonly missingValues: readonly string[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys?: readonly ForeignKey[];
  };
}

export const LIST_SEPARATOR = ' | ';

/** A row whose first cell begins with it is no data. */
export const COMMENT_SIGN = '#';

/** Keeps ids and names within what an index of the database takes (8,167 bytes for a key). */
const LONGEST_KEY = 1000;

/** Declares a table of the model in the words of Frictionless. */
export function descriptorOf(table: Table): Resource {
  const foreignKeys = foreignKeysOf(table);
  return {
    name: table.name,
    title: table.title,
    path: `${table.name}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { commentChar: COMMENT_SIGN },
    schema: {
      fields: table.columns.map((column) => fieldOf(table, column)),
      missingValues: [''],
      primaryKey: ['id'],
      ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
    },
  };
}

/** The resources of every data package, in the order of the model. */
export const resources: readonly Resource[] = tables.map(descriptorOf);

/** The tables whose ids a column may hold; empty where it refers to none, or where the model leaves it open. */
export function tablesReferredTo(column: Column): readonly string[] {
  return (column.refersTo ?? []).map((target) => {
    const kind = entityKinds.find((known) => known === target);
    return kind === undefined ? target : kindOf(kind).table;
  });
}

function fieldOf(table: Table, column: Column): Field {
  const constraints = constraintsOf(table, column);
  return {
    name: column.name,
    ...typeOf(column),
    description: descriptionOf(column),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}

function typeOf(column: Column): Pick<Field, 'type' | 'format' | 'separator' | 'trueValues' | 'falseValues'> {
  switch (column.type) {
    case 'list':
      return { type: 'string', separator: LIST_SEPARATOR };
    case 'boolean':
      return { type: 'boolean', trueValues: ['true'], falseValues: ['false'] };
    case 'url':
      return { type: 'string', format: 'uri' };
    // Table Schema has no date that may lack its day: the pattern says the form.
    case 'date':
      return { type: 'string' };
    default:
      return { type: column.type };
  }
}

function constraintsOf(table: Table, column: Column): Constraints {
  const pattern = column.name === 'id' ? idPattern(table) : column.type === 'date' ? DATE_PATTERN : undefined;
  return {
    ...(column.required === true ? { required: true } : {}),
    ...(column.unique === true ? { unique: true } : {}),
    ...(column.values === undefined ? {} : { enum: column.values }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(column.name === 'id' || column.name === 'name' ? { maxLength: LONGEST_KEY } : {}),
  };
}

function idPattern({ holds }: Table): string {
  if (holds.what === 'ties') return prefixed(tieOf(holds.kind).prefix);
  if (holds.what === 'records') return prefixed(recordOf(holds.kind).prefix);
  return '^[a-z0-9]+(-[a-z0-9]+)*$';
}

function prefixed(prefix: string): string {
  return `^${prefix}:[a-z0-9][a-z0-9./-]*$`;
}

/** Says besides what the column means which tables its ids come from: most of them no foreign key can declare. */
function descriptionOf(column: Column): string {
  const referred = tablesReferredTo(column);
  return referred.length === 0 ? column.description : `${column.description} Tables: ${referred.join(', ')}.`;
}

/** The validator of Frictionless knows no keys to one of several tables, and crashes on keys of list columns. */
function foreignKeysOf(table: Table): readonly ForeignKey[] {
  const keys = table.columns.flatMap((column) => {
    const [only, ...others] = tablesReferredTo(column);
    return only === undefined || others.length > 0 || column.type === 'list'
      ? []
      : [foreignKey([column.name], only, ['id'])];
  });
  const isCitations = table.holds.what === 'records' && table.holds.kind === 'CITATION';
  return isCitations ? [...keys, foreignKey(['source', 'place'], 'places', ['source', 'id'])] : keys;
}

function foreignKey(fields: readonly string[], resource: string, targets: readonly string[]): ForeignKey {
  return { fields, reference: { resource, fields: targets } };
}
