import { checkDatasets } from '../../fields/dataset-loaders.ts';
import { checkIds } from '../../fields/filter.ts';
import type { Loaders } from '../../fields/loaders.ts';
import type { GroupInput, InvitationInput, QuotaInput, WeightedId } from '../../generated/resolvers.ts';
import type { EntityKind } from '../../model/kinds.ts';
import { quotaSubjects, type FocusSubject, type GuestRecord, type QuotaSubject } from './invitations.record.ts';
import {
  fewerSeatsThanBespoken,
  givenTwice,
  invitedAndExcluded,
  minAboveMax,
  minAboveSize,
  notApart,
  notOneSubject,
  outOfRange,
  tooFew,
  twoQuotas,
  unknownGroup,
  withoutBounds,
  wrongName,
  wrongWeight,
} from './wish-refusals.ts';

/** How many of something are wanted at a table. */
export interface Quota {
  readonly subject: QuotaSubject;
  /** Of an entity its id, of a group its name. */
  readonly id: string;
  readonly min: number;
  readonly max: number | null;
}

/** Something that a table is about. */
export interface FocusPoint {
  readonly subject: FocusSubject;
  readonly id: string;
  readonly weight: number;
}

export interface Group {
  readonly name: string;
  readonly members: readonly string[];
}

/** What is asked of a table, free of what contradicts itself. Lists stand in an order of their own, not the client's. */
export interface Wishes {
  readonly size: number | null;
  readonly focus: readonly FocusPoint[];
  readonly quotas: readonly Quota[];
  readonly groups: readonly Group[];
  readonly guests: readonly GuestRecord[];
  readonly maxPerInstitution: number | null;
  readonly invite: readonly string[];
  readonly exclude: readonly string[];
  readonly alternates: number;
  readonly dataset: string | null;
}

const kindsOf: Readonly<Record<Exclude<QuotaSubject, 'group'>, readonly EntityKind[]>> = {
  sector: ['SECTOR'],
  axis: ['PRIORITY_AXIS'],
  theme: ['THEME'],
  place: ['CITY', 'STATE', 'COUNTRY', 'REGION'],
  institution: ['ORGANIZATION', 'GOVERNMENT_ENTITY', 'NETWORK'],
};

const focusFields = { axis: 'axes', theme: 'themes', place: 'places' } as const satisfies Readonly<
  Record<FocusSubject, keyof NonNullable<InvitationInput['focus']>>
>;
export const focusSubjects = ['axis', 'theme', 'place'] as const satisfies readonly FocusSubject[];

const MOST_ALTERNATES = 10;
const MOST_WEIGHT = 100;
const LONGEST_NAME = 200;

/** What the client asks, in order. Throws BAD_USER_INPUT that names what contradicts itself. */
export function toWishes(input: InvitationInput): Wishes {
  const groups = toGroups(input.groups ?? []);
  const invite = people('input.invite', input.invite ?? []);
  const exclude = people('input.exclude', input.exclude ?? []);
  const wishes = {
    size: atLeast(1, 'input.size', input.size ?? null),
    focus: focusSubjects.flatMap((subject) => toFocus(subject, input.focus?.[focusFields[subject]] ?? [])),
    quotas: toQuotas(input.quotas ?? [], groups),
    groups,
    guests: toGuests(input.guests ?? [], groups),
    maxPerInstitution: atLeast(1, 'input.maxPerInstitution', input.maxPerInstitution ?? null),
    invite,
    exclude,
    alternates: upTo(MOST_ALTERNATES, 'input.alternates', input.alternates ?? 3),
    dataset: input.dataset ?? null,
  };
  const both = invite.find((id) => exclude.includes(id));
  if (both !== undefined) throw invitedAndExcluded(both);
  checkSeats(wishes);
  return wishes;
}

/** Throws BAD_USER_INPUT that names an id which is unknown or of a kind that its place does not take. */
export async function checkWishIds(wishes: Wishes, loaders: Pick<Loaders, 'kind' | 'datasets'>): Promise<void> {
  const { focus, quotas, groups, guests, invite, exclude, dataset } = wishes;
  const isOf = (subject: QuotaSubject) => (of: { readonly subject: QuotaSubject }) => of.subject === subject;
  await Promise.all([
    ...focusSubjects.map((subject) =>
      checkIds(`input.focus.${focusFields[subject]}`, focus.filter(isOf(subject)).map(idOf), kindsOf[subject], loaders),
    ),
    ...quotaSubjects.map((subject) =>
      subject === 'group'
        ? undefined
        : checkIds(`input.quotas.${subject}`, quotas.filter(isOf(subject)).map(idOf), kindsOf[subject], loaders),
    ),
    ...groups.map(({ name, members }) => checkIds(`input.groups "${name}"`, members, ['PERSON'], loaders)),
    checkIds(
      'input.guests.sector',
      guests.flatMap(({ sectorId }) => (sectorId === null ? [] : [sectorId])),
      ['SECTOR'],
      loaders,
    ),
    checkIds('input.invite', invite, ['PERSON'], loaders),
    checkIds('input.exclude', exclude, ['PERSON'], loaders),
    checkDatasets('input.dataset', dataset === null ? null : [dataset], loaders),
  ]);
}

/** Whether a quota is on something. */
export function isAsked({ quotas }: Pick<Wishes, 'quotas'>, subject: QuotaSubject, id: string): boolean {
  return quotas.some((quota) => quota.subject === subject && quota.id === id);
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}

function toFocus(subject: FocusSubject, given: readonly WeightedId[]): readonly FocusPoint[] {
  const argument = `input.focus.${focusFields[subject]}`;
  const points = given.map(({ id, weight }) => ({ subject, id, weight: weight ?? 1 }));
  const wrong = points.find(({ weight }) => !(weight >= 0 && weight <= MOST_WEIGHT));
  if (wrong !== undefined) throw wrongWeight(argument, wrong, MOST_WEIGHT);
  once(argument, points.map(idOf));
  return inOrder(points, idOf);
}

function toQuotas(given: readonly QuotaInput[], groups: readonly Group[]): readonly Quota[] {
  const quotas = given.map((quota, at) => toQuota(quota, `input.quotas[${at}]`));
  const seen = new Set<string>();
  for (const { subject, id } of quotas) {
    const argument = `input.quotas.${subject}`;
    if (seen.has(`${subject} ${id}`)) throw twoQuotas(argument, id);
    seen.add(`${subject} ${id}`);
    if (subject === 'group') knownGroup(argument, id, groups);
  }
  return quotaSubjects.flatMap((subject) =>
    inOrder(
      quotas.filter((quota) => quota.subject === subject),
      idOf,
    ),
  );
}

function toQuota(quota: QuotaInput, argument: string): Quota {
  const named = quotaSubjects.flatMap((subject) => {
    const id = quota[subject];
    return id == null ? [] : [{ subject, id }];
  });
  const [only, ...others] = named;
  if (only === undefined || others.length > 0)
    throw notOneSubject(
      argument,
      named.map(({ subject }) => subject),
    );
  if (quota.min == null && quota.max == null) throw withoutBounds(argument, only);
  const min = atLeast(0, `${argument}.min`, quota.min ?? 0);
  const max = atLeast(0, `${argument}.max`, quota.max ?? null);
  if (max !== null && min > max) throw minAboveMax(argument, { ...only, min, max });
  return { ...only, min, max };
}

function toGroups(given: readonly GroupInput[]): readonly Group[] {
  const groups = given.map(({ name, members }) => {
    const called = nameOf('input.groups.name', name);
    once(`input.groups "${called}"`, members);
    return { name: called, members: [...members].sort() };
  });
  once(
    'input.groups.name',
    groups.map(({ name }) => name),
  );
  for (const [at, { apartFrom }] of given.entries())
    for (const other of apartFrom ?? []) checkApart(groups[at], other, groups);
  return inOrder(groups, ({ name }) => name);
}

function checkApart(group: Group | undefined, otherName: string, groups: readonly Group[]): void {
  if (group === undefined) return;
  const argument = `input.groups "${group.name}"`;
  knownGroup(argument, otherName, groups);
  const other = groups.find(({ name }) => name === otherName);
  const inBoth = other === group ? undefined : group.members.find((id) => other?.members.includes(id));
  if (inBoth === undefined) return;
  throw notApart(argument, otherName, inBoth);
}

function toGuests(given: NonNullable<InvitationInput['guests']>, groups: readonly Group[]): readonly GuestRecord[] {
  const guests = given.map(({ name, sector, institution, groups: names }) => {
    const called = nameOf('input.guests.name', name);
    for (const group of names ?? []) knownGroup(`input.guests "${called}"`, group, groups);
    return {
      name: called,
      sectorId: sector ?? null,
      institution: institution == null ? null : nameOf('input.guests.institution', institution),
      groups: [...new Set(names ?? [])].sort(),
    };
  });
  return inOrder(guests, (guest) => JSON.stringify([guest.name, guest.sectorId, guest.institution, guest.groups]));
}

/** Seats that are bespoken must be there, and no group may be given more than there are. */
function checkSeats({ size, invite, guests, quotas }: Wishes): void {
  const bespoken = invite.length + guests.length;
  if (size === null) return;
  if (bespoken > size) throw fewerSeatsThanBespoken(size, { invited: invite.length, guests: guests.length });
  const above = quotas.find(({ min }) => min > size);
  if (above !== undefined) throw minAboveSize(above, size);
}

function people(argument: string, ids: readonly string[]): readonly string[] {
  once(argument, ids);
  return [...ids].sort();
}

function once(argument: string, ids: readonly string[]): void {
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw givenTwice(argument, twice);
}

function knownGroup(argument: string, name: string, groups: readonly Group[]): void {
  if (groups.some((group) => group.name === name)) return;
  throw unknownGroup(
    argument,
    name,
    groups.map((group) => group.name),
  );
}

function nameOf(argument: string, name: string): string {
  const trimmed = name.trim();
  if (trimmed !== '' && trimmed.length <= LONGEST_NAME) return trimmed;
  throw wrongName(argument, trimmed.length, LONGEST_NAME);
}

function atLeast(least: number, argument: string, number: number): number;
function atLeast(least: number, argument: string, number: number | null): number | null;
function atLeast(least: number, argument: string, number: number | null): number | null {
  if (number === null || number >= least) return number;
  throw tooFew(argument, least, number);
}

function upTo(most: number, argument: string, number: number): number {
  if (number >= 0 && number <= most) return number;
  throw outOfRange(argument, most, number);
}

/** In code-unit order, which is the same on every machine. */
function inOrder<T>(all: readonly T[], key: (one: T) => string): readonly T[] {
  return [...all].sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
}
