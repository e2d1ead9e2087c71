import {
  type ApolloServerPlugin,
  type GraphQLRequestContextResponseForOperation,
  type GraphQLResponse,
  HeaderMap,
} from '@apollo/server';
import {
  type FragmentDefinitionNode,
  type GraphQLError,
  getVariableValues,
  Kind,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';

import type { Limits } from '../config.ts';
import { AnswerError, tooComplex } from './answer-error.ts';
import { operationCost } from './cost.ts';
import type { WithExchange } from './exchange.ts';
import { largestList, listProblem } from './limits.ts';

/** Answers instead of the resolvers when the variables are wrong or the operation is too dear. */
export function refusals(limits: Limits): ApolloServerPlugin<WithExchange> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation(request) {
          const problems = problemsOf(request, limits);
          return problems.length === 0 ? null : refusal(problems);
        },
      };
    },
  };
}

/** Apollo's type promises an operation, also for a document in which the one asked for was not found. */
type Asked = Omit<GraphQLRequestContextResponseForOperation<WithExchange>, 'operation'> & {
  readonly operation?: OperationDefinitionNode;
};

function problemsOf(
  { schema, document, operation, request, contextValue }: Asked,
  limits: Limits,
): readonly GraphQLError[] {
  // An operation that was not found is reported by the execution.
  if (operation === undefined) return [];
  // Validation lets the operations pass that the schema has no root for, and execution fails on them without a code.
  if (schema.getRootType(operation.operation) == null) {
    return [
      new AnswerError(
        'GRAPHQL_VALIDATION_FAILED',
        `Expected a query, got a ${operation.operation}; this graph can only be read.`,
      ),
    ];
  }
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {}, {
    maxErrors: limits.errors,
    hideSuggestions: true,
  });
  if (errors !== undefined) return errors.map(wrongVariable);
  const list = listProblem(largestList(coerced), limits);
  if (list !== null) return [list];
  const cost = operationCost(schema, operation, fragmentsOf(document), coerced);
  contextValue.exchange.cost = cost;
  return cost > limits.cost
    ? [tooComplex('cost', cost, limits.cost, 'ask for smaller pages (first), fewer levels or fewer lists.')]
    : [];
}

function wrongVariable({ message }: GraphQLError): AnswerError {
  return new AnswerError('BAD_USER_INPUT', message.length > 1000 ? `${message.slice(0, 1000)}…` : message);
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
}

function refusal(problems: readonly GraphQLError[]): GraphQLResponse {
  return {
    http: { status: 400, headers: new HeaderMap() },
    body: { kind: 'single', singleResult: { errors: problems.map((problem) => problem.toJSON()) } },
  };
}
