import * as agreements from './agreements/agreements.resolvers.ts';
import * as bodies from './bodies/bodies.resolvers.ts';
import * as consultations from './consultations/consultations.resolvers.ts';
import * as entities from './entities/entities.resolvers.ts';
import * as geography from './geography/geography.resolvers.ts';
import * as happenings from './happenings/happenings.resolvers.ts';
import * as people from './people/people.resolvers.ts';
import * as programs from './programs/programs.resolvers.ts';
import * as sources from './sources/sources.resolvers.ts';
import * as topics from './topics/topics.resolvers.ts';

/** Every subject of the API: its resolvers and its statements. */
export const subjects = [
  entities,
  people,
  bodies,
  geography,
  programs,
  topics,
  agreements,
  happenings,
  consultations,
  sources,
] as const;
