import type DataLoader from 'dataloader';

import type { DatasetRecord } from '../../fields/dataset.record.ts';
import { groupRows, singleLoader } from '../../fields/loader-family.ts';
import type { EntityRecord } from '../../graph/entity-record.ts';
import type { Reader } from '../../graph/graph.ts';
import type { TieRecord } from '../../graph/tie-record.ts';
import type { Context } from '../../graphql/context.ts';
import { tieKinds, tieOf, type TieKind } from '../../model/ties.ts';
import { briefBodies, briefFacts, briefMembers, briefPeople, briefSurroundings, type Scope } from './brief.cypher.ts';
import type { Gathered, Library, Member } from './brief.material.ts';
import type { BriefRecord } from './brief.record.ts';
import { toCounted, toPeople, toSections, withTie } from './brief.rows.ts';
import { MOST_LINES, styleOf, surrounded } from './brief.sections.ts';
import { writeBrief } from './brief.writing.ts';

/** How many bodies and places an entity may comprise until a brief looks at the nearest only. */
const MOST_MEMBERS = 500;
/** How many facts of one other end are read, and how many around a thing that a line is about. */
const MOST_FACTS = 12;
const MOST_AROUND = 24;
/** How many places in the sources stand for what is not on record. */
const MOST_NAMED = 3;

/** Facts of what an entity comprises that are told in its brief. */
const toldOfMembers: readonly TieKind[] = [
  ...tieKinds.filter((kind) => tieOf(kind).class === 'WORK' && kind !== 'AFFILIATED_WITH'),
  'HELD_IN',
  'NAMES',
  'PUBLISHED_IN',
];
/** What a body lends to its people: its work alone. */
const lentToPeople = toldOfMembers.filter((kind) => tieOf(kind).class === 'WORK');

type Loaders = Omit<Context['loaders'], 'brief'>;

/** Briefs by id; null for an unknown one. Whatever their number, each statement is sent once. */
export function briefLoader(reader: Reader, loaders: Loaders): DataLoader<string, BriefRecord | null> {
  return singleLoader<string, BriefRecord | null>((ids) => readBriefs(ids, reader, loaders), null);
}

async function readBriefs(
  ids: readonly string[],
  reader: Reader,
  loaders: Loaders,
): Promise<ReadonlyMap<string, BriefRecord>> {
  const asked = await Promise.all(ids.map(async (id) => [id, await loaders.entity(id, true)] as const));
  const known = asked.flatMap(([id, entity]) => (entity === null ? [] : [{ id, entity }]));
  if (known.length === 0) return new Map();
  const entities = [...new Map(known.map(({ entity }) => [entity.id, entity])).values()];
  const gathered = await gather(entities, reader, loaders);
  const library = await readLibrary(gathered, reader, loaders);
  const briefs = new Map(gathered.map((material) => [material.entity.id, writeBrief(material, library)]));
  return new Map(
    known.flatMap(({ id, entity }) => {
      const brief = briefs.get(entity.id);
      return brief === undefined ? [] : [[id, brief] as const];
    }),
  );
}

/** What is told of each entity: its members, then their facts, the bodies among them and the people. */
async function gather(
  entities: readonly EntityRecord[],
  reader: Reader,
  { datasets: loadDatasets, keep }: Loaders,
): Promise<readonly Gathered[]> {
  const parameters = { ids: entities.map(({ id }) => id), full: false, most: MOST_MEMBERS };
  const [memberRows, datasets] = await Promise.all([reader.read(briefMembers, parameters), loadDatasets()]);
  const members = groupRows(memberRows, ([, total, isOwn, ...columns]): Member => {
    return { total, isOwn, ...withTie(columns, keep) };
  });
  const scopes = entities.map((entity) => scopeOf(entity, members.get(entity.id) ?? [], datasets));
  const wanted = { scopes, full: true, limit: MOST_LINES, few: MOST_FACTS };
  const [facts, bodies, people] = await Promise.all([
    reader.read(briefFacts, wanted),
    reader.read(briefBodies, wanted),
    reader.read(briefPeople, wanted),
  ]);
  const factsOf = groupRows(facts, (row) => row);
  const bodiesOf = groupRows(bodies, (row) => row);
  const peopleOf = groupRows(people, (row) => row);
  return entities.map((entity, at): Gathered => {
    const own = members.get(entity.id) ?? [];
    return {
      entity,
      own: new Set(scopes[at]?.own),
      membership: membershipOf(own),
      sections: toSections(factsOf.get(entity.id) ?? [], keep),
      bodies: toCounted(
        'OPERATORS',
        (bodiesOf.get(entity.id) ?? []).map(([, ...row]) => row),
        keep,
      ),
      people: toPeople(peopleOf.get(entity.id) ?? [], keep),
      isAbroad: (scopes[at]?.home.length ?? 0) > 0,
      complete: (own[0]?.total ?? 0) <= MOST_MEMBERS,
      howToCite: datasets.map(({ howToCite }) => howToCite),
    };
  });
}

/** Whose facts are told, which of them, and the home cities that the entity does not comprise. */
function scopeOf(entity: EntityRecord, members: readonly Member[], datasets: readonly DatasetRecord[]): Scope {
  const ids = [...new Set([entity.id, ...members.map((member) => member.entity.id)])];
  const homes = datasets.map(({ homeCityId, homeGovernmentId }) => [homeCityId, homeGovernmentId]);
  const isPerson = entity.kind === 'PERSON';
  return {
    parent: entity.id,
    members: ids,
    // In the order of the members: who asks for the city and who asks for its government get the same.
    own: [...new Set([...members.filter(({ isOwn }) => isOwn).map((member) => member.entity.id), entity.id])],
    kinds: isPerson ? lentToPeople : toldOfMembers,
    home: homes.filter((home) => !home.some((id) => ids.includes(id))).flat(),
    gathersPeople: !isPerson,
  };
}

function membershipOf(members: readonly Member[]): ReadonlyMap<string, readonly TieRecord[]> {
  return groupRows(
    members.flatMap(({ entity, tie }) => (tie === null ? [] : [[entity.id, tie] as const])),
    ([, tie]) => tie,
  );
}

/** Whatever the lines of some briefs speak of: each read once for all of them. */
async function readLibrary(gathered: readonly Gathered[], reader: Reader, loaders: Loaders): Promise<Library> {
  const others = gathered.flatMap(({ sections }) => [...sections.values()].flatMap(({ found }) => found));
  const met = gathered.flatMap(({ people }) => people.found.filter(({ distance }) => distance < 2));
  const things = unique([
    ...others.filter(({ entity }) => surrounded.includes(entity.kind)).map(({ entity }) => entity.id),
    ...met.map(({ person }) => person.id),
  ]);
  const surroundings = await readSurroundings(things, reader, loaders);
  const ties = [...gathered.flatMap(tiesOf), ...[...surroundings.values()].flat()];
  const agreements = unique([
    ...gathered.flatMap(({ entity, own }) => (entity.kind === 'AGREEMENT' ? [...own] : [])),
    ...others.flatMap(({ entity }) => (entity.kind === 'AGREEMENT' ? [entity.id] : [])),
  ]);
  const subjects = unique([
    ...gathered.flatMap(({ own }) => [...own]),
    ...gathered.flatMap(({ sections }) =>
      [...sections].flatMap(([section, { found }]) =>
        styleOf(section) === 'ABOUT_OTHER' ? found.map(({ entity }) => entity.id) : [],
      ),
    ),
    ...gathered.flatMap(tiesOf).map(({ id }) => id),
  ]);
  const ends = unique(ties.flatMap((tie) => [tie.fromId, tie.toId, ...('sector' in tie.own ? [tie.own.sector] : [])]));
  const [entities, acts, claims] = await Promise.all([
    Promise.all(ends.map(async (id) => loaders.entity(id, false))),
    Promise.all(agreements.map((id) => loaders.agreementActs.load(id))),
    Promise.all(subjects.map((id) => loaders.claimsAbout.load(id))),
  ]);
  const named = gathered.map(({ entity }) => (entity.detail?.citations ?? []).slice(0, MOST_NAMED));
  const citationIds = unique([
    ...ties.flatMap(({ citations }) => citations),
    ...acts.flat().flatMap((act) => act.citationIds),
    ...claims.flat().flatMap((claim) => claim.citationIds),
    ...named.flat(),
  ]);
  const citations = await Promise.all(citationIds.map((id) => loaders.citation.load(id)));
  const entityById = byId([...gathered.map(({ entity }) => entity), ...entities]);
  const citationById = byId(citations);
  const actsById = new Map(agreements.map((id, at) => [id, acts[at] ?? []]));
  const claimsById = new Map(subjects.map((id, at) => [id, claims[at] ?? []]));
  return {
    entityOf: (id) => entityById.get(id),
    citationsOf: (wanted) => wanted.flatMap((id) => citationById.get(id) ?? []),
    surroundingsOf: (thing) => surroundings.get(thing) ?? [],
    actsOf: (agreement) => actsById.get(agreement) ?? [],
    claimsAbout: (subject) => claimsById.get(subject) ?? [],
  };
}

async function readSurroundings(
  things: readonly string[],
  reader: Reader,
  { datasets, keep }: Loaders,
): Promise<ReadonlyMap<string, readonly TieRecord[]>> {
  if (things.length === 0) return new Map();
  const home = unique((await datasets()).flatMap(({ homeCityId, homeGovernmentId }) => [homeCityId, homeGovernmentId]));
  const rows = await reader.read(briefSurroundings, { ids: things, home, full: false, few: MOST_AROUND });
  return groupRows(
    rows.flatMap(([thing, ...columns]) => {
      const { tie } = withTie(columns, keep);
      return tie === null ? [] : [[thing, tie] as const];
    }),
    ([, tie]) => tie,
  );
}

function tiesOf({ membership, sections, bodies, people }: Gathered): readonly TieRecord[] {
  return [
    ...[...sections.values(), bodies].flatMap(({ found }) => found.flatMap(({ ties }) => ties)),
    ...people.found.flatMap(({ chains }) => chains.flat()),
    ...[...membership.values()].flat(),
  ];
}

function byId<R extends { readonly id: string }>(records: readonly (R | null)[]): ReadonlyMap<string, R> {
  return new Map(records.flatMap((record) => (record === null ? [] : [[record.id, record] as const])));
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
