import { kindOf, type EntityKind } from '../../src/model/kinds.ts';
import { recordOf, type RecordKind } from '../../src/model/records.ts';
import { tieOf, type TieKind } from '../../src/model/ties.ts';
import { nameOf, personName, slugOf } from './names.ts';
import { randomOf, zipf, type Random } from './random.ts';
import { tiePlans, type World } from './tie-plans.ts';

/** A row of a table; missing columns are empty cells. */
export type Row = Readonly<Record<string, string>>;

/** How many of each kind, per actor. Actors are the first five; fewer than three of anything prove little. */
const shares: Readonly<Record<EntityKind, number>> = {
  PERSON: 0.7,
  ORGANIZATION: 0.18,
  GOVERNMENT_ENTITY: 0.08,
  NETWORK: 0.01,
  CITY: 0.025,
  STATE: 0.005,
  COUNTRY: 0.001,
  REGION: 0,
  PROGRAM: 0.4,
  PRIORITY_AXIS: 0,
  THEME: 0,
  AGREEMENT: 0.02,
  EVENT: 0.02,
  RECOGNITION: 0.01,
  PUBLICATION: 0.02,
  CONSULTATION: 0,
  SECTOR: 0,
  RECOMMENDATION: 0.002,
  PROPOSAL: 0.004,
  POSITION: 0.02,
};
const least: Partial<Readonly<Record<EntityKind, number>>> = {
  COUNTRY: 12,
  REGION: 5,
  PRIORITY_AXIS: 5,
  THEME: 18,
  SECTOR: 8,
};
const LEAST = 3;
const SOURCES = 10;

/** Everything of a size and a seed: the rows of every table, the same each time they are asked for. */
export interface Generated {
  readonly ids: World['ids'];
  rows(table: string): Iterable<Row>;
}

/** Makes a world of some thousand actors and what surrounds them. */
export function generated(actors: number, seed: string): Generated {
  const named = new Map<EntityKind, readonly Row[]>(
    // The keys of `shares` are the kinds of entities.
    (Object.keys(shares) as EntityKind[]).map((kind) => [kind, namesOf(kind, actors, randomOf(`${seed} ${kind}`))]),
  );
  const ids = (kind: EntityKind) => (named.get(kind) ?? []).map(({ id = '' }) => id);
  const world: World = { actors, ids: new Map([...named.keys()].map((kind) => [kind, ids(kind)])) };
  const citations = Math.max(50, Math.round(actors / 50));
  const sources: Readonly<Record<string, (random: Random) => Iterable<Row>>> = {
    ...Object.fromEntries(
      [...named].map(([kind, rows]) => [
        kindOf(kind).table,
        (random: Random) => rows.map((row) => ({ ...row, ...own(kind, random), ...cited(random, citations) })),
      ]),
    ),
    ...Object.fromEntries(
      tiePlans.map(({ kind }) => [tieOf(kind).table, (random: Random) => ties(kind, world, random, citations)]),
    ),
    ...recordRows(world, citations),
  };
  return { ids: world.ids, rows: (table) => sources[table]?.(randomOf(`${seed} ${table}`)) ?? [] };
}

function namesOf(kind: EntityKind, actors: number, random: Random): readonly Row[] {
  const count = Math.max(least[kind] ?? LEAST, Math.round(actors * shares[kind]));
  return Array.from({ length: count }, (_, at) => {
    if (kind !== 'PERSON') {
      const name = nameOf(kind, random);
      return { id: `${slugOf(name)}-${at}`, name };
    }
    const person = personName(random);
    const name = `${person.givenName} ${person.surname1} ${person.surname2}`;
    return { id: `${slugOf(name)}-${at}`, name, ...person };
  });
}

/** What the columns of single kinds require, and aliases for some. */
function own(kind: EntityKind, random: Random): Row {
  const row: Record<string, string> = {};
  for (const { name, values, required } of kindOf(kind).columns as readonly {
    name: string;
    values?: readonly string[];
    required?: true;
  }[])
    if (required === true && values !== undefined) row[name] = random.pick(values);
  if (random.chance(0.1)) row['aliases'] = `Ñ-${random.below(100_000)} | Á.É. ${random.below(1000)}`;
  if (kind === 'REGION') row['scheme'] = 'generada';
  if (kind === 'CITY')
    Object.assign(row, { latitude: (random.next() * 80).toFixed(4), longitude: (-random.next() * 80).toFixed(4) });
  if (kind === 'PROGRAM' && row['origin'] === 'LISTED')
    Object.assign(row, {
      table: String(1 + random.below(5)),
      row: String(1 + random.below(99)),
      position: String(1 + random.below(99)),
    });
  if (kind === 'EVENT' || kind === 'CONSULTATION') row['startsOn'] = String(2000 + random.below(20));
  return row;
}

function* ties(kind: TieKind, world: World, random: Random, citations: number): Iterable<Row> {
  const { prefix, from, to } = tieOf(kind);
  const plan = tiePlans.find((one) => one.kind === kind);
  const seen = new Set<string>();
  for (const [first, second] of plan?.pairs(world, random) ?? []) {
    const id = `${prefix}:${first}/${second}`;
    // Chance draws some pairs twice; nothing is tied to itself.
    if (first === second || seen.has(id)) continue;
    seen.add(id);
    yield {
      id,
      [from.column]: first,
      [to.column]: second,
      ...plan?.own?.(random, world),
      ...(random.chance(0.05) ? { basis: 'INFERRED', note: 'Por su nombre.' } : { basis: 'STATED' }),
      ...cited(random, citations),
    };
  }
}

const citationId = (at: number) => `citation:generated/${at}`;
const placeId = (at: number) => `place:generated/${at}`;
const sourceId = (at: number) => `source:generated-${at}`;

function cited(random: Random, citations: number): Row {
  const one = random.below(citations);
  return {
    citations: random.chance(0.2) ? `${citationId(one)} | ${citationId((one + 1) % citations)}` : citationId(one),
  };
}

function recordRows(world: World, citations: number): Readonly<Record<string, (random: Random) => Iterable<Row>>> {
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
  const table = (kind: RecordKind) => recordOf(kind).table;
  const people = world.ids.get('PERSON') ?? [];
  return {
    [table('SOURCE')]: () =>
      numbers(SOURCES).map((at) => ({
        id: sourceId(at),
        title: `Documento generado ${at}`,
        publishedOn: String(2005 + at),
        language: 'es',
      })),
    [table('PLACE')]: () =>
      numbers(citations).map((at) => ({ id: placeId(at), source: sourceId(at % SOURCES), name: `Párrafo ${at}` })),
    [table('CITATION')]: () =>
      numbers(citations).map((at) => ({ id: citationId(at), source: sourceId(at % SOURCES), place: placeId(at) })),
    [table('CLAIM')]: (random) =>
      numbers(Math.round(world.actors / 50)).map((at) => ({
        id: `claim:generated/${at}`,
        subject: people[zipf(random, people.length, 0.5)] ?? '',
        property: 'name',
        value: `Otra forma ${at}`,
        rank: 'NORMAL',
        ...cited(random, citations),
      })),
  };
}
