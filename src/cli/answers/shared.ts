import { Option } from 'commander';

import { kindWords } from '../../model/kind-words.ts';
import type { EntityKind } from '../../model/kinds.ts';
import { toKinds } from './kinds.ts';
import type { AnswerCommand } from './question.ts';
import { list, wholeNumber } from './values.ts';
import { moreNote, namesOf } from './wording.ts';

interface SharedOptions {
  readonly kinds?: readonly string[];
  readonly minimum: number;
  readonly first: number;
}

const operation = `query Shared($with: [EntityKind!], $minimum: Int, $first: Int, $lang: Lang!) {
  sharedPartners(with: $with, minimum: $minimum, first: $first) {
    totalCount
    edges {
      node {
        partner { id kind name(lang: $lang) }
        governmentEntities { name(lang: $lang) }
        programs { name(lang: $lang) citations { place } }
        coordination { statement(lang: $lang) }
      }
    }
  }
}`;

interface Named {
  readonly name: string;
}

interface Found {
  readonly sharedPartners: {
    readonly totalCount: number;
    readonly edges: readonly {
      readonly node: {
        readonly partner: Named & { readonly id: string; readonly kind: EntityKind };
        readonly governmentEntities: readonly Named[];
        readonly programs: readonly (Named & { readonly citations: readonly { readonly place: string }[] })[];
        readonly coordination: readonly { readonly statement: string }[];
      };
    }[];
  };
}

/** Where several bodies of government deal with the same partner. */
export const shared: AnswerCommand<SharedOptions> = {
  name: 'shared',
  arguments: {},
  description: 'tell which partners several government entities have, each by programs of its own',
  example: 'sobremesa shared --minimum 3',
  options: [
    new Option('--kinds <kinds>', 'only these kinds of partners, such as NETWORK,CITY').argParser(list),
    new Option('--minimum <number>', 'of how many government entities at least').argParser(wholeNumber).default(2),
    new Option('--first <number>', 'how many, at most 100').argParser(wholeNumber).default(20),
  ],
  async answer({ options: { kinds, minimum, first }, lang }, ask) {
    const data = await ask<Found>(operation, {
      with: kinds === undefined ? null : toKinds('--kinds', kinds),
      minimum,
      first,
      lang: lang.toUpperCase(),
    });
    return {
      data,
      tables: [
        {
          columns: [
            { es: 'Contraparte', en: 'Partner' },
            { es: 'Qué es', en: 'What it is' },
            { es: 'Entidades', en: 'Entities' },
            { es: 'Programas y dónde constan', en: 'Programs and where they stand' },
            { es: 'Coordinación que consta', en: 'Coordination on record' },
          ],
          rows: data.sharedPartners.edges.map(({ node: { partner, governmentEntities, programs, coordination } }) => [
            partner.name,
            kindWords[partner.kind][lang],
            namesOf(governmentEntities),
            programs
              .map(({ name, citations }) => `${name} (${citations.map(({ place }) => place).join('; ')})`)
              .join('; '),
            coordination.map(({ statement }) => statement).join(' ') || none[lang],
          ]),
        },
      ],
      notes: moreNote(data.sharedPartners),
      nothing: {
        es: 'Ninguna contraparte consta con tantas entidades. Pruebe con --minimum 2 o sin --kinds.',
        en: 'No partner is on record with so many entities. Try --minimum 2, or leave --kinds out.',
      },
    };
  },
};

const none = { es: 'sin registro', en: 'not on record' };
