import { nameIn, type Lang } from '../../fields/statement.ts';
import type { EntityRecord } from '../../graph/entity-record.ts';
import type { TieRecord } from '../../graph/tie-record.ts';
import type { InTwoLanguages } from '../../model/column.ts';
import type { EntityKind } from '../../model/kinds.ts';
import { both, clauseOf, clausesAbout, dateWithin, inLanguage, nameWithin } from './brief.clauses.ts';
import { doubtLines } from './brief.doubts.ts';
import type { Acquaintance, Counted, Gathered, Library, Other } from './brief.material.ts';
import type { BriefLineRecord, BriefRecord, BriefSectionRecord, Clause } from './brief.record.ts';
import { familyOf, linesOf, sectionKeys, styleOf, type SectionKey } from './brief.sections.ts';
import { absences, moreFacts, positionVerbs, through, titles } from './brief.texts.ts';

/** How many places in the sources stand for what is not on record. */
const MOST_NAMED = 3;

/** Writes the sections of a brief; those without lines are left out. */
export function writeBrief(gathered: Gathered, library: Library): BriefRecord {
  const kind = subjectKind(gathered, library);
  const family = familyOf(kind);
  const written = new Map(sectionKeys.map((section) => [section, linesIn(section, gathered, library)]));
  written.set(
    'DOUBTS',
    cut(
      'DOUBTS',
      doubtLines(
        gathered,
        library,
        [...written.values()].flatMap(({ lines }) => lines),
      ),
    ),
  );
  written.set('MISSING', cut('MISSING', missingLines(kind, gathered, library, written)));
  const sections = [...written].flatMap(([section, { lines, more }]): readonly BriefSectionRecord[] => {
    const title = titles[section];
    return lines.length === 0 ? [] : [{ section, title: title[family] ?? title, lines, more }];
  });
  const { entity, complete, howToCite } = gathered;
  return { entity, sections, complete, howToCite };
}

/** A government and the city that it governs are one: then the city is what the brief is about. */
function subjectKind({ entity, own }: Gathered, { entityOf }: Library): EntityKind {
  return [...own].some((id) => entityOf(id)?.kind === 'CITY') ? 'CITY' : entity.kind;
}

interface Lines {
  readonly lines: readonly BriefLineRecord[];
  readonly more: number;
}

function cut(section: SectionKey, lines: readonly BriefLineRecord[]): Lines {
  const most = section === 'MISSING' ? lines.length : linesOf(section);
  return { lines: lines.slice(0, most), more: Math.max(0, lines.length - most) };
}

function linesIn(section: SectionKey, gathered: Gathered, library: Library): Lines {
  if (section === 'DOUBTS' || section === 'MISSING') return { lines: [], more: 0 };
  if (section === 'OPERATORS') return linesOfAll(gathered.bodies, (body) => bodyLine(body, gathered, library));
  if (section === 'PEOPLE') return linesOfAll(gathered.people, (person) => personLine(person, library));
  if (section === 'ACTS') return { lines: actLines(gathered, library), more: 0 };
  const counted = gathered.sections.get(section) ?? { total: 0, found: [] };
  const style = styleOf(section);
  if (style === 'ABOUT_ENTITY') {
    const lines = entityLines(counted, gathered, library);
    return { lines, more: Math.max(0, counted.total - counted.found.length) };
  }
  return linesOfAll(counted, (other) => {
    if (section === 'ASKED' && other.entity.kind === 'POSITION') return positionLine(other, library);
    return style === 'SENTENCES'
      ? line(
          other.ties.flatMap((tie) => clauseOf(tie, library)),
          other.ties,
          { left: other.facts - other.ties.length },
        )
      : otherLine(other, gathered, library);
  });
}

function linesOfAll<Of>({ total, found }: Counted<Of>, toLine: (one: Of) => BriefLineRecord | null): Lines {
  const lines = found.map(toLine).filter((one) => one !== null);
  return { lines, more: Math.max(0, total - found.length) };
}

/** A line; null where nothing is left to say. */
function line(
  clauses: readonly Clause[],
  ties: readonly TieRecord[],
  { lead = null, left = 0 }: { readonly lead?: InTwoLanguages | null; readonly left?: number } = {},
): BriefLineRecord | null {
  if (clauses.length === 0) return null;
  const told = [...new Map(ties.map((tie) => [tie.id, tie])).values()];
  const isInferred = lead !== null || told.some(({ basis }) => basis === 'INFERRED');
  return {
    lead,
    clauses,
    tail: left > 0 ? moreFacts(left) : null,
    ties: told,
    basis: isInferred ? 'INFERRED' : 'STATED',
    isAbsence: false,
  };
}

/** What is said of a program, an agreement, an event: the facts that join it to the entity, and those around it. */
function otherLine({ entity, ties, facts }: Other, gathered: Gathered, library: Library): BriefLineRecord | null {
  const known = new Set(ties.map(({ id }) => id));
  const around = library
    .surroundingsOf(entity.id)
    .filter(({ id, tieKind }) => !known.has(id) && tieKind !== 'POSSIBLY_SAME_AS');
  const all = [...ties, ...around];
  const bridge = bridgeOf(ties, gathered);
  const lead = gathered.entity.kind === 'PERSON' ? leadThrough(bridge, gathered, library) : null;
  const seats = bridge.filter(({ tieKind }) => tieKind === 'BASED_IN');
  const clauses = [
    ...clausesAbout(entity, nameWithDate(entity), all, library),
    ...actClauses(entity.id, library),
    ...seats.flatMap((seat) => clauseOf(seat, library)),
  ];
  return line(clauses, [...all, ...(lead === null ? seats : bridge)], { lead, left: facts - ties.length });
}

/** The facts that make members of what some facts join, where none of them joins the entity itself. */
function bridgeOf(ties: readonly TieRecord[], { own, membership }: Gathered): readonly TieRecord[] {
  const ends = [...new Set(ties.flatMap(({ fromId, toId }) => [fromId, toId]))];
  return ends.some((id) => own.has(id)) ? [] : ends.flatMap((id) => membership.get(id) ?? []);
}

/** What comes to a person by way of a body is said to. */
function leadThrough(bridge: readonly TieRecord[], { entity }: Gathered, library: Library): InTwoLanguages | null {
  const body = bridge.find(({ fromId }) => fromId === entity.id)?.toId;
  const found = body === undefined ? undefined : library.entityOf(body);
  return found === undefined ? null : through(both((lang) => nameWithin(found, lang)));
}

function nameWithDate(entity: EntityRecord): InTwoLanguages {
  const date = entity.kind === 'EVENT' ? entity.detail?.startsOn : undefined;
  return both((lang) => `${nameWithin(entity, lang)}${date == null ? '' : ` (${dateWithin(date, lang)})`}`);
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

function actLines({ entity }: Gathered, library: Library): readonly BriefLineRecord[] {
  if (entity.kind !== 'AGREEMENT') return [];
  return actClauses(entity.id, library)
    .map((clause) => line([clause], []))
    .filter((one) => one !== null);
}

/** What is said of the entity itself: a line for each relation, with all of its other ends. */
function entityLines(
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
      const told = ofSubject.filter(({ tieKind }) => tieKind === kind);
      return (
        line(
          clausesAbout(
            subject,
            both((lang) => nameWithin(subject, lang)),
            told,
            library,
          ),
          told,
        ) ?? []
      );
    });
  });
}

/** A body of a place, or a unit: what makes it one, and what it ran, joined or contributed to. */
function bodyLine({ entity, ties, facts }: Other, { membership }: Gathered, library: Library): BriefLineRecord | null {
  const all = [...(membership.get(entity.id) ?? []), ...ties];
  const clauses = clausesAbout(
    entity,
    both((lang) => nameWithin(entity, lang)),
    all,
    library,
  );
  return line(clauses, all, { left: facts - ties.length });
}

function personLine({ distance, chains, found }: Acquaintance, library: Library): BriefLineRecord | null {
  if (distance < 2) {
    const ties = [...new Map(chains.flat().map((tie) => [tie.id, tie])).values()];
    return line(
      ties.flatMap((tie) => clauseOf(tie, library)),
      ties,
      { left: found - chains.length },
    );
  }
  const [[post, ...steps] = []] = chains;
  const body = post === undefined ? undefined : library.entityOf(post.toId);
  const program = library.entityOf(programOf(steps));
  if (post === undefined || body === undefined || program === undefined) return null;
  const name = both((lang) => `${throughWithin(body, lang)} ${nameWithin(program, lang)}`);
  const clauses = [...clauseOf(post, library), ...clausesAbout(program, name, steps, library)];
  const written = line(clauses, [post, ...steps], { left: found - 1 });
  return written === null ? null : { ...written, basis: 'INFERRED' };
}

function throughWithin(body: EntityRecord, lang: Lang): string {
  const words = inLanguage(through(both((one) => nameWithin(body, one))), lang);
  return `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;
}

/** The program of a chain from a body to an entity; the program stands between the two. */
function programOf([listing]: readonly TieRecord[]): string {
  if (listing === undefined) return '';
  return listing.tieKind === 'RUNS' ? listing.toId : listing.fromId;
}

/** Who asked, offered or thought what, and what that names. */
function positionLine({ entity, ties, facts }: Other, library: Library): BriefLineRecord | null {
  if (entity.kind !== 'POSITION') return null;
  const around = library.surroundingsOf(entity.id);
  const holds = [...ties, ...around].filter(({ tieKind }) => tieKind === 'HOLDS');
  const named = ties.filter(({ tieKind }) => tieKind === 'NAMES');
  const [holding] = holds;
  const person = holding === undefined ? undefined : library.entityOf(holding.fromId);
  if (holding === undefined || person === undefined) return null;
  const verb = positionVerbs[entity.detail?.positionForm ?? 'VIEW'];
  const said: Clause = {
    text: both((lang) => `${nameIn(person, lang)} ${inLanguage(verb, lang)}: ${withoutStop(nameIn(entity, lang))}`),
    citations: library.citationsOf(holding.citations),
  };
  // The position was retold just before: what it names needs no subject.
  const naming = clausesAbout(entity, { es: '', en: '' }, named, library).map(({ text, citations }) => ({
    text: both((lang) => inLanguage(text, lang).trim()),
    citations,
  }));
  return line([said, ...naming], [holding, ...named], { left: facts - ties.length });
}

function missingLines(
  kind: EntityKind,
  { entity, isAbroad, sections }: Gathered,
  library: Library,
  written: ReadonlyMap<SectionKey, Lines>,
): readonly BriefLineRecord[] {
  const citations = library.citationsOf((entity.detail?.citations ?? []).slice(0, MOST_NAMED));
  return absences
    .filter(({ kinds, section, ties }) => {
      if (!kinds.includes(kind) || (section === 'SHARED_NETWORKS' && !isAbroad)) return false;
      const lines = written.get(section)?.lines ?? [];
      if (ties === undefined) return lines.length === 0;
      const found = (sections.get(section)?.found ?? []).flatMap((other) => other.ties);
      return !found.some(({ tieKind }) => ties.includes(tieKind));
    })
    .map(({ text }) => ({
      lead: null,
      clauses: [{ text, citations }],
      tail: null,
      ties: [],
      basis: 'INFERRED',
      isAbsence: true,
    }));
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}
