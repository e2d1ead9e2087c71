import type { InTwoLanguages } from '../../model/column.ts';

/** What is asked of a citation that is printed. */
export const citationFields = 'citations { place source { title } }';

export interface PrintedCitation {
  readonly place: string;
  readonly source: { readonly title: string };
}

/** Where something stands, each place once. */
export function whereItStands(citations: readonly PrintedCitation[]): string {
  return [...new Set(citations.map(({ place, source }) => `${source.title}: ${place}`))].join('; ');
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
  return [
    {
      es: `Hay ${left} más; pida más con --first, o precise.`,
      en: `There are ${left} more; ask for more with --first, or be more precise.`,
    },
  ];
}

/** The names of some things, in a cell or a sentence. */
export function namesOf(named: readonly { readonly name: string }[]): string {
  return named.map(({ name }) => name).join('; ');
}
