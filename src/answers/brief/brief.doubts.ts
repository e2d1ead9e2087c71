import type { ClaimRecord } from '../../fields/source.record.ts';
import { factOf, type Lang } from '../../fields/statement.ts';
import type { EntityRecord } from '../../graph/entity-record.ts';
import type { TieRecord } from '../../graph/tie-record.ts';
import type { InTwoLanguages } from '../../model/column.ts';
import type { EntityKind } from '../../model/kinds.ts';
import { both, clauseOf, inLanguage, nameWithin } from './brief.clauses.ts';
import type { Gathered, Library } from './brief.material.ts';
import type { BriefLineRecord, Clause } from './brief.record.ts';
import { styleOf } from './brief.sections.ts';
import { moreFacts, propertyWords, statusWords, words } from './brief.texts.ts';

/** The claims about one property of an entity or a fact. */
interface Property {
  readonly subject: string;
  readonly claims: readonly [ClaimRecord, ...ClaimRecord[]];
  readonly isRival: boolean;
  /** The fact that the claims are about. */
  readonly tie: TieRecord | undefined;
}

/** How many remarks about one thing are told. */
const MOST_REMARKS = 4;

/** Things whose remarks are told too: an adviser asks how a program stands, not what a network has done. */
const remarked: readonly EntityKind[] = ['PROGRAM', 'AGREEMENT', 'EVENT'];

/**
 * Where the sources contradict themselves about the entity or about what its lines speak of; then what may be the same
 * thing twice; then what needs a word of explanation, of the entity itself first.
 */
export function doubtLines(
  { own, sections }: Gathered,
  library: Library,
  told: readonly BriefLineRecord[],
): readonly BriefLineRecord[] {
  const others = [...sections].flatMap(([section, { found }]) =>
    styleOf(section) === 'ABOUT_OTHER' ? found.map(({ entity }) => entity) : [],
  );
  const ties = new Map(told.flatMap((line) => line.ties.map((tie) => [tie.id, tie] as const)));
  const subjects = [...new Set([...own, ...others.map(({ id }) => id), ...ties.keys()])];
  const properties = subjects.flatMap((subject) => propertiesOf(subject, ties.get(subject), library));
  const remarkable = new Set([...own, ...others.flatMap(({ id, kind }) => (remarked.includes(kind) ? [id] : []))]);
  return [
    ...properties.filter(({ isRival }) => isRival).map((property) => rivalLine(property, library)),
    ...identityLines(sections.get('DOUBTS')?.found.flatMap((other) => other.ties) ?? [], others, library),
    ...subjects.flatMap((subject) =>
      remarksLine(
        properties.filter((one) => one.subject === subject && !one.isRival && (remarkable.has(subject) || one.tie)),
        library,
      ),
    ),
  ];
}

function propertiesOf(subject: string, tie: TieRecord | undefined, library: Library): readonly Property[] {
  return byProperty(library.claimsAbout(subject)).flatMap((claims): readonly Property[] => {
    const [first, ...rest] = claims;
    if (first === undefined) return [];
    return [{ subject, claims: [first, ...rest], isRival: rest.some(({ value }) => value !== first.value), tie }];
  });
}

/** Claims come by property already, the preferred one first. */
function byProperty(claims: readonly ClaimRecord[]): readonly (readonly ClaimRecord[])[] {
  const properties = [...new Set(claims.map(({ property }) => property))];
  return properties.map((property) => claims.filter((claim) => claim.property === property));
}

/** The values that the sources give for one property, each with its source. */
function rivalLine({ claims, tie }: Property, library: Library): BriefLineRecord {
  const [first] = claims;
  const lead = both((lang) => `${aboutSubject(first, tie, library, lang)}, ${propertyOf(first, lang)}:`);
  const clauses = claims.map((claim) => clauseOfClaim(claim, library, (lang) => remarkOf(claim, true, lang)));
  return claimsLine(lead, clauses, tie);
}

/** What the sources say besides of one thing. */
function remarksLine(properties: readonly Property[], library: Library): readonly BriefLineRecord[] {
  const [first] = properties;
  if (first === undefined) return [];
  const lead = both((lang) => `${aboutSubject(first.claims[0], first.tie, library, lang)}:`);
  const clauses = properties.flatMap(({ claims }) =>
    claims.map((claim) => {
      const clause = clauseOfClaim(claim, library, (lang) => remarkOf(claim, false, lang));
      return { ...clause, text: both((lang) => `${propertyOf(claim, lang)} ${inLanguage(clause.text, lang)}`) };
    }),
  );
  const left = clauses.length - MOST_REMARKS;
  const line = claimsLine(lead, clauses.slice(0, MOST_REMARKS), first.tie);
  return [left > 0 ? { ...line, tail: moreFacts(left) } : line];
}

function claimsLine(lead: InTwoLanguages, clauses: readonly Clause[], tie: TieRecord | undefined): BriefLineRecord {
  const ties = tie === undefined ? [] : [tie];
  return { lead, leadCitations: [], clauses, tail: null, ties, basis: tie?.basis ?? 'STATED', isAbsence: false };
}

function clauseOfClaim(claim: ClaimRecord, library: Library, remark: (lang: Lang) => string): Clause {
  return {
    text: both((lang) => `${valueOf(claim, lang)}${remark(lang)}`),
    citations: library.citationsOf(claim.citationIds),
  };
}

function aboutSubject(claim: ClaimRecord, tie: TieRecord | undefined, library: Library, lang: Lang): string {
  return `${inLanguage(words.about, lang)} ${subjectOf(claim, tie, library, lang)}`;
}

function subjectOf({ subjectId }: ClaimRecord, tie: TieRecord | undefined, library: Library, lang: Lang): string {
  const [from, to] = tie === undefined ? [] : [library.entityOf(tie.fromId), library.entityOf(tie.toId)];
  if (tie !== undefined && from !== undefined && to !== undefined) return `(${factOf(tie, from, to, lang)})`;
  const entity = library.entityOf(subjectId);
  return entity === undefined ? subjectId : nameWithin(entity, lang);
}

function propertyOf({ property }: ClaimRecord, lang: Lang): string {
  const known = propertyWords[property];
  // A package may name properties that nobody has put into words: "firstStageOn" is told as "first stage on".
  return known === undefined ? property.replace(/(?<=[a-z])(?=[A-Z0-9])/g, ' ').toLowerCase() : inLanguage(known, lang);
}

function valueOf({ property, value }: ClaimRecord, lang: Lang): string {
  const known = property === 'status' ? statusWords[value] : undefined;
  const text = (known === undefined ? value : inLanguage(known, lang)).replace(/\.$/, '');
  return lang === 'EN' ? `“${text}”` : `«${text}»`;
}

function remarkOf({ claimRank, note }: ClaimRecord, isRival: boolean, lang: Lang): string {
  const remarks = [
    ...(isRival && claimRank === 'PREFERRED' ? [inLanguage(words.preferred, lang)] : []),
    ...(note === null ? [] : [note.replace(/\.$/, '')]),
  ];
  return remarks.length === 0 ? '' : ` (${remarks.join(': ')})`;
}

/** What may be the same as the entity, or as a thing that its lines speak of, or was checked not to be. */
function identityLines(
  own: readonly TieRecord[],
  others: readonly EntityRecord[],
  library: Library,
): readonly BriefLineRecord[] {
  const around = others.flatMap(({ id }) =>
    library.surroundingsOf(id).filter(({ tieKind }) => tieKind === 'POSSIBLY_SAME_AS'),
  );
  const ties = [...new Map([...own, ...around].map((tie) => [tie.id, tie])).values()];
  return ties.flatMap((tie): readonly BriefLineRecord[] => {
    const clauses = clauseOf(tie, library);
    return clauses.length === 0
      ? []
      : [{ lead: null, leadCitations: [], clauses, tail: null, ties: [tie], basis: tie.basis, isAbsence: false }];
  });
}
