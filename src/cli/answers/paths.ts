import { Option } from 'commander';

import { namedEntity } from './named-entity.ts';
import type { AnswerCommand } from './question.ts';
import { list, wholeNumber } from './values.ts';
import { citationFields, namesOf, whereItStands, type PrintedCitation } from './wording.ts';

interface PathOptions {
  readonly maxLength: number;
  readonly first: number;
  readonly avoid?: readonly string[];
  readonly stated?: boolean;
  readonly hubs?: boolean;
}

const operation = `query Paths($from: ID!, $to: ID!, $maxLength: Int, $first: Int, $avoid: [ID!], $stated: Boolean, $hubs: Boolean, $lang: Lang!) {
  paths(from: $from, to: $to, maxLength: $maxLength, first: $first, avoid: $avoid, statedOnly: $stated, includeHubs: $hubs) {
    paths { length statement(lang: $lang) steps { ties { ${citationFields} } } }
    leftOut { id name(lang: $lang) }
    sharedThemes { id name(lang: $lang) }
    complete
  }
}`;

interface Found {
  readonly paths: {
    readonly paths: readonly {
      readonly length: number;
      readonly statement: string;
      readonly steps: readonly {
        readonly ties: readonly {
          readonly citations: readonly PrintedCitation[];
        }[];
      }[];
    }[];
    readonly leftOut: readonly { readonly id: string; readonly name: string }[];
    readonly sharedThemes: readonly { readonly name: string }[];
    readonly complete: boolean;
  };
}

/** How two actors are connected. */
export const paths: AnswerCommand<PathOptions> = {
  name: 'paths',
  arguments: { '<from>': 'id or name of one end', '<to>': 'id or name of the other' },
  description: 'tell how two actors are connected, step by step',
  example: 'sobremesa paths "Secretaría de Salud" medellin',
  options: [
    new Option('--max-length <number>', 'steps at most, up to 6').argParser(wholeNumber).default(4),
    new Option('--first <number>', 'how many paths, at most 5').argParser(wholeNumber).default(3),
    new Option('--avoid <ids>', 'ids or names that no path may touch').argParser(list),
    new Option('--stated', 'leave out what was inferred'),
    new Option('--hubs', 'also through what nearly everything touches'),
  ],
  async answer({ texts, options: { maxLength, first, avoid, stated, hubs }, lang }, ask) {
    const [from, to] = await Promise.all(texts.map((text) => namedEntity(text, { ask, lang })));
    const avoided = await Promise.all((avoid ?? []).map((text) => namedEntity(text, { ask, lang })));
    const data = await ask<Found>(operation, {
      from: from?.id,
      to: to?.id,
      maxLength,
      first,
      avoid: avoided.map(({ id }) => id),
      stated: stated === true,
      hubs: hubs === true,
      lang: lang.toUpperCase(),
    });
    const { paths: found, leftOut, sharedThemes, complete } = data.paths;
    return {
      data,
      tables: [
        {
          columns: [
            { es: 'Pasos', en: 'Steps' },
            { es: 'Camino', en: 'Path' },
            { es: 'Dónde consta', en: 'Where that stands' },
          ],
          rows: found.map(({ length, statement, steps }) => [
            String(length),
            statement,
            whereItStands(steps.flatMap(({ ties }) => ties.flatMap(({ citations }) => citations))),
          ]),
        },
      ],
      notes: [
        ...(leftOut.length > 0
          ? [
              {
                es: `Sin pasar por lo que casi todo toca: ${namesOf(leftOut)}. Para incluirlo: --hubs.`,
                en: `Without passing through what nearly everything touches: ${namesOf(leftOut)}. To include it: --hubs.`,
              },
            ]
          : []),
        ...(found.length === 0 && sharedThemes.length > 0
          ? [
              {
                es: `Temas que comparten: ${namesOf(sharedThemes)}.`,
                en: `Themes that they share: ${namesOf(sharedThemes)}.`,
              },
            ]
          : []),
        ...(complete
          ? []
          : [
              {
                es: 'No se miró todo: puede haber otros caminos.',
                en: 'Not everything was looked at: there may be other paths.',
              },
            ]),
      ],
      nothing: {
        es: 'Sin registro de un camino de esa longitud. Pruebe con --max-length 6 o con --hubs.',
        en: 'No path of that length is on record. Try --max-length 6 or --hubs.',
      },
    };
  },
};
