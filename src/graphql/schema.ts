import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';

import { answers } from '../answers/register.ts';
import { subjects } from '../entities/register.ts';
import { typeOfNode } from '../fields/any-node.ts';
import { resolveFromModel } from '../fields/model-resolvers.ts';
import { Query } from '../fields/node.resolvers.ts';
import { DateTime, PartialDate } from '../fields/scalars.ts';
import { Tie, typeOfTie } from '../fields/tie.resolvers.ts';

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
    ],
    inheritResolversFromInterfaces: true,
  });
  resolveFromModel(schema);
  return schema;
}
