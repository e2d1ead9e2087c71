import type { GraphQLResolveInfo } from 'graphql';

import type { EntityRecord } from '../graph/entity-record.ts';
import type { LinkedList } from '../graph/linked-list.ts';
import type { TieRecord } from '../graph/tie-record.ts';
import type { EntityKind } from '../model/kinds.ts';
import type { TieKind } from '../model/ties.ts';
import { checkDatasets } from './dataset-loaders.ts';
import type { Loaders } from './loaders.ts';
import { idOfParent, isOneOf, type Parent, type Requester } from './page.ts';
import { readsAhead } from './read-ahead.ts';
import { asksForDetail, asksForDetailOfEnds } from './selection.ts';

/** The resolver of a field that gives a short list whole. */
export function listField<K extends EntityKind>(list: LinkedList<K>) {
  const ofNames = { list, full: false };
  const ofDetails = { list, full: true };
  return readsAhead(
    async (
      parent: Parent,
      _args: object,
      { loaders }: Requester,
      info: GraphQLResolveInfo,
    ): Promise<readonly EntityRecord<K>[]> =>
      onlyOf(list, await loaders.list(asksForDetail(info) ? ofDetails : ofNames).load(idOfParent(parent))),
  );
}

/** The resolver of a root field that gives everything of a kind, or what the packages in its argument state of it. */
export function vocabularyField<K extends EntityKind>(list: LinkedList<K>) {
  return async (
    _root: unknown,
    { datasets }: { readonly datasets?: readonly string[] | null | undefined },
    { loaders }: Requester,
    info: GraphQLResolveInfo,
  ): Promise<readonly EntityRecord<K>[]> => {
    const request = { list, full: asksForDetail(info), datasets: datasets ?? null };
    const [found] = await Promise.all([
      loaders.list(request).load(idOfParent(undefined)),
      checkDatasets('datasets', datasets, loaders),
    ]);
    return onlyOf(list, found);
  };
}

/** The resolver of a field that gives the first of a short list, or null. */
export function oneField<K extends EntityKind>(list: LinkedList<K>) {
  const whole = listField(list);
  return readsAhead(
    async (
      parent: Parent,
      args: object,
      requester: Requester,
      info: GraphQLResolveInfo,
    ): Promise<EntityRecord<K> | null> => {
      const [first] = await whole(parent, args, requester, info);
      return first ?? null;
    },
  );
}

/** As `oneField`, for what the importer has made sure of. */
export function onlyField<K extends EntityKind>(list: LinkedList<K>) {
  const one = oneField(list);
  return readsAhead(
    async (parent: Parent, args: object, requester: Requester, info: GraphQLResolveInfo): Promise<EntityRecord<K>> => {
      const entity = await one(parent, args, requester, info);
      if (entity === null)
        throw new Error(`Expected ${idOfParent(parent)} to have a ${list.query.name}, but found none.`);
      return entity;
    },
  );
}

/** The resolver of a field that gives all facts of one kind of which its parent is the `from` or the `to`. */
export function tiesField<K extends TieKind>(kind: K, parent: 'from' | 'to') {
  const withNames = { kind, parent, full: false };
  const withDetails = { kind, parent, full: true };
  return readsAhead(
    async (
      { id }: { readonly id: string },
      _args: object,
      { loaders }: { readonly loaders: Loaders },
      info: GraphQLResolveInfo,
    ): Promise<readonly TieRecord<K>[]> => {
      const ties = await loaders.tieList(asksForDetailOfEnds(info) ? withDetails : withNames).load(id);
      return ties.filter((tie): tie is TieRecord<K> => tie.tieKind === kind);
    },
  );
}

/** Those of some ids that are entities of some kinds, in the order of the ids; at once where all have been read already. */
export function entitiesByIds<K extends EntityKind>(
  ids: readonly string[],
  kinds: readonly K[],
  full: boolean,
  loaders: Loaders,
): readonly EntityRecord<K>[] | Promise<readonly EntityRecord<K>[]> {
  const found = ids.map((id) => loaders.entity(id, full));
  const isOfKinds = (entity: EntityRecord | null): entity is EntityRecord<K> =>
    entity !== null && isOneOf(entity, kinds);
  const read = found.filter((entity): entity is EntityRecord => !(entity instanceof Promise));
  if (read.length === found.length) return read.filter(isOfKinds);
  return Promise.all(found.map(async (entity) => entity)).then((entities) => entities.filter(isOfKinds));
}

function onlyOf<K extends EntityKind>(
  { kinds }: LinkedList<K>,
  entities: readonly EntityRecord[],
): readonly EntityRecord<K>[] {
  return entities.filter((entity) => isOneOf(entity, kinds));
}
