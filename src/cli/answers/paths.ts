import { Option } from 'commander';

import { namedEntity, type Named } from './named-entity.ts';
import { AnswerError, type AnswerCommand, type Language } from './question.ts';
import { given, list, wholeNumber } from './values.ts';
import { citationFields, namesOf, nothingFound, whereItStands, without, type PrintedCitation } from './wording.ts';

interface PathOptions {
  readonly maxLength: string;
  readonly first: string;
  readonly avoid?: readonly string[];
  readonly stated?: boolean;
  readonly hubs?: boolean;
}

/** What the API takes at most. */
const LONGEST = 6;
const MOST_PATHS = 5;

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
  examples: [
    'sobremesa paths "Secretaría de Salud" medellin',
    'sobremesa paths nagoya metropolis --hubs',
    'sobremesa paths nagoya medellin --max-length 6 --hubs --lang en',
  ],
  options: [
    new Option('--max-length <number>', `steps at most, from 1 to ${LONGEST}`).default('4'),
    new Option('--first <number>', `how many paths, from 1 to ${MOST_PATHS}`).default('3'),
    new Option('--avoid <ids>', 'ids or names that no path may touch').argParser(list),
    new Option('--stated', 'leave out what was inferred'),
    new Option('--hubs', 'also through what nearly everything touches'),
  ],
  async answer({ texts, options: { maxLength, first, avoid, stated, hubs }, lang }, ask) {
    const length = wholeNumber('--max-length', maxLength, { least: 1, most: LONGEST, lang });
    const most = wholeNumber('--first', first, { least: 1, most: MOST_PATHS, lang });
    const avoided = given('--avoid', avoid, lang) ?? [];
    const [one = '', other = ''] = texts;
    const [from, to] = await Promise.all([
      namedEntity(one, { place: 'from', ask, lang }),
      namedEntity(other, { place: 'to', ask, lang }),
    ]);
    const between = await Promise.all(avoided.map((text) => namedEntity(text, { place: '--avoid', ask, lang })));
    checkEnds(from, to, between, lang);
    const data = await ask<Found>(operation, {
      from: from.id,
      to: to.id,
      maxLength: length,
      first: most,
      avoid: between.map(({ id }) => id),
      stated: stated === true,
      hubs: hubs === true,
      lang: lang.toUpperCase(),
    });
    const { paths: found, leftOut, sharedThemes, complete } = data.paths;
    return {
      data,
      table: {
        columns: [
          { es: 'Pasos', en: 'Steps' },
          { es: 'Camino', en: 'Path' },
          { es: 'Dónde consta', en: 'Where that stands' },
        ],
        rows: found.map(({ length: steps, statement, steps: way }) => [
          steps,
          statement,
          whereItStands(
            way.flatMap(({ ties }) => ties.flatMap(({ citations }) => citations)),
            lang,
          ),
        ]),
      },
      notes: [
        ...[from, to, ...between].flatMap(({ notes }) => notes),
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
      nothing: nothingFound(
        {
          es: `Sin registro de un camino de ${length === 1 ? 'un paso' : `${length} pasos o menos`} entre ${from.name} y ${to.name}.`,
          en: `No path of ${length === 1 ? 'one step' : `${length} steps or fewer`} between ${from.name} and ${to.name} is on record.`,
        },
        [
          length < LONGEST && { es: `con --max-length ${LONGEST}`, en: `--max-length ${LONGEST}` },
          hubs !== true && leftOut.length > 0 && { es: 'con --hubs', en: '--hubs' },
          stated === true && without('--stated'),
          between.length > 0 && without('--avoid'),
        ],
      ),
    };
  },
};

function checkEnds(from: Named, to: Named, between: readonly Named[], lang: Language): void {
  if (from.id === to.id)
    throw new AnswerError(
      {
        es: `to: se esperaba otra cosa que from, pero ambas son ${from.name} (${from.id}). Dé dos distintas.`,
        en: `to: expected another thing than from, but both are ${from.name} (${from.id}). Name two different ones.`,
      }[lang],
    );
  const end = between.find(({ id }) => id === from.id || id === to.id);
  if (end !== undefined)
    throw new AnswerError(
      {
        es: `--avoid: se esperaba algo entre los extremos, pero ${end.name} (${end.id}) es uno de ellos. Quítelo.`,
        en: `--avoid: expected something between the ends, but ${end.name} (${end.id}) is one of them. Leave it out.`,
      }[lang],
    );
}
