import type { Resolvers } from '../../generated/resolvers.ts';
import { distinctionOf } from './distinction.ts';
import { search } from './search.ts';
import { distinctionFacts, searchBegun, searchCounts, searchFew, searchNear, searchPage } from './search.cypher.ts';

export const statements = [searchFew, searchBegun, searchPage, searchCounts, searchNear, distinctionFacts] as const;

export const resolvers: Resolvers = {
  Query: { search: (_root, args, { graph, loaders }, info) => search(args, graph, loaders, info) },
  SearchConnection: { facets: ({ facets }, { everyKind }) => facets(everyKind === true) },
  SearchEdge: {
    distinction: async ({ node }, { lang }, { loaders }) =>
      distinctionOf(node.kind, await loaders.distinctions.load(node.id), lang ?? 'ES'),
  },
};
