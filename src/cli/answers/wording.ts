import type { InTwoLanguages } from '../../model/column.ts';
import { MOST_SHOWN } from './pages.ts';
import type { Language } from './question.ts';

/** What is asked of a citation that is printed. */
export const citationFields = 'citations { place(lang: $lang) source { title year } }';

export interface PrintedCitation {
  readonly place: string;
  readonly source: { readonly title: string; readonly year: number | null };
}

/** Whether a source states a fact, in words. */
export const bases = {
  STATED: { es: 'dicho', en: 'stated' },
  INFERRED: { es: 'inferido', en: 'inferred' },
} as const satisfies Readonly<Record<string, InTwoLanguages>>;

/** What a 0, or an empty list, reads: never that nothing happens. */
export const notOnRecord: InTwoLanguages = { es: 'sin registro', en: 'not on record' };

/** Where something stands: each source once, with its places, each once. */
export function whereItStands(citations: readonly PrintedCitation[], lang: Language): string {
  const places = new Map<string, Set<string>>();
  for (const { place, source } of citations) {
    const title = lang === 'es' ? `«${source.title}»` : `“${source.title}”`;
    const dated = source.year === null ? title : `${title} (${source.year})`;
    places.set(dated, (places.get(dated) ?? new Set()).add(place));
  }
  return [...places].map(([title, of]) => `${title}: ${[...of].join('; ')}`).join(' · ');
}

/** Says that a page is not all. */
export function moreNote({
  totalCount,
  edges,
}: {
  readonly totalCount: number;
  readonly edges: readonly unknown[];
}): readonly InTwoLanguages[] {
  const left = totalCount - edges.length;
  if (left <= 0 || edges.length === 0) return [];
  const isLargest = edges.length >= MOST_SHOWN;
  return [
    {
      es: `Hay ${left} más; ${isLargest ? 'precise para verlos' : 'pida más con --first, o precise'}.`,
      en: `There ${left === 1 ? 'is' : 'are'} ${left} more; ${isLargest ? 'be more precise to see them' : 'ask for more with --first, or be more precise'}.`,
    },
  ];
}

/** What to say where nothing is found, with what would widen the question as it was put. */
export function nothingFound(said: InTwoLanguages, ways: readonly (InTwoLanguages | false)[]): InTwoLanguages {
  const tries = ways.filter((way) => way !== false);
  if (tries.length === 0) return said;
  const inOne = (lang: Language) => {
    const list = new Intl.ListFormat(lang, { type: 'disjunction' }).format(tries.map((way) => way[lang]));
    return `${said[lang]} ${lang === 'es' ? 'Pruebe' : 'Try'} ${list}.`;
  };
  return { es: inOne('es'), en: inOne('en') };
}

/** The option left out, as a thing to try. */
export function without(option: string): InTwoLanguages {
  return { es: `sin ${option}`, en: `without ${option}` };
}

/** The names of some things, in a cell or a sentence. */
export function namesOf(named: readonly { readonly name: string }[]): string {
  return named.map(({ name }) => name).join('; ');
}
