import { setImmediate } from 'node:timers/promises';

import type { EntityRecord } from '../../graph/entity-record.ts';
import type { Reader } from '../../graph/graph.ts';
import { institutionTopics, ownTopics, peopleOfInstitutions, placesOfPeople } from './invitations.cypher.ts';
import type { QuotaSubject } from './invitations.record.ts';
import type { Fit } from './points.ts';
import type { Wishes } from './wishes.ts';

/** What is on record of people: what they are found under, and how much there is. */
export interface Documented {
  /** Which of them are found under an axis, theme, place or institution, by its id; in order. */
  readonly under: ReadonlyMap<string, readonly string[]>;
  /** The regions of each; in order. */
  readonly regions: ReadonlyMap<string, readonly string[]>;
  /** By person, then by axis, theme or place. */
  readonly fit: ReadonlyMap<string, ReadonlyMap<string, Fit>>;
}

/** Reads what is on record of people for what the wishes name, for each axis and each region. */
export async function readDocumented(
  { focus, quotas }: Wishes,
  axes: readonly EntityRecord[],
  people: readonly string[],
  graph: Reader,
): Promise<Documented> {
  const named = (wanted: QuotaSubject) =>
    [...focus, ...quotas].filter(({ subject }) => subject === wanted).map(({ id }) => id);
  const filter = {
    people,
    axes: inOrder([...named('axis'), ...axes.map(({ id }) => id)]),
    themes: inOrder(named('theme')),
    places: inOrder(named('place')),
  };
  const institutions = inOrder(named('institution'));
  const nobody = people.length === 0;
  const own = nobody ? [] : await graph.read(ownTopics, { filter });
  const lent = nobody ? [] : await graph.read(institutionTopics, { filter });
  const places = nobody ? [] : await graph.read(placesOfPeople, { filter });
  const members =
    nobody || institutions.length === 0 ? [] : await graph.read(peopleOfInstitutions, { ids: institutions, people });
  await setImmediate();
  const fit = new Map<string, Map<string, Fit>>();
  const under = new Map<string, Set<string>>();
  const note = (person: string, heading: string, more: Fit, puts: boolean) => {
    const ofPerson = entryOf(fit, person, () => new Map<string, Fit>());
    const before = ofPerson.get(heading) ?? { own: 0, throughInstitution: 0 };
    ofPerson.set(heading, {
      own: before.own + more.own,
      throughInstitution: before.throughInstitution + more.throughInstitution,
    });
    if (puts) entryOf(under, heading, () => new Set<string>()).add(person);
  };
  const regions = new Map<string, Set<string>>();
  for (const [person, heading, count] of own) note(person, heading, { own: count, throughInstitution: 0 }, true);
  for (const [person, heading, programs, themes] of lent)
    note(person, heading, { own: 0, throughInstitution: programs + themes }, programs > 0);
  for (const [person, heading, positions, work, isRegion] of places) {
    note(person, heading, { own: positions, throughInstitution: work }, true);
    if (isRegion) entryOf(regions, person, () => new Set<string>()).add(heading);
  }
  for (const [institution, ofInstitution] of members) under.set(institution, new Set(ofInstitution));
  return { under: mapOfLists(under), regions: mapOfLists(regions), fit };
}

function entryOf<V>(map: Map<string, V>, key: string, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

function mapOfLists(sets: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, readonly string[]> {
  return new Map([...sets].map(([key, values]) => [key, inOrder([...values])]));
}

/** Each once, in code-unit order. */
function inOrder(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort();
}
