import { Option } from 'commander';

import type { Lacking } from '../../generated/resolvers.ts';
import type { InTwoLanguages } from '../../model/column.ts';
import { actorKinds, type EntityKind } from '../../model/kinds.ts';
import { namedEntity, type Named } from './named-entity.ts';
import { askPages, firstOption, howMany, type ListWithin } from './pages.ts';
import { AnswerError, type AnswerCommand, type Ask, type Language } from './question.ts';
import { asReasonTable, reasonedActors, type ReasonedActors } from './reasoned-actors.ts';
import { choices, given, list, words } from './values.ts';
import { moreNote, namesOf, nothingFound } from './wording.ts';

type Naming = keyof typeof namings;

interface SuggestOptions extends Partial<Readonly<Record<Naming, readonly string[]>>> {
  readonly kinds?: readonly string[];
  readonly notYetLinkedTo?: string;
  readonly lacking?: readonly string[];
  readonly first: string;
}

const operation = `query Suggest($filter: SuggestionFilter!, $first: Int, $after: String, $lang: Lang!) {
  suggestCollaborators(filter: $filter, first: $first, after: $after) { ${reasonedActors} }
}`;

interface Found {
  readonly suggestCollaborators: ReasonedActors;
}

const foundIn: ListWithin<Found, ReasonedActors> = {
  of: ({ suggestCollaborators }) => suggestCollaborators,
  put: (data, suggestCollaborators) => ({ ...data, suggestCollaborators }),
};

/** The options that name things: the kinds that each takes, what it takes in the help, and in the title of an answer. */
const namings = {
  themes: { kinds: ['THEME'], takes: 'ids or names of themes', es: 'tema', en: 'theme' },
  axes: { kinds: ['PRIORITY_AXIS'], takes: 'ids, names or ranks of priority axes', es: 'eje', en: 'axis' },
  places: {
    kinds: ['CITY', 'STATE', 'COUNTRY', 'REGION'],
    takes: 'ids or names of cities, states, countries or regions',
    es: 'lugar',
    en: 'place',
  },
  networks: { kinds: ['NETWORK'], takes: 'ids or names of networks', es: 'red', en: 'network' },
  sectors: { kinds: ['SECTOR'], takes: 'ids or names of sectors', es: 'sector', en: 'sector' },
} as const satisfies Readonly<
  Record<string, InTwoLanguages & { readonly kinds: readonly EntityKind[]; readonly takes: string }>
>;
const namingOptions: readonly Naming[] = ['themes', 'axes', 'places', 'networks', 'sectors'];

const lackings = ['CONSULTED_PERSON', 'PROGRAM', 'AGREEMENT', 'PARTNER'] as const satisfies readonly Lacking[];

/** Who could work on something, with the facts that say so. */
export const suggest: AnswerCommand<SuggestOptions> = {
  name: 'suggest',
  arguments: { '[words...]': 'words that its name, another form of it or its acronym holds' },
  description: 'tell who could work on a theme, an axis or with a place, and why',
  examples: [
    'sobremesa suggest --axes 3 --places asia',
    'sobremesa suggest --themes cultura --kinds PERSON,ORGANIZATION --markdown',
    'sobremesa suggest --kinds CITY --lacking AGREEMENT,PROGRAM',
  ],
  options: [
    ...namingOptions.map((name) =>
      new Option(`--${name} <ids>`, `${namings[name].takes}, between commas: one of them fits`).argParser(list),
    ),
    new Option('--kinds <kinds>', `only these kinds of actors, between commas: ${actorKinds.join(', ')}`).argParser(
      list,
    ),
    new Option('--not-yet-linked-to <actor>', 'only who has not worked with this actor yet'),
    new Option('--lacking <what>', `only who lacks all of these, between commas: ${lackings.join(', ')}`).argParser(
      list,
    ),
    firstOption(),
  ],
  async answer({ texts, options, lang }, ask) {
    const first = howMany(options.first, lang);
    const kinds = choices('--kinds', options.kinds, actorKinds, lang);
    const lacking = choices('--lacking', options.lacking, lackings, lang);
    const text = texts.length === 0 ? null : words('words', texts.join(' '), lang);
    const named = await namedBy(options, lang, ask);
    const stranger =
      options.notYetLinkedTo === undefined
        ? null
        : await namedEntity(options.notYetLinkedTo, { place: '--not-yet-linked-to', ask, lang, kinds: actorKinds });
    const filter = {
      ...Object.fromEntries(named.map(({ option, entities }) => [option, entities.map(({ id }) => id)])),
      kinds,
      lacking,
      notYetLinkedTo: stranger?.id ?? null,
      text,
    };
    if (Object.values(filter).every((value) => value === null)) throw new AnswerError(nothingAsked[lang]);
    const data = await askPages(ask, operation, { filter, first, lang: lang.toUpperCase() }, foundIn);
    const found = data.suggestCollaborators;
    const understood = [...named.flatMap(({ entities }) => entities), ...(stranger === null ? [] : [stranger])];
    return {
      data,
      table: asReasonTable(found, lang, titleOf(named, stranger)),
      notes: [...understood.flatMap(({ notes }) => notes), ...moreNote(found)],
      nothing: nothingFound({ es: 'Nadie responde a todo lo pedido.', en: 'Nobody answers to all that was asked.' }, [
        text !== null && { es: 'con --themes en lugar de palabras', en: 'with --themes in the place of words' },
        { es: 'con menos condiciones', en: 'with fewer conditions' },
        named.some(({ option }) => option === 'places') && {
          es: 'con un lugar más amplio',
          en: 'with a wider place',
        },
      ]),
    };
  },
};

interface NamedBy {
  readonly option: Naming;
  readonly entities: readonly Named[];
}

async function namedBy(options: SuggestOptions, lang: Language, ask: Ask): Promise<readonly NamedBy[]> {
  const asked = namingOptions.flatMap((option) => {
    const texts = given(`--${option}`, options[option], lang);
    return texts === null ? [] : [{ option, texts }];
  });
  return Promise.all(
    asked.map(async ({ option, texts }) => {
      const { kinds } = namings[option];
      const entities = texts.map((text) => namedEntity(text, { place: `--${option}`, ask, lang, kinds }));
      return { option, entities: await Promise.all(entities) };
    }),
  );
}

/** Tells what was understood: a name may have been taken for another one than was meant. */
function titleOf(named: readonly NamedBy[], stranger: Named | null): InTwoLanguages {
  const inOne = (lang: Language) =>
    [
      ...named.map(({ option, entities }) => `${namings[option][lang]}: ${namesOf(entities)}`),
      ...(stranger === null
        ? []
        : [`${{ es: 'aún sin trabajo con', en: 'no work yet with' }[lang]}: ${stranger.name}`]),
    ].join(' · ');
  const conditions = inOne('es') === '' ? { es: '', en: '' } : { es: ` (${inOne('es')})`, en: ` (${inOne('en')})` };
  return { es: `Quién podría, y por qué${conditions.es}`, en: `Who could, and why${conditions.en}` };
}

const nothingAsked = {
  es: 'Se esperaba algo que pedir, pero no llegó nada. Dé palabras, o una opción como --themes, --axes o --places.',
  en: 'Expected something to ask for, but got nothing. Give words, or an option such as --themes, --axes or --places.',
};
