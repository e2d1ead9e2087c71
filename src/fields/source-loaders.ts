import type DataLoader from 'dataloader';

import type { Reader } from '../graph/graph.ts';
import { citationsById, claimsById, claimsBySubject, placesById, sourcesById } from '../graph/source-queries.ts';
import { groupRows, singleLoader } from './loader-family.ts';
import type { CitationRecord, ClaimRecord, PlaceRecord, SourceRecord } from './source.record.ts';
import { toCitation, toClaim, toPlace, toSource } from './source-rows.ts';

export interface SourceLoaders {
  readonly citation: DataLoader<string, CitationRecord | null>;
  readonly source: DataLoader<string, SourceRecord | null>;
  readonly place: DataLoader<string, PlaceRecord | null>;
  readonly claim: DataLoader<string, ClaimRecord | null>;
  /** The claims about an entity or a fact, the preferred one of each property first. */
  readonly claimsAbout: DataLoader<string, readonly ClaimRecord[]>;
}

export function sourceLoaders(reader: Reader): SourceLoaders {
  return {
    citation: byId(async (ids) => (await reader.read(citationsById, { ids })).map(toCitation)),
    source: byId(async (ids) => (await reader.read(sourcesById, { ids })).map(toSource)),
    place: byId(async (ids) => (await reader.read(placesById, { ids })).map(toPlace)),
    claim: byId(async (ids) => (await reader.read(claimsById, { ids })).map(toClaim)),
    claimsAbout: singleLoader<string, readonly ClaimRecord[]>(
      async (subjects) => groupRows(await reader.read(claimsBySubject, { subjects }), ([, ...claim]) => toClaim(claim)),
      [],
    ),
  };
}

function byId<R extends { readonly id: string }>(
  read: (ids: readonly string[]) => Promise<readonly R[]>,
): DataLoader<string, R | null> {
  return singleLoader<string, R | null>(
    async (ids) => new Map((await read(ids)).map((record) => [record.id, record])),
    null,
  );
}

/** Citations of a list of ids, in its order. */
export async function citationsOf(ids: readonly string[], loaders: SourceLoaders): Promise<readonly CitationRecord[]> {
  const citations = await Promise.all(ids.map((id) => loaders.citation.load(id)));
  return citations.filter((citation) => citation !== null);
}
