import type DataLoader from 'dataloader';

import { entitiesById, labelsById } from '../graph/entity-queries.ts';
import { kindOfLabel, toEntity, type EntityRecord } from '../graph/entity-record.ts';
import type { Reader } from '../graph/graph.ts';
import type { LinkedList } from '../graph/linked-list.ts';
import { parentsIn, type CountQuery, type FilterParameters, type PageQuery } from '../graph/listing.ts';
import type { EntityKind } from '../model/kinds.ts';
import { entriesByParent, readLists } from './list-rows.ts';
import { groupRows, loaderFamily, singleLoader } from './loader-family.ts';

/** The id that stands for the root, in the place of a parent's. */
export const ROOT = '';

/** An entity of a page and the key that orders it. */
export interface PageEntry {
  readonly key: string;
  readonly entity: EntityRecord;
}

export interface PageRequest {
  readonly query: PageQuery;
  readonly afterKey: string;
  readonly afterId: string;
  readonly limit: number;
  readonly full: boolean;
  readonly filter: FilterParameters | null;
  /** Which way the statement takes; see the thresholds of `listing.ts`. */
  readonly few: number;
}

export interface CountRequest {
  readonly query: CountQuery;
  readonly filter: FilterParameters | null;
  readonly few: number;
}

interface ListRequest {
  readonly list: LinkedList;
  readonly full: boolean;
  /** For a vocabulary: the packages that it is wanted of; `null` for all. */
  readonly datasets?: readonly string[] | null;
}

export interface EntityLoaders {
  /** An entity by id, with its detail or without; at once, without a promise, where this request has read it already. */
  entity(id: string, full: boolean): EntityRecord | Promise<EntityRecord | null>;
  /** The kinds of ids; `null` for an id that is no entity's. */
  readonly kind: DataLoader<string, EntityKind | null>;
  /** Takes the pairs of an id and its label which a statement tells of the entities that its filter names, if it does. */
  tellKinds(told: unknown): void;
  /** Pages by parent; the parent of a root list is the empty text. */
  page(request: PageRequest): DataLoader<string, readonly PageEntry[]>;
  count(request: CountRequest): DataLoader<string, number>;
  /** Whole short lists by parent. */
  list(request: ListRequest): DataLoader<string, readonly EntityRecord[]>;
  /** Keeps an entity that another statement has read, so that it is not read again. */
  keep(entity: EntityRecord): void;
  /** Makes the lists of an entity bring its names along, so that it need not be read by itself. */
  bringAlong(id: string): void;
  /** Whether the names of one of some parents are to be brought along. */
  bringsAlong(parents: readonly string[]): boolean;
}

export function entityLoaders(reader: Reader): EntityLoaders {
  const known = new Map<string, EntityRecord>();
  /** One record for each entity, so that what is asked of it at several places is found to be the same. */
  const keep = (record: EntityRecord): EntityRecord => {
    const before = known.get(record.id);
    if (before !== undefined && (before.detail !== null || record.detail === null)) return before;
    known.set(record.id, record);
    return record;
  };
  const broughtAlong = new Set<string>();
  const bringsAlong = (parents: readonly string[]) =>
    broughtAlong.size > 0 && parents.some((id) => broughtAlong.has(id));
  const kept = (row: readonly unknown[], at: number) => keep(toEntity(row, at));
  const unread = loaderFamily<boolean, string, EntityRecord | null>(
    String,
    async (full, ids) => {
      const rows = await reader.read(entitiesById, { ids, full });
      return new Map(rows.map((row) => [row[0], kept(row, 1)]));
    },
    null,
  );
  const kind = singleLoader<string, EntityKind | null>(async (ids) => {
    const rows = await reader.read(labelsById, { ids });
    return new Map(rows.map(([id, label]) => [id, kindOfLabel(label) ?? null]));
  }, null);
  const tellKinds = (told: unknown) => {
    // The statement has built them so, or has none.
    for (const [id, label] of (told ?? []) as readonly (readonly [string, string])[])
      kind.prime(id, kindOfLabel(label) ?? null);
  };
  return {
    entity: (id, full) => {
      const record = known.get(id);
      return record === undefined || (full && record.detail === null) ? unread(full).load(id) : record;
    },
    keep,
    bringAlong: (id) => void broughtAlong.add(id),
    bringsAlong,
    kind,
    tellKinds,
    page: loaderFamily<PageRequest, string, readonly PageEntry[]>(
      ({ query, ...rest }) => query.name + JSON.stringify(rest),
      async ({ query, ...rest }, parents) => {
        const self = bringsAlong(parents);
        const rows = await readLists(reader, query, { ...rest, parents, self });
        if (self) for (const parent of parentsIn(rows)) keep(parent);
        else if (rest.filter !== null && parents.includes(ROOT)) tellKinds(rows[0]?.[2]);
        return entriesByParent(rows, (columns) => ({ key: columns[0], entity: kept(columns, 1) }));
      },
      [],
    ),
    count: loaderFamily<CountRequest, string, number>(
      ({ query, ...rest }) => query.name + JSON.stringify(rest),
      async ({ query, ...rest }, parents) => {
        const self = bringsAlong(parents);
        const rows = await reader.read(query, { ...rest, parents, self });
        if (self) for (const parent of parentsIn(rows)) keep(parent);
        return new Map(rows.map(([parent, number]) => [parent, number]));
      },
      0,
    ),
    list: loaderFamily<ListRequest, string, readonly EntityRecord[]>(
      ({ list, ...rest }) => list.query.name + JSON.stringify(rest),
      async ({ list, ...rest }, parents) => {
        const rows = await reader.read(list.query, { ...rest, parents });
        const listed = rows.flatMap((row) => {
          const entity = kept(row, 1);
          return row[0].map((parent) => [parent, entity] as const);
        });
        return groupRows(listed, ([, entity]) => entity);
      },
      [],
    ),
  };
}
