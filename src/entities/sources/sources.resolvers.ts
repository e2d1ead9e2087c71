import { loadNode } from '../../fields/any-node.ts';
import { toConnection } from '../../fields/connection.ts';
import { ListMark } from '../../fields/cursor.ts';
import { checkDatasets, datasetsOf } from '../../fields/dataset-loaders.ts';
import { startKey, windowOf, type PageArguments, type Window } from '../../fields/page-arguments.ts';
import { asksForDetail } from '../../fields/selection.ts';
import { citationsOf } from '../../fields/source-loaders.ts';
import { toSource } from '../../fields/source-rows.ts';
import { endOf } from '../../fields/tie.resolvers.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import { isOneOf, type Requester } from '../../fields/page.ts';
import { allDatasets, statedBy } from '../../graph/dataset-queries.ts';
import { allSources } from '../../graph/source-queries.ts';
import type { EntityRecord } from '../../graph/entity-record.ts';
import type { EntityKind } from '../../model/kinds.ts';
import type { Loaders } from '../../fields/loaders.ts';

export const statements = [allDatasets, ...statedBy.values()];

const stated = {
  datasets: ({ id }: { readonly id: string }, _args: object, { loaders }: Requester) => datasetsOf(id, loaders),
};

export const resolvers: Resolvers = {
  Query: {
    datasets: (_root, _args, { loaders }) => loaders.datasets(),
    sources: async (_root, { datasets = null }, { graph, loaders }) => {
      const [rows] = await Promise.all([
        graph.read(allSources, { datasets }),
        checkDatasets('datasets', datasets, loaders),
      ]);
      return rows.map(toSource);
    },
  },
  Dataset: {
    homeCity: ({ homeCityId }, _args, { loaders }, info) => endOfKind(homeCityId, 'CITY', asksForDetail(info), loaders),
    homeGovernment: ({ homeGovernmentId }, _args, { loaders }, info) =>
      endOfKind(homeGovernmentId, 'GOVERNMENT_ENTITY', asksForDetail(info), loaders),
  },
  Source: {
    ...stated,
    places: ({ id }, _args, { loaders }) => loaders.placesOfSource.load(id),
    citedAt: async ({ id }, args, { loaders }) => {
      const { window, mark, request } = pageById('citedAt', args);
      const citations = window.size === 0 ? [] : await loaders.citationsOfSource(request).load(id);
      const entries = citations.map((node) => ({ key: [node.id], node }));
      return toConnection(
        { window, mark, entries },
        () => loaders.citationCountOfSource.load(id),
        (edge) => edge,
      );
    },
  },
  Place: {
    ...stated,
    source: async ({ sourceId }, _args, { loaders }) => required(await loaders.source.load(sourceId), sourceId),
    name: ({ placeName, placeNameEn }, { lang }) => (lang === 'EN' ? (placeNameEn ?? placeName) : placeName),
  },
  Citation: {
    ...stated,
    place: ({ place, placeEn }, { lang }) => (lang === 'EN' ? placeEn : place),
    ties: async ({ id }, args, { loaders }) => {
      const { window, mark, request } = pageById('ties', args);
      const ties = window.size === 0 ? [] : await loaders.tiesOfCitation(request).load(id);
      const entries = ties.map((node) => ({ key: [node.id], node }));
      return toConnection(
        { window, mark, entries },
        () => loaders.tieCountOfCitation.load(id),
        (edge) => edge,
      );
    },
    entities: async ({ id }, args, { loaders }, info) => {
      const mark = new ListMark('entities');
      const window = windowOf(args, mark, 2);
      const request = { ...startKey(window.start, false), limit: window.size + 1, full: asksForDetail(info) };
      const found = window.size === 0 ? [] : await loaders.entitiesOfCitation(request).load(id);
      const entries = found.map(({ key, entity }) => ({ key: [key, entity.id], node: entity }));
      return toConnection(
        { window, mark, entries },
        () => loaders.entityCountOfCitation.load(id),
        (edge) => ({ ...edge, ties: () => Promise.resolve([]) }),
      );
    },
  },
  Claim: {
    ...stated,
    subject: async ({ subjectId }, _args, { loaders }, info) =>
      required(await loadNode(subjectId, asksForDetail(info), loaders), subjectId),
    citations: ({ citationIds }, _args, { loaders }) => citationsOf(citationIds, loaders),
  },
};

/** The window of a list that is ordered by id alone. */
function pageById(
  field: string,
  args: PageArguments,
): { window: Window; mark: ListMark; request: { afterId: string; limit: number } } {
  const mark = new ListMark(field);
  const window = windowOf(args, mark, 1);
  return { window, mark, request: { afterId: window.start?.[0] ?? '', limit: window.size + 1 } };
}

async function endOfKind<K extends EntityKind>(
  id: string,
  kind: K,
  full: boolean,
  loaders: Loaders,
): Promise<EntityRecord<K>> {
  const entity = await endOf(id, full, loaders);
  if (isOneOf(entity, [kind])) return entity;
  throw new Error(`Expected ${id} to be a ${kind}, but it is a ${entity.kind}.`);
}

function required<T>(record: T | null, id: string): T {
  if (record === null)
    throw new Error(`Expected ${id} to be in the graph, but it is gone: it was removed while this request ran.`);
  return record;
}
