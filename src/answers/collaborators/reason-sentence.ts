import type { ReasonRecord } from '../reasons/reasons.record.ts';
import { factIn, nameIn, nameWithin, stopped, type Lang } from '../../fields/statement.ts';
import type { EntityRecord } from '../../graph/entity-record.ts';
import type { TieRecord } from '../../graph/tie-record.ts';
import type { InTwoLanguages } from '../../model/column.ts';
import { weights, type Way } from './weights.ts';

/** A fact with both of its ends. */
export interface Fact {
  readonly tie: TieRecord;
  readonly from: EntityRecord;
  readonly to: EntityRecord;
}

/** What joins two actors, or an actor and what is asked for. */
export interface Link {
  readonly way: Way;
  /** The body, city or government whose work it is; none where it is the actor's own. */
  readonly via: EntityRecord | null;
  /** Where the way is that of a sector: the sector. */
  readonly sector: EntityRecord | null;
  readonly facts: readonly Fact[];
}

/** What the facts alone do not say of a way: that they share something, and how much that means. */
const openings: Readonly<Partial<Record<Way, InTwoLanguages>>> = {
  AGREEMENT: { es: 'partes de un mismo acuerdo', en: 'parties to one agreement' },
  PROGRAM: { es: 'en un mismo programa', en: 'in one program' },
  NETWORK: { es: 'vínculo más débil, una misma red', en: 'a weaker tie, one network' },
  EVENT: { es: 'vínculo más débil, un mismo evento', en: 'a weaker tie, one event' },
};

/** Reasons in words, the strongest first. */
export function toReasons(links: readonly Link[]): readonly ReasonRecord[] {
  return [...links].sort((one, other) => strength(other) - strength(one)).map(toReason);
}

function toReason(link: Link): ReasonRecord {
  return {
    sentence: { es: sentence(link, 'ES'), en: sentence(link, 'EN') },
    ties: link.facts.map(({ tie }) => tie),
    basis: isInferred(link) ? 'INFERRED' : 'STATED',
  };
}

function strength(link: Link): number {
  return (
    weights[link.way] / (link.facts.some(({ tie }) => tie.basis === 'INFERRED') ? 2 : 1) / (link.via === null ? 1 : 2)
  );
}

/** What goes through another entity is worked out, however well each fact is stated. */
function isInferred({ via, facts }: Link): boolean {
  return via !== null || facts.some(({ tie }) => tie.basis === 'INFERRED');
}

function sentence(link: Link, lang: Lang): string {
  const opening = openingOf(link, lang);
  const facts = link.facts.map((fact, at) => joined(link.facts[at - 1], fact, lang)).join('');
  return stopped(capital(opening === '' ? facts : `${opening}: ${facts}`));
}

/** A fact in a sentence, after the one before it: names are long, and what was just named is not named again. */
function joined(before: Fact | undefined, { tie, from, to }: Fact, lang: Lang): string {
  const whole = factIn(tie, from, to, lang);
  if (before === undefined) return whole;
  const isEnglish = lang === 'EN';
  const predicate = withoutSubject(whole, nameWithin(from, lang));
  if (predicate !== null && from.id === before.from.id) return ` ${isEnglish ? 'and' : 'y'} ${predicate}`;
  if (predicate === null || from.id !== before.to.id) return `; ${whole}`;
  if (from.kind === 'POSITION') return `; ${isEnglish ? 'the position' : 'la postura'} ${predicate}`;
  return `, ${relative(from, isEnglish)} ${predicate}`;
}

function relative({ kind }: EntityRecord, isEnglish: boolean): string {
  if (!isEnglish) return 'que';
  return kind === 'PERSON' ? 'who' : 'which';
}

function withoutSubject(fact: string, name: string): string | null {
  const subject = [name, `«${name}»`, `“${name}”`].find((written) => fact.startsWith(`${written} `));
  return subject === undefined ? null : fact.slice(subject.length + 1);
}

function openingOf({ way, via, sector }: Link, lang: Lang): string {
  const isEnglish = lang === 'EN';
  const through = via === null ? [] : [`${isEnglish ? 'through' : 'a través de'} ${nameIn(via, lang)}`];
  const listed =
    sector === null
      ? []
      : [isEnglish ? `in the sector “${nameIn(sector, lang)}”` : `en el sector «${nameIn(sector, lang)}»`];
  const known = openings[way];
  return [...through, ...listed, ...(known === undefined ? [] : [isEnglish ? known.en : known.es])].join(', ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
