import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { GraphQLScalarType, type GraphQLSchema } from 'graphql';

import { answers } from '../answers/register.ts';
import { subjects } from '../entities/register.ts';
import { typeOfNode } from '../fields/any-node.ts';
import { resolveFromModel } from '../fields/model-resolvers.ts';
import { Query } from '../fields/node.resolvers.ts';
import { DateTime, PartialDate } from '../fields/scalars.ts';
import { Tie, typeOfTie } from '../fields/tie.resolvers.ts';

type Resolvers = Exclude<NonNullable<Parameters<typeof makeExecutableSchema>[0]['resolvers']>, readonly unknown[]>;

const folder = fileURLToPath(new URL('../../schema', import.meta.url));

/** The contract as written: every file of schema/, in the order of their names. */
export function readContract(): readonly string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  return files.sort().map((file) => readFileSync(join(folder, file), 'utf8'));
}

/** The schema with every resolver; what only repeats the model is resolved from it. */
export function buildSchema(): GraphQLSchema {
  const schema = makeExecutableSchema({
    typeDefs: [...readContract()],
    resolvers: [
      { Query, PartialDate, DateTime, Node: { __resolveType: typeOfNode }, Tie: { ...Tie, __resolveType: typeOfTie } },
      ...[...subjects, ...answers].map(({ resolvers }) => resolvers),
    ].map(unbound),
    inheritResolversFromInterfaces: true,
  });
  resolveFromModel(schema);
  return schema;
}

/**
 * A plain function would be bound, and then no longer be the one that `readsAhead` has marked; as a property of a field
 * it is taken as it is.
 */
function unbound(resolvers: object): Resolvers {
  const ofType = (type: unknown): unknown =>
    typeof type !== 'object' || type === null || type instanceof GraphQLScalarType
      ? type
      : Object.fromEntries(
          Object.entries(type).map(([name, resolve]: [string, unknown]) => [
            name,
            typeof resolve === 'function' && !name.startsWith('__') ? { resolve } : resolve,
          ]),
        );
  // The same resolvers, each in its other form.
  return Object.fromEntries(Object.entries(resolvers).map(([name, type]) => [name, ofType(type)])) as Resolvers;
}
