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

export type TieRow = readonly [
  tieKind: TieKind,
  id: string,
  fromId: string,
  toId: string,
  basis: 'STATED' | 'INFERRED',
  note: string | null,
  since: string | null,
  until: string | null,
  open: boolean | null,
  asOf: string | null,
  citations: readonly string[],
  own: readonly unknown[],
];
export const TIE_COLUMNS = 12;

/** The RETURN columns of the relationship bound to `variable`, for `TieRow`; its ends are bound to the other two. */
export function tieColumns(variable: string, from: string, to: string, kinds: readonly TieKind[]): string {
  const property = (name: string) => `${variable}.${name}`;
  return [
    `type(${variable})`,
    property('id'),
    `${from}.id AS fromId`,
    `${to}.id AS toId`,
    ...['basis', 'note', 'since', 'until', 'open', 'asOf', 'citations'].map(property),
    ownExpression(variable, kinds),
  ].join(', ');
}

/** Reads a row of `tieColumns`, starting at a column. */
export function toTie(row: readonly unknown[], at = 0): TieRecord {
  // The statement's RETURN was built by `tieColumns`: the columns from `at` on are a TieRow. No slice here, for a
  // large page runs this thousands of times.
  const columns = row as readonly TieRow[number][];
  const tieKind = columns[at] as TieRow[0];
  return {
    tieKind,
    id: columns[at + 1],
    fromId: columns[at + 2],
    toId: columns[at + 3],
    basis: columns[at + 4],
    note: columns[at + 5],
    since: columns[at + 6],
    until: columns[at + 7],
    open: columns[at + 8] === true,
    asOf: columns[at + 9],
    citations: columns[at + 10],
    own: toOwn(tieKind, columns[at + 11] as TieRow[11]),
    // The own properties were read by the columns of this very kind, which the compiler cannot follow.
  } as TieRecord;
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
  // The importer has checked every value against the column's type.
  return own as TieProperties<TieKind>;
}

/** Of several kinds, the properties of all kinds: a missing one is null, and a CASE over types takes longer to plan. */
function ownExpression(variable: string, [only, ...others]: readonly TieKind[]): string {
  const properties = only !== undefined && others.length === 0 ? ownProperties(only) : allProperties;
  return `[${properties.map((name) => `${variable}.${name}`).join(', ')}]`;
}
