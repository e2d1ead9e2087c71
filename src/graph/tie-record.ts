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
  // The statement's RETURN was built by `tieColumns`, so that its columns are a TieRow.
  const [tieKind, id, fromId, toId, basis, note, since, until, open, asOf, citations, own] = row.slice(at, at + TIE_COLUMNS) as unknown as TieRow;
  const common = { tieKind, id, fromId, toId, basis, note, since, until, open: open === true, asOf, citations };
  // The own properties were read by the columns of this very kind, which the compiler cannot follow.
  return { ...common, own: toOwn(tieKind, own) } as TieRecord;
}

function ownProperties(kind: TieKind): readonly string[] {
  return propertyColumns(tieOf(kind).columns).map((column) => column.name);
}

const ownPropertiesByKind = new Map(tieKinds.map((kind) => [kind, ownProperties(kind)]));
const allProperties: readonly string[] = [...new Set(tieKinds.flatMap(ownProperties))];

function toOwn(kind: TieKind, values: readonly unknown[]): TieProperties<TieKind> {
  const own = ownPropertiesByKind.get(kind) ?? [];
  // No kind has as many properties as all kinds together: the length tells which list the statement returned.
  const properties = values.length === allProperties.length ? allProperties : own;
  const entries = own.map((property) => [property, values[properties.indexOf(property)] ?? null] as const);
  // The importer has checked every value against the column's type.
  return Object.fromEntries(entries);
}

/** Of several kinds, the properties of all kinds: a missing one is null, and a CASE over types takes longer to plan. */
function ownExpression(variable: string, [only, ...others]: readonly TieKind[]): string {
  const properties = only !== undefined && others.length === 0 ? ownProperties(only) : allProperties;
  return `[${properties.map((name) => `${variable}.${name}`).join(', ')}]`;
}
