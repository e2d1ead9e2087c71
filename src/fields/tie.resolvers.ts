import type { EntityRecord } from '../graph/entity-record.ts';
import type { TieRecord } from '../graph/tie-record.ts';
import { tieOf, ties } from '../model/ties.ts';
import type { TieResolvers } from '../generated/resolvers.ts';
import { datasetsOf } from './dataset-loaders.ts';
import type { Loaders } from './loaders.ts';
import { asksForDetail } from './selection.ts';
import { citationsOf } from './source-loaders.ts';
import { tieStatement } from './statement.ts';

/** The type in the API of a fact. */
export function typeOfTie({ tieKind }: TieRecord) {
  const tie = ties[tieKind];
  return 'type' in tie ? tie.type : 'PlainTie';
}

/** An end of a fact. */
export function endOf(id: string, full: boolean, loaders: Loaders): EntityRecord | Promise<EntityRecord> {
  const entity = loaders.entity(id, full);
  return entity instanceof Promise ? presentEnd(id, entity) : entity;
}

async function presentEnd(id: string, loading: Promise<EntityRecord | null>): Promise<EntityRecord> {
  const entity = await loading;
  if (entity === null)
    throw new Error(
      `Expected the end ${id} of a fact to be in the graph, but it is gone: it was removed while this request ran.`,
    );
  return entity;
}

/** What every fact answers; its types inherit it. */
export const Tie: Omit<TieResolvers, '__resolveType'> = {
  from: ({ fromId }, _args, { loaders }, info) => endOf(fromId, asksForDetail(info), loaders),
  to: ({ toId }, _args, { loaders }, info) => endOf(toId, asksForDetail(info), loaders),
  relation: ({ tieKind, toId }, { lang, seenFrom }) => {
    const names = seenFrom === toId ? tieOf(tieKind).backward : tieOf(tieKind).forward;
    return lang === 'EN' ? names.en : names.es;
  },
  statement: async (tie, { lang }, { loaders }) => {
    const [from, to, citations] = await Promise.all([
      endOf(tie.fromId, false, loaders),
      endOf(tie.toId, false, loaders),
      citationsOf(tie.citations.slice(0, 1), loaders),
    ]);
    return tieStatement(tie, from, to, citations[0], lang ?? 'ES');
  },
  claims: ({ id }, _args, { loaders }) => loaders.claimsAbout.load(id),
  citations: ({ citations }, _args, { loaders }) => citationsOf(citations, loaders),
  datasets: ({ id }, _args, { loaders }) => datasetsOf(id, loaders),
};
