import { Option } from 'commander';

import { kindWords } from '../../model/kind-words.ts';
import type { EntityKind } from '../../model/kinds.ts';
import { toKinds } from './kinds.ts';
import type { AnswerCommand } from './question.ts';
import { list, wholeNumber } from './values.ts';
import { moreNote } from './wording.ts';

interface SearchOptions {
  readonly kinds?: readonly string[];
  readonly first: number;
}

const operation = `query Search($text: String!, $kinds: [EntityKind!], $first: Int, $lang: Lang!) {
  search(text: $text, kinds: $kinds, first: $first) {
    totalCount
    edges { matched distinction(lang: $lang) node { id kind name(lang: $lang) } }
    facets { kind count }
    suggestions
  }
}`;

interface Found {
  readonly search: {
    readonly totalCount: number;
    readonly edges: readonly {
      readonly matched: string;
      readonly distinction: string | null;
      readonly node: { readonly id: string; readonly kind: EntityKind; readonly name: string };
    }[];
    readonly suggestions: readonly string[];
  };
}

/** Finds people, bodies, places, programs and everything else by words of their names. */
export const search: AnswerCommand<SearchOptions> = {
  name: 'search',
  arguments: {
    '<text...>': 'words of names, roles or institutions, in any order; the last may be the beginning of one',
  },
  description: 'find people, bodies, places, programs and everything else by words of their names',
  example: 'sobremesa search unam ziccardi',
  options: [
    new Option('--kinds <kinds>', 'only these kinds of entities, such as PERSON,CITY').argParser(list),
    new Option('--first <number>', 'how many, at most 100').argParser(wholeNumber).default(20),
  ],
  async answer({ texts, options: { kinds, first }, lang }, ask) {
    const variables = {
      text: texts.join(' '),
      kinds: kinds === undefined ? null : toKinds('--kinds', kinds),
      first,
      lang: lang.toUpperCase(),
    };
    const data = await ask<Found>(operation, variables);
    const { edges, suggestions } = data.search;
    return {
      data,
      tables: [
        {
          columns: [
            { es: 'Nombre', en: 'Name' },
            { es: 'Qué es', en: 'What it is' },
            { es: 'Se distingue por', en: 'Told apart by' },
            { es: 'Clave', en: 'Id' },
          ],
          rows: edges.map(({ matched, distinction, node }) => [
            matched === node.name ? node.name : `${node.name} [${matched}]`,
            kindWords[node.kind][lang],
            distinction ?? '',
            node.id,
          ]),
        },
      ],
      notes: [...(suggestions.length > 0 ? [near] : []), ...moreNote(data.search)],
      nothing: {
        es: 'Nada responde a esas palabras. Pruebe con menos palabras, con las primeras letras de una, o sin --kinds.',
        en: 'Nothing answers to these words. Try fewer words, the first letters of one, or leave --kinds out.',
      },
    };
  },
};

const near = {
  es: 'Nada responde exactamente a esas palabras; estos son los nombres más parecidos.',
  en: 'Nothing answers to exactly these words; these are the nearest names.',
};
