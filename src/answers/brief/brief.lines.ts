import type { CitationRecord } from '../../fields/source.record.ts';
import { nameIn, type Lang } from '../../fields/statement.ts';
import type { EntityRecord } from '../../graph/entity-record.ts';
import type { TieRecord } from '../../graph/tie-record.ts';
import type { InTwoLanguages } from '../../model/column.ts';
import type { EntityKind } from '../../model/kinds.ts';
import type { TieKind } from '../../model/ties.ts';
import {
  both,
  clauseOf,
  clausesAbout,
  dateWithin,
  inARow,
  inLanguage,
  nameWithin,
  sentencesOf,
} from './brief.clauses.ts';
import type { Acquaintance, Counted, Gathered, Library, Other } from './brief.material.ts';
import type { BriefLineRecord, Clause } from './brief.record.ts';
import { absences, moreFacts, positionVerbs, through, words } from './brief.texts.ts';

/** How many places in the sources stand for what is not on record. */
const MOST_NAMED = 3;

/** Each fact in its own sentence. */
export function sentencesLine({ ties, facts }: Other, library: Library, withNotes: boolean): BriefLineRecord | null {
  return line(sentencesOf(ties, library, { withNotes }), ties, { left: facts - ties.length });
}

/** What is said of a program, an agreement, an event: the facts that join it to the entity, those around it, its acts. */
export function otherLine(
  { entity, ties, facts }: Other,
  gathered: Gathered,
  library: Library,
): BriefLineRecord | null {
  const known = new Set(ties.map(({ id }) => id));
  const around = library
    .surroundingsOf(entity.id)
    .filter(({ id, tieKind }) => !known.has(id) && tieKind !== 'POSSIBLY_SAME_AS');
  const all = [...ties, ...around];
  const bridge = bridgeOf(ties, gathered);
  const lead = gathered.entity.kind === 'PERSON' ? leadThrough(bridge, gathered, library) : null;
  const leadCitations = lead === null ? [] : citationsOfAll(bridge, library);
  const seats = bridge.filter(({ tieKind }) => tieKind === 'BASED_IN');
  const clauses = [
    ...aroundActs(clausesAbout(entity, nameWithDate(entity), all, library), actClauses(entity.id, library), all),
    ...seats.flatMap((seat) => clauseOf(seat, library)),
  ];
  return line(clauses, [...all, ...(lead === null ? seats : bridge)], {
    lead,
    leadCitations,
    left: facts - ties.length,
  });
}

/** What is said of the entity itself: a line for each kind of fact, with all of its other ends. */
export function entityLines(
  { found }: Counted<Other>,
  { entity, own }: Gathered,
  library: Library,
): readonly BriefLineRecord[] {
  const ties = found.flatMap((other) => other.ties);
  return [...own].flatMap((id) => {
    const subject = id === entity.id ? entity : library.entityOf(id);
    if (subject === undefined) return [];
    const ofSubject = ties.filter(({ fromId, toId }) => fromId === id || toId === id);
    const kinds = [...new Set(ofSubject.map(({ tieKind }) => tieKind))];
    return kinds.flatMap((kind) => {
      const ofKind = ofSubject.filter(({ tieKind }) => tieKind === kind);
      return line(clausesAbout(subject, nameOf(subject), ofKind, library), ofKind) ?? [];
    });
  });
}

/** A body of a place, or a unit: what makes it one, and what it ran, joined or contributed to. */
export function bodyLine(
  { entity, ties, facts }: Other,
  { membership }: Gathered,
  library: Library,
): BriefLineRecord | null {
  // What governs is told in a section of its own.
  const joining = (membership.get(entity.id) ?? []).filter(({ tieKind }) => tieKind !== 'GOVERNS');
  const all = [...joining, ...ties];
  return line(clausesAbout(entity, nameOf(entity), all, library), all, { left: facts - ties.length });
}

/** How a person comes to deal with the entity: directly, at an event, or through a body and its program. */
export function personLine(
  { person, distance, chains, found }: Acquaintance,
  library: Library,
): BriefLineRecord | null {
  if (distance === 2) return lineThroughBody(chains[0] ?? [], found - 1, library);
  const who: readonly TieKind[] = distance === 0 ? ['CONSULTED_IN'] : ['AFFILIATED_WITH', 'CONSULTED_IN'];
  const known = library.surroundingsOf(person.id).filter(({ tieKind }) => who.includes(tieKind));
  const chained = chains.flat();
  const ties = uniqueTies(distance === 0 ? [...chained, ...known] : [...known, ...chained]);
  return line(sentencesOf(ties, library), ties, { left: found - chains.length });
}

function lineThroughBody([post, ...steps]: readonly TieRecord[], left: number, library: Library) {
  const program = library.entityOf(programOf(steps));
  if (post === undefined || program === undefined) return null;
  const byProgram: Clause = {
    text: both((lang) => `${inLanguage(words.throughIt, lang)} ${nameWithin(program, lang)}`),
    citations: citationsOfAll(steps, library),
  };
  const written = line([...clauseOf(post, library), byProgram], [post, ...steps], { left });
  return written === null ? null : { ...written, basis: 'INFERRED' as const };
}

/** The program of a chain from a body to the entity: the first fact lists or runs it. */
function programOf([listing]: readonly TieRecord[]): string {
  if (listing === undefined) return '';
  return listing.tieKind === 'RUNS' ? listing.toId : listing.fromId;
}

/** Who asked, offered or thought what, and what that names. */
export function positionLine({ entity, ties, facts }: Other, library: Library): BriefLineRecord | null {
  const holding = [...ties, ...library.surroundingsOf(entity.id)].filter(({ tieKind }) => tieKind === 'HOLDS');
  const holders = [...new Set(holding.map(({ fromId }) => fromId))];
  const people = holders.flatMap((id) => library.entityOf(id) ?? []);
  if (entity.kind !== 'POSITION' || people.length === 0) return null;
  const verb = positionVerbs[entity.detail?.positionForm ?? 'VIEW'];
  const leading = ties.filter(({ tieKind }) => tieKind !== 'NAMES');
  const said: Clause = {
    text: both((lang) => {
      const names = inARow(
        people.map((person) => nameIn(person, lang)),
        lang,
      );
      return `${names} ${inLanguage(verb, lang)}: ${withoutStop(nameIn(entity, lang))}`;
    }),
    citations: citationsOfAll([...holding, ...leading], library),
  };
  const naming = ties.filter(({ tieKind }) => tieKind === 'NAMES');
  return line([said, ...clausesAbout(entity, null, naming, library)], [...holding, ...leading, ...naming], {
    left: facts - ties.length,
  });
}

/** The acts of the agreement that a brief is about, each on a line. */
export function actLines({ entity }: Gathered, library: Library): readonly BriefLineRecord[] {
  return entity.kind === 'AGREEMENT'
    ? actClauses(entity.id, library).flatMap((clause) => line([clause], []) ?? [])
    : [];
}

/** What a brief of some kind should say and does not, given the sections that have something to say of it. */
export function missingLines(
  kind: EntityKind,
  { entity, isAbroad, sections }: Gathered,
  library: Library,
  written: ReadonlyMap<string, readonly BriefLineRecord[]>,
): readonly BriefLineRecord[] {
  const citations = library.citationsOf((entity.detail?.citations ?? []).slice(0, MOST_NAMED));
  return absences
    .filter(({ kinds, section, ties }) => {
      if (!kinds.includes(kind) || (section === 'SHARED_NETWORKS' && !isAbroad)) return false;
      const found = (sections.get(section)?.found ?? []).flatMap((other) => other.ties);
      return ties === undefined
        ? (written.get(section) ?? []).length === 0
        : !found.some(({ tieKind }) => ties.includes(tieKind));
    })
    .map(({ text }) => ({
      lead: null,
      leadCitations: [],
      clauses: [{ text, citations }],
      tail: null,
      ties: [],
      basis: 'INFERRED',
      isAbsence: true,
    }));
}

/** A line; null where nothing is left to say. */
function line(
  clauses: readonly Clause[],
  ties: readonly TieRecord[],
  {
    lead = null,
    leadCitations = [],
    left = 0,
  }: {
    readonly lead?: InTwoLanguages | null;
    readonly leadCitations?: readonly CitationRecord[];
    readonly left?: number;
  } = {},
): BriefLineRecord | null {
  if (clauses.length === 0) return null;
  const isInferred = lead !== null || ties.some(({ basis }) => basis === 'INFERRED');
  return {
    lead,
    leadCitations,
    clauses,
    tail: left > 0 ? moreFacts(left) : null,
    ties: uniqueTies(ties),
    basis: isInferred ? 'INFERRED' : 'STATED',
    isAbsence: false,
  };
}

/** The facts that make members of what some facts join, where none of them joins the entity itself. */
function bridgeOf(ties: readonly TieRecord[], { own, membership }: Gathered): readonly TieRecord[] {
  const ends = [...new Set(ties.flatMap(({ fromId, toId }) => [fromId, toId]))];
  return ends.some((id) => own.has(id)) ? [] : ends.flatMap((id) => membership.get(id) ?? []);
}

/** What comes to a person by way of a body is said to. */
function leadThrough(bridge: readonly TieRecord[], { entity }: Gathered, library: Library): InTwoLanguages | null {
  const bodies = bridge.flatMap(({ fromId, toId }) => (fromId === entity.id ? (library.entityOf(toId) ?? []) : []));
  const [body] = bodies;
  return body === undefined ? null : through(nameOf(body));
}

/** Acts stand after the parties of their agreement, before what rests on it. */
function aroundActs(
  clauses: readonly Clause[],
  acts: readonly Clause[],
  ties: readonly TieRecord[],
): readonly Clause[] {
  const hasParties = ties.some(({ tieKind }) => tieKind === 'PARTY_TO');
  return hasParties ? [...clauses.slice(0, 1), ...acts, ...clauses.slice(1)] : [...clauses, ...acts];
}

function actClauses(agreement: string, library: Library): readonly Clause[] {
  return library.actsOf(agreement).map(({ text, textEn, act, on, citationIds }) => ({
    text: both((lang) => {
      const said = lang === 'EN' ? (textEn ?? text) : text;
      return `${withoutStop(said ?? act)}${on === null ? '' : ` (${dateWithin(on, lang)})`}`;
    }),
    citations: library.citationsOf(citationIds),
  }));
}

function nameOf(entity: EntityRecord): InTwoLanguages {
  return both((lang: Lang) => nameWithin(entity, lang));
}

function nameWithDate(entity: EntityRecord): InTwoLanguages {
  const date = entity.kind === 'EVENT' ? entity.detail?.startsOn : undefined;
  return both((lang) => `${nameWithin(entity, lang)}${date == null ? '' : ` (${dateWithin(date, lang)})`}`);
}

function citationsOfAll(ties: readonly TieRecord[], library: Library): readonly CitationRecord[] {
  return library.citationsOf([...new Set(ties.flatMap(({ citations }) => citations))]);
}

function uniqueTies(ties: readonly TieRecord[]): readonly TieRecord[] {
  return [...new Map(ties.map((tie) => [tie.id, tie])).values()];
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}
