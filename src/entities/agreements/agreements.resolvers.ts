import type { FilterDefinition } from '../../fields/filter.ts';
import { tiesField } from '../../fields/links.ts';
import { pageField } from '../../fields/page.ts';
import { citationsOf } from '../../fields/source-loaders.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import { actorKinds } from '../../model/kinds.ts';
import { actsOfAgreements, agreements, agreementsOfCity, agreementsOfProgram } from './agreements.cypher.ts';

const filter: FilterDefinition = {
  ids: { parties: actorKinds, themes: ['THEME'], places: ['CITY', 'STATE', 'COUNTRY', 'REGION'] },
  values: ['types', 'statuses', 'text'],
};

export const statements = [agreements, agreementsOfCity, agreementsOfProgram, actsOfAgreements];

export const resolvers: Resolvers = {
  Query: { agreements: pageField(agreements, filter) },
  Agreement: {
    acts: ({ id }, _args, { loaders }) => loaders.agreementActs.load(id),
    parties: tiesField('PARTY_TO', 'to'),
  },
  AgreementAct: {
    text: ({ text, textEn }, { lang }) => (lang === 'EN' ? (textEn ?? text) : text),
    citations: ({ citationIds }, _args, { loaders }) => citationsOf(citationIds, loaders),
  },
  City: { agreements: pageField(agreementsOfCity, filter) },
  Program: { agreements: pageField(agreementsOfProgram, filter) },
};
