import type { FilterDefinition } from '../../fields/filter.ts';
import { listField, oneField } from '../../fields/links.ts';
import { pageField } from '../../fields/page.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import { actorKinds } from '../../model/kinds.ts';
import {
  governed,
  governmentEntities,
  governmentEntitiesOfProgram,
  members,
  networks,
  organizations,
  parents,
  predecessors,
  successors,
  units,
} from './bodies.cypher.ts';

const institutions = ['ORGANIZATION', 'GOVERNMENT_ENTITY', 'NETWORK'] as const;
const places = ['CITY', 'STATE', 'COUNTRY', 'REGION'] as const;

const organizationFilter: FilterDefinition = {
  ids: { institutions, networks: ['NETWORK'], themes: ['THEME'], places },
  values: ['types', 'text'],
};
const governmentEntityFilter: FilterDefinition = {
  ids: { institutions, networks: ['NETWORK'], axes: ['PRIORITY_AXIS'], themes: ['THEME'], places },
  values: ['levels', 'text'],
};
const networkFilter: FilterDefinition = { ids: { members: actorKinds, themes: ['THEME'] }, values: ['text'] };

export const statements = [
  organizations,
  governmentEntities,
  networks,
  governmentEntitiesOfProgram,
  members,
  parents,
  units,
  predecessors,
  successors,
  governed,
];

const hierarchy = { parent: oneField(parents), units: listField(units) };

export const resolvers: Resolvers = {
  Query: {
    organizations: pageField(organizations, organizationFilter),
    governmentEntities: pageField(governmentEntities, governmentEntityFilter),
    networks: pageField(networks, networkFilter),
  },
  Organization: hierarchy,
  GovernmentEntity: {
    ...hierarchy,
    predecessors: listField(predecessors),
    successors: listField(successors),
    governs: listField(governed),
  },
  Network: { ...hierarchy, members: pageField(members) },
  Program: { governmentEntities: pageField(governmentEntitiesOfProgram, governmentEntityFilter) },
};
