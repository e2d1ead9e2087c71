import { kinds } from '../model/kinds.ts';
import { records } from '../model/records.ts';
import { tieKindOfId } from '../model/ties.ts';
import type { Loaders } from './loaders.ts';
import type { NodeRecord } from './node.record.ts';
import { typeOfTie } from './tie.resolvers.ts';

/** The type in the API of anything that has an id. */
export function typeOfNode(record: NodeRecord) {
  if ('tieKind' in record) return typeOfTie(record);
  return 'recordKind' in record ? records[record.recordKind].label : kinds[record.kind].label;
}

/** Anything by its id: what stands before the colon tells what it is, and an entity's id has no colon. */
export async function loadNode(id: string, full: boolean, loaders: Loaders): Promise<NodeRecord | null> {
  if (!id.includes(':')) return loaders.entity(id, full);
  if (tieKindOfId(id) !== undefined) return loaders.tie.load(id);
  switch (id.slice(0, id.indexOf(':'))) {
    case records.CITATION.prefix:
      return loaders.citation.load(id);
    case records.CLAIM.prefix:
      return loaders.claim.load(id);
    case records.SOURCE.prefix:
      return loaders.source.load(id);
    case records.PLACE.prefix:
      return loaders.place.load(id);
    default:
      return null;
  }
}
