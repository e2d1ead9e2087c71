import type { FilterDefinition } from '../../fields/filter.ts';
import { listField } from '../../fields/links.ts';
import { pageField } from '../../fields/page.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import { linkedList } from '../../graph/linked-list.ts';
import { across } from '../../graph/listing.ts';
import { entityKinds } from '../../model/kinds.ts';
import { ties } from '../../model/ties.ts';
import {
  programs,
  programsOfAgreement,
  programsOfAxis,
  programsOfCity,
  programsOfGovernmentEntity,
  programsOfNetwork,
  programsOfOrganization,
  programsOfTheme,
} from './programs.cypher.ts';

const filter: FilterDefinition = {
  ids: {
    axes: ['PRIORITY_AXIS'],
    governmentEntities: ['GOVERNMENT_ENTITY'],
    partners: ties.WITH_PARTNER.to.kinds,
    themes: ['THEME'],
    places: ['CITY', 'STATE', 'COUNTRY', 'REGION'],
    networks: ['NETWORK'],
  },
  values: ['origin', 'text'],
};

const axes = linkedList('axesOfProgram', ['PRIORITY_AXIS'], ['UNDER_AXIS'], 'to');
const partners = across('partnersOfProgram', entityKinds, ['WITH_PARTNER'], 'to');

export const statements = [
  programs,
  programsOfOrganization,
  programsOfGovernmentEntity,
  programsOfNetwork,
  programsOfCity,
  programsOfAxis,
  programsOfTheme,
  programsOfAgreement,
  axes,
  partners,
];

export const resolvers: Resolvers = {
  Query: { programs: pageField(programs, filter) },
  Program: { axes: listField(axes), partners: pageField(partners) },
  Organization: { programs: pageField(programsOfOrganization, filter) },
  GovernmentEntity: { programs: pageField(programsOfGovernmentEntity, filter) },
  Network: { programs: pageField(programsOfNetwork, filter) },
  City: { programs: pageField(programsOfCity, filter) },
  PriorityAxis: { programs: pageField(programsOfAxis, filter) },
  Theme: { programs: pageField(programsOfTheme, filter) },
  Agreement: { programs: pageField(programsOfAgreement, filter) },
};
