import { badUserInput } from '../../fields/errors.ts';
import { listField, onlyField, vocabularyField } from '../../fields/links.ts';
import { pageField } from '../../fields/page.ts';
import { citationsOf } from '../../fields/source-loaders.ts';
import { nameIn } from '../../fields/statement.ts';
import type { ConsultationPartResolvers, Resolvers } from '../../generated/resolvers.ts';
import {
  consultationOfSector,
  consultations,
  partnersOfPosition,
  partsOfConsultations,
  personOfPosition,
  proposalsOfRecommendation,
  proposersOfProposal,
  recommendations,
  recommendationsOfConsultation,
  regionsOfPosition,
  sectors,
  sectorsOfConsultation,
} from './consultations.cypher.ts';

export const statements = [
  consultations,
  sectors,
  recommendations,
  sectorsOfConsultation,
  recommendationsOfConsultation,
  consultationOfSector,
  proposalsOfRecommendation,
  proposersOfProposal,
  personOfPosition,
  regionsOfPosition,
  partnersOfPosition,
  ...partsOfConsultations.values(),
];

const ConsultationPart: ConsultationPartResolvers = {
  __resolveType: ({ partType }) => partType,
  text: ({ text, textEn }, { lang }) => (lang === 'EN' ? textEn : text),
  citations: ({ citationIds }, _args, { loaders }) => citationsOf(citationIds, loaders),
};

export const resolvers: Resolvers = {
  Query: {
    consultations: vocabularyField(consultations),
    recommendations: vocabularyField(recommendations),
    sectors: async (root, { consultation, datasets }, context, info) => {
      if (consultation == null) return vocabularyField(sectors)(root, { datasets }, context, info);
      if ((await context.loaders.kind.load(consultation)) !== 'CONSULTATION')
        throw badUserInput(
          'consultation',
          `expected the id of a consultation, but got "${consultation.slice(0, 80)}". Ask { consultations { id name } } for them.`,
        );
      const own = await listField(sectorsOfConsultation)({ id: consultation }, {}, context, info);
      if (datasets == null) return own;
      const stated = await vocabularyField(sectors)(root, { datasets }, context, info);
      return own.filter(({ id }) => stated.some((sector) => sector.id === id));
    },
  },
  Consultation: {
    sectors: listField(sectorsOfConsultation),
    objectives: ({ id }, _args, { loaders }) => loaders.parts('OBJECTIVE').load(id),
    phases: ({ id }, _args, { loaders }) => loaders.parts('PHASE').load(id),
    questionBlocks: ({ id }, _args, { loaders }) => loaders.parts('QUESTION_BLOCK').load(id),
    sessions: ({ id }, _args, { loaders }) => loaders.parts('SESSION').load(id),
    exclusions: ({ id }, _args, { loaders }) => loaders.parts('EXCLUSION').load(id),
    partnerPreferences: ({ id }, _args, { loaders }) => loaders.parts('PARTNER_PREFERENCE').load(id),
    recommendations: listField(recommendationsOfConsultation),
  },
  ConsultationPart,
  Sector: { consultation: onlyField(consultationOfSector) },
  Recommendation: {
    title: (recommendation, { lang }) => nameIn(recommendation, lang ?? 'ES'),
    proposals: listField(proposalsOfRecommendation),
  },
  Proposal: {
    text: (proposal, { lang }) => nameIn(proposal, lang ?? 'ES'),
    proposedBy: listField(proposersOfProposal),
  },
  Position: {
    text: (position, { lang }) => nameIn(position, lang ?? 'ES'),
    regions: listField(regionsOfPosition),
    partners: pageField(partnersOfPosition),
    person: onlyField(personOfPosition),
  },
};
