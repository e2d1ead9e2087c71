import { kindWords } from '../../model/kind-words.ts';
import type { InTwoLanguages } from '../../model/column.ts';
import type { EntityKind } from '../../model/kinds.ts';
import { pageFields, type Page } from './pages.ts';
import type { AnswerTable, Language } from './question.ts';
import { bases, citationFields, whereItStands, type PrintedCitation } from './wording.ts';

/** What is asked of a page of actors with their reasons. */
export const reasonedActors = `totalCount
      ${pageFields}
      edges { node { id kind name(lang: $lang) } reasons { statement(lang: $lang) basis ties { ${citationFields} } } }`;

export type ReasonedActors = Page<{
  readonly node: { readonly id: string; readonly kind: EntityKind; readonly name: string };
  readonly reasons: readonly Reason[];
}> & { readonly totalCount: number };

interface Reason {
  readonly statement: string;
  readonly basis: 'STATED' | 'INFERRED';
  readonly ties: readonly {
    readonly citations: readonly PrintedCitation[];
  }[];
}

/** A row for each reason: who, why, and where that stands. Who needs no reason, because nothing but names was asked, has a row. */
export function asReasonTable(
  { edges }: Pick<ReasonedActors, 'edges'>,
  lang: Language,
  title: InTwoLanguages,
): AnswerTable {
  return {
    title,
    columns: [
      { es: 'Quién', en: 'Who' },
      { es: 'Qué es', en: 'What it is' },
      { es: 'Por qué', en: 'Why' },
      { es: 'Base', en: 'Basis' },
      { es: 'Dónde consta', en: 'Where that stands' },
      { es: 'Clave', en: 'Id', whole: true },
    ],
    rows: edges.flatMap(({ node, reasons }) => {
      const told = reasons.length === 0 ? [['', '', '']] : reasons.map((reason) => reasonCells(reason, lang));
      return told.map((cells) => [node.name, kindWords[node.kind][lang], ...cells, node.id]);
    }),
  };
}

function reasonCells({ statement, basis, ties }: Reason, lang: Language): readonly string[] {
  const citations = ties.flatMap((tie) => tie.citations);
  return [statement, bases[basis][lang], whereItStands(citations, lang)];
}
