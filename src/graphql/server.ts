import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';

import type { Limits } from '../config.ts';
import { answers } from './answers.ts';
import type { WithExchange } from './exchange.ts';
import { type FaultLog, mask } from './masking.ts';
import { operations } from './operations.ts';

/** The GraphQL server without a transport. Apollo is told everything that it would else read from the environment. */
export function createApollo<Context extends object>(
  schema: GraphQLSchema,
  limits: Limits,
  log: FaultLog,
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
      operations(schema, limits, log),
      answers(limits, log),
    ],
  });
}

/** Apollo logs what it could not foresee; its other remarks are of no use here. */
function apolloLogger(log: FaultLog) {
  const silent = () => undefined;
  return { debug: silent, info: silent, warn: silent, error: (message: unknown) => log('apollo', message) };
}
