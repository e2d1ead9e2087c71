import { graphql, Kind, type GraphQLError } from 'graphql';

import { RefusedError, type Refusal } from '../fields/errors.ts';
import type { Reader } from '../graph/graph.ts';
import { createContext, type InTurn } from './context.ts';
import { buildSchema } from './schema.ts';

export type { Refusal };

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

/** Why a question is not answered as it was put, in words; `null` where something failed. */
export function refusalOf(error: GraphQLError): Refusal | null {
  if (error.originalError instanceof RefusedError) return error.originalError.refusal;
  return error.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION ? misfit(error) : null;
}

/** A value that does not fit the type of its variable is refused by graphql-js, whose words are English. */
function misfit({ message, originalError }: GraphQLError): Refusal {
  const [, variable = '', place] = /^Variable "\$(\w+)".*?(?: at "([^"]+)")?;/s.exec(message) ?? [];
  const argument = place ?? variable;
  const wrong = originalError?.message ?? message;
  return (called) => ({
    es: `${called(argument)}: se esperaba lo que admite la API (docs/schema.graphql), pero no cabe («${wrong}»). Corríjalo.`,
    en: `${called(argument)}: expected what the API takes (docs/schema.graphql), but it does not fit (“${wrong}”). Correct it.`,
  });
}
