import { kindWords } from '../../model/kind-words.ts';
import type { InTwoLanguages } from '../../model/column.ts';
import type { EntityKind } from '../../model/kinds.ts';
import type { AnswerTable, Language } from './question.ts';

/** What is asked of a page of actors with their reasons. */
export const reasonedActors = `totalCount
      edges { node { id kind name(lang: $lang) } reasons { statement(lang: $lang) basis ties { citations { place source { title } } } } }`;

export interface ReasonedActors {
  readonly totalCount: number;
  readonly edges: readonly {
    readonly node: { readonly id: string; readonly kind: EntityKind; readonly name: string };
    readonly reasons: readonly {
      readonly statement: string;
      readonly basis: 'STATED' | 'INFERRED';
      readonly ties: readonly {
        readonly citations: readonly { readonly place: string; readonly source: { readonly title: string } }[];
      }[];
    }[];
  }[];
}

/** A row for each reason: who, why, and where that stands. */
export function asReasonTable({ edges }: ReasonedActors, lang: Language, title: InTwoLanguages): AnswerTable {
  return {
    title,
    columns: [
      { es: 'Quién', en: 'Who' },
      { es: 'Qué es', en: 'What it is' },
      { es: 'Por qué', en: 'Why' },
      { es: 'Base', en: 'Basis' },
      { es: 'Dónde consta', en: 'Where that stands' },
      { es: 'Clave', en: 'Id' },
    ],
    rows: edges.flatMap(({ node, reasons }) =>
      reasons.map(({ statement, basis, ties }) => [
        node.name,
        kindWords[node.kind][lang],
        statement,
        bases[basis][lang],
        [
          ...new Set(
            ties.flatMap(({ citations }) => citations.map(({ place, source }) => `${source.title}: ${place}`)),
          ),
        ].join('; '),
        node.id,
      ]),
    ),
  };
}

/** Says that a page is not all. */
export function moreNote({
  totalCount,
  edges,
}: Pick<ReasonedActors, 'totalCount'> & { readonly edges: readonly unknown[] }): readonly InTwoLanguages[] {
  const left = totalCount - edges.length;
  if (left <= 0 || edges.length === 0) return [];
  return [
    {
      es: `Hay ${left} más; pida más con --first, o precise.`,
      en: `There are ${left} more; ask for more with --first, or be more precise.`,
    },
  ];
}

/** Whether a source states a fact, in words. */
const bases = {
  STATED: { es: 'dicho', en: 'stated' },
  INFERRED: { es: 'inferido', en: 'inferred' },
} as const satisfies Readonly<Record<string, InTwoLanguages>>;
