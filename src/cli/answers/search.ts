import { Option } from 'commander';

import { kindWords } from '../../model/kind-words.ts';
import { entityKinds, type EntityKind } from '../../model/kinds.ts';
import type { AnswerCommand } from './question.ts';
import { choices, list, wholeNumber, words } from './values.ts';
import { LARGEST_PAGE, moreNote, nothingFound, without } from './wording.ts';

interface SearchOptions {
  readonly kinds?: readonly string[];
  readonly first: string;
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
  examples: ['sobremesa search unam ziccardi', 'sobremesa search nagoya --kinds EVENT,AGREEMENT --lang en'],
  options: [
    new Option('--kinds <kinds>', `only these kinds, between commas: ${entityKinds.join(', ')}`).argParser(list),
    new Option('--first <number>', `how many, from 1 to ${LARGEST_PAGE}`).default('20'),
  ],
  async answer({ texts, options: { kinds, first }, lang }, ask) {
    const variables = {
      text: words('text', texts.join(' '), lang),
      kinds: choices('--kinds', kinds, entityKinds, lang),
      first: wholeNumber('--first', first, { least: 1, most: LARGEST_PAGE, lang }),
      lang: lang.toUpperCase(),
    };
    const data = await ask<Found>(operation, variables);
    const { edges, suggestions } = data.search;
    return {
      data,
      table: {
        columns: [
          { es: 'Nombre', en: 'Name' },
          { es: 'Qué es', en: 'What it is' },
          { es: 'Se distingue por', en: 'Told apart by' },
          { es: 'Clave', en: 'Id', whole: true },
        ],
        rows: edges.map(({ matched, distinction, node }) => [
          matched === node.name ? node.name : `${node.name} [${matched}]`,
          kindWords[node.kind][lang],
          distinction ?? '',
          node.id,
        ]),
      },
      notes: [...(suggestions.length > 0 ? [near] : []), ...moreNote(data.search)],
      nothing: nothingFound({ es: 'Nada responde a esas palabras.', en: 'Nothing answers to these words.' }, [
        { es: 'con menos palabras', en: 'fewer words' },
        { es: 'con las primeras letras de una', en: 'the first letters of one' },
        kinds !== undefined && without('--kinds'),
      ]),
    };
  },
};

const near = {
  es: 'Nada responde exactamente a esas palabras; estos son los nombres más parecidos.',
  en: 'Nothing answers to exactly these words; these are the nearest names.',
};
