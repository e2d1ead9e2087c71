import type { Material } from './candidates.ts';
import { quotaSubjects, type QuotaOutcomeRecord } from './invitations.record.ts';
import { membershipAmong, type Membership, type Sitter } from './membership.ts';
import { PLAIN_PER_INSTITUTION, shareOf, type Planner } from './planner.ts';
import { fitPoints, points, presencePoints, voicePoints } from './points.ts';
import type { Presence, Seatable, SeatingProblem } from './seating-problem.ts';
import { sizeOf } from './table-size.ts';
import { isAsked, type Quota, type Wishes } from './wishes.ts';

/** A table to be filled, and what its parts mean. */
export interface Table {
  readonly problem: SeatingProblem;
  /** In the order of the candidates of the problem: people by id, then guests. */
  readonly sitters: readonly Sitter[];
  readonly membership: Membership;
  /** What each rule of the problem is about, in their order. */
  readonly quotas: readonly TableQuota[];
}

interface TableQuota extends Quota {
  /** Whether it is told with the table: what holds for every institution alike is told only where it clashes. */
  readonly isTold: boolean;
}

/**
 * The table that answers to the wishes, and to those of the package where they are silent. Its parts stand in an order of
 * their own, so that the order of the client's lists changes nothing. Throws BAD_USER_INPUT for more seats than people.
 */
export function toTable(wishes: Wishes, material: Material, planner: Planner | null): Table {
  const sitters: readonly Sitter[] = [
    ...material.candidates.map((person) => ({ person, guest: null })),
    ...material.guests.map((guest) => ({ person: null, guest })),
  ];
  const membership = membershipAmong(sitters, material, wishes);
  const most = wishes.maxPerInstitution ?? planner?.maxPerInstitution ?? PLAIN_PER_INSTITUTION;
  const size = sizeOf(wishes, { sitters, membership, planner, most });
  const told = inOrder(
    [...wishes.quotas, ...sectorDefaults(wishes, { size, material, planner, membership })],
    material,
  );
  const crowded = [...membership.byInstitution].filter(
    ([id, members]) => members.length > most && !isAsked(wishes, 'institution', id),
  );
  const presences = presencesOf(wishes, material, membership);
  const alone = broughtAlone(presences);
  return {
    sitters,
    membership,
    quotas: [
      ...told.map((quota) => ({ ...quota, isTold: true })),
      ...crowded.map(([id]) => ({ subject: 'institution' as const, id, min: 0, max: most, isTold: false })),
    ],
    problem: {
      size,
      candidates: sitters.map((sitter, at) =>
        toSeatable(sitter, at, wishes, pointsOf(sitter, wishes, material) + (alone.get(at) ?? 0)),
      ),
      rules: [
        ...told.map(({ subject, id, min, max }) => ({ members: membership.of(subject, id), min, max })),
        ...crowded.map(([, members]) => ({ members, min: 0, max: most })),
      ],
      presences: presences.filter(({ members }) => members.length > 1),
      alternates: wishes.alternates,
    },
  };
}

/**
 * What was asked by a rule and what came of it.
 * @param seats numbers of those who sit, or `null` where nobody does
 */
export function outcomeOf(
  { quotas, problem }: Table,
  rule: number,
  seats: ReadonlySet<number> | null,
): QuotaOutcomeRecord {
  const quota = quotas[rule];
  const members = problem.rules[rule]?.members;
  if (quota === undefined || members === undefined)
    throw new Error(`Expected a rule with the number ${rule}, but the table has ${quotas.length}.`);
  const { subject, id, min, max } = quota;
  const actual = seats === null ? null : members.filter((member) => seats.has(member)).length;
  return { subject, id, min, max, actual, available: members.length };
}

interface Defaults {
  readonly size: number;
  readonly material: Material;
  readonly planner: Planner | null;
  readonly membership: Membership;
}

/**
 * What the package asks of each sector of which the wishes say nothing. Nobody can be asked for who is not there, and of a
 * table with fewer seats than sectors nobody is.
 */
function sectorDefaults(wishes: Wishes, { size, material, planner, membership }: Defaults): readonly Quota[] {
  if (planner === null) return [];
  const quotas = material.sectors
    .filter(({ id }) => !isAsked(wishes, 'sector', id))
    .map(({ id }) => {
      const max = id === planner.governmentSector ? shareOf(size, planner) : null;
      const available = membership.of('sector', id).length;
      return {
        subject: 'sector' as const,
        id,
        min: Math.min(planner.everySectorAtLeast, available, max ?? Infinity),
        max,
      };
    });
  const seats = [...quotas, ...wishes.quotas.filter(({ subject }) => subject === 'sector')];
  const fits = seats.reduce((sum, { min }) => sum + min, 0) <= size;
  return quotas.map((quota) => (fits ? quota : { ...quota, min: 0 })).filter(({ min, max }) => min > 0 || max !== null);
}

/** Sectors and axes as their source orders them, everything else by id. */
function inOrder(quotas: readonly Quota[], { sectors, axes }: Material): readonly Quota[] {
  const ranks = new Map([...sectors, ...axes].map(({ id }, rank) => [id, rank]));
  const rank = ({ id }: Quota) => ranks.get(id) ?? ranks.size;
  return quotaSubjects.flatMap((subject) =>
    quotas.filter((quota) => quota.subject === subject).sort((one, other) => rank(one) - rank(other)),
  );
}

function toSeatable({ person, guest }: Sitter, at: number, { invite }: Wishes, worth: number): Seatable {
  return person === null
    ? // No id of a person has a space.
      { id: `guest ${at}`, points: worth, required: true, profile: guest.sectorId ?? '', guest: true }
    : {
        id: person.id,
        points: worth,
        required: invite.includes(person.id),
        profile: person.sectors.join(' '),
        guest: false,
      };
}

/** What one person is worth wherever others sit: the fit with the focus, and having said something. */
function pointsOf({ person }: Sitter, { focus }: Wishes, { fit }: Material): number {
  if (person === null) return 0;
  const ofPerson = fit.get(person.id);
  const fits = focus.map((point) => {
    const found = ofPerson?.get(point.id);
    return found === undefined ? 0 : fitPoints(found, point);
  });
  return fits.reduce((sum, one) => sum + one, voicePoints(person.positions));
}

/**
 * The points of what nobody else could bring, by the number of who does. It is there exactly when that one sits, and counts
 * with the person: the solver then has one thing less to decide.
 */
function broughtAlone(presences: readonly Presence[]): ReadonlyMap<number, number> {
  const brought = new Map<number, number>();
  for (const { members, points: number } of presences) {
    const [only, ...others] = members;
    if (only !== undefined && others.length === 0) brought.set(only, (brought.get(only) ?? 0) + number);
  }
  return brought;
}

function presencesOf({ focus }: Wishes, { sectors, axes }: Material, membership: Membership): readonly Presence[] {
  const everyAxis = axes.map(({ id }) => ({ subject: 'axis' as const, id, weight: 1 }));
  const wanted = [...focus, ...(focus.some(({ subject }) => subject === 'axis') ? [] : everyAxis)];
  const worth = (number: number) => (members: readonly number[]) => ({ members, points: number });
  return [
    ...wanted.map((point) => worth(presencePoints(point))(membership.of(point.subject, point.id))),
    ...sectors.map(({ id }) => worth(points.sectorPresent)(membership.of('sector', id))),
    ...[...membership.byInstitution.values()].map(worth(points.institutionPresent)),
    ...[...membership.byRegion.values()].map(worth(points.regionPresent)),
  ].filter(({ members, points: number }) => members.length > 0 && number > 0);
}
