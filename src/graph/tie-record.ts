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

export const TIE_COLUMNS = 12;

/**
 * The RETURN columns of the relationship bound to `variable`, for `toTie`; its ends are bound to the other two.
 * @param ownWhen Cypher for whether the properties of single kinds are wanted; of all kinds together they are many
 */
export function tieColumns(
  variable: string,
  from: string,
  to: string,
  kinds: readonly TieKind[],
  ownWhen?: string,
): string {
  const own = ownExpression(variable, kinds);
  const property = (name: string) => `${variable}.${name}`;
  return [
    `type(${variable})`,
    property('id'),
    `${from}.id AS fromId`,
    `${to}.id AS toId`,
    ...['basis', 'note', 'since', 'until', 'open', 'asOf', 'citations'].map(property),
    ownWhen === undefined ? own : `CASE WHEN ${ownWhen} THEN ${own} END`,
  ].join(', ');
}

/** Reads a row of `tieColumns`, starting at a column; column by column, as entities are. */
export function toTie(row: readonly unknown[], at = 0): TieRecord {
  // The statement's RETURN was built by `tieColumns`: the first column is the type of the relationship.
  const tieKind = row[at] as TieKind;
  const values = row[at + 11];
  const tie = {
    tieKind,
    id: row[at + 1],
    fromId: row[at + 2],
    toId: row[at + 3],
    basis: row[at + 4],
    note: row[at + 5],
    since: row[at + 6],
    until: row[at + 7],
    open: row[at + 8] === true,
    asOf: row[at + 9],
    citations: row[at + 10],
    // Not read where nothing below asks for it.
    own: Array.isArray(values) ? toOwn(tieKind, values) : {},
  };
  // The importer has checked every value against its column's type.
  return tie as TieRecord;
}

function ownProperties(kind: TieKind): readonly string[] {
  return propertyColumns(tieOf(kind).columns).map((column) => column.name);
}

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
  const isOfAll = values.length === allProperties.length;
  const own: Record<string, unknown> = {};
  for (const [index, [property, position]] of (ownPositions.get(kind) ?? []).entries()) {
    own[property] = values[isOfAll ? position : index] ?? null;
  }
  return own;
}

/** Of several kinds, the properties of all kinds: a missing one is null, and a CASE over types takes longer to plan. */
function ownExpression(variable: string, [only, ...others]: readonly TieKind[]): string {
  const properties = only !== undefined && others.length === 0 ? ownProperties(only) : allProperties;
  return `[${properties.map((name) => `${variable}.${name}`).join(', ')}]`;
}
