import type { Lang } from '../../fields/statement.ts';
import { nameIn } from '../../fields/statement.ts';
import type { EntityKind } from '../../model/kinds.ts';
import type { TieKind } from '../../model/ties.ts';
import type { DistinctionFact } from './search.record.ts';

const ofBodies = [['PART_OF'], ['GOVERNS'], ['BASED_IN']] as const;

/**
 * What tells the entities of a kind from others of their name: the other ends of these facts. Of several sets the first
 * of which there is a fact.
 */
const told: Readonly<Record<EntityKind, readonly (readonly TieKind[])[]>> = {
  PERSON: [['AFFILIATED_WITH'], ['CONSULTED_IN'], ['MEMBER_OF'], ['CONTRIBUTED_TO'], ['TOOK_PART_IN']],
  ORGANIZATION: ofBodies,
  GOVERNMENT_ENTITY: ofBodies,
  NETWORK: ofBodies,
  CITY: [['IN_STATE', 'IN_COUNTRY'], ['IN_REGION']],
  STATE: [['IN_COUNTRY'], ['IN_REGION']],
  COUNTRY: [['IN_REGION']],
  REGION: [['PRIORITIZED_IN']],
  PROGRAM: [['LISTED_UNDER'], ['RUNS'], ['WITH_PARTNER']],
  PRIORITY_AXIS: [['PRIORITIZED_IN']],
  THEME: [['UNDER_AXIS']],
  AGREEMENT: [['PARTY_TO']],
  EVENT: [['HELD_IN'], ['CONTRIBUTED_TO']],
  RECOGNITION: [['RECEIVED'], ['GRANTED']],
  PUBLICATION: [['CONTRIBUTED_TO'], ['PUBLISHED_IN']],
  CONSULTATION: [['CONTRIBUTED_TO']],
  SECTOR: [['OF_CONSULTATION']],
  RECOMMENDATION: [['OF_CONSULTATION']],
  PROPOSAL: [['HAS_PROPOSAL']],
  POSITION: [['HOLDS']],
};

/** How many are named; of a person's posts, or of the parties of an agreement, there may be dozens. */
const MOST = 3;

/** The text that tells an entity from others of its name; `null` where nothing does. */
export function distinctionOf(kind: EntityKind, facts: readonly DistinctionFact[], lang: Lang): string | null {
  const sets = told[kind].map((kinds) => kinds.flatMap((one) => facts.filter((fact) => fact.kind === one)));
  const chosen = sets.find((set) => set.length > 0) ?? [];
  const texts = [...new Set(chosen.map((fact) => (kind === 'PERSON' ? ofPerson(fact, lang) : nameIn(fact, lang))))];
  const shown = texts.length > MOST ? [...texts.slice(0, MOST), '…'] : texts;
  const [{ date } = { date: null }] = facts;
  const whole = [shown.join(kind === 'PERSON' ? '; ' : ', '), date ?? ''].filter((text) => text !== '').join(', ');
  return whole === '' ? null : whole;
}

/** As of the source: a post in an annex of 2016 says nothing about today. */
function ofPerson({ role, printed, asOf, ...other }: DistinctionFact, lang: Lang): string {
  const institution = other.kind === 'CONSULTED_IN' ? printed : nameIn(other, lang);
  const post = [role, institution].filter((text) => text !== null).join(', ');
  const text = post === '' ? nameIn(other, lang) : post;
  return asOf === null ? text : `${text} (${asOf.slice(0, 4)})`;
}
