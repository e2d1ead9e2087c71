import { Option } from 'commander';

import { actorKinds } from '../../model/kinds.ts';
import { toKinds } from './kinds.ts';
import { namedEntity } from './named-entity.ts';
import type { AnswerCommand } from './question.ts';
import { asReasonTable, reasonedActors, type ReasonedActors } from './reasoned-actors.ts';
import { list, wholeNumber } from './values.ts';
import { moreNote } from './wording.ts';

interface WhoOptions {
  readonly kinds?: readonly string[];
  readonly stated?: boolean;
  readonly first: number;
}

const operation = `query Who($id: ID!, $filter: CollaboratorFilter, $first: Int, $lang: Lang!) {
  node(id: $id) {
    ... on Actor { id name(lang: $lang) collaborators(filter: $filter, first: $first) { ${reasonedActors} } }
  }
}`;

interface Found {
  readonly node: { readonly collaborators?: ReasonedActors } | null;
}

/** With whom an actor worked, and how that is known. */
export const who: AnswerCommand<WhoOptions> = {
  name: 'who',
  arguments: { '<actor...>': 'id or name of a person, body, network, city or state' },
  description: 'tell with whom somebody worked, and how we know',
  example: 'sobremesa who metropolis --lang es',
  options: [
    new Option('--kinds <kinds>', 'only these kinds of actors, such as PERSON,CITY').argParser(list),
    new Option('--stated', 'leave out what was inferred'),
    new Option('--first <number>', 'how many, at most 100').argParser(wholeNumber).default(20),
  ],
  async answer({ texts, options: { kinds, stated, first }, lang }, ask) {
    const { id, name } = await namedEntity(texts.join(' '), { ask, lang, kinds: actorKinds });
    const filter = { kinds: kinds === undefined ? null : toKinds('--kinds', kinds), statedOnly: stated === true };
    const data = await ask<Found>(operation, { id, filter, first, lang: lang.toUpperCase() });
    const found = data.node?.collaborators ?? { totalCount: 0, edges: [] };
    return {
      data,
      tables: [
        asReasonTable(found, lang, {
          es: `${name}: con quién trabajaba, según las fuentes`,
          en: `${name}: with whom it worked, by the sources`,
        }),
      ],
      notes: moreNote(found),
      nothing: {
        es: `Sin registro de trabajo de ${name} con nadie, lo que no quiere decir que no lo haya. Pruebe sin --kinds ni --stated.`,
        en: `No work of ${name} with anybody is on record, which does not mean that there is none. Try without --kinds and --stated.`,
      },
    };
  },
};
