import type DataLoader from 'dataloader';

import { entitiesById, labelsById } from '../graph/entity-queries.ts';
import { kindOfLabel, toEntity, type EntityRecord } from '../graph/entity-record.ts';
import type { Reader } from '../graph/graph.ts';
import type { LinkedList } from '../graph/linked-list.ts';
import type { CountQuery, FilterParameters, PageQuery } from '../graph/listing.ts';
import type { EntityKind } from '../model/kinds.ts';
import { groupRows, loaderFamily, singleLoader } from './loader-family.ts';

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
  readonly filter: FilterParameters;
}

export interface CountRequest {
  readonly query: CountQuery;
  readonly filter: FilterParameters;
}

export interface EntityLoaders {
  /** An entity by id, with its detail or without; at once, without a promise, where this request has read it already. */
  entity(id: string, full: boolean): EntityRecord | Promise<EntityRecord | null>;
  /** The kinds of ids; `null` for an id that is no entity's. */
  readonly kind: DataLoader<string, EntityKind | null>;
  /** Pages by parent; the parent of a root list is the empty text. */
  page(request: PageRequest): DataLoader<string, readonly PageEntry[]>;
  count(request: CountRequest): DataLoader<string, number>;
  /** Whole short lists by parent. */
  list(request: { readonly list: LinkedList; readonly full: boolean }): DataLoader<string, readonly EntityRecord[]>;
  /** Keeps an entity that another statement has read, so that it is not read again. */
  keep(entity: EntityRecord): void;
}

export function entityLoaders(reader: Reader): EntityLoaders {
  const known = new Map<string, EntityRecord>();
  const keep = (record: EntityRecord) => {
    if (record.detail !== null || !known.has(record.id)) known.set(record.id, record);
  };
  const kept = (row: readonly unknown[], at: number) => {
    const record = toEntity(row, at);
    keep(record);
    return record;
  };
  const unread = loaderFamily<boolean, string, EntityRecord | null>(
    String,
    async (full, ids) => {
      const rows = await reader.read(entitiesById, { ids, full });
      return new Map(rows.map((row) => [row[0], kept(row, 1)]));
    },
    null,
  );
  return {
    entity: (id, full) => {
      const record = known.get(id);
      return record === undefined || (full && record.detail === null) ? unread(full).load(id) : record;
    },
    keep,
    kind: singleLoader<string, EntityKind | null>(async (ids) => {
      const rows = await reader.read(labelsById, { ids });
      return new Map(rows.map(([id, label]) => [id, kindOfLabel(label) ?? null]));
    }, null),
    page: loaderFamily<PageRequest, string, readonly PageEntry[]>(
      ({ query, ...rest }) => query.name + JSON.stringify(rest),
      async ({ query, filter, ...rest }, parents) => {
        const rows = await reader.read(query, { ...filter, ...rest, parents });
        return groupRows(rows, (row) => ({ key: row[1], entity: kept(row, 2) }));
      },
      [],
    ),
    count: loaderFamily<CountRequest, string, number>(
      ({ query, filter }) => query.name + JSON.stringify(filter),
      async ({ query, filter }, parents) => new Map(await reader.read(query, { ...filter, parents })),
      0,
    ),
    list: loaderFamily<{ list: LinkedList; full: boolean }, string, readonly EntityRecord[]>(
      ({ list, full }) => `${list.query.name} ${full}`,
      async ({ list, full }, parents) =>
        groupRows(await reader.read(list.query, { parents, full }), (row) => kept(row, 1)),
      [],
    ),
  };
}
