import type DataLoader from 'dataloader';

import { singleLoader } from '../../fields/loader-family.ts';
import type { Reader } from '../../graph/graph.ts';
import { toTie, type TieRecord } from '../../graph/tie-record.ts';
import { coordinationAmong } from './shared-partners.cypher.ts';
import type { SharedPartnerRecord } from './shared-partners.record.ts';

export interface SharedPartnerLoaders {
  /** The facts that join the bodies of a shared partner with each other, by id. */
  readonly coordination: DataLoader<SharedPartnerRecord, readonly TieRecord[]>;
}

export function sharedPartnerLoaders(reader: Reader): SharedPartnerLoaders {
  return {
    coordination: singleLoader<SharedPartnerRecord, readonly TieRecord[]>(async (shared) => {
      const ids = [...new Set(shared.flatMap(({ governmentEntityIds }) => governmentEntityIds))];
      const ties = (await reader.read(coordinationAmong, { ids })).map((row) => toTie(row));
      return new Map(shared.map((one) => [one, among(one.governmentEntityIds, ties)]));
    }, []),
  };
}

function among(ids: readonly string[], ties: readonly TieRecord[]): readonly TieRecord[] {
  const known = new Set(ids);
  return ties.filter(({ fromId, toId }) => known.has(fromId) && known.has(toId));
}
