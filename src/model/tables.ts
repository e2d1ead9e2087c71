import type { Column } from './column.ts';
import { citationsColumn, entityColumns, entityKinds, kindOf, type EntityKind } from './kinds.ts';
import { recordKinds, recordOf, redirects, type RecordKind } from './records.ts';
import { tieColumns, tieKinds, tieOf, type TieKind } from './ties.ts';

/** A table of the data package: one CSV file. */
export interface Table {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly holds:
    | { readonly what: 'entities'; readonly kind: EntityKind }
    | { readonly what: 'ties'; readonly kind: TieKind }
    | { readonly what: 'records'; readonly kind: RecordKind }
    | { readonly what: 'redirects' };
}

/** Every table of a data package, in the order in which they are read and loaded. */
export const tables: readonly Table[] = [
  ...recordKinds.slice(0, 3).map(recordTable),
  ...entityKinds.map(entityTable),
  ...tieKinds.map(tieTable),
  ...recordKinds.slice(3).map(recordTable),
  {
    name: redirects.table,
    title: 'Retired ids and their heirs',
    columns: redirects.columns,
    holds: { what: 'redirects' },
  },
];

function entityTable(kind: EntityKind): Table {
  const { table, label, columns } = kindOf(kind);
  return {
    name: table,
    title: `Entities of kind ${label}`,
    columns: [...entityColumns, ...columns, citationsColumn],
    holds: { what: 'entities', kind },
  };
}

function tieTable(kind: TieKind): Table {
  const { prefix, table, from, to, columns } = tieOf(kind);
  return {
    name: table,
    title: `Facts of kind ${kind}`,
    columns: [
      {
        name: 'id',
        type: 'string',
        required: true,
        unique: true,
        description: `Stable id that starts with "${prefix}:".`,
      },
      {
        name: from.column,
        type: 'string',
        required: true,
        link: true,
        refersTo: from.kinds,
        description: 'Id of the end the fact starts from.',
      },
      {
        name: to.column,
        type: 'string',
        required: true,
        link: true,
        refersTo: to.kinds,
        description: 'Id of the end the fact leads to.',
      },
      ...columns,
      ...tieColumns,
      citationsColumn,
    ],
    holds: { what: 'ties', kind },
  };
}

function recordTable(kind: RecordKind): Table {
  const { table, label, columns } = recordOf(kind);
  return { name: table, title: `Rows of kind ${label}`, columns, holds: { what: 'records', kind } };
}
