import { Option } from 'commander';

import { actorKinds } from '../../model/kinds.ts';
import { namedEntity } from './named-entity.ts';
import { askPages, firstOption, howMany, type ListWithin } from './pages.ts';
import type { AnswerCommand } from './question.ts';
import { asReasonTable, reasonedActors, type ReasonedActors } from './reasoned-actors.ts';
import { choices, list } from './values.ts';
import { moreNote, nothingFound, without } from './wording.ts';

interface WhoOptions {
  readonly kinds?: readonly string[];
  readonly stated?: boolean;
  readonly first: string;
}

const operation = `query Who($id: ID!, $filter: CollaboratorFilter, $first: Int, $after: String, $lang: Lang!) {
  node(id: $id) {
    ... on Actor { id name(lang: $lang) collaborators(filter: $filter, first: $first, after: $after) { ${reasonedActors} } }
  }
}`;

interface Found {
  readonly node: { readonly collaborators?: ReasonedActors } | null;
}

const foundIn: ListWithin<Found, ReasonedActors> = {
  of: ({ node }) => node?.collaborators,
  put: ({ node }, collaborators) => ({ node: { ...node, collaborators } }),
};

/** With whom an actor worked, and how that is known. */
export const who: AnswerCommand<WhoOptions> = {
  name: 'who',
  arguments: { '<actor...>': 'id or name of a person, body, network, city or state' },
  description: 'tell with whom somebody worked, and how we know',
  examples: ['sobremesa who metropolis', 'sobremesa who Alicia Ziccardi --markdown', 'sobremesa who medellin --csv'],
  options: [
    new Option('--kinds <kinds>', `only these kinds of actors, between commas: ${actorKinds.join(', ')}`).argParser(
      list,
    ),
    new Option('--stated', 'leave out what was inferred'),
    firstOption(),
  ],
  async answer({ texts, options: { kinds, stated, first }, lang }, ask) {
    const filter = { kinds: choices('--kinds', kinds, actorKinds, lang), statedOnly: stated === true };
    const most = howMany(first, lang);
    const { id, name, notes } = await namedEntity(texts.join(' '), { place: 'actor', ask, lang, kinds: actorKinds });
    const data = await askPages(ask, operation, { id, filter, first: most, lang: lang.toUpperCase() }, foundIn);
    const found = data.node?.collaborators ?? { totalCount: 0, edges: [] };
    return {
      data,
      table: asReasonTable(found, lang, {
        es: `${name}: con quién trabajaba, según las fuentes`,
        en: `${name}: with whom it worked, by the sources`,
      }),
      notes: [...notes, ...moreNote(found)],
      nothing: nothingFound(
        {
          es: `Sin registro de trabajo de ${name} con nadie, lo que no quiere decir que no lo haya.`,
          en: `No work of ${name} with anybody is on record, which does not mean that there is none.`,
        },
        [kinds !== undefined && without('--kinds'), stated === true && without('--stated')],
      ),
    };
  },
};
