import { propertyColumns } from '../model/column.ts';
import { tieKinds, tieOf, type TieKind, type TieProperties, type Ties } from '../model/ties.ts';

/** A fact that links two entities, as read from the graph; of several kinds, one of them. */
export type TieRecord<K extends TieKind = TieKind> = K extends TieKind ? TieOf<K> : never;

/** A fact of a kind without a type of its own in the API. */
export type PlainTieRecord = TieRecord<{ [K in TieKind]: Ties[K] extends { type: string } ? never : K }[TieKind]>;

interface TieOf<K extends TieKind> {
  readonly tieKind: K;
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly basis: 'STATED' | 'INFERRED';
  readonly note: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly open: boolean;
  /** Date of its newest source. */
  readonly asOf: string | null;
  /** Ids of citations. */
  readonly citations: readonly string[];
  readonly own: TieProperties<K>;
}

export const TIE_COLUMNS = 7;

/** The RETURN columns of the relationship bound to `variable`, for `toTie`; its ends are bound to the other two. */
export function tieColumns(variable: string, from: string, to: string, kinds: readonly TieKind[]): string {
  return `${plainColumns(variable)}, ${restExpression(variable, kinds)}, ${from}.id AS fromId, ${to}.id AS toId`;
}

/** Reads a row of `tieColumns`, starting at a column; column by column, as entities are. */
export function toTie(row: readonly unknown[], at = 0): TieRecord {
  return tieBetween(row, at, row[at + 5], row[at + 6]);
}

export const TOUCHING_TIE_COLUMNS = 6;

/**
 * The same columns for `toTouchingTie`, of a relationship one of whose ends is known to be `parent`: which of the two it is
 * says all about the ends. What only some clients want of a fact is read when the parameter `$rest` is true.
 */
export function touchingTieColumns(variable: string, parent: string, kinds: readonly TieKind[]): string {
  return touchingColumns(variable, parent, `CASE WHEN $rest THEN ${restExpression(variable, kinds)} END`);
}

/** The same without what only some clients want: what is not read is not planned. */
export function briefTouchingTieColumns(variable: string, parent: string): string {
  return touchingColumns(variable, parent, 'NULL');
}

function touchingColumns(variable: string, parent: string, rest: string): string {
  return `${plainColumns(variable)}, ${rest}, startNode(${variable}) = ${parent}`;
}

/** Reads a row of either, starting at a column. */
export function toTouchingTie(row: readonly unknown[], at: number, parentId: string, otherId: string): TieRecord {
  return row[at + 5] === true ? tieBetween(row, at, parentId, otherId) : tieBetween(row, at, otherId, parentId);
}

function plainColumns(variable: string): string {
  return `type(${variable}), ${variable}.id, ${variable}.basis, ${variable}.citations`;
}

function tieBetween(row: readonly unknown[], at: number, fromId: unknown, toId: unknown): TieRecord {
  // The statement's RETURN was built here: the first column is the type of the relationship.
  const tieKind = row[at] as TieKind;
  // `isArray` makes it a list of any.
  const rest = Array.isArray(row[at + 4]) ? (row[at + 4] as readonly unknown[]) : null;
  const tie = {
    tieKind,
    id: row[at + 1],
    fromId,
    toId,
    basis: row[at + 2],
    citations: row[at + 3],
    // Not read where nothing below asks for it.
    note: rest?.[0] ?? null,
    since: rest?.[1] ?? null,
    until: rest?.[2] ?? null,
    open: rest?.[3] === true,
    asOf: rest?.[4] ?? null,
    own: rest === null ? {} : toOwn(tieKind, rest),
  };
  // The importer has checked every value against its column's type.
  return tie as TieRecord;
}

function ownProperties(kind: TieKind): readonly string[] {
  return propertyColumns(tieOf(kind).columns).map((column) => column.name);
}

/** What every kind has that only some clients want. */
const commonRest = ['note', 'since', 'until', 'open', 'asOf'];

const allProperties: readonly string[] = [...new Set(tieKinds.flatMap(ownProperties))];

/** Of each kind, its own properties and where they stand among those of all kinds. */
const ownPositions = new Map(
  tieKinds.map((kind) => [
    kind,
    ownProperties(kind).map((property) => [property, allProperties.indexOf(property)] as const),
  ]),
);

function toOwn(kind: TieKind, values: readonly unknown[]): TieProperties<TieKind> {
  // No kind has as many properties as all kinds together: the length tells which list the statement returned.
  const isOfAll = values.length === commonRest.length + allProperties.length;
  const own: Record<string, unknown> = {};
  for (const [index, [property, position]] of (ownPositions.get(kind) ?? []).entries()) {
    own[property] = values[commonRest.length + (isOfAll ? position : index)] ?? null;
  }
  return own;
}

/** Of several kinds, the properties of all kinds: a missing one is null, and a CASE over types takes longer to plan. */
function restExpression(variable: string, [only, ...others]: readonly TieKind[]): string {
  const properties = only !== undefined && others.length === 0 ? ownProperties(only) : allProperties;
  return `[${[...commonRest, ...properties].map((name) => `${variable}.${name}`).join(', ')}]`;
}
