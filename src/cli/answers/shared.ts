import { Option } from 'commander';

import { kindWords } from '../../model/kind-words.ts';
import { entityKinds, type EntityKind } from '../../model/kinds.ts';
import { askPages, firstOption, howMany, pageFields, type Page, type ListWithin } from './pages.ts';
import type { AnswerCommand } from './question.ts';
import { choices, list, wholeNumber } from './values.ts';
import {
  citationFields,
  moreNote,
  namesOf,
  nothingFound,
  notOnRecord,
  whereItStands,
  without,
  type PrintedCitation,
} from './wording.ts';

interface SharedOptions {
  readonly kinds?: readonly string[];
  readonly minimum: string;
  readonly first: string;
}

const operation = `query Shared($with: [EntityKind!], $minimum: Int, $first: Int, $after: String, $lang: Lang!) {
  sharedPartners(with: $with, minimum: $minimum, first: $first, after: $after) {
    totalCount
    ${pageFields}
    edges {
      node {
        partner { id kind name(lang: $lang) }
        governmentEntities { name(lang: $lang) }
        programs { name(lang: $lang) ${citationFields} }
        coordination { statement(lang: $lang) }
      }
    }
  }
}`;

interface Named {
  readonly name: string;
}

interface Found {
  readonly sharedPartners: Page<{
    readonly node: {
      readonly partner: Named & { readonly id: string; readonly kind: EntityKind };
      readonly governmentEntities: readonly Named[];
      readonly programs: readonly (Named & { readonly citations: readonly PrintedCitation[] })[];
      readonly coordination: readonly { readonly statement: string }[];
    };
  }> & { readonly totalCount: number };
}

const foundIn: ListWithin<Found, Found['sharedPartners']> = {
  of: ({ sharedPartners }) => sharedPartners,
  put: (data, sharedPartners) => ({ ...data, sharedPartners }),
};

/** Where several bodies of government deal with the same partner. */
export const shared: AnswerCommand<SharedOptions> = {
  name: 'shared',
  arguments: {},
  description: 'tell which partners several government entities have, each by programs of its own',
  examples: ['sobremesa shared --minimum 3', 'sobremesa shared --kinds NETWORK --markdown'],
  options: [
    new Option('--kinds <kinds>', `only these kinds of partners, between commas: ${entityKinds.join(', ')}`).argParser(
      list,
    ),
    new Option('--minimum <number>', 'of how many government entities at least, from 2 on').default('2'),
    firstOption(),
  ],
  async answer({ options: { kinds, minimum, first }, lang }, ask) {
    const least = wholeNumber('--minimum', minimum, { least: 2, lang });
    const variables = {
      with: choices('--kinds', kinds, entityKinds, lang),
      minimum: least,
      first: howMany(first, lang),
      lang: lang.toUpperCase(),
    };
    const data = await askPages(ask, operation, variables, foundIn);
    return {
      data,
      table: {
        columns: [
          { es: 'Contraparte', en: 'Partner' },
          { es: 'Qué es', en: 'What it is' },
          { es: 'Dependencias', en: 'Government entities' },
          { es: 'Programas', en: 'Programs' },
          { es: 'Dónde consta', en: 'Where that stands' },
          { es: 'Coordinación que consta', en: 'Coordination on record' },
          { es: 'Clave', en: 'Id', whole: true },
        ],
        rows: data.sharedPartners.edges.map(({ node: { partner, governmentEntities, programs, coordination } }) => [
          partner.name,
          kindWords[partner.kind][lang],
          namesOf(governmentEntities),
          namesOf(programs),
          whereItStands(
            programs.flatMap(({ citations }) => citations),
            lang,
          ),
          coordination.map(({ statement }) => statement).join(' ') || notOnRecord[lang],
          partner.id,
        ]),
      },
      notes: moreNote(data.sharedPartners),
      nothing: nothingFound(
        {
          es: `Ninguna contraparte consta en programas de ${least} dependencias o más.`,
          en: `No partner is on record with programs of ${least} government entities or more.`,
        },
        [least > 2 && { es: 'con --minimum 2', en: '--minimum 2' }, kinds !== undefined && without('--kinds')],
      ),
    };
  },
};
