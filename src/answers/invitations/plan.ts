import { setImmediate } from 'node:timers/promises';

import type { Loaders } from '../../fields/loaders.ts';
import { nameIn } from '../../fields/statement.ts';
import type { Reader } from '../../graph/graph.ts';
import type { InTwoLanguages } from '../../model/column.ts';
import type { ReasonRecord } from '../reasons/reasons.record.ts';
import type { Material } from './candidates.ts';
import { seatReasons } from './invitations.cypher.ts';
import type {
  FocusSubject,
  InfeasibleInvitationsRecord,
  InvitationPlanRecord,
  InviteeRecord,
  QuotaOutcomeRecord,
} from './invitations.record.ts';
import type { Impossible, Seated } from './seating-problem.ts';
import { reasonsFor, toEvidence } from './seat-reasons.ts';
import { outcomeOf, type Table } from './table.ts';
import { changeInWords } from './wording.ts';
import { focusSubjects, type Wishes } from './wishes.ts';

interface Reading {
  readonly graph: Reader;
  readonly loaders: Loaders;
}

/** A filled table as the answer tells it; its reasons are read when the first of them is asked for. */
export function toPlan(
  seated: Seated,
  table: Table,
  planned: { readonly wishes: Wishes; readonly material: Material },
  reading: Reading,
): InvitationPlanRecord {
  const { material } = planned;
  const seats = new Set(seated.seats.map(({ candidate }) => candidate));
  const countOf = (members: readonly number[]) => members.filter((member) => seats.has(member)).length;
  let reasons: Promise<ReadonlyMap<string, readonly ReasonRecord[]>> | undefined;
  const reasonsOf = (person: string | undefined) => async () => {
    if (person === undefined) return [];
    reasons ??= readReasons(seats, table, planned, reading);
    return (await reasons).get(person) ?? [];
  };
  const invitees = seated.seats.map(({ candidate, alternates }) => {
    const sitter = table.sitters[candidate];
    return {
      order: seatOrder(table, candidate, material),
      invitee: {
        personId: sitter?.person?.id ?? null,
        guest: sitter?.guest ?? null,
        required: table.problem.candidates[candidate]?.required === true,
        reasons: reasonsOf(sitter?.person?.id),
        alternateIds: alternates.flatMap((other) => table.sitters[other]?.person?.id ?? []),
      } satisfies InviteeRecord,
    };
  });
  return {
    invitees: invitees.sort((one, other) => compare(one.order, other.order)).map(({ invitee }) => invitee),
    quotas: table.quotas.flatMap(({ isTold }, rule) => (isTold ? [outcomeOf(table, rule, seats)] : [])),
    axes: material.axes.map((axis) => ({ axis, count: countOf(table.membership.of('axis', axis.id)) })),
    sectors: material.sectors.map((sector) => ({ sector, count: countOf(table.membership.of('sector', sector.id)) })),
    provenOptimal: seated.provenOptimal,
  };
}

/** Why there is no table, and what would have to give, in words. */
export async function toInfeasible(
  { conflicts, relaxations }: Impossible,
  table: Table,
  loaders: Loaders,
): Promise<InfeasibleInvitationsRecord> {
  return {
    conflicts: conflicts.map((rule) => outcomeOf(table, rule, null)),
    relaxations: await Promise.all(
      relaxations.map(async ({ rule, min, max }) => {
        const quota = outcomeOf(table, rule, null);
        return { quota, min, max, sentence: changeInWords(await nameOf(quota, loaders), quota, { min, max }) };
      }),
    ),
  };
}

/** The name of what a quota counts: of a group the caller's own. */
export async function nameOf({ subject, id }: QuotaOutcomeRecord, loaders: Loaders): Promise<InTwoLanguages> {
  if (subject === 'group') return { es: id, en: id };
  const entity = await loaders.entity(id, false);
  // The institution of a guest may be none of the graph's: then its name stands for it.
  return entity === null ? { es: id, en: id } : { es: nameIn(entity, 'ES'), en: nameIn(entity, 'EN') };
}

/** By sector in the official order, then by name; guests after the people of their sector. */
function seatOrder({ sitters }: Table, candidate: number, { sectors }: Material): readonly (number | string)[] {
  const { person, guest } = sitters[candidate] ?? {};
  const ofSectors = person?.sectors ?? (guest?.sectorId == null ? [] : [guest.sectorId]);
  const ranks = ofSectors.map((id) => sectors.findIndex((sector) => sector.id === id)).filter((rank) => rank >= 0);
  const rank = Math.min(sectors.length, ...ranks);
  return [rank, guest === undefined ? 0 : 1, person?.sortName ?? guest?.name ?? '', candidate];
}

function compare(one: readonly (number | string)[], other: readonly (number | string)[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  const [left, right] = [one[at] ?? 0, other[at] ?? 0];
  return left === right ? 0 : left < right ? -1 : 1;
}

/** What a table has somebody for, and for whom it matters that it has nobody else. */
interface Brought {
  readonly subject: FocusSubject | 'sector';
  readonly id: string;
  readonly members: readonly number[];
}

/** What matters most comes first: what was asked, then sectors, axes and regions. */
function broughtTo({ membership }: Table, { focus, quotas }: Wishes, { sectors, axes }: Material): readonly Brought[] {
  const asked = [...byWeight(focus), ...quotas].flatMap(({ subject, id }) =>
    focusSubjects.flatMap((one) => (one === subject ? [{ subject: one, id }] : [])),
  );
  const known = [
    ...asked,
    ...sectors.map(({ id }) => ({ subject: 'sector' as const, id })),
    ...axes.map(({ id }) => ({ subject: 'axis' as const, id })),
  ].map(({ subject, id }) => ({ subject, id, members: membership.of(subject, id) }));
  const regions = [...membership.byRegion].map(([id, members]) => ({ subject: 'place' as const, id, members }));
  return [...new Map([...regions, ...known.reverse()].map((one) => [one.id, one])).values()].reverse();
}

function byWeight(focus: Wishes['focus']): Wishes['focus'] {
  return [...focus].sort((one, other) => other.weight - one.weight);
}

/** The reasons of all seats at once: one statement, however many there are. */
async function readReasons(
  seats: ReadonlySet<number>,
  table: Table,
  { wishes, material }: { readonly wishes: Wishes; readonly material: Material },
  { graph, loaders }: Reading,
): Promise<ReadonlyMap<string, readonly ReasonRecord[]>> {
  const alone = broughtTo(table, wishes, material).flatMap(({ subject, id, members }) => {
    const [only, ...others] = members.filter((member) => seats.has(member));
    return only === undefined || others.length > 0 ? [] : [{ subject, id, seat: only }];
  });
  const wanted = (subject: FocusSubject) => [
    ...new Set([...wishes.focus, ...alone].filter((one) => one.subject === subject).map(({ id }) => id)),
  ];
  const people = [...seats].flatMap((seat) => table.sitters[seat]?.person?.id ?? []);
  // Where the table is about no axis, what an institution did under any of them may speak for somebody.
  const inFocus = wishes.focus.some(({ subject }) => subject === 'axis');
  const axes = inFocus ? wanted('axis') : material.axes.map(({ id }) => id);
  const filter = { people, axes, themes: wanted('theme'), places: wanted('place') };
  const rows = await graph.read(seatReasons, { filter });
  await setImmediate();
  const evidence = toEvidence(rows, loaders.keep);
  const focus = byWeight(wishes.focus).map(({ id }) => id);
  return new Map(
    [...seats].flatMap((seat) => {
      const person = table.sitters[seat]?.person?.id;
      if (person === undefined) return [];
      const onlyHere = alone.filter((one) => one.seat === seat).map(({ id }) => id);
      return [[person, reasonsFor({ person, focus, alone: onlyHere }, evidence, material.sectors)] as const];
    }),
  );
}
