import type { Resolvers } from '../../generated/resolvers.ts';

export const statements = [] as const;

export const resolvers: Resolvers = {
  Reason: { statement: ({ sentence }, { lang }) => (lang === 'EN' ? sentence.en : sentence.es) },
};
