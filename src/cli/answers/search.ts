import { Option } from 'commander';

import { kindWords } from '../../model/kind-words.ts';
import { entityKinds, type EntityKind } from '../../model/kinds.ts';
import { askPages, firstOption, howMany, pageFields, type Page, type ListWithin } from './pages.ts';
import type { AnswerCommand } from './question.ts';
import { choices, list, words } from './values.ts';
import { moreNote, nothingFound, without } from './wording.ts';

interface SearchOptions {
  readonly kinds?: readonly string[];
  readonly first: string;
}

const operation = `query Search($text: String!, $kinds: [EntityKind!], $first: Int, $after: String, $lang: Lang!) {
  search(text: $text, kinds: $kinds, first: $first, after: $after) {
    totalCount
    edges { matched distinction(lang: $lang) node { id kind name(lang: $lang) } }
    ${pageFields}
    facets { kind count }
    suggestions
  }
}`;

interface Found {
  readonly search: Page<{
    readonly matched: string;
    readonly distinction: string | null;
    readonly node: { readonly id: string; readonly kind: EntityKind; readonly name: string };
  }> & { readonly totalCount: number; readonly suggestions: readonly string[] };
}

const foundIn: ListWithin<Found, Found['search']> = {
  of: ({ search: found }) => found,
  put: (data, found) => ({ ...data, search: found }),
};

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
    firstOption(),
  ],
  async answer({ texts, options: { kinds, first }, lang }, ask) {
    const variables = {
      text: words('text', texts.join(' '), lang),
      kinds: choices('--kinds', kinds, entityKinds, lang),
      first: howMany(first, lang),
      lang: lang.toUpperCase(),
    };
    const data = await askPages(ask, operation, variables, foundIn);
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
