import { Option } from 'commander';

import type { EntityKind } from '../../model/kinds.ts';
import { toKinds } from './kinds.ts';
import { namedEntity } from './named-entity.ts';
import type { AnswerCommand } from './question.ts';
import { asReasonTable, reasonedActors, type ReasonedActors } from './reasoned-actors.ts';
import { list, wholeNumber } from './values.ts';
import { moreNote } from './wording.ts';

type Named = 'themes' | 'axes' | 'places' | 'networks' | 'sectors';

interface SuggestOptions extends Partial<Readonly<Record<Named, readonly string[]>>> {
  readonly kinds?: readonly string[];
  readonly notYetLinkedTo?: string;
  readonly lacking?: readonly string[];
  readonly first: number;
}

const operation = `query Suggest($filter: SuggestionFilter!, $first: Int, $lang: Lang!) {
  suggestCollaborators(filter: $filter, first: $first) { ${reasonedActors} }
}`;

/** The options that name things, with the kinds that each takes. */
const named: Readonly<Record<Named, readonly EntityKind[]>> = {
  themes: ['THEME'],
  axes: ['PRIORITY_AXIS'],
  places: ['CITY', 'STATE', 'COUNTRY', 'REGION'],
  networks: ['NETWORK'],
  sectors: ['SECTOR'],
};

/** Who could work on something, with the facts that say so. */
export const suggest: AnswerCommand<SuggestOptions> = {
  name: 'suggest',
  arguments: { '[words...]': 'words of names, roles or institutions' },
  description: 'tell who could work on a theme, an axis or with a place, and why',
  example: 'sobremesa suggest --places asia --kinds PERSON,ORGANIZATION',
  options: [
    ...Object.keys(named).map((name) =>
      new Option(`--${name} <ids>`, `ids or names of ${name}, between commas`).argParser(list),
    ),
    new Option('--kinds <kinds>', 'only these kinds of actors, such as PERSON,ORGANIZATION').argParser(list),
    new Option('--not-yet-linked-to <actor>', 'only who has not worked with this actor yet'),
    new Option('--lacking <what>', 'only who lacks all of CONSULTED_PERSON, PROGRAM, AGREEMENT, PARTNER').argParser(
      list,
    ),
    new Option('--first <number>', 'how many, at most 100').argParser(wholeNumber).default(20),
  ],
  async answer({ texts, options: { kinds, notYetLinkedTo, lacking, first, ...names }, lang }, ask) {
    const idsOf = async (name: Named) => {
      const given = names[name]?.map(async (text) => (await namedEntity(text, { ask, lang, kinds: named[name] })).id);
      return given === undefined ? null : Promise.all(given);
    };
    const filter = {
      themes: await idsOf('themes'),
      axes: await idsOf('axes'),
      places: await idsOf('places'),
      networks: await idsOf('networks'),
      sectors: await idsOf('sectors'),
      kinds: kinds === undefined ? null : toKinds('--kinds', kinds),
      lacking: lacking ?? null,
      notYetLinkedTo: notYetLinkedTo === undefined ? null : (await namedEntity(notYetLinkedTo, { ask, lang })).id,
      text: texts.length === 0 ? null : texts.join(' '),
    };
    const data = await ask<{ readonly suggestCollaborators: ReasonedActors }>(operation, {
      filter,
      first,
      lang: lang.toUpperCase(),
    });
    return {
      data,
      tables: [
        asReasonTable(data.suggestCollaborators, lang, {
          es: 'Quién podría, y por qué',
          en: 'Who could, and why',
        }),
      ],
      notes: moreNote(data.suggestCollaborators),
      nothing: {
        es: 'Nadie responde a todo lo pedido. Pruebe con menos condiciones, o con un lugar más amplio.',
        en: 'Nobody answers to all that was asked. Try fewer conditions, or a wider place.',
      },
    };
  },
};
