import { graphql, type GraphQLError } from 'graphql';

import type { Reader } from '../graph/graph.ts';
import { createContext, type InTurn } from './context.ts';
import { buildSchema } from './schema.ts';

/** What an operation answers; the data without errors is whole. */
export interface LocalAnswer {
  readonly data: unknown;
  readonly errors: readonly GraphQLError[];
}

/** Asks over a graph what a client asks over HTTP, by the same schema, without a server and its limits. */
export function localAsker(
  graph: Reader,
  inTurn: InTurn,
): (operation: string, variables: Readonly<Record<string, unknown>>) => Promise<LocalAnswer> {
  const schema = buildSchema();
  return async (operation, variables) => {
    const { data = null, errors = [] } = await graphql({
      schema,
      source: operation,
      variableValues: variables,
      contextValue: createContext(graph, 'local', inTurn),
    });
    // graphql-js gives objects without a prototype, which print and compare unlike plain ones.
    return { data: JSON.parse(JSON.stringify(data)), errors };
  };
}
