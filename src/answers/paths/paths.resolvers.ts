import { isOneOf } from '../../fields/page.ts';
import { asksForDetail, asksForDetailOfEnds, asksForRestOfSteps } from '../../fields/selection.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import { toEntity } from '../../graph/entity-record.ts';
import type { Context } from '../../graphql/context.ts';
import { questionOf, withLivingIds } from './path-question.ts';
import { findPaths, type FoundPaths, type Wanted } from './path-search.ts';
import { pathStatement } from './path-statement.ts';
import { pathQueries, sharedThemes } from './paths.cypher.ts';
import type { PathQuestion, PathResultRecord } from './paths.record.ts';

export const statements = [...pathQueries, sharedThemes];

export const resolvers: Resolvers = {
  Query: {
    paths: (_root, args, context, info) =>
      answer(questionOf(args), context, { full: asksForDetailOfEnds(info), rest: asksForRestOfSteps(info) }),
  },
  PathResult: {
    sharedThemes: async ({ question: { from, to, statedOnly } }, _args, { graph }, info) => {
      const rows = await graph.read(sharedThemes, { from, to, statedOnly, full: asksForDetail(info) });
      return rows.map((row) => toEntity(row)).filter((theme) => isOneOf(theme, ['THEME']));
    },
  },
  Path: {
    length: ({ steps }) => steps.length,
    statement: (path, { lang }) => pathStatement(path, lang ?? 'ES'),
  },
};

/** Ids that the graph does not have are looked up only then: one may be retired, and its heir stands in its place. */
async function answer(question: PathQuestion, context: Context, wanted: Wanted): Promise<PathResultRecord> {
  const found = await findPaths(context.graph, question, wanted);
  if (found !== null && found.avoided === question.avoid.length) return toResult(question, found, context);
  const living = await withLivingIds(question, context.loaders);
  const foundOfHeirs = await findPaths(context.graph, living, wanted);
  if (foundOfHeirs !== null) return toResult(living, foundOfHeirs, context);
  throw new Error(
    `Expected ${living.from} and ${living.to} to be in the graph, but one is gone: it was removed while this request ran.`,
  );
}

/** What the paths hold is kept, so that the ends of their facts are not read again. */
function toResult(
  question: PathQuestion,
  { paths, leftOut, complete }: FoundPaths,
  { loaders }: Context,
): PathResultRecord {
  for (const { from, to } of paths.flatMap(({ steps }) => steps)) {
    loaders.keep(from);
    loaders.keep(to);
  }
  return { question, paths, leftOut, complete };
}
