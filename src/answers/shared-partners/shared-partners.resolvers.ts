import { toConnection } from '../../fields/connection.ts';
import { ListMark } from '../../fields/cursor.ts';
import { checkDatasets } from '../../fields/dataset-loaders.ts';
import { badUserInput } from '../../fields/errors.ts';
import { checkIds } from '../../fields/filter.ts';
import { entitiesByIds } from '../../fields/links.ts';
import { windowOf } from '../../fields/page-arguments.ts';
import { asksForDetail, selectsPage } from '../../fields/selection.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import { toEntity } from '../../graph/entity-record.ts';
import { kindOf } from '../../model/kinds.ts';
import { coordinationAmong, sharedPartnerCount, sharedPartners, type Sharing } from './shared-partners.cypher.ts';

export const statements = [sharedPartners, sharedPartnerCount, coordinationAmong];

const LEAST = 2;
/** More bodies than there can be: the first page begins below it. */
const MOST = Number.MAX_SAFE_INTEGER;

export const resolvers: Resolvers = {
  Query: {
    sharedPartners: async (_root, args, { loaders, graph }, info) => {
      const filter: Sharing = {
        labels: args.with?.map((kind) => kindOf(kind).label) ?? null,
        minimum: minimumOf(args.minimum),
        governmentEntities: args.governmentEntities ?? null,
        datasets: args.datasets ?? null,
      };
      const mark = new ListMark('sharedPartners', filter);
      const window = windowOf(args, mark, 3);
      const [count, afterKey = '', afterId = ''] = window.start ?? [];
      const after = { afterCount: count === undefined ? MOST : Number(count), afterKey, afterId };
      const wantsPage = window.size > 0 && selectsPage(info);
      const [rows] = await Promise.all([
        wantsPage ? graph.read(sharedPartners, { filter, ...after, limit: window.size + 1 }) : [],
        checkIds('governmentEntities', filter.governmentEntities, ['GOVERNMENT_ENTITY'], loaders),
        checkDatasets('datasets', filter.datasets, loaders),
      ]);
      const entries = rows.map((row) => {
        const [governmentEntityCount, key, programCount] = row;
        const partner = toEntity(row, 9);
        const bodies = named('GOVERNMENT_ENTITY', row[3], row[4], row[5]);
        const programs = named('PROGRAM', row[6], row[7], row[8]);
        for (const entity of [partner, ...bodies, ...programs]) loaders.keep(entity);
        const governmentEntityIds = bodies.map(({ id }) => id);
        const programIds = programs.map(({ id }) => id);
        return {
          key: [String(governmentEntityCount), key, partner.id],
          node: { partner, governmentEntityIds, governmentEntityCount, programIds, programCount },
        };
      });
      const totalCount = async () => (await graph.read(sharedPartnerCount, { filter }))[0]?.[0] ?? 0;
      return toConnection({ window, mark, entries }, totalCount, (edge) => edge);
    },
  },
  SharedPartner: {
    governmentEntities: ({ governmentEntityIds }, _args, { loaders }, info) =>
      entitiesByIds(governmentEntityIds, ['GOVERNMENT_ENTITY'], asksForDetail(info), loaders),
    programs: ({ programIds }, _args, { loaders }, info) =>
      entitiesByIds(programIds, ['PROGRAM'], asksForDetail(info), loaders),
    coordination: (shared, _args, { loaders }) => loaders.coordination.load(shared),
  },
};

/** Entities of which a statement gave the names alone. */
function named<K extends 'GOVERNMENT_ENTITY' | 'PROGRAM'>(
  kind: K,
  ids: readonly string[],
  names: readonly string[],
  englishNames: readonly string[],
) {
  return ids.map((id, at) => ({ kind, id, name: names[at] ?? id, nameEn: englishNames[at] || null, detail: null }));
}

function minimumOf(minimum: number | null | undefined): number {
  if (minimum == null || minimum >= LEAST) return minimum ?? LEAST;
  throw badUserInput(
    'minimum',
    `expected ${LEAST} or more, because what one body has is not shared, but got ${minimum}. Leave it out for ${LEAST}.`,
  );
}
