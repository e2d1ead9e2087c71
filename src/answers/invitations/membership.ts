import type { Candidate, Guest, Material } from './candidates.ts';
import type { QuotaSubject } from './invitations.record.ts';
import type { Wishes } from './wishes.ts';

/** Who may sit: a person of the graph or a guest. */
export type Sitter =
  { readonly person: Candidate; readonly guest: null } | { readonly person: null; readonly guest: Guest };

/** Who counts for what, as ascending numbers of those who may sit. */
export interface Membership {
  /** Of a sector, axis, theme, place, institution or group of the wishes. */
  of(subject: QuotaSubject, id: string): readonly number[];
  /** By the institution as which their own count; ids in code-unit order. */
  readonly byInstitution: ReadonlyMap<string, readonly number[]>;
  readonly byRegion: ReadonlyMap<string, readonly number[]>;
}

export function membershipAmong(
  sitters: readonly Sitter[],
  { under }: Pick<Material, 'under'>,
  { groups }: Pick<Wishes, 'groups'>,
): Membership {
  const bySector = grouped(sitters, ({ person, guest }) => (person === null ? ids(guest.sectorId) : person.sectors));
  const byGroup = grouped(sitters, ({ person, guest }) =>
    person === null
      ? guest.groups
      : groups.filter(({ members }) => members.includes(person.id)).map(({ name }) => name),
  );
  const numbers = new Map(sitters.map((sitter, at) => [sitter.person?.id ?? `guest ${at}`, at]));
  const foundUnder = (id: string) =>
    (under.get(id) ?? []).flatMap((person) => numbers.get(person) ?? []).sort((one, other) => one - other);
  // The institution of a guest may be a unit of the one that is meant.
  const guestsOf = (id: string) =>
    sitters.flatMap(({ guest }, at) => (guest?.wholes.includes(id) === true ? [at] : []));
  return {
    of: (subject, id) => {
      if (subject === 'sector') return bySector.get(id) ?? [];
      if (subject === 'group') return byGroup.get(id) ?? [];
      return subject === 'institution' ? [...foundUnder(id), ...guestsOf(id)] : foundUnder(id);
    },
    byInstitution: grouped(sitters, ({ person, guest }) => (person ?? guest).institutions),
    byRegion: grouped(sitters, ({ person }) => person?.regions ?? []),
  };
}

function ids(id: string | null): readonly string[] {
  return id === null ? [] : [id];
}

function grouped(
  sitters: readonly Sitter[],
  keysOf: (sitter: Sitter) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [at, sitter] of sitters.entries()) {
    for (const key of new Set(keysOf(sitter))) {
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [at]);
      else known.push(at);
    }
  }
  return new Map([...groups].sort(([one], [other]) => (one < other ? -1 : 1)));
}
