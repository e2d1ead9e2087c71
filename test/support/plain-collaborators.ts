import { actorKinds, kindOf, type EntityKind } from '../../src/model/kinds.ts';
import { tieKinds, tieOf, type TieKind } from '../../src/model/ties.ts';
import type { Row } from './packages.ts';
import { cellList, closure, plain } from './seed-rows.ts';

/** The rows of a table of a package. */
export type Tables = (table: string) => readonly Row[];

interface Fact {
  readonly id: string;
  readonly kind: TieKind;
  readonly from: string;
  readonly to: string;
  readonly isStated: boolean;
  readonly asOf: string;
  readonly row: Row;
}

/** A fact on the side of an actor, that counts for it in a way. */
interface Found {
  readonly field: string;
  readonly actor: string;
  readonly way: string;
  readonly isThrough: boolean;
  readonly facts: readonly { readonly fact: string; readonly isStated: boolean; readonly asOf: string }[];
}

export interface PlainFilter {
  readonly themes?: readonly string[];
  readonly axes?: readonly string[];
  readonly places?: readonly string[];
  readonly networks?: readonly string[];
  readonly sectors?: readonly string[];
  readonly kinds?: readonly EntityKind[];
  readonly notYetLinkedTo?: string;
  readonly lacking?: readonly ('CONSULTED_PERSON' | 'PROGRAM' | 'AGREEMENT' | 'PARTNER')[];
}

/** The points of docs/order-of-collaborators.md. */
const points: Readonly<Record<string, number>> = {
  AFFILIATED_WITH: 24,
  MEMBER_OF: 24,
  COLLABORATES_WITH: 24,
  AGREEMENT: 16,
  PROGRAM: 12,
  NETWORK: 4,
  EVENT: 4,
  TOPIC: 24,
  POSITION: 24,
  LISTED_PROGRAM: 12,
  LIES_THERE: 12,
  SECTOR: 24,
};

/** What the answers about collaborators should be, worked out over the rows of a package without a database. */
export function plainCollaborators(tables: Tables) {
  const published = new Map(tables('sources').map(({ id, publishedOn = '' }) => [id, publishedOn]));
  const dated = new Map(tables('citations').map(({ id, source }) => [id, published.get(source) ?? '']));
  const facts = tieKinds.flatMap((kind) =>
    tables(tieOf(kind).table).map((row): Fact => ({
      id: row['id'] ?? '',
      kind,
      from: row[tieOf(kind).from.column] ?? '',
      to: row[tieOf(kind).to.column] ?? '',
      isStated: row['basis'] === 'STATED',
      asOf: cellList(row['citations'])
        .map((id) => dated.get(id) ?? '')
        .reduce(later, ''),
      row,
    })),
  );
  const actors = new Map(
    actorKinds.flatMap((kind) =>
      tables(kindOf(kind).table).map((row) => [row['id'] ?? '', { kind, sortName: sortNameOf(row) }] as const),
    ),
  );
  const kinds = new Map(
    tieKinds
      .flatMap((kind) => [tieOf(kind).from, tieOf(kind).to])
      .flatMap((end) => end.kinds)
      .map((kind) => [kind, new Set(tables(kindOf(kind).table).map(({ id = '' }) => id))]),
  );
  const isOf = (kind: EntityKind, id: string) => kinds.get(kind)?.has(id) === true;
  const isActor = (id: string) => actors.has(id);

  const byEnd = new Map<string, Fact[]>();
  for (const fact of facts)
    for (const id of [`${fact.kind} from ${fact.from}`, `${fact.kind} to ${fact.to}`])
      byEnd.set(id, [...(byEnd.get(id) ?? []), fact]);
  const leaving = (id: string, ...of: readonly TieKind[]) =>
    of.flatMap((kind) => byEnd.get(`${kind} from ${id}`) ?? []);
  const arriving = (id: string, ...of: readonly TieKind[]) => of.flatMap((kind) => byEnd.get(`${kind} to ${id}`) ?? []);
  const touching = (id: string, ...of: readonly TieKind[]) => [...leaving(id, ...of), ...arriving(id, ...of)];
  const other = ({ from, to }: Fact, id: string) => (from === id ? to : from);

  const isPast = (id: string) => arriving(id, 'SUCCEEDED').length > 0;
  const twins = (id: string) =>
    isPast(id)
      ? []
      : touching(id, 'GOVERNS')
          .filter((fact) => (fact.row['until'] ?? '') === '')
          .map((fact) => other(fact, id))
          .filter((twin) => isActor(twin) && !isPast(twin));
  const bodies = (id: string) => unique(leaving(id, 'AFFILIATED_WITH').map(({ to }) => to));
  const facesOf = (id: string) => [id, ...twins(id), ...bodies(id)];

  /** The work that an entity shares with actors: both facts, the second on the actor's side. */
  const sharedWork = (face: string, weak: boolean) => {
    const pairs: { readonly actor: string; readonly way: string; readonly ours: Fact; readonly theirs: Fact }[] = [];
    const across = (way: string, ours: readonly Fact[], theirs: (shared: string) => readonly Fact[]) => {
      for (const one of ours) {
        const shared = other(one, face);
        for (const their of theirs(shared)) {
          const actor = other(their, shared);
          if (their.id !== one.id && isActor(actor)) pairs.push({ actor, way, ours: one, theirs: their });
        }
      }
    };
    for (const fact of touching(face, 'AFFILIATED_WITH', 'MEMBER_OF', 'COLLABORATES_WITH'))
      if (isActor(other(fact, face)))
        pairs.push({ actor: other(fact, face), way: fact.kind, ours: fact, theirs: fact });
    across('AGREEMENT', leaving(face, 'PARTY_TO'), (shared) => arriving(shared, 'PARTY_TO'));
    across('PROGRAM', [...arriving(face, 'LISTED_UNDER'), ...leaving(face, 'RUNS')], (shared) => [
      ...leaving(shared, 'LISTED_UNDER', 'WITH_PARTNER'),
      ...arriving(shared, 'RUNS'),
    ]);
    across('PROGRAM', arriving(face, 'WITH_PARTNER'), (shared) => [
      ...leaving(shared, 'LISTED_UNDER'),
      ...arriving(shared, 'RUNS'),
    ]);
    if (!weak) return pairs;
    across('NETWORK', leaving(face, 'MEMBER_OF'), (shared) => arriving(shared, 'MEMBER_OF'));
    const atEvent = leaving(face, 'TOOK_PART_IN', 'CONTRIBUTED_TO').filter(({ to }) => isOf('EVENT', to));
    across('EVENT', atEvent, (shared) => arriving(shared, 'TOOK_PART_IN', 'CONTRIBUTED_TO'));
    return pairs;
  };

  const foundIn = (field: string, isThrough: boolean, pairs: ReturnType<typeof sharedWork>) =>
    pairs.map(({ actor, way, ours, theirs }): Found => ({
      field,
      actor,
      way,
      isThrough,
      facts: [{ fact: theirs.id, isStated: ours.isStated && theirs.isStated, asOf: theirs.asOf }],
    }));

  const rankedCollaborators = (id: string, statedOnly = false) => {
    const self = [id, ...twins(id)];
    const found = facesOf(id).flatMap((face) => foundIn('', face !== id, sharedWork(face, true)));
    const counted = found.filter(
      ({ actor, isThrough, facts: [fact] }) => !self.includes(actor) && (!statedOnly || (!isThrough && fact?.isStated)),
    );
    return rank(counted, 1);
  };
  const collaboratorsOf = (id: string, statedOnly = false) => rankedCollaborators(id, statedOnly).map((one) => one.id);

  const linkedTo = (id: string): ReadonlySet<string> => {
    const near = unique([
      ...facesOf(id),
      ...facesOf(id).flatMap((face) => sharedWork(face, true).map(({ actor }) => actor)),
    ]);
    const asOne = unique(near.flatMap((one) => [one, ...twins(one)]));
    return new Set(asOne.flatMap((one) => [one, ...arriving(one, 'AFFILIATED_WITH').map(({ from }) => from)]));
  };

  const down = facts
    .filter(({ kind }) => ['PART_OF', 'GOVERNS', 'BASED_IN', 'IN_STATE', 'IN_COUNTRY', 'IN_REGION'].includes(kind))
    .map(({ from, to }) => [to, from] as const);
  const chainStated = (place: string, below: string): boolean =>
    touching(below, 'PART_OF', 'GOVERNS', 'BASED_IN', 'IN_STATE', 'IN_COUNTRY', 'IN_REGION').some(
      (step) => step.from === below && step.isStated && (step.to === place || chainStated(place, step.to)),
    );

  /** Lends the ways of bodies to their people, and those of cities and governments to the other. */
  const lent = (rows: readonly Found[]): readonly Found[] =>
    rows.flatMap((row) => [
      row,
      ...(row.way === 'AFFILIATED_WITH'
        ? []
        : [...unique(arriving(row.actor, 'AFFILIATED_WITH').map(({ from }) => from)), ...twins(row.actor)].map(
            (actor) => ({
              ...row,
              actor,
              isThrough: true,
              facts: row.facts.map((fact) => ({ ...fact, fact: `${row.actor} ${fact.fact}` })),
            }),
          )),
    ]);

  const aboutThemes = (field: string, themes: ReadonlyMap<string, boolean>, programs: ReadonlyMap<string, boolean>) => [
    ...[...themes].flatMap(([theme, isUnder]) =>
      arriving(theme, 'ABOUT').flatMap((about): readonly Found[] => {
        if (isActor(about.from))
          return [
            {
              field,
              actor: about.from,
              way: 'TOPIC',
              isThrough: false,
              facts: [{ fact: about.id, isStated: isUnder && about.isStated, asOf: about.asOf }],
            },
          ];
        return arriving(about.from, 'HOLDS').map((holds) => ({
          field,
          actor: holds.from,
          way: 'POSITION',
          isThrough: false,
          facts: [{ fact: holds.id, isStated: isUnder && about.isStated && holds.isStated, asOf: holds.asOf }],
        }));
      }),
    ),
    ...[...programs].flatMap(([program, isUnder]) =>
      leaving(program, 'LISTED_UNDER').flatMap((listing) =>
        [listing.to, ...unique(arriving(listing.to, 'AFFILIATED_WITH').map(({ from }) => from))].map(
          (actor): Found => ({
            field,
            actor,
            way: 'LISTED_PROGRAM',
            isThrough: actor !== listing.to,
            facts: [{ fact: listing.id, isStated: isUnder && listing.isStated, asOf: listing.asOf }],
          }),
        ),
      ),
    ),
  ];

  const joined = (pairs: readonly (readonly [string, boolean])[]) => {
    const all = new Map<string, boolean>();
    for (const [id, isStated] of pairs) all.set(id, isStated || all.get(id) === true);
    return all;
  };

  const found: Readonly<Record<string, (ids: readonly string[]) => readonly Found[]>> = {
    themes: (ids) =>
      aboutThemes(
        'themes',
        new Map(ids.map((id) => [id, true])),
        joined(
          ids
            .flatMap((id) => arriving(id, 'ABOUT'))
            .filter(({ from }) => isOf('PROGRAM', from))
            .map((about) => [about.from, about.isStated] as const),
        ),
      ),
    axes: (ids) => {
      const under = joined(
        ids
          .flatMap((id) => arriving(id, 'UNDER_AXIS'))
          .map((placement) => [placement.from, placement.isStated] as const),
      );
      const [themes, programs] = (['THEME', 'PROGRAM'] as const).map(
        (kind) => new Map([...under].filter(([id]) => isOf(kind, id))),
      );
      return aboutThemes('axes', themes ?? new Map(), programs ?? new Map());
    },
    places: (ids) => {
      const spots = [...closure(ids, down)];
      const positions = spots.flatMap((spot) => arriving(spot, 'NAMES')).flatMap(({ from }) => arriving(from, 'HOLDS'));
      const lying = ids.flatMap((place) =>
        [...closure([place], down)]
          .filter((id) => id !== place && isActor(id))
          .map((id) => ({ id, isStated: chainStated(place, id) })),
      );
      const lastStep = (id: string) =>
        leaving(id, 'PART_OF', 'GOVERNS', 'BASED_IN', 'IN_STATE', 'IN_COUNTRY', 'IN_REGION')
          .filter(({ to }) => spots.includes(to))
          .map(({ asOf }) => asOf)
          .reduce(later, '');
      return [
        ...positions.map((holds): Found => ({
          field: 'places',
          actor: holds.from,
          way: 'POSITION',
          isThrough: false,
          facts: [{ fact: holds.id, isStated: holds.isStated, asOf: holds.asOf }],
        })),
        ...lying.map(({ id, isStated }): Found => ({
          field: 'places',
          actor: id,
          way: 'LIES_THERE',
          isThrough: false,
          facts: [{ fact: id, isStated, asOf: lastStep(id) }],
        })),
        ...lent(spots.flatMap((spot) => foundIn('places', false, sharedWork(spot, false)))),
      ];
    },
    networks: (ids) =>
      lent(
        ids
          .flatMap((id) => arriving(id, 'MEMBER_OF', 'AFFILIATED_WITH'))
          .map((fact) => ({
            field: 'networks',
            actor: fact.from,
            way: fact.kind,
            isThrough: false,
            facts: [{ fact: fact.id, isStated: fact.isStated, asOf: fact.asOf }],
          })),
      ),
    sectors: (ids) =>
      facts
        .filter(({ kind, row }) => kind === 'CONSULTED_IN' && ids.includes(row['sector'] ?? ''))
        .map((fact) => ({
          field: 'sectors',
          actor: fact.from,
          way: 'SECTOR',
          isThrough: false,
          facts: [{ fact: fact.id, isStated: fact.isStated, asOf: fact.asOf }],
        })),
  };

  const units = facts.filter(({ kind }) => kind === 'PART_OF').map(({ from, to }) => [to, from] as const);
  const governed = (id: string) => [id, ...touching(id, 'GOVERNS').map((fact) => other(fact, id))];
  const ownOf = (id: string) => [...closure([id, ...bodies(id)].flatMap(governed), units)];
  const possesses = {
    CONSULTED_PERSON: (id: string) =>
      [...closure(governed(id), units)]
        .flatMap((own) => [own, ...arriving(own, 'AFFILIATED_WITH').map(({ from }) => from)])
        .some((one) => leaving(one, 'CONSULTED_IN').length > 0),
    PROGRAM: (id: string) =>
      ownOf(id).some((own) =>
        touching(own, 'LISTED_UNDER', 'RUNS', 'WITH_PARTNER', 'CONTRIBUTED_TO').some((fact) =>
          isOf('PROGRAM', other(fact, own)),
        ),
      ),
    AGREEMENT: (id: string) => ownOf(id).some((own) => leaving(own, 'PARTY_TO').length > 0),
    PARTNER: (id: string) =>
      ownOf(id).some(
        (own) =>
          touching(own, 'COLLABORATES_WITH').length > 0 ||
          arriving(own, 'WITH_PARTNER').length > 0 ||
          [...arriving(own, 'LISTED_UNDER').map(({ from }) => from), ...leaving(own, 'RUNS').map(({ to }) => to)].some(
            (program) => leaving(program, 'WITH_PARTNER').length > 0,
          ) ||
          leaving(own, 'PARTY_TO').some(({ to }) => arriving(to, 'PARTY_TO').length > 1),
      ),
  };

  const suggestions = (filter: PlainFilter) => {
    const given = Object.keys(found).filter((field) => ways(filter)[field] !== undefined);
    const ranked =
      given.length === 0
        ? [...actors.keys()].sort(byName)
        : rank(
            given.flatMap((field) => found[field]?.(ways(filter)[field] ?? []) ?? []),
            given.length,
          ).map(({ id }) => id);
    const linked = filter.notYetLinkedTo === undefined ? new Set() : linkedTo(filter.notYetLinkedTo);
    return ranked.filter((id) => {
      const kind = actors.get(id)?.kind;
      return (
        !linked.has(id) &&
        filter.places?.includes(id) !== true &&
        (filter.kinds === undefined || (kind !== undefined && filter.kinds.includes(kind))) &&
        (filter.lacking ?? []).every((lacking) => !possesses[lacking](id))
      );
    });
  };

  const byName = (one: string, another: string) =>
    compare(actors.get(one)?.sortName ?? '', actors.get(another)?.sortName ?? '') || compare(one, another);

  /** The actors found in so many fields, the strongest first. */
  const rank = (rows: readonly Found[], fields: number) => {
    const places = new Map<string, { readonly met: Set<string>; readonly ways: Map<string, Found[]> }>();
    for (const row of rows) {
      const place = places.get(row.actor) ?? { met: new Set<string>(), ways: new Map<string, Found[]>() };
      places.set(row.actor, place);
      place.met.add(row.field);
      const way = `${row.field} ${row.way} ${row.isThrough}`;
      place.ways.set(way, [...(place.ways.get(way) ?? []), row]);
    }
    const ranked = [...places]
      .filter(([, { met }]) => met.size === fields)
      .map(([id, place]) => ({
        id,
        points: [...place.ways.values()].map(pointsOfWay).reduce((sum, one) => sum + one, 0),
        newest: [...place.ways.values()]
          .flat()
          .flatMap((row) => row.facts)
          .map(({ asOf }) => asOf)
          .reduce(later, ''),
      }));
    return ranked.sort(
      (one, another) =>
        another.points - one.points || compare(another.newest, one.newest) || byName(one.id, another.id),
    );
  };

  /** The points and the newest date of each collaborator, in order. */
  const pointsOf = (id: string) => rankedCollaborators(id).map(({ points: sum, newest }) => [sum, newest]);

  return { actors: [...actors.keys()], collaboratorsOf, pointsOf, suggestions };
}

function pointsOfWay(rows: readonly Found[]): number {
  const [{ way, isThrough } = { way: '', isThrough: false }] = rows;
  const facts = rows.flatMap((row) => row.facts);
  const further = new Set(facts.map(({ fact }) => fact)).size - 1;
  return (
    (points[way] ?? 0) / (facts.some(({ isStated }) => isStated) ? 1 : 2) / (isThrough ? 2 : 1) + Math.min(further, 3)
  );
}

function ways({
  themes,
  axes,
  places,
  networks,
  sectors,
}: PlainFilter): Readonly<Record<string, readonly string[] | undefined>> {
  return { themes, axes, places, networks, sectors };
}

function sortNameOf({ surname1, surname2 = '', givenName = '', name = '' }: Row): string {
  return plain(surname1 === undefined ? name : `${surname1} ${surname2} ${givenName}`);
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
