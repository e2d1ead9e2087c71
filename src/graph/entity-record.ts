import type { EntityKind, OwnProperties } from '../model/kinds.ts';
import { entityKinds, kindOf } from '../model/kinds.ts';
import { propertyColumns } from '../model/column.ts';

/** What every entity has beyond its names; read only when a selection asks for it. */
interface CommonDetail {
  readonly aliases: readonly string[];
  /** Ids of citations. */
  readonly citations: readonly string[];
}

/** An entity as read from the graph; of several kinds, one of them. */
export type EntityRecord<K extends EntityKind = EntityKind> = K extends EntityKind ? EntityOf<K> : never;

interface EntityOf<K extends EntityKind> {
  readonly kind: K;
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  /** `null` where the statement was not asked for it: a loader then fetches it. */
  readonly detail: EntityDetail<K> | null;
}

export type EntityDetail<K extends EntityKind = EntityKind> = CommonDetail & OwnProperties<K>;

const kindByLabel = new Map(entityKinds.map((kind) => [kindOf(kind).label, kind]));
const commonProperties = ['aliases', 'citations'] as const;

/** The names of an entity's detail columns, in the order in which statements return them. */
export const detailProperties: Readonly<Record<EntityKind, readonly string[]>> = mapKinds((kind) => [
  ...commonProperties,
  ...propertyColumns(kindOf(kind).columns).map((column) => column.name),
]);

const allProperties: readonly string[] = [...new Set(Object.values(detailProperties).flat())];

const positionsAmongAll = mapKinds((kind) => detailProperties[kind].map((property) => allProperties.indexOf(property)));

export const ENTITY_COLUMNS = 5;

/**
 * The RETURN columns of the entity bound to `variable`: its label or labels, id, two names, detail. The detail is read only when the
 * parameter `$full` is true: property reads are most of what a large page costs.
 */
export function entityColumns(variable: string, kinds: readonly EntityKind[]): string {
  return `${nameColumns(variable, kinds)}, CASE WHEN $full THEN ${detailExpression(variable, kinds)} END`;
}

/** The same without the detail, as the last columns of a row: what is not read is not planned. */
export function nameColumns(variable: string, kinds: readonly EntityKind[]): string {
  return `${labelColumn(variable, kinds)}, ${variable}.id, ${variable}.name, ${variable}.nameEn`;
}

/**
 * Reads a row of `entityColumns` or `nameColumns`, starting at a column. Column by column: a large page runs this thousands of times,
 * and slices of its rows are garbage.
 */
export function toEntity(row: readonly unknown[], at = 0): EntityRecord {
  const kind = kindIn(row[at]);
  if (kind === undefined) {
    throw new Error(
      `Expected ${String(row[at + 1])} to carry the label of a kind of entity, but got ${String(row[at])}.`,
    );
  }
  const values = row[at + 4];
  const detail = Array.isArray(values) ? toDetail(kind, values) : null;
  // The statement's RETURN was built by `entityColumns`, and the importer has checked every value.
  return { kind, id: row[at + 1], name: row[at + 2], nameEn: row[at + 3], detail } as EntityRecord;
}

/**
 * The RETURN column of what a list hangs on, for `toParent`: its names, where `$self` says that they are wanted. A client
 * that opens a hub then waits for one statement, not for two.
 */
export function parentColumn(variable: string): string {
  return `CASE WHEN $self THEN [labels(${variable}), ${variable}.name, ${variable}.nameEn] END`;
}

/** Reads a value of `parentColumn`; `null` where it was not wanted. */
export function toParent(id: string, value: unknown): EntityRecord | null {
  if (!Array.isArray(value)) return null;
  // `isArray` makes it a list of any.
  const [label, name, nameEn] = value as readonly unknown[];
  return toEntity([label, id, name, nameEn, null]);
}

/** The kind of an entity, read from its label. */
export function kindOfLabel(label: string): EntityKind | undefined {
  return kindByLabel.get(label);
}

function toDetail(kind: EntityKind, values: readonly unknown[]): EntityDetail {
  // No kind has as many properties as all kinds together: the length tells which list the statement returned.
  const positions = values.length === allProperties.length ? positionsAmongAll[kind] : undefined;
  const detail: Record<string, unknown> = {};
  const properties = detailProperties[kind];
  for (let index = 0; index < properties.length; index += 1) {
    detail[properties[index] ?? ''] = values[positions?.[index] ?? index] ?? null;
  }
  // The importer has checked every value against the column's type, and lists are always written.
  return detail as unknown as EntityDetail;
}

/** The label of an entity of one kind; of several, all that it has: to pick one out takes the database longer. */
function labelColumn(variable: string, kinds: readonly EntityKind[]): string {
  const [only, ...others] = kinds;
  return only !== undefined && others.length === 0 ? `'${kindOf(only).label}'` : `labels(${variable})`;
}

/** The kind that a value of `labelColumn` tells. */
function kindIn(value: unknown): EntityKind | undefined {
  if (!Array.isArray(value)) return kindByLabel.get(String(value));
  // `isArray` makes it a list of any.
  for (const label of value as readonly unknown[]) {
    const kind = kindByLabel.get(String(label));
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** Cypher for the label that tells the kind of an entity, for `kindOfLabel`. */
export function labelOf(variable: string): string {
  return `[label IN labels(${variable}) WHERE NOT label IN ['Entity', 'Actor']][0]`;
}

/**
 * Of several kinds, the properties of all kinds: a missing one is null. A CASE over labels reads fewer but is slow to
 * plan, too slow in the first seconds of a database.
 */
function detailExpression(variable: string, [only, ...others]: readonly EntityKind[]): string {
  const properties = only !== undefined && others.length === 0 ? detailProperties[only] : allProperties;
  return `[${properties.map((property) => `${variable}.${property}`).join(', ')}]`;
}

function mapKinds<T>(value: (kind: EntityKind) => T): Readonly<Record<EntityKind, T>> {
  // fromEntries forgets that every kind has its entry.
  return Object.fromEntries(entityKinds.map((kind) => [kind, value(kind)])) as Record<EntityKind, T>;
}
