import { Actor, Entity, entityLists, typeOfEntity } from '../../fields/entity.resolvers.ts';
import type { FilterDefinition } from '../../fields/filter.ts';
import { pageField, type ListArguments } from '../../fields/page.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import { holds, inNames, linkedBy, type ListingFilter } from '../../graph/listing-filter.ts';
import { listing } from '../../graph/listing.ts';
import { entityKinds, kindOf } from '../../model/kinds.ts';

/** `EntityFilter` over an entity `n`; `kinds` holds labels. */
const listed: ListingFilter = {
  kinds: holds('any(label IN labels(n) WHERE label IN $filter.kinds)'),
  themes: linkedBy('(it)<-[:ABOUT]-(n)'),
  text: inNames,
};

const entities = listing({ name: 'entities', kinds: entityKinds, filter: listed });
const filter: FilterDefinition = { ids: { themes: ['THEME'] }, values: ['kinds', 'text'] };

export const statements = [entities, ...entityLists];

const page = pageField(entities, filter);

export const resolvers: Resolvers = {
  Query: {
    entities: (root, args, context, info) => {
      const labels = args.filter?.kinds?.map((kind) => kindOf(kind).label);
      const labelled: ListArguments =
        labels === undefined ? args : { ...args, filter: { ...args.filter, kinds: labels } };
      return page(root, labelled, context, info);
    },
  },
  Entity: { ...Entity, __resolveType: typeOfEntity },
  Actor: { ...Actor, __resolveType: typeOfEntity },
};
