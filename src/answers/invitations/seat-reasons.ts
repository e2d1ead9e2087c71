import { factIn, nameIn, type Lang } from '../../fields/statement.ts';
import { ENTITY_COLUMNS, toEntity, type EntityRecord } from '../../graph/entity-record.ts';
import { TIE_COLUMNS, toTie, type TieRecord } from '../../graph/tie-record.ts';
import type { InTwoLanguages } from '../../model/column.ts';
import type { ReasonRecord } from '../reasons/reasons.record.ts';
import type { SeatReasonRow } from './invitations.cypher.ts';
import type { Way } from './invitations.record.ts';
import { inWords, listed } from './wording.ts';

/** A fact with both of its ends. */
interface Fact {
  readonly tie: TieRecord;
  readonly from: EntityRecord;
  readonly to: EntityRecord;
  /** Of a fact that leads to a position: whether it asks, offers or holds. */
  readonly form: 'ASK' | 'OFFER' | 'VIEW' | null;
  /** Of a fact that leads to an axis: its rank, where it has one. */
  readonly rank: number | null;
}

/** What speaks for a person in one way: a chain of facts from the person to what it is about. */
export interface Evidence {
  readonly person: string;
  /** Id of the axis, theme, place, sector or institution. */
  readonly about: string;
  readonly way: Way;
  /** How many chains of this way there are; some may not be told. */
  readonly total: number;
  readonly facts: readonly Fact[];
}

/** What a seat is to be explained by. */
export interface SeatQuestion {
  readonly person: string;
  /** Ids of what the table is about, what matters most first. */
  readonly focus: readonly string[];
  /** Ids of the axes, themes, places and sectors that nobody else at the table brings, what matters most first. */
  readonly alone: readonly string[];
}

/** Of positions and facts for one thing so many are told: the others say the same again. */
const MOST_OF_ONE = 2;
/** Of what a person said where the table is about nothing in particular. */
const MOST_VOICES = 2;
/** Of what nobody else brings: a place lies in a region of each scheme. */
const MOST_ALONE = 2;

/** Reads the rows of `seatReasons`: a row is a fact, and a chain's facts stand one after the other. */
export function toEvidence(rows: readonly SeatReasonRow[], keep: (entity: EntityRecord) => void): readonly Evidence[] {
  const entityAt = (row: SeatReasonRow, at: number) => {
    const entity = toEntity(row, at);
    keep(entity);
    return entity;
  };
  const chains = new Map<string, Evidence & { readonly facts: Fact[] }>();
  for (const row of rows) {
    const [person, about, way, total] = row;
    const key = row.slice(0, FACT).join(' ');
    const chain = chains.get(key) ?? { person, about, way, total, facts: [] };
    chains.set(key, chain);
    chain.facts.push({
      tie: toTie(row, FACT),
      // The importer has checked it against the column's values.
      form: row[END] as Fact['form'],
      // The importer has checked it against the column's type.
      rank: row[END + 1] as Fact['rank'],
      from: entityAt(row, FROM),
      to: entityAt(row, TO),
    });
  }
  return [...chains.values()];
}

const FACT = 5;
const END = FACT + TIE_COLUMNS;
const FROM = END + 2;
/** An entity without its detail has a column less. */
const TO = FROM + ENTITY_COLUMNS - 1;

/**
 * Why a person has a seat, in words: what the person asked for or said of what the table is about, what the institution
 * did, what nobody else at the table brings; and where none of these speaks, what the person said, what the institution did
 * elsewhere, and where the person stood.
 */
export function reasonsFor(
  question: SeatQuestion,
  evidence: readonly Evidence[],
  sectors: readonly EntityRecord[],
): readonly ReasonRecord[] {
  const { person, focus, alone } = question;
  const own = evidence.filter((chain) => chain.person === person);
  const about = (id: string, way: Way) => own.filter((chain) => chain.about === id && chain.way === way);
  const fit = focus.flatMap((id) => [
    ...once(about(id, 'POSITION')).slice(0, MOST_OF_ONE).map(positionReason),
    ...about(id, 'TOPIC').slice(0, MOST_OF_ONE).map(topicReason),
    ...programReasons(about(id, 'PROGRAM')),
    ...institutionReasons(about(id, 'INSTITUTION')),
    ...about(id, 'WORK').slice(0, MOST_OF_ONE).map(workReason),
  ]);
  const only = alone
    .flatMap((id) =>
      aloneReason(
        own.filter((chain) => chain.about === id),
        sectors,
      ),
    )
    .slice(0, MOST_ALONE);
  const voices = own.filter(({ way }) => way === 'VOICE').slice(0, MOST_VOICES);
  const said = fit.length > 0 ? [] : voices.map(positionReason);
  const told = distinct([...fit, ...said, ...only]);
  if (told.length > 0) return told;
  const done = [...new Set(own.map((chain) => chain.about))].flatMap((id) => programReasons(about(id, 'PROGRAM')));
  if (done.length > 0) return done.slice(0, MOST_OF_ONE);
  return (['POST', 'SECTOR'] as const).flatMap((way) => own.filter((chain) => chain.way === way).map(plainReason));
}

/** A position may be about several themes of one axis. */
function once(chains: readonly Evidence[]): readonly Evidence[] {
  const seen = new Set<string>();
  return chains.filter(({ facts }) => {
    const [held] = facts;
    if (held === undefined || seen.has(held.to.id)) return false;
    seen.add(held.to.id);
    return true;
  });
}

/** The same position may speak for two themes: it is told for the first. */
function distinct(reasons: readonly ReasonRecord[]): readonly ReasonRecord[] {
  const seen = new Set<string>();
  return reasons.filter(({ sentence }) => !seen.has(sentence.es) && seen.add(sentence.es));
}

const forms = {
  ASK: { es: 'Pedía', en: 'Asked' },
  OFFER: { es: 'Ofrecía', en: 'Offered' },
  VIEW: { es: 'Opinaba', en: 'Held' },
} as const satisfies Readonly<Record<string, InTwoLanguages>>;

function positionReason({ facts }: Evidence): ReasonRecord {
  const [held, ...others] = facts;
  const position = held?.to;
  const form = held?.form ?? 'VIEW';
  const [subject] = others;
  return reasonOf(facts, (lang) => {
    const said = position === undefined ? '' : quoted(nameIn(position, lang).replace(/\.$/, ''), lang);
    const what = subject === undefined ? '' : subjectOf(subject, lang);
    return `${forms[form][languageOf(lang)]}${what}: ${said}.`;
  });
}

/** What a position is about: a theme, or a place that it names. */
function subjectOf({ tie, to }: Fact, lang: Lang): string {
  if (tie.tieKind === 'NAMES')
    return lang === 'EN' ? `, naming ${nameIn(to, lang)}` : `, nombrando a ${nameIn(to, lang)}`;
  return lang === 'EN' ? `, on ${quoted(nameIn(to, lang), lang)}` : `, sobre ${quoted(nameIn(to, lang), lang)}`;
}

function topicReason({ facts }: Evidence): ReasonRecord {
  const [topic] = facts;
  return reasonOf(facts, (lang) => {
    const theme = topic === undefined ? '' : quoted(nameIn(topic.to, lang), lang);
    return lang === 'EN' ? `Dealt with ${theme}.` : `Trataba de ${theme}.`;
  });
}

/** One reason for all programs of one institution. */
function programReasons(chains: readonly Evidence[]): readonly ReasonRecord[] {
  const groups = byInstitution(chains);
  // The number of all is known of one institution alone; of several, that of those that were read.
  return [...groups.values()].map((ofOne) =>
    programReason(ofOne, groups.size === 1 ? (ofOne[0]?.total ?? 0) : ofOne.length),
  );
}

function programReason(chains: readonly Evidence[], total: number): ReasonRecord {
  const [first] = chains;
  const [post, , placement] = first?.facts ?? [];
  const programs = chains.flatMap(({ facts }) => facts[1]?.from ?? []);
  const facts = [...(post === undefined ? [] : [post]), ...chains.flatMap((chain) => chain.facts.slice(1))];
  return reasonOf(
    facts,
    (lang) => {
      const institution = post === undefined ? '' : nameIn(post.to, lang);
      const number = inWords(total)[languageOf(lang)];
      const under = placement === undefined ? '' : underWhat(placement.to, placement.rank, lang);
      const names = programs.map((program) => quoted(nameIn(program, lang), lang));
      const others = total - programs.length;
      const all = others > 0 ? [...names, lang === 'EN' ? `${others} more` : `${others} más`] : names;
      return lang === 'EN'
        ? `The institution, ${institution}, had ${number} ${total === 1 ? 'program' : 'programs'} ${under}: ${listed(all, 'en')}.`
        : `Su institución, ${institution}, tenía ${number} ${total === 1 ? 'programa' : 'programas'} ${under}: ${listed(all, 'es')}.`;
    },
    true,
  );
}

/** An axis by its rank, by which its people know it: names of axes are long. */
function underWhat(it: EntityRecord, rank: number | null, lang: Lang): string {
  if (it.kind === 'PRIORITY_AXIS') {
    const called = rank === null ? quoted(nameIn(it, lang), lang) : String(rank);
    return lang === 'EN' ? `of axis ${called}` : `del eje ${called}`;
  }
  return lang === 'EN' ? `on ${quoted(nameIn(it, lang), lang)}` : `sobre ${quoted(nameIn(it, lang), lang)}`;
}

/** One reason for all themes of one institution. */
function institutionReasons(chains: readonly Evidence[]): readonly ReasonRecord[] {
  return [...byInstitution(chains)].map(([, ofOne]) => {
    const [post] = ofOne[0]?.facts ?? [];
    const themes = ofOne.flatMap(({ facts }) => facts[1]?.to ?? []);
    const facts = [...(post === undefined ? [] : [post]), ...ofOne.flatMap((chain) => chain.facts.slice(1))];
    return reasonOf(
      facts,
      (lang) => {
        const institution = post === undefined ? '' : nameIn(post.to, lang);
        const names = listed(
          themes.map((theme) => quoted(nameIn(theme, lang), lang)),
          languageOf(lang),
        );
        return lang === 'EN'
          ? `The institution, ${institution}, dealt with ${names}.`
          : `Su institución, ${institution}, trataba de ${names}.`;
      },
      true,
    );
  });
}

function byInstitution(chains: readonly Evidence[]): ReadonlyMap<string, readonly Evidence[]> {
  const groups = new Map<string, Evidence[]>();
  for (const chain of chains) {
    const institution = chain.facts[0]?.to.id ?? '';
    groups.set(institution, [...(groups.get(institution) ?? []), chain]);
  }
  return groups;
}

function workReason({ facts }: Evidence): ReasonRecord {
  return reasonOf(facts, (lang) => chainIn(facts, lang));
}

/** A chain in a sentence: the facts one after the other, each beginning where the one before ended. */
function chainIn(facts: readonly Fact[], lang: Lang): string {
  const whole = facts.map(({ tie, from, to }) => factIn(tie, from, to, lang)).join('; ');
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}.`;
}

/** That nobody else at the table is found under something; by the first way that shows it. */
function aloneReason(chains: readonly Evidence[], sectors: readonly EntityRecord[]): readonly ReasonRecord[] {
  const [best] = waysOfAlone.flatMap((way) => chains.filter((chain) => chain.way === way));
  if (best === undefined) return [];
  const { about, way, facts } = best;
  const it = [...facts.flatMap(({ from, to }) => [from, to]), ...sectors].find(({ id }) => id === about);
  const rank = facts.find(({ to }) => to.id === about)?.rank ?? null;
  return it === undefined
    ? []
    : [reasonOf(facts, (lang) => aloneIn(it, rank, lang), way === 'PROGRAM' || way === 'INSTITUTION')];
}

const waysOfAlone: readonly Way[] = ['POSITION', 'TOPIC', 'WORK', 'PROGRAM', 'INSTITUTION', 'SECTOR'];

function aloneIn(it: EntityRecord, rank: number | null, lang: Lang): string {
  const name = quoted(nameIn(it, lang), lang);
  if (it.kind === 'SECTOR')
    return lang === 'EN'
      ? `The only person at the table of the sector ${name}.`
      : `Única persona de la mesa del sector ${name}.`;
  const what = it.kind === 'PRIORITY_AXIS' || it.kind === 'THEME' ? underWhat(it, rank, lang) : withWhat(it, lang);
  return lang === 'EN' ? `The only voice at the table ${what}.` : `Única voz de la mesa ${what}.`;
}

function withWhat(it: EntityRecord, lang: Lang): string {
  return lang === 'EN' ? `with ${nameIn(it, lang)}` : `con ${nameIn(it, lang)}`;
}

function plainReason({ facts }: Evidence): ReasonRecord {
  return reasonOf(facts, (lang) => chainIn(facts, lang));
}

/** What goes through an institution is worked out, however well each fact is stated. */
function reasonOf(facts: readonly Fact[], sentence: (lang: Lang) => string, isThrough = false): ReasonRecord {
  const ties = [...new Map(facts.map(({ tie }) => [tie.id, tie])).values()];
  return {
    sentence: { es: sentence('ES'), en: sentence('EN') },
    ties,
    basis: isThrough || ties.some(({ basis }) => basis === 'INFERRED') ? 'INFERRED' : 'STATED',
  };
}

function quoted(text: string, lang: Lang): string {
  return lang === 'EN' ? `“${text}”` : `«${text}»`;
}

function languageOf(lang: Lang): 'es' | 'en' {
  return lang === 'EN' ? 'en' : 'es';
}
