import { graphql, type GraphQLError } from 'graphql';

import type { Reader } from '../../graph/graph.ts';
import { createContext } from '../../graphql/context.ts';
import { buildSchema } from '../../graphql/schema.ts';
import { AnswerError, type Ask } from './question.ts';

/** Asks over a graph what a client asks over HTTP, by the same schema: the command line and the API never differ. */
export function askerOf(graph: Reader): Ask {
  const schema = buildSchema();
  return async <Data>(operation: string, variables: Readonly<Record<string, unknown>>): Promise<Data> => {
    const { data, errors = [] } = await graphql({
      schema,
      source: operation,
      variableValues: variables,
      contextValue: createContext(graph, 'command line'),
    });
    const [error] = errors;
    if (error !== undefined) throw explained(error);
    // graphql-js gives objects without a prototype, which print and compare unlike plain ones; their type is what the
    // operation selects.
    return JSON.parse(JSON.stringify(data)) as Data;
  };
}

function explained(error: GraphQLError): unknown {
  if (error.extensions['code'] === 'BAD_USER_INPUT') return new AnswerError(error.message);
  return error.originalError ?? error;
}
