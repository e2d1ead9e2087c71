import type { CitationRecord } from '../../fields/source.record.ts';
import { according, nameIn, type Lang } from '../../fields/statement.ts';
import { kindWords } from '../../model/kind-words.ts';
import { inLanguage } from './brief.clauses.ts';
import type { BriefLineRecord, BriefRecord } from './brief.record.ts';
import { howToRead, moreLines, notWhole, words } from './brief.texts.ts';

/** How many places a part of a line leads to on a page; the API gives all. */
const MOST_NUMBERS = 3;

/** A line as one sentence, each part introduced by where it stands: "Según «Anexo 1» (2016), …; según «…», …." */
export function lineStatement({ lead, clauses, tail, isAbsence }: BriefLineRecord, lang: Lang): string {
  const parts = clauses.map(({ text, citations: [citation] }, at) => {
    const before = at === 0 ? undefined : clauses[at - 1]?.citations[0];
    const said = inLanguage(text, lang);
    if (isAbsence || citation === undefined || before?.id === citation.id) return said;
    const source = according(citation, lang);
    return `${at === 0 && lead === null ? source : lowered(source)}${said}`;
  });
  const start = lead === null ? '' : `${inLanguage(lead, lang)} `;
  return `${start}${[...parts, ...(tail === null ? [] : [inLanguage(tail, lang)])].join('; ')}.`;
}

/** The places that a line rests on, each once. */
export function citationsOfLine({ leadCitations, clauses }: BriefLineRecord): readonly CitationRecord[] {
  const all = [...leadCitations, ...clauses.flatMap(({ citations }) => citations)];
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

/** A brief as a page: numbers instead of sources, which are listed at the end. */
export interface Page {
  readonly lang: Lang;
  readonly heading: string;
  readonly kind: string;
  readonly name: string;
  /** Below the title: how to read the page, and whether it is whole. */
  readonly remarks: readonly string[];
  readonly sections: readonly PageSection[];
  readonly sourcesTitle: string;
  /** The sources in the order of their first number, each with its places. */
  readonly sources: readonly PageSource[];
  readonly dataTitle: string;
  readonly data: readonly string[];
}

interface PageSection {
  readonly isAbsence: boolean;
  readonly title: string;
  readonly lines: readonly PageLine[];
  /** "y 3 más", or nothing. */
  readonly more: string | null;
}

export interface PageLine {
  readonly parts: readonly PagePart[];
  /** The years of the sources, in their order. */
  readonly years: readonly number[];
}

interface PagePart {
  readonly text: string;
  readonly numbers: readonly number[];
}

interface PageSource {
  readonly title: string;
  readonly about: string;
  readonly url: string | null;
  readonly places: readonly { readonly number: number; readonly place: string }[];
}

/** Numbers the places of a brief in the order in which they are first named. */
export function toPage(brief: BriefRecord, lang: Lang): Page {
  const cited = new Map<string, { readonly number: number; readonly citation: CitationRecord }>();
  const numberOf = (citation: CitationRecord) => {
    const known = cited.get(citation.id) ?? { number: cited.size + 1, citation };
    cited.set(citation.id, known);
    return known.number;
  };
  const sections = brief.sections.map(({ section, title, lines, more }) => ({
    isAbsence: section === 'MISSING',
    title: inLanguage(title, lang),
    lines:
      section === 'MISSING'
        ? absenceLines(lines, numberOf, lang)
        : lines.map((line) => toPageLine(line, numberOf, lang)),
    more: more === 0 ? null : inLanguage(moreLines(more), lang),
  }));
  return {
    lang,
    heading: inLanguage(words.brief, lang),
    kind: inLanguage(kindWords[brief.entity.kind], lang),
    name: nameIn(brief.entity, lang),
    remarks: [howToRead, ...(brief.complete ? [] : [notWhole])].map((text) => inLanguage(text, lang)),
    sections,
    sourcesTitle: inLanguage(words.sources, lang),
    sources: sourcesOf([...cited.values()], lang),
    dataTitle: inLanguage(words.data, lang),
    data: brief.howToCite,
  };
}

function toPageLine(line: BriefLineRecord, numberOf: (citation: CitationRecord) => number, lang: Lang): PageLine {
  const numbersOf = (citations: readonly CitationRecord[]) =>
    citations
      .slice(0, MOST_NUMBERS)
      .map(numberOf)
      .sort((one, other) => one - other);
  const lead =
    line.lead === null ? [] : [{ text: inLanguage(line.lead, lang), numbers: numbersOf(line.leadCitations) }];
  const clauses = line.clauses.map(({ text, citations }, at) => ({
    text: `${at > 0 ? '; ' : line.lead === null ? '' : ' '}${inLanguage(text, lang)}`,
    numbers: numbersOf(citations),
  }));
  const tail = line.tail === null ? [] : [{ text: `; ${inLanguage(line.tail, lang)}`, numbers: [] }];
  const years = citationsOfLine(line).flatMap(({ source }) => source.year ?? []);
  return { parts: [...lead, ...clauses, ...tail], years: [...new Set(years)].sort() };
}

/** What is not on record; all of it rests on the places that name the entity, which are told once, at its end. */
function absenceLines(
  lines: readonly BriefLineRecord[],
  numberOf: (citation: CitationRecord) => number,
  lang: Lang,
): readonly PageLine[] {
  const named = lines.flatMap(citationsOfLine).slice(0, MOST_NUMBERS);
  return [
    ...lines.map(({ clauses }) => ({
      parts: clauses.map(({ text }) => ({ text: inLanguage(text, lang), numbers: [] })),
      years: [],
    })),
    { parts: [{ text: inLanguage(words.namedAt, lang), numbers: [...new Set(named.map(numberOf))] }], years: [] },
  ];
}

function sourcesOf(
  cited: readonly { readonly number: number; readonly citation: CitationRecord }[],
  lang: Lang,
): readonly PageSource[] {
  const ids = [...new Set(cited.map(({ citation }) => citation.source.id))];
  return ids.flatMap((id) => {
    const own = cited.filter(({ citation }) => citation.source.id === id);
    const [first] = own;
    if (first === undefined) return [];
    const { title, publisher, year, url } = first.citation.source;
    const about = [publisher, year].filter((part) => part !== null).join(', ');
    const places = own.map(({ number, citation }) => ({
      number,
      place: lang === 'EN' ? citation.placeEn : citation.place,
    }));
    return [{ title, about, url, places }];
  });
}

function lowered(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}
