import { ApolloServer, type ApolloServerPlugin, type GraphQLResponse } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';

import type { Limits } from '../config.ts';
import { answers, complete } from './answers.ts';
import type { WithExchange } from './exchange.ts';
import { type KnownOperation, KnownOperations } from './known-operations.ts';
import { type FaultLog, mask } from './masking.ts';
import { operationRunner, operations } from './operations.ts';

/** The GraphQL server without a transport. */
export interface GraphQLServer<Context extends object> {
  readonly apollo: ApolloServer<Context & WithExchange>;
  /** What Apollo has parsed and validated so far. */
  readonly known: Pick<KnownOperations, 'find'>;
  /** Answers one of those as Apollo does, without it. */
  answerKnown(
    operation: KnownOperation,
    variables: Readonly<Record<string, unknown>>,
    context: WithExchange,
  ): Promise<GraphQLResponse>;
}

export function createGraphQLServer<Context extends object>(
  schema: GraphQLSchema,
  limits: Limits,
  log: FaultLog,
): GraphQLServer<Context> {
  const known = new KnownOperations();
  const run = operationRunner(schema, limits, log);
  return {
    apollo: createApollo<Context>(schema, limits, log, operations(run, known)),
    known,
    async answerKnown(operation, variables, context) {
      const response = await run(operation, variables, context);
      context.exchange.operationName = operation.operation.name?.value ?? null;
      complete(response, context.exchange, limits);
      return response;
    },
  };
}

/** Apollo is told everything that it would else read from the environment. */
function createApollo<Context extends object>(
  schema: GraphQLSchema,
  limits: Limits,
  log: FaultLog,
  answering: ApolloServerPlugin<WithExchange>,
): ApolloServer<Context & WithExchange> {
  return new ApolloServer<Context & WithExchange>({
    schema,
    nodeEnv: 'production',
    stopOnTerminationSignals: false,
    introspection: true,
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    parseOptions: { maxLexicalTokens: limits.tokens },
    validationOptions: { maxErrors: limits.errors },
    formatError: mask,
    logger: apolloLogger(log),
    plugins: [
      // Halves the time of large answers.
      ApolloServerPluginCacheControlDisabled(),
      // Nothing leaves the machine, even when the environment holds keys of Apollo's own services.
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      answering,
      answers(limits, log),
    ],
  });
}

/** Apollo logs what it could not foresee; its other remarks are of no use here. */
function apolloLogger(log: FaultLog) {
  const silent = () => undefined;
  return { debug: silent, info: silent, warn: silent, error: (message: unknown) => log('apollo', message) };
}
