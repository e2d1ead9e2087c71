import { linkedList, patternList } from '../graph/linked-list.ts';
import { kindOf, kinds, type EntityKind, type Kinds } from '../model/kinds.ts';
import type { ActorResolvers, EntityResolvers, EntityTiesArgs } from '../generated/resolvers.ts';
import { toConnection } from './connection.ts';
import { ListMark } from './cursor.ts';
import { datasetsOf } from './dataset-loaders.ts';
import { detailOf } from './detail.ts';
import { listField, tiesField } from './links.ts';
import { startKey, windowOf } from './page-arguments.ts';
import { onceForField } from './once-for-field.ts';
import { bringsParent, readsAhead } from './read-ahead.ts';
import { asksForDetailOfEnds, asksForRestOfTies } from './selection.ts';
import { citationsOf } from './source-loaders.ts';
import { nameIn } from './statement.ts';

const themes = linkedList('themesOfEntity', ['THEME'], ['ABOUT'], 'to');
const statedThemes = patternList('statedThemesOfEntity', ['THEME'], "(p)-[:ABOUT {basis: 'STATED'}]->(n:Theme)");

/** The short lists of the Entity interface, for the list of all statements. */
export const entityLists = [themes, statedThemes];

/** The type in the API of an entity. */
export function typeOfEntity<K extends EntityKind>({ kind }: { readonly kind: K }): Kinds[K]['label'] {
  return kinds[kind].label;
}

/** What every entity answers; the types of the kinds inherit it. */
export const Entity: Omit<EntityResolvers, '__resolveType'> = {
  name: (entity, { lang }) => nameIn(entity, lang ?? 'ES'),
  nameLang: ({ nameEn }, { lang }) => (lang === 'EN' && nameEn !== null ? 'EN' : 'ES'),
  aliases: async (entity, _args, { loaders }) => (await detailOf(entity, loaders)).aliases,
  themes: (entity, args, context, info) =>
    listField(args.statedOnly === true ? statedThemes : themes)(entity, args, context, info),
  ties: async (entity, args, { loaders }, info) => {
    const { window, mark, page, total } = askedTies(args, info);
    const entries = window.size === 0 ? [] : await loaders.tiePage(page).load(entity.id);
    const nodes = entries.map(({ key, tie }) => ({ key, node: tie }));
    return toConnection(
      { window, mark, entries: nodes },
      () => loaders.tieTotal(total).load(entity.id),
      (edge) => edge,
    );
  },
  tieCounts: ({ id }, _args, { loaders }) => loaders.tieCounts.load(id),
  claims: ({ id }, _args, { loaders }) => loaders.claimsAbout.load(id),
  citations: async (entity, _args, { loaders }) => citationsOf((await detailOf(entity, loaders)).citations, loaders),
  datasets: ({ id }, _args, { loaders }) => datasetsOf(id, loaders),
};

const askedTies = onceForField((args: EntityTiesArgs, info) => {
  const total = {
    kinds: args.kinds ?? null,
    withLabels: args.with?.map((kind) => kindOf(kind).label) ?? null,
    statedOnly: args.statedOnly ?? false,
  };
  const mark = new ListMark('ties', total);
  const window = windowOf(args, mark, 3);
  const [, , afterTie = ''] = window.start ?? [];
  const page = {
    ...total,
    ...startKey(window.start, false),
    afterTie,
    limit: window.size + 1,
    full: asksForDetailOfEnds(info),
    rest: asksForRestOfTies(info),
  };
  return { window, mark, page, total };
});

/** What every actor answers besides. */
export const Actor: Omit<ActorResolvers, '__resolveType'> = {
  memberships: tiesField('MEMBER_OF', 'from'),
};

for (const resolver of [Entity.themes, Entity.claims]) if (resolver !== undefined) readsAhead(resolver);
for (const resolver of [Entity.ties, Entity.tieCounts]) if (resolver !== undefined) bringsParent(resolver);
