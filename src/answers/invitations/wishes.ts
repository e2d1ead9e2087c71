import { badUserInput, shown } from '../../fields/errors.ts';
import { checkDatasets } from '../../fields/dataset-loaders.ts';
import { checkIds } from '../../fields/filter.ts';
import type { Loaders } from '../../fields/loaders.ts';
import type { GroupInput, InvitationInput, QuotaInput, WeightedId } from '../../generated/resolvers.ts';
import type { EntityKind } from '../../model/kinds.ts';
import { quotaSubjects, type FocusSubject, type GuestRecord, type QuotaSubject } from './invitations.record.ts';

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
  if (both !== undefined)
    throw badUserInput(
      'input.exclude',
      `expected people other than those of input.invite, but got "${shown(both)}" in both. Take it out of one of them.`,
    );
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
  if (wrong !== undefined)
    throw badUserInput(
      argument,
      `expected weights from 0 to ${MOST_WEIGHT}, but got ${wrong.weight} for "${shown(wrong.id)}". Leave it out for 1.`,
    );
  once(argument, points.map(idOf));
  return inOrder(points, idOf);
}

function toQuotas(given: readonly QuotaInput[], groups: readonly Group[]): readonly Quota[] {
  const quotas = given.map((quota, at) => toQuota(quota, `input.quotas[${at}]`));
  const seen = new Set<string>();
  for (const { subject, id } of quotas) {
    const argument = `input.quotas.${subject}`;
    if (seen.has(`${subject} ${id}`))
      throw badUserInput(argument, `expected each once, but got "${shown(id)}" twice. Put both bounds into one quota.`);
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
    throw badUserInput(
      argument,
      `expected exactly one of ${quotaSubjects.join(', ')}, but got ${named.map(({ subject }) => subject).join(', ') || 'none'}. Make a quota of each.`,
    );
  if (quota.min == null && quota.max == null)
    throw badUserInput(
      argument,
      `expected min, max or both for ${only.subject} "${shown(only.id)}", but got neither. Say how many, or leave the quota out.`,
    );
  const min = atLeast(0, `${argument}.min`, quota.min ?? 0);
  const max = atLeast(0, `${argument}.max`, quota.max ?? null);
  if (max !== null && min > max)
    throw badUserInput(
      argument,
      `expected a min of at most max for ${only.subject} "${shown(only.id)}", but got min ${min} and max ${max}. Exchange the two, or leave one out.`,
    );
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
  throw badUserInput(
    argument,
    `expected nobody who is in "${shown(otherName)}" too, from which it is apart, but got "${shown(inBoth)}" in both. Take the person out of one of them.`,
  );
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
  if (bespoken > size)
    throw badUserInput(
      'input.size',
      `expected at least ${bespoken} seats, one for each of input.invite (${invite.length}) and input.guests (${guests.length}), but got ${size}. Raise it, or invite fewer.`,
    );
  const above = quotas.find(({ min }) => min > size);
  if (above !== undefined)
    throw badUserInput(
      `input.quotas.${above.subject}`,
      `expected a min of at most the ${size} seats of the table, but got ${above.min} for "${shown(above.id)}". Lower it, or raise input.size.`,
    );
}

function people(argument: string, ids: readonly string[]): readonly string[] {
  once(argument, ids);
  return [...ids].sort();
}

function once(argument: string, ids: readonly string[]): void {
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined)
    throw badUserInput(argument, `expected each once, but got "${shown(twice)}" twice. Leave one of them out.`);
}

function knownGroup(argument: string, name: string, groups: readonly Group[]): void {
  if (groups.some((group) => group.name === name)) return;
  const known = groups.length === 0 ? 'there is none' : groups.map((group) => group.name).join(', ');
  throw badUserInput(
    argument,
    `expected the name of one of input.groups (${known}), but got "${shown(name)}". Add the group, or correct its name.`,
  );
}

function nameOf(argument: string, name: string): string {
  const trimmed = name.trim();
  if (trimmed !== '' && trimmed.length <= LONGEST_NAME) return trimmed;
  throw badUserInput(
    argument,
    `expected a name of 1 to ${LONGEST_NAME} characters, but got ${trimmed === '' ? 'an empty one' : `one of ${trimmed.length}`}.`,
  );
}

function atLeast(least: number, argument: string, number: number): number;
function atLeast(least: number, argument: string, number: number | null): number | null;
function atLeast(least: number, argument: string, number: number | null): number | null {
  if (number === null || number >= least) return number;
  throw badUserInput(argument, `expected ${least} or more, but got ${number}. Leave it out, or give ${least}.`);
}

function upTo(most: number, argument: string, number: number): number {
  if (number >= 0 && number <= most) return number;
  throw badUserInput(argument, `expected 0 to ${most}, but got ${number}.`);
}

/** In code-unit order, which is the same on every machine. */
function inOrder<T>(all: readonly T[], key: (one: T) => string): readonly T[] {
  return [...all].sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
}
