import { fold } from '../../model/fold.ts';
import { tooLarge } from '../../fields/errors.ts';
import { ROOT } from '../../fields/entity-loaders.ts';
import { checkFilterIds, filterParameters } from '../../fields/filter.ts';
import type { Loaders } from '../../fields/loaders.ts';
import { isOneOf } from '../../fields/page.ts';
import { personFilter } from '../../fields/person-filter.ts';
import type { PersonFilter } from '../../generated/resolvers.ts';
import type { EntityRecord } from '../../graph/entity-record.ts';
import type { Reader } from '../../graph/graph.ts';
import { ALL, FEW_TO_CHECK } from '../../graph/listing.ts';
import { people } from '../../graph/people-listing.ts';
import { axisList, institutionFacts, seatFacts, sectorList } from './invitations.cypher.ts';
import type { GuestRecord } from './invitations.record.ts';
import type { Fit } from './points.ts';
import { readDocumented } from './documented.ts';
import type { Wishes } from './wishes.ts';

/** More are no table that somebody would plan, and take longer to compare than anybody waits. */
const MOST_CANDIDATES = 2000;

const ARGUMENT = 'input.candidates';

/** A person who may sit. */
export interface Candidate {
  readonly id: string;
  readonly sortName: string;
  /** How many positions of the person are on record. */
  readonly positions: number;
  readonly sectors: readonly string[];
  /** The institutions as which the person's own count. */
  readonly institutions: readonly string[];
  /** The regions under which the person is found. */
  readonly regions: readonly string[];
}

/** A guest with what is known of the institution. */
export interface Guest extends GuestRecord {
  /** The institutions as which the guest's counts; those of no graph by their folded names. */
  readonly institutions: readonly string[];
  /** The guest's institution in the graph, and those of which it is a unit. */
  readonly wholes: readonly string[];
}

/** All that a table is planned from. */
export interface Material {
  /** By id. */
  readonly candidates: readonly Candidate[];
  readonly guests: readonly Guest[];
  /** In their official order. */
  readonly sectors: readonly EntityRecord<'SECTOR'>[];
  readonly axes: readonly EntityRecord<'PRIORITY_AXIS'>[];
  /** Which of the candidates are found under an axis, theme, place or institution, by its id. */
  readonly under: ReadonlyMap<string, readonly string[]>;
  /** By person, then by what the table is about. */
  readonly fit: ReadonlyMap<string, ReadonlyMap<string, Fit>>;
}

interface Reading {
  readonly graph: Reader;
  readonly loaders: Loaders;
}

/**
 * Reads who may sit and what is known of them, by as many statements for two people as for two thousand, one after the other:
 * together they would keep every processor busy, for whom a point read then waits.
 */
export async function readMaterial(
  wishes: Wishes,
  filter: PersonFilter | null,
  dataset: string | null,
  reading: Reading,
): Promise<Material> {
  const datasets = dataset === null ? null : [dataset];
  const { loaders } = reading;
  const found = await matching(filter ?? { consulted: true }, loaders);
  const invited = await existing(wishes.invite, loaders);
  const sectors = await loaders.list({ list: sectorList, full: false, datasets }).load(ROOT);
  const axes = await loaders.list({ list: axisList, full: false, datasets }).load(ROOT);
  const guests = await readGuests(wishes.guests, reading);
  const excluded = new Set(wishes.exclude);
  const ids = [...new Set([...invited, ...found])].filter((id) => !excluded.has(id)).sort();
  const officialAxes = axes.filter((axis) => isOneOf(axis, ['PRIORITY_AXIS']));
  const facts = ids.length === 0 ? [] : await reading.graph.read(seatFacts, { filter: { people: ids } });
  const documented = await readDocumented(wishes, officialAxes, ids, reading.graph);
  return {
    candidates: facts
      .map(([id, sortName, positions, ofSectors, institutions]) => ({
        id,
        sortName,
        positions,
        sectors: ofSectors,
        institutions,
        regions: documented.regions.get(id) ?? [],
      }))
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
    guests,
    sectors: sectors.filter((sector) => isOneOf(sector, ['SECTOR'])),
    axes: officialAxes,
    under: documented.under,
    fit: documented.fit,
  };
}

/** Those whom the filter finds. Throws BAD_USER_INPUT for wrong ids in it, QUERY_TOO_COMPLEX when they are too many. */
async function matching(given: PersonFilter, loaders: Loaders): Promise<readonly string[]> {
  const filter = filterParameters(personFilter, given, ARGUMENT);
  const fields = Object.keys(filter).filter((field) => filter[field] !== null);
  const asked = fields.length > 0 ? filter : null;
  const entries = await loaders
    .page({
      query: people.page('sortName', false, fields),
      afterKey: '',
      afterId: '',
      limit: MOST_CANDIDATES + 1,
      full: false,
      filter: asked,
      few: 10 * FEW_TO_CHECK,
    })
    .load(ROOT);
  await checkFilterIds(personFilter, filter, loaders, ARGUMENT);
  if (entries.length > MOST_CANDIDATES) {
    const count = await loaders.count({ query: people.count(fields), filter: asked, few: ALL }).load(ROOT);
    throw tooLarge({ es: 'candidatos', en: 'candidates' }, count, MOST_CANDIDATES, (called) => ({
      es: `elija entre menos gente (${called(ARGUMENT)}), como la de un sector o un eje.`,
      en: `narrow ${called(ARGUMENT)}, such as to a sector or an axis.`,
    }));
  }
  return entries.map(({ entity }) => entity.id);
}

/** Those of some ids that the graph has; the others are refused elsewhere. */
async function existing(ids: readonly string[], loaders: Loaders): Promise<readonly string[]> {
  const found = await Promise.all(ids.map(async (id) => loaders.entity(id, false)));
  return found.flatMap((entity) => (entity === null ? [] : [entity.id]));
}

/** A guest of an institution that the graph has counts with its people. */
async function readGuests(guests: readonly GuestRecord[], { graph }: Reading): Promise<readonly Guest[]> {
  const named = guests.flatMap(({ institution }) => (institution === null ? [] : [institution]));
  const rows = named.length === 0 ? [] : await graph.read(institutionFacts, { ids: [...new Set(named)] });
  const known = new Map(rows.map(([id, wholes, institutions]) => [id, { wholes, institutions }]));
  return guests.map((guest) => ({
    ...guest,
    ...(guest.institution === null
      ? { wholes: [], institutions: [] }
      : (known.get(guest.institution) ?? { wholes: [], institutions: [`“${fold(guest.institution)}”`] })),
  }));
}
