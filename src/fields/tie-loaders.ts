import type DataLoader from 'dataloader';

import { toEntity } from '../graph/entity-record.ts';
import type { Reader } from '../graph/graph.ts';
import { fewForPage, parentsIn, type EvidenceQuery } from '../graph/listing.ts';
import {
  FEW_TIES,
  tieDegrees,
  tiesArriving,
  tiesBetween,
  tiesById,
  tiesLeaving,
  tiesOfEntity,
  tiesOfEntityByKind,
  tiesOfEntityOfKinds,
  tieTotal,
  type TiePageParameters,
  type TiePageQuery,
} from '../graph/tie-listing.ts';
import { TIE_COLUMNS, TOUCHING_TIE_COLUMNS, toTie, toTouchingTie, type TieRecord } from '../graph/tie-record.ts';
import { tieKindOfId, tieKinds, type TieKind } from '../model/ties.ts';
import type { EntityLoaders } from './entity-loaders.ts';
import { entriesByParent, readLists } from './list-rows.ts';
import { groupRows, loaderFamily, singleLoader } from './loader-family.ts';

/** A fact of a page and the keys that order it. */
export interface TieEntry {
  readonly key: readonly [otherName: string, otherId: string, tieId: string];
  readonly tie: TieRecord;
}

export type TiePageRequest = Omit<TiePageParameters, 'parents' | 'few' | 'self'>;
export type TieTotalRequest = Pick<TiePageParameters, 'kinds' | 'withLabels' | 'statedOnly'>;

export interface TieListRequest {
  readonly kind: TieKind;
  /** Which end of the fact the parent is. */
  readonly parent: 'from' | 'to';
  readonly full: boolean;
}

export interface TieLoaders {
  /** Facts by id; `null` for an unknown one. */
  readonly tie: DataLoader<string, TieRecord | null>;
  /** Pages of the facts that touch an entity. */
  tiePage(request: TiePageRequest): DataLoader<string, readonly TieEntry[]>;
  tieTotal(request: TieTotalRequest): DataLoader<string, number>;
  /** How many facts of each kind touch an entity, without the kinds of which there are none. */
  readonly tieCounts: DataLoader<string, readonly TieCountRecord[]>;
  /** All facts of one kind that leave an entity or arrive at it, by the other end's name. */
  tieList(request: TieListRequest): DataLoader<string, readonly TieRecord[]>;
  /** The facts of some kinds between two entities; the key is `pairKey`. */
  tiesBetween(kinds: readonly TieKind[]): DataLoader<string, readonly TieRecord[]>;
  /** The facts that link a listed entity to its parent by more than one step; the key is `pairKey`. */
  evidence(query: EvidenceQuery): DataLoader<string, readonly TieRecord[]>;
}

export interface TieCountRecord {
  readonly tieKind: TieKind;
  readonly count: number;
}

export function tieLoaders(
  reader: Reader,
  { keep, bringsAlong }: Pick<EntityLoaders, 'keep' | 'bringsAlong'>,
): TieLoaders {
  const tieWithEnd = (row: readonly unknown[], at: number) => {
    keep(toEntity(row, at + TIE_COLUMNS));
    return toTie(row, at);
  };
  const tieCounts = singleLoader<string, readonly TieCountRecord[]>(async (parents) => {
    const self = bringsAlong(parents);
    const rows = await reader.read(tieDegrees, { parents, self });
    if (self) for (const parent of parentsIn(rows)) keep(parent);
    return new Map(
      rows.map(([parent, counts]) => [
        parent,
        tieKinds.map((tieKind, index) => ({ tieKind, count: counts[index] ?? 0 })).filter(({ count }) => count > 0),
      ]),
    );
  }, []);
  return {
    tie: singleLoader<string, TieRecord | null>((ids) => readTies(reader, ids), null),
    tiePage: loaderFamily<TiePageRequest, string, readonly TieEntry[]>(
      (request) => JSON.stringify(request),
      async (request, parents) => {
        const self = bringsAlong(parents);
        const rows = await readLists(reader, tiesOfKinds(request.kinds), {
          ...request,
          few: fewForPage(FEW_TIES, request.limit),
          parents,
          self,
        });
        if (self) for (const parent of parentsIn(rows)) keep(parent);
        return entriesByParent(rows, (columns, parent): TieEntry => {
          const other = toEntity(columns, 1 + TOUCHING_TIE_COLUMNS);
          keep(other);
          const tie = toTouchingTie(columns, 1, parent, other.id);
          return { key: [columns[0], other.id, tie.id], tie };
        });
      },
      [],
    ),
    tieTotal: loaderFamily<TieTotalRequest, string, number>(
      (request) => JSON.stringify(request),
      async (request, parents) => {
        if (request.withLabels !== null || request.statedOnly)
          return new Map(await reader.read(tieTotal, { ...request, parents }));
        // The database stores how many ties of each kind there are: a hub costs no more than a leaf.
        const counts = await Promise.all(parents.map((parent) => tieCounts.load(parent)));
        return new Map(parents.map((parent, at) => [parent, sumOf(counts[at] ?? [], request.kinds)]));
      },
      0,
    ),
    tieCounts,
    tieList: loaderFamily<TieListRequest, string, readonly TieRecord[]>(
      (request) => JSON.stringify(request),
      async ({ kind, parent, full }, parents) => {
        const query = (parent === 'from' ? tiesLeaving : tiesArriving).get(kind);
        if (query === undefined) throw new Error(`Expected a statement for ties of kind ${kind}, but there is none.`);
        return groupRows(await reader.read(query, { parents, full }), (row) => tieWithEnd(row, 1));
      },
      [],
    ),
    tiesBetween: loaderFamily<readonly TieKind[], string, readonly TieRecord[]>(
      (kinds) => kinds.join(),
      async (kinds, keys) => tiesByPair(await reader.read(tiesBetween, { pairs: keys.map(pairOf), kinds })),
      [],
    ),
    evidence: loaderFamily<EvidenceQuery, string, readonly TieRecord[]>(
      ({ name }) => name,
      async (query, keys) => tiesByPair(await reader.read(query, { pairs: keys.map(pairOf) })),
      [],
    ),
  };
}

function tiesOfKinds(kinds: readonly TieKind[] | null): TiePageQuery {
  if (kinds === null) return tiesOfEntity;
  const [only, ...others] = kinds;
  const single = only !== undefined && others.length === 0 ? tiesOfEntityByKind.get(only) : undefined;
  return single ?? tiesOfEntityOfKinds;
}

function sumOf(counts: readonly TieCountRecord[], kinds: readonly TieKind[] | null): number {
  const wanted = counts.filter(({ tieKind }) => kinds === null || kinds.includes(tieKind));
  return wanted.reduce((sum, { count }) => sum + count, 0);
}

/** The key of a pair of entities; ids hold no spaces. */
export function pairKey(parent: string, other: string): string {
  return `${parent} ${other}`;
}

function pairOf(key: string): readonly string[] {
  return key.split(' ');
}

function tiesByPair(rows: readonly (readonly [string, string, ...unknown[]])[]): Map<string, TieRecord[]> {
  return groupRows(
    rows.map((row) => [pairKey(row[0], row[1]), row] as const),
    ([, row]) => toTie(row, 2),
  );
}

/** One statement per kind of tie, so that each uses its own unique index. */
async function readTies(reader: Reader, ids: readonly string[]): Promise<Map<string, TieRecord>> {
  const idsByKind = groupRows(
    ids.map((id) => [tieKindOfId(id) ?? '', id] as const),
    ([, id]) => id,
  );
  const rows = await Promise.all(
    [...tiesById].map(async ([kind, query]) => {
      const wanted = idsByKind.get(kind);
      return wanted === undefined ? [] : reader.read(query, { ids: wanted, full: false });
    }),
  );
  const ties = rows.flat().map((row) => toTie(row));
  return new Map(ties.map((tie) => [tie.id, tie]));
}
