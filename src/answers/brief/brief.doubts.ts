import type { ClaimRecord } from '../../fields/source.record.ts';
import { factOf, type Lang } from '../../fields/statement.ts';
import type { TieRecord } from '../../graph/tie-record.ts';
import { both, clauseOf, inLanguage, nameWithin } from './brief.clauses.ts';
import type { Gathered, Library } from './brief.material.ts';
import type { BriefLineRecord, Clause } from './brief.record.ts';
import { propertyWords, statusWords, words } from './brief.texts.ts';

/**
 * Where the sources contradict themselves about the entity or about what its lines speak of; then what may be the same
 * thing twice; then what needs a word of explanation, of the entity itself first.
 */
export function doubtLines(
  { own, sections }: Gathered,
  library: Library,
  told: readonly BriefLineRecord[],
): readonly BriefLineRecord[] {
  const others = [...sections.values()].flatMap(({ found }) => found.map(({ entity }) => entity.id));
  const ties = new Map(told.flatMap((line) => line.ties.map((tie) => [tie.id, tie] as const)));
  const subjects = [...new Set([...own, ...others, ...ties.keys()])];
  const properties = subjects.flatMap((subject) =>
    byProperty(library.claimsAbout(subject)).map((claims) => ({
      claims,
      isRival: new Set(claims.map(({ value }) => value)).size > 1,
      isOwn: own.has(subject),
      tie: ties.get(subject),
    })),
  );
  const linesOf = (chosen: typeof properties) => chosen.flatMap(({ claims, tie }) => claimLine(claims, tie, library));
  return [
    ...linesOf(properties.filter(({ isRival }) => isRival)),
    ...identityLines(sections.get('DOUBTS')?.found.flatMap((other) => other.ties) ?? [], others, library),
    ...linesOf(properties.filter(({ isRival, isOwn }) => !isRival && isOwn)),
    ...linesOf(properties.filter(({ isRival, isOwn }) => !isRival && !isOwn)),
  ];
}

/** Claims come by property already, the preferred one first. */
function byProperty(claims: readonly ClaimRecord[]): readonly (readonly ClaimRecord[])[] {
  const properties = [...new Set(claims.map(({ property }) => property))];
  return properties.map((property) => claims.filter((claim) => claim.property === property));
}

/** The values that the sources give for one property, each with its source. */
function claimLine(
  claims: readonly ClaimRecord[],
  tie: TieRecord | undefined,
  library: Library,
): readonly BriefLineRecord[] {
  const [first] = claims;
  if (first === undefined) return [];
  const lead = both(
    (lang) => `${inLanguage(words.about, lang)} ${subjectOf(first, tie, library, lang)}, ${propertyOf(first, lang)}:`,
  );
  const clauses = claims.map((claim): Clause => ({
    text: both((lang) => `${valueOf(claim, lang)}${remarkOf(claim, claims.length > 1, lang)}`),
    citations: library.citationsOf(claim.citationIds),
  }));
  return [
    {
      lead,
      clauses,
      tail: null,
      ties: tie === undefined ? [] : [tie],
      basis: tie?.basis ?? 'STATED',
      isAbsence: false,
    },
  ];
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
  others: readonly string[],
  library: Library,
): readonly BriefLineRecord[] {
  const around = others.flatMap((id) =>
    library.surroundingsOf(id).filter(({ tieKind }) => tieKind === 'POSSIBLY_SAME_AS'),
  );
  const ties = [...new Map([...own, ...around].map((tie) => [tie.id, tie])).values()];
  return ties.flatMap((tie): readonly BriefLineRecord[] => {
    const clauses = clauseOf(tie, library);
    return clauses.length === 0
      ? []
      : [{ lead: null, clauses, tail: null, ties: [tie], basis: tie.basis, isAbsence: false }];
  });
}
