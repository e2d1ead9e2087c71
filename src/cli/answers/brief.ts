import { Option } from 'commander';

import { namedEntity } from './named-entity.ts';
import type { AnswerCommand } from './question.ts';
import { bases, citationFields, whereItStands, type PrintedCitation } from './wording.ts';

interface BriefOptions {
  readonly html?: boolean;
}

const operation = `query Brief($id: ID!, $lang: Lang!, $page: Boolean!) {
  brief(id: $id) {
    sections @skip(if: $page) {
      title(lang: $lang)
      more
      lines { statement(lang: $lang) basis ${citationFields} }
    }
    markdown(lang: $lang) @skip(if: $page)
    html(lang: $lang) @include(if: $page)
  }
}`;

interface Found {
  readonly brief: {
    readonly sections?: readonly {
      readonly title: string;
      readonly more: number;
      readonly lines: readonly {
        readonly statement: string;
        readonly basis: keyof typeof bases;
        readonly citations: readonly PrintedCitation[];
      }[];
    }[];
    readonly markdown?: string;
    readonly html?: string;
  } | null;
}

/** What an adviser reads before a meeting. */
export const brief: AnswerCommand<BriefOptions> = {
  name: 'brief',
  arguments: { '<entity...>': 'id or name of a city, a country, a person, a body or anything else' },
  description: 'write what an adviser reads before a meeting: Markdown, or a page to print',
  examples: [
    'sobremesa brief nagoya',
    'sobremesa brief nagoya --html > nagoya.html',
    'sobremesa brief Alicia Ziccardi --lang en',
  ],
  options: [new Option('--html', 'as a page of HTML to print').conflicts(['json', 'csv', 'markdown'])],
  async answer({ texts, options: { html }, lang }, ask) {
    const { id, notes } = await namedEntity(texts.join(' '), { place: 'entity', ask, lang });
    const asPage = html === true;
    const data = await ask<Found>(operation, { id, lang: lang.toUpperCase(), page: asPage });
    const document = asPage ? data.brief?.html : data.brief?.markdown;
    return {
      data,
      ...(document === undefined ? {} : { document }),
      table: {
        columns: [
          { es: 'Apartado', en: 'Section' },
          { es: 'Qué consta', en: 'What is on record' },
          { es: 'Base', en: 'Basis' },
          { es: 'Dónde consta', en: 'Where that stands' },
        ],
        rows: (data.brief?.sections ?? []).flatMap(({ title, lines, more }) => [
          ...lines.map(({ statement, basis, citations }) => [
            title,
            statement,
            bases[basis][lang],
            whereItStands(citations, lang),
          ]),
          ...(more > 0 ? [[title, { es: `y ${more} más`, en: `and ${more} more` }[lang], '', '']] : []),
        ]),
      },
      notes,
      nothing: {
        es: 'Sin registro de nada sobre ello.',
        en: 'Nothing about it is on record.',
      },
    };
  },
};
