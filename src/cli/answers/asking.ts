import type { Reader } from '../../graph/graph.ts';
import type { InTurn } from '../../graphql/context.ts';
import { localAsker, refusalOf, type LocalAnswer } from '../../graphql/local.ts';
import { RefusedQuestion, type Ask } from './question.ts';

/** Asks what the API answers: the command line and the API never differ. */
export function askerOf(graph: Reader, inTurn: InTurn): Ask {
  const ask = localAsker(graph, inTurn);
  return async <Data>(operation: string, variables: Readonly<Record<string, unknown>>): Promise<Data> => {
    const { data, errors } = await ask(operation, variables);
    const [error] = errors;
    if (error !== undefined) throw explained(error);
    // Its type is what the operation selects.
    return data as Data;
  };
}

function explained(error: LocalAnswer['errors'][number]): unknown {
  const refusal = refusalOf(error);
  return refusal === null ? (error.originalError ?? error) : new RefusedQuestion(refusal);
}
