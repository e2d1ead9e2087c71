import { actorKinds, type EntityKind } from '../../src/model/kinds.ts';
import type { TieKind } from '../../src/model/ties.ts';
import { zipf, type Random } from './random.ts';

/** What ties are drawn between. */
export interface World {
  readonly actors: number;
  readonly ids: ReadonlyMap<EntityKind, readonly string[]>;
}

type Pair = readonly [from: string, to: string];
type Draw = (world: World, random: Random) => string;

interface TiePlan {
  readonly kind: TieKind;
  /** Ends of ties; a pair may come twice. */
  pairs(world: World, random: Random): Iterable<Pair>;
  /** Cells of the kind's own columns. */
  own?(random: Random, world: World): Readonly<Record<string, string>>;
}

/** About five ties for an actor; the first of a kind are hubs. */
export const tiePlans: readonly TiePlan[] = [
  {
    kind: 'AFFILIATED_WITH',
    pairs: scattered(
      1.05,
      any('PERSON'),
      oneOf([0.8, hub('ORGANIZATION', 0.85)], [0.2, hub('GOVERNMENT_ENTITY', 0.8)]),
    ),
    own: (random) => ({ role: `Vocalía ${random.below(50)}` }),
  },
  {
    kind: 'CONSULTED_IN',
    pairs: scattered(0.08, any('PERSON'), hub('CONSULTATION', 1)),
    own: (random, world) => ({
      sector: hub('SECTOR', 0.7)(world, random),
      roleAsPrinted: 'Vocalía',
      quoted: String(random.chance(0.2)),
    }),
  },
  {
    kind: 'MEMBER_OF',
    pairs: scattered(
      0.6,
      oneOf([0.3, any('PERSON')], [0.4, any('ORGANIZATION')], [0.15, any('GOVERNMENT_ENTITY')], [0.15, any('CITY')]),
      hub('NETWORK', 0.9),
    ),
  },
  {
    kind: 'LISTED_UNDER',
    pairs: eachAndMore('PROGRAM', 0.2, hub('GOVERNMENT_ENTITY', 0.8)),
    own: (random) => ({ joint: String(random.chance(0.2)) }),
  },
  {
    kind: 'RUNS',
    pairs: scattered(0.1, oneOf([0.7, hub('ORGANIZATION', 0.7)], [0.3, hub('NETWORK', 0.7)]), any('PROGRAM')),
  },
  {
    kind: 'WITH_PARTNER',
    pairs: scattered(
      0.5,
      any('PROGRAM'),
      oneOf(
        [0.5, hub('ORGANIZATION', 0.8)],
        [0.2, hub('CITY', 0.8)],
        [0.2, hub('NETWORK', 0.9)],
        [0.1, hub('COUNTRY', 0.8)],
      ),
    ),
  },
  {
    kind: 'UNDER_AXIS',
    pairs: both(eachAndMore('PROGRAM', 0, hub('PRIORITY_AXIS', 0.8)), eachAndMore('THEME', 0, hub('PRIORITY_AXIS', 0))),
  },
  { kind: 'UNDER_AGREEMENT', pairs: scattered(0.05, any('PROGRAM'), hub('AGREEMENT', 0.8)) },
  {
    kind: 'ABOUT',
    pairs: scattered(
      0.5,
      oneOf([0.8, any('PROGRAM')], [0.1, any('ORGANIZATION')], [0.1, any('POSITION')]),
      hub('THEME', 0.8),
    ),
  },
  {
    kind: 'PARTY_TO',
    pairs: scattered(0.06, oneOf([0.5, hub('GOVERNMENT_ENTITY', 0.8)], [0.5, any('ORGANIZATION')]), any('AGREEMENT')),
  },
  {
    kind: 'COLLABORATES_WITH',
    pairs: scattered(
      0.4,
      any('ORGANIZATION'),
      oneOf([0.5, hub('ORGANIZATION', 0.8)], [0.3, hub('CITY', 0.8)], [0.2, hub('COUNTRY', 0.5)]),
    ),
    own: (random) => ({ form: random.pick(['FUNDING', 'TECHNICAL_ASSISTANCE', 'VISIT', 'OTHER']) }),
  },
  {
    kind: 'CONTRIBUTED_TO',
    pairs: scattered(
      0.1,
      any(...actorKinds),
      oneOf([0.4, hub('EVENT', 0.6)], [0.3, any('PUBLICATION')], [0.3, any('PROGRAM')]),
    ),
  },
  {
    kind: 'TOOK_PART_IN',
    pairs: scattered(0.2, oneOf([0.9, any(...actorKinds)], [0.1, any('PROGRAM')]), hub('EVENT', 0.9)),
  },
  {
    kind: 'RECEIVED',
    pairs: scattered(0.02, oneOf([0.8, any(...actorKinds)], [0.2, any('PROGRAM')]), any('RECOGNITION')),
  },
  { kind: 'GRANTED', pairs: scattered(0.01, hub('NETWORK', 0.8), any('RECOGNITION')) },
  { kind: 'PUBLISHED_IN', pairs: eachAndMore('PUBLICATION', 0, hub('CITY', 0.8)) },
  { kind: 'PART_OF', pairs: both(tree('ORGANIZATION'), tree('GOVERNMENT_ENTITY')) },
  { kind: 'GOVERNS', pairs: governments },
  {
    kind: 'BASED_IN',
    pairs: scattered(0.13, any('ORGANIZATION'), oneOf([0.9, hub('CITY', 0.9)], [0.1, hub('COUNTRY', 0.5)])),
  },
  { kind: 'IN_STATE', pairs: eachAndMore('CITY', 0, hub('STATE', 0.3)) },
  { kind: 'IN_COUNTRY', pairs: eachAndMore('STATE', 0, hub('COUNTRY', 0.7)) },
  { kind: 'IN_REGION', pairs: eachAndMore('COUNTRY', 0, hub('REGION', 0.3)) },
  { kind: 'HELD_IN', pairs: eachAndMore('EVENT', 0, hub('CITY', 0.7)) },
  {
    kind: 'OF_CONSULTATION',
    pairs: both(
      eachAndMore('SECTOR', 0, hub('CONSULTATION', 0)),
      eachAndMore('RECOMMENDATION', 0, hub('CONSULTATION', 0)),
    ),
  },
  { kind: 'HOLDS', pairs: ofEach('POSITION', any('PERSON')) },
  { kind: 'NAMES', pairs: eachAndMore('POSITION', 0.01, oneOf([0.5, hub('CITY', 0.8)], [0.5, hub('COUNTRY', 0.5)])) },
  { kind: 'HAS_PROPOSAL', pairs: ofEach('PROPOSAL', any('RECOMMENDATION')) },
  { kind: 'PROPOSED', pairs: ofEach('PROPOSAL', any(...actorKinds)) },
];

function idsOf({ ids }: World, kind: EntityKind): readonly string[] {
  return ids.get(kind) ?? [];
}

/** Any of some kinds, all alike. */
function any(...kinds: readonly EntityKind[]): Draw {
  return (world, random) => {
    const sizes = kinds.map((kind) => idsOf(world, kind).length);
    let place = random.below(sizes.reduce((sum, size) => sum + size, 0));
    for (const [at, kind] of kinds.entries()) {
      const size = sizes[at] ?? 0;
      if (place < size) return idsOf(world, kind)[place] ?? '';
      place -= size;
    }
    return '';
  };
}

/** One of a kind, the first far more often than the last. */
function hub(kind: EntityKind, steepness: number): Draw {
  return (world, random) => {
    const ids = idsOf(world, kind);
    return ids[zipf(random, ids.length, steepness)] ?? '';
  };
}

/** Draws in given shares. */
function oneOf(...draws: readonly (readonly [share: number, draw: Draw])[]): Draw {
  return (world, random) => {
    let left = random.next();
    for (const [share, draw] of draws) {
      if (left < share) return draw(world, random);
      left -= share;
    }
    return draws[0]?.[1](world, random) ?? '';
  };
}

function scattered(perActor: number, from: Draw, to: Draw): TiePlan['pairs'] {
  return function* (world, random) {
    for (let left = Math.round(world.actors * perActor); left > 0; left -= 1)
      yield [from(world, random), to(world, random)];
  };
}

/** One tie from each of a kind, and some more. */
function eachAndMore(kind: EntityKind, more: number, to: Draw): TiePlan['pairs'] {
  const others = scattered(more, any(kind), to);
  return function* (world, random) {
    for (const id of idsOf(world, kind)) yield [id, to(world, random)];
    yield* others(world, random);
  };
}

/** One tie to each of a kind. */
function ofEach(kind: EntityKind, from: Draw): TiePlan['pairs'] {
  return function* (world, random) {
    for (const id of idsOf(world, kind)) yield [from(world, random), id];
  };
}

function both(...plans: readonly TiePlan['pairs'][]): TiePlan['pairs'] {
  return function* (world, random) {
    for (const pairs of plans) yield* pairs(world, random);
  };
}

/** Three levels: a fifth are roots, two fifths may be units of them, and two fifths units of units. */
function tree(kind: EntityKind): TiePlan['pairs'] {
  return function* (world, random) {
    const ids = idsOf(world, kind);
    const [roots, units] = [Math.ceil(ids.length * 0.2), Math.ceil(ids.length * 0.6)];
    for (let at = roots; at < ids.length; at += 1) {
      if (!random.chance(0.6)) continue;
      const parent = at < units ? zipf(random, roots, 0.8) : roots + zipf(random, units - roots, 0.6);
      yield [ids[at] ?? '', ids[parent] ?? ''];
    }
  };
}

/** A government for each city, and for the states and countries while there are governments left. */
function* governments(world: World): Iterable<Pair> {
  const places = (['CITY', 'STATE', 'COUNTRY'] as const).flatMap((kind) => idsOf(world, kind));
  const bodies = idsOf(world, 'GOVERNMENT_ENTITY');
  for (const [at, place] of places.slice(0, bodies.length).entries()) yield [bodies[at] ?? '', place];
}
