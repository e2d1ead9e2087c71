import type { TieRecord } from '../graph/tie-record.ts';
import { tieOf } from '../model/ties.ts';
import type { EntityRecord } from '../graph/entity-record.ts';
import type { CitationRecord } from './source.record.ts';

export type Lang = 'ES' | 'EN';

/** The name of an entity in a language, or in the other one where it has none. */
export function nameIn({ name, nameEn }: Pick<EntityRecord, 'name' | 'nameEn'>, lang: Lang): string {
  return lang === 'EN' ? (nameEn ?? name) : name;
}

/** The name as a part of a sentence: positions and proposals are called by sentences, with a full stop of their own. */
export function nameWithin(entity: Pick<EntityRecord, 'kind' | 'name' | 'nameEn'>, lang: Lang): string {
  const name = nameIn(entity, lang);
  return entity.kind === 'POSITION' || entity.kind === 'PROPOSAL' ? name.replace(/\.$/, '') : name;
}

/**
 * A fact as a sentence with its source, in the past tense of that source: a post in an annex of 2016 says nothing
 * about today.
 */
export function tieStatement(
  tie: TieRecord,
  from: EntityRecord,
  to: EntityRecord,
  citation: CitationRecord | undefined,
  lang: Lang,
): string {
  return stopped(`${according(citation, lang)}${factIn(tie, from, to, lang)}`);
}

/** A sentence with its full stop, which an abbreviation at its end brings along. */
export function stopped(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}

/** A fact in words, without its source and without a full stop, as a part of a longer sentence. */
export function factIn(tie: TieRecord, from: EntityRecord, to: EntityRecord, lang: Lang): string {
  return `${factOf(tie, from, to, lang)}${inferred(tie, lang)}`;
}

/** The words that say where something stands and of which year that is: "Según «Anexo 1» (2016), ". */
export function according(citation: CitationRecord | undefined, lang: Lang): string {
  if (citation === undefined) return '';
  const year = citation.source.year === null ? '' : ` (${citation.source.year})`;
  return lang === 'EN' ? `According to “${citation.placeEn}”${year}, ` : `Según «${citation.place}»${year}, `;
}

/** A fact as a sentence without its source, its basis and its full stop. */
export function factOf(tie: TieRecord, from: EntityRecord, to: EntityRecord, lang: Lang): string {
  const language = languageOf(lang);
  const template = tieOf(tie.tieKind).sentence[language];
  return fill(template, { ...inWords(tie, language), from: nameWithin(from, lang), to: nameWithin(to, lang) });
}

/** How a fact is told of one of its ends: the words before the name of the other end, and what its sentence says besides. */
export function relationOf(
  tie: TieRecord,
  seenFrom: string,
  lang: Lang,
): { readonly words: string; readonly besides: string } {
  const language = languageOf(lang);
  const { forward, backward, sentence } = tieOf(tie.tieKind);
  const optional = [...sentence[language].matchAll(/\[[^\]]*\]/g)].map(([part]) => part).join('');
  return {
    words: (seenFrom === tie.toId ? backward : forward)[language],
    besides: fill(optional, inWords(tie, language)),
  };
}

/** What follows a fact that was inferred: " (inferido: …)"; nothing for a stated one. */
export function inferred({ basis, note }: Pick<TieRecord, 'basis' | 'note'>, lang: Lang): string {
  if (basis === 'STATED') return '';
  const word = lang === 'EN' ? 'inferred' : 'inferido';
  return note === null ? ` (${word})` : ` (${word}: ${note.replace(/\.$/, '')})`;
}

function languageOf(lang: Lang): 'es' | 'en' {
  return lang === 'EN' ? 'en' : 'es';
}

/** The own properties of a fact, those of a closed vocabulary in words. */
function inWords({ tieKind, own }: TieRecord, language: 'es' | 'en'): Readonly<Record<string, unknown>> {
  const words = new Map(tieOf(tieKind).columns.map(({ name, words: known }) => [name, known]));
  return Object.fromEntries(
    Object.entries(own).map(([name, value]) => [name, words.get(name)?.[String(value)]?.[language] ?? value]),
  );
}

/** Puts values in the place of `{name}`; a part in brackets is left out when a value in it is missing. */
function fill(template: string, values: Readonly<Record<string, unknown>>): string {
  const missing = (part: string) => [...part.matchAll(/\{(\w+)\}/g)].some(([, name = '']) => isMissing(values[name]));
  return template
    .replace(/\[([^\]]*)\]/g, (_, part: string) => (missing(part) ? '' : part))
    .replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}
