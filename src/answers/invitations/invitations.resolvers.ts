import { setImmediate } from 'node:timers/promises';

import { checkDatasets } from '../../fields/dataset-loaders.ts';
import { busy } from '../../fields/errors.ts';
import { entitiesByIds } from '../../fields/links.ts';
import { asksForDetail, selectsPath } from '../../fields/selection.ts';
import type { Context } from '../../graphql/context.ts';
import type { PersonFilter, Resolvers } from '../../generated/resolvers.ts';
import { entityKinds } from '../../model/kinds.ts';
import { readMaterial } from './candidates.ts';
import {
  institutionFacts,
  institutionTopics,
  ownTopics,
  peopleOfInstitutions,
  placesOfPeople,
  plannerDefaults,
  seatFacts,
  seatReasons,
} from './invitations.cypher.ts';
import type { InvitationResultRecord } from './invitations.record.ts';
import { nameOf, toInfeasible, toPlan } from './plan.ts';
import { plannedFor } from './planner.ts';
import { SeaterBusy } from './seating/seater-busy.ts';
import type { Seat } from './seating-problem.ts';
import { toTable } from './table.ts';
import { checkWishIds, toWishes, type Wishes } from './wishes.ts';

/** Vocabularies and the list of people are read by the statements of their own subjects. */
export const statements = [
  plannerDefaults,
  seatFacts,
  institutionFacts,
  peopleOfInstitutions,
  ownTopics,
  institutionTopics,
  placesOfPeople,
  seatReasons,
];

export const resolvers: Resolvers = {
  Query: {
    planInvitations: (_root, { input }, context, info) => {
      const wishes = toWishes(input);
      return inItsTurn(context, async (seat) => {
        const result = await planned(wishes, input.candidates ?? null, seat, context);
        // Within the turn, for it is as much work as the search.
        if ('invitees' in result && selectsPath(info, ['invitees', 'reasons']))
          await Promise.all(result.invitees.map(({ reasons }) => reasons()));
        return result;
      });
    },
  },
  InvitationResult: { __resolveType: (result) => ('invitees' in result ? 'InvitationPlan' : 'InfeasibleInvitations') },
  Invitee: {
    person: async ({ personId }, _args, { loaders }, info) => {
      const ids = personId === null ? [] : [personId];
      const [person] = await entitiesByIds(ids, ['PERSON'], asksForDetail(info), loaders);
      return person ?? null;
    },
    reasons: ({ reasons }) => reasons(),
    alternates: ({ alternateIds }, _args, { loaders }, info) =>
      entitiesByIds(alternateIds, ['PERSON'], asksForDetail(info), loaders),
  },
  Guest: {
    sector: async ({ sectorId }, _args, { loaders }, info) => {
      const ids = sectorId === null ? [] : [sectorId];
      const [sector] = await entitiesByIds(ids, ['SECTOR'], asksForDetail(info), loaders);
      return sector ?? null;
    },
  },
  QuotaOutcome: {
    name: async (outcome, { lang }, { loaders }) => (await nameOf(outcome, loaders))[lang === 'EN' ? 'en' : 'es'],
    entity: async ({ subject, id }, _args, { loaders }, info) => {
      const ids = subject === 'group' ? [] : [id];
      const [entity] = await entitiesByIds(ids, entityKinds, asksForDetail(info), loaders);
      return entity ?? null;
    },
    group: ({ subject, id }) => (subject === 'group' ? id : null),
  },
  Relaxation: { statement: ({ sentence }, { lang }) => (lang === 'EN' ? sentence.en : sentence.es) },
};

/** Seconds after which one of those who wait will have its table. */
const SOON = 5;

async function inItsTurn<T>({ inTurn }: Pick<Context, 'inTurn'>, work: (seat: Seat) => Promise<T>): Promise<T> {
  try {
    return await inTurn(work);
  } catch (cause) {
    if (cause instanceof SeaterBusy) throw busy(cause.message, SOON);
    throw cause;
  }
}

async function planned(
  wishes: Wishes,
  candidates: PersonFilter | null,
  seat: Seat,
  { loaders, graph }: Pick<Context, 'loaders' | 'graph'>,
): Promise<InvitationResultRecord> {
  await checkWishIds(wishes, loaders);
  const { datasets } = candidates ?? {};
  await checkDatasets('input.candidates.datasets', datasets, loaders);
  const of = await plannedFor(wishes.dataset ?? (datasets?.length === 1 ? (datasets[0] ?? null) : null), graph);
  const material = await readMaterial(wishes, candidates, of?.dataset ?? null, { graph, loaders });
  // Of many candidates each step takes some milliseconds: requests that came meanwhile go first.
  await setImmediate();
  const table = toTable(wishes, material, of?.planner ?? null);
  await setImmediate();
  const answer = await seat(table.problem);
  if (answer.outcome === 'impossible') return toInfeasible(answer, table, loaders);
  return toPlan(answer, table, { wishes, material }, { graph, loaders });
}
