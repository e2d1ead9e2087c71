import {
  type ApolloServerPlugin,
  type GraphQLRequestContextResponseForOperation,
  type GraphQLResponse,
  HeaderMap,
} from '@apollo/server';
import {
  type FormattedExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';

import type { Limits } from '../config.ts';
import { AnswerError, tooComplex } from './answer-error.ts';
import { rememberedCosts, type Variables } from './cost.ts';
import type { WithExchange } from './exchange.ts';
import { createExecutor } from './execution.ts';
import type { KnownOperation, KnownOperations } from './known-operations.ts';
import { largestList, listProblem } from './limits.ts';
import { type FaultLog, logFaults, mask, shortened } from './masking.ts';

/** Answers a valid operation, with what a request sent for its variables. */
export type RunOperation = (
  operation: KnownOperation,
  variables: Readonly<Record<string, unknown>>,
  context: WithExchange,
) => Promise<GraphQLResponse>;

/** The variables are read once, an operation that is too dear is refused, and the others are run by our executor. */
export function operationRunner(schema: GraphQLSchema, limits: Limits, log: FaultLog): RunOperation {
  const execute = createExecutor(schema);
  const costOf = rememberedCosts(schema);
  return async ({ document, operation }, variables, context) => {
    const { coerced, errors: wrong } = readVariables(schema, operation, variables, limits);
    if (coerced === undefined) return refusal(wrong);
    const cost = costOf(document, operation, coerced);
    context.exchange.cost = cost;
    if (cost > limits.cost) return refusal([tooDear(cost, limits)]);
    const { data = null, errors } = await execute({ document, operation, variables, coerced, context });
    if (errors === undefined) return answer({ data });
    logFaults(errors, context.exchange.requestId, limits, log);
    return answer({ data, errors: errors.map((error) => mask(error.toJSON(), error)) });
  };
}

/**
 * Answers operations in the place of Apollo's own executor, and remembers them. An operation that was not found is left
 * to Apollo to report.
 */
export function operations(run: RunOperation, known: KnownOperations): ApolloServerPlugin<WithExchange> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, source, request, contextValue }: Asked) {
          if (operation === undefined) return null;
          const found = { document, operation };
          known.remember(source, request.operationName, found);
          return run(found, request.variables ?? {}, contextValue);
        },
      };
    },
  };
}

/** Apollo's type promises an operation, also for a document in which the one asked for was not found. */
type Asked = Omit<GraphQLRequestContextResponseForOperation<WithExchange>, 'operation'> & {
  readonly operation?: OperationDefinitionNode;
};

/** The variables as the operation declares them, or what is wrong with them or with the operation. */
function readVariables(
  schema: GraphQLSchema,
  { operation, variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  limits: Limits,
):
  | { readonly coerced: Variables; readonly errors?: never }
  | { readonly coerced?: never; readonly errors: readonly GraphQLError[] } {
  // Validation lets the operations pass that the schema has no root for, and execution fails on them without a code.
  if (schema.getRootType(operation) == null)
    return {
      errors: [
        new AnswerError(
          'GRAPHQL_VALIDATION_FAILED',
          `Expected a query, got a ${operation}; this graph can only be read.`,
        ),
      ],
    };
  const { coerced, errors } = getVariableValues(schema, variableDefinitions, variables, {
    maxErrors: limits.errors,
    hideSuggestions: true,
  });
  if (errors !== undefined) return { errors: errors.map(wrongVariable) };
  const list = listProblem(largestList(coerced), limits);
  return list === null ? { coerced } : { errors: [list] };
}

function wrongVariable({ message }: GraphQLError): AnswerError {
  return new AnswerError('BAD_USER_INPUT', shortened(message));
}

function tooDear(cost: number, limits: Limits): AnswerError {
  return tooComplex('cost', cost, limits.cost, 'ask for smaller pages (first), fewer levels or fewer lists.');
}

function refusal(problems: readonly GraphQLError[]): GraphQLResponse {
  return answer({ errors: problems.map((problem) => problem.toJSON()) }, 400);
}

function answer(singleResult: FormattedExecutionResult, status?: number): GraphQLResponse {
  return {
    http: { headers: new HeaderMap(), ...(status === undefined ? {} : { status }) },
    body: { kind: 'single', singleResult },
  };
}
