import { badUserInput } from '../../fields/errors.ts';
import { listField, onlyField } from '../../fields/links.ts';
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
    consultations: listField(consultations),
    recommendations: listField(recommendations),
    sectors: async (root, { consultation }, context, info) => {
      if (consultation == null) return listField(sectors)(root, {}, context, info);
      const kind = await context.loaders.kind.load(consultation);
      if (kind === 'CONSULTATION') return listField(sectorsOfConsultation)({ id: consultation }, {}, context, info);
      throw badUserInput(
        'consultation',
        `expected the id of a consultation, but got "${consultation.slice(0, 80)}". Ask { consultations { id name } } for them.`,
      );
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
