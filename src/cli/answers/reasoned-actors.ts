import { kindWords } from '../../model/kind-words.ts';
import type { InTwoLanguages } from '../../model/column.ts';
import type { EntityKind } from '../../model/kinds.ts';
import type { AnswerTable, Language } from './question.ts';
import { citationFields, whereItStands, type PrintedCitation } from './wording.ts';

/** What is asked of a page of actors with their reasons. */
export const reasonedActors = `totalCount
      edges { node { id kind name(lang: $lang) } reasons { statement(lang: $lang) basis ties { ${citationFields} } } }`;

export interface ReasonedActors {
  readonly totalCount: number;
  readonly edges: readonly {
    readonly node: { readonly id: string; readonly kind: EntityKind; readonly name: string };
    readonly reasons: readonly {
      readonly statement: string;
      readonly basis: 'STATED' | 'INFERRED';
      readonly ties: readonly {
        readonly citations: readonly PrintedCitation[];
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
        whereItStands(ties.flatMap(({ citations }) => citations)),
        node.id,
      ]),
    ),
  };
}

/** Whether a source states a fact, in words. */
const bases = {
  STATED: { es: 'dicho', en: 'stated' },
  INFERRED: { es: 'inferido', en: 'inferred' },
} as const satisfies Readonly<Record<string, InTwoLanguages>>;
