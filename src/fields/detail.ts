import type { EntityLoaders } from './entity-loaders.ts';

/** The detail of an entity: what its statement read, or what a loader reads now for all that lack it. */
export function detailOf<Detail>(
  entity: { readonly id: string; readonly detail: Detail | null },
  loaders: Pick<EntityLoaders, 'entity'>,
): Detail | Promise<Detail> {
  return entity.detail ?? loadDetail<Detail>(entity.id, loaders);
}

async function loadDetail<Detail>(id: string, loaders: Pick<EntityLoaders, 'entity'>): Promise<Detail> {
  const full = await loaders.entity(id, true);
  if (full?.detail == null)
    throw new Error(`Expected ${id} to be in the graph still, but it is gone: it was removed while this request ran.`);
  // The same id is of the same kind: the loader's general type forgets which.
  return full.detail as Detail;
}
