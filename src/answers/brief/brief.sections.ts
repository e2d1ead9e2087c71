import type { EntityKind } from '../../model/kinds.ts';
import type { TieKind } from '../../model/ties.ts';

/** The sections of a brief, in their order. */
export const sectionKeys = [
  'WHO',
  'GOVERNMENTS',
  'PARTIES',
  'ACTS',
  'OPERATORS',
  'AGREEMENTS',
  'PROGRAMS',
  'WORK',
  'PEOPLE',
  'EVENTS',
  'SHARED_NETWORKS',
  'NETWORKS',
  'MEMBERS',
  'ASKED',
  'ACTORS',
  'RECOGNITIONS',
  'PUBLICATIONS',
  'PARTS',
  'PLACES',
  'THEMES',
  'OTHER',
  'DOUBTS',
  'MISSING',
] as const;
export type SectionKey = (typeof sectionKeys)[number];

/** What a brief is about, as far as its titles and what it may lack depend on it. */
export type Family = 'PLACE' | 'BODY' | 'PERSON' | 'OTHER';

const families: Readonly<Partial<Record<EntityKind, Family>>> = {
  PERSON: 'PERSON',
  ORGANIZATION: 'BODY',
  GOVERNMENT_ENTITY: 'BODY',
  NETWORK: 'BODY',
  CITY: 'PLACE',
  STATE: 'PLACE',
  COUNTRY: 'PLACE',
  REGION: 'PLACE',
};

export function familyOf(kind: EntityKind): Family {
  return families[kind] ?? 'OTHER';
}

/**
 * How the facts of a section become lines: SENTENCES, each other end with a sentence for each fact; ABOUT_OTHER, each
 * other end with what is said of it, as "«P» named A as a partner; was listed under B"; ABOUT_ENTITY, what is said of
 * the entity itself, a line for each kind of fact with all of its other ends.
 */
export type LineStyle = 'SENTENCES' | 'ABOUT_OTHER' | 'ABOUT_ENTITY';

const styles: Readonly<Partial<Record<SectionKey, LineStyle>>> = {
  AGREEMENTS: 'ABOUT_OTHER',
  PROGRAMS: 'ABOUT_OTHER',
  EVENTS: 'ABOUT_OTHER',
  SHARED_NETWORKS: 'ABOUT_OTHER',
  NETWORKS: 'ABOUT_OTHER',
  RECOGNITIONS: 'ABOUT_OTHER',
  PUBLICATIONS: 'ABOUT_OTHER',
  PARTIES: 'ABOUT_ENTITY',
  MEMBERS: 'ABOUT_ENTITY',
  PARTS: 'ABOUT_ENTITY',
  PLACES: 'ABOUT_ENTITY',
  THEMES: 'ABOUT_ENTITY',
};

export function styleOf(section: SectionKey): LineStyle {
  return styles[section] ?? 'SENTENCES';
}

/** How many lines a section has at most; one that names its other ends in a row may name more. */
const LINES = 8;
export const MOST_LINES = 24;

export function linesOf(section: SectionKey): number {
  return styleOf(section) === 'ABOUT_ENTITY' ? MOST_LINES : LINES;
}

/** Which section a fact belongs to; the first rule that fits holds. */
interface Rule {
  readonly section: SectionKey;
  readonly ties: readonly TieKind[];
  /** Which end of the fact the brief is about; either when left out. */
  readonly end?: 'from' | 'to';
  /** The kinds that the other end may have; all when left out. */
  readonly others?: readonly EntityKind[];
}

export const rules: readonly Rule[] = [
  { section: 'DOUBTS', ties: ['POSSIBLY_SAME_AS', 'DISTINCT_FROM'] },
  { section: 'GOVERNMENTS', ties: ['GOVERNS'], end: 'to' },
  { section: 'PLACES', ties: ['IN_STATE', 'IN_COUNTRY', 'IN_REGION'], end: 'to' },
  { section: 'THEMES', ties: ['ABOUT'], end: 'from' },
  { section: 'THEMES', ties: ['UNDER_AXIS'], end: 'to', others: ['THEME'] },
  { section: 'MEMBERS', ties: ['MEMBER_OF'], end: 'to' },
  { section: 'NETWORKS', ties: ['MEMBER_OF'], end: 'from' },
  { section: 'AGREEMENTS', ties: ['PARTY_TO', 'UNDER_AGREEMENT'], end: 'from' },
  {
    section: 'PROGRAMS',
    ties: ['LISTED_UNDER', 'RUNS', 'WITH_PARTNER', 'CONTRIBUTED_TO', 'UNDER_AXIS', 'UNDER_AGREEMENT', 'ABOUT'],
    others: ['PROGRAM'],
  },
  { section: 'EVENTS', ties: ['TOOK_PART_IN', 'CONTRIBUTED_TO', 'HELD_IN', 'ABOUT'], others: ['EVENT'] },
  { section: 'RECOGNITIONS', ties: ['RECEIVED', 'GRANTED', 'ABOUT'], others: ['RECOGNITION'] },
  { section: 'PUBLICATIONS', ties: ['CONTRIBUTED_TO', 'PUBLISHED_IN', 'ABOUT'], others: ['PUBLICATION'] },
  { section: 'AGREEMENTS', ties: ['ABOUT'], others: ['AGREEMENT'] },
  { section: 'ASKED', ties: ['HOLDS', 'PROPOSED'], end: 'from' },
  { section: 'ASKED', ties: ['NAMES'], end: 'to' },
  { section: 'ASKED', ties: ['ABOUT'], others: ['POSITION', 'PROPOSAL', 'RECOMMENDATION'] },
  { section: 'ACTORS', ties: ['ABOUT'], end: 'to' },
  {
    section: 'PARTIES',
    ties: ['RUNS', 'CONTRIBUTED_TO', 'PARTY_TO', 'TOOK_PART_IN', 'RECEIVED', 'GRANTED', 'PROPOSED'],
    end: 'to',
  },
  { section: 'PARTIES', ties: ['LISTED_UNDER', 'WITH_PARTNER', 'NAMES'], end: 'from' },
  { section: 'WORK', ties: ['COLLABORATES_WITH'] },
  { section: 'PARTS', ties: ['OF_CONSULTATION', 'PRIORITIZED_IN'], end: 'to' },
  { section: 'PARTS', ties: ['HAS_PROPOSAL'], end: 'from' },
  {
    section: 'WHO',
    ties: [
      'AFFILIATED_WITH',
      'CONSULTED_IN',
      'CONTRIBUTED_TO',
      'PART_OF',
      'GOVERNS',
      'BASED_IN',
      'IN_STATE',
      'IN_COUNTRY',
      'IN_REGION',
      'PRIORITIZED_IN',
      'OF_CONSULTATION',
      'HELD_IN',
      'PUBLISHED_IN',
      'UNDER_AXIS',
    ],
    end: 'from',
  },
  { section: 'WHO', ties: ['SUCCEEDED'] },
  { section: 'WHO', ties: ['HOLDS', 'HAS_PROPOSAL'], end: 'to' },
];

/** Facts that statements of their own gather: the bodies of a place or of a body, and people. */
export const gatheredApart: readonly Rule[] = [
  { section: 'OPERATORS', ties: ['BASED_IN', 'PART_OF'], end: 'to' },
  { section: 'PEOPLE', ties: ['AFFILIATED_WITH', 'CONSULTED_IN'], end: 'to' },
];

/** What else is said of the things in a brief: who stands behind a program, the parties of an agreement, who spoke. */
export const surroundings = [
  'AFFILIATED_WITH',
  'CONSULTED_IN',
  'LISTED_UNDER',
  'RUNS',
  'WITH_PARTNER',
  'UNDER_AXIS',
  'UNDER_AGREEMENT',
  'PARTY_TO',
  'HOLDS',
  'PROPOSED',
  'HELD_IN',
  'RECEIVED',
  'GRANTED',
  'POSSIBLY_SAME_AS',
] as const satisfies readonly TieKind[];

/** The order in which the facts about one thing are told; those of other kinds come between, as the model has them. */
export const toldFirst: readonly TieKind[] = ['PART_OF', 'GOVERNS', 'BASED_IN', 'PARTY_TO'];
export const toldLast: readonly TieKind[] = ['UNDER_AGREEMENT', 'UNDER_AXIS', 'ABOUT'];

/** The kinds of the things of which more is said. */
export const surrounded: readonly EntityKind[] = [
  'PROGRAM',
  'AGREEMENT',
  'EVENT',
  'RECOGNITION',
  'POSITION',
  'PROPOSAL',
  'NETWORK',
];
