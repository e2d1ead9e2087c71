import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';

import type { Limits } from '../config.ts';
import { unexpected } from './answer-error.ts';
import { type Exchange, refusedStatus, type WithExchange } from './exchange.ts';
import { type FaultLog, logFaults } from './masking.ts';

/** Completes each answer: cost, status, at most so many errors, the id in unexpected ones; and notes it for the log. */
export function answers(limits: Limits, log: FaultLog): ApolloServerPlugin<WithExchange> {
  return {
    async requestDidStart({ contextValue: { exchange } }) {
      return {
        async didEncounterErrors({ errors }) {
          logFaults(errors, exchange.requestId, limits, log);
        },
        async willSendResponse({ operationName, response }) {
          exchange.operationName = operationName ?? null;
          complete(response, exchange, limits);
        },
      };
    },
  };
}

/** Completes one answer; called by itself for those that do not pass Apollo. */
export function complete({ body, http }: GraphQLResponse, exchange: Exchange, limits: Limits): void {
  // Incremental answers need @defer or @stream, which the schema does not have.
  if (body.kind !== 'single') return;
  const { errors = [] } = body.singleResult;
  exchange.errors = errors.map(codeOf);
  body.singleResult = withNotes(body.singleResult, exchange, limits);
  // Malformed parameters stay 400 for every client; Apollo answers unknown persisted queries 200, and they are malformed here.
  const isMalformed = exchange.errors.includes('BAD_REQUEST');
  if (isMalformed && http.status === 200) http.status = 400;
  if (!isMalformed && http.status === 400) http.status = refusedStatus(exchange.accept);
  if (exchange.errors.includes('SERVICE_UNAVAILABLE') && isEmpty(body.singleResult)) {
    http.status = 503;
    const seconds = errors
      .map(({ extensions }) => extensions?.['retryAfter'])
      .find((value) => typeof value === 'number');
    if (seconds !== undefined) http.headers.set('retry-after', String(seconds));
  }
}

function withNotes(
  result: FormattedExecutionResult,
  { requestId, cost }: Exchange,
  limits: Limits,
): FormattedExecutionResult {
  const { errors = [], extensions } = result;
  const listed = errors
    .slice(0, limits.errors)
    .map((error) => (codeOf(error) === 'INTERNAL_SERVER_ERROR' ? identified(error, requestId) : error));
  const notes = {
    ...extensions,
    ...(cost === null ? {} : { cost: { cost, limit: limits.cost } }),
    ...(errors.length > listed.length ? { errorsLeftOut: errors.length - listed.length } : {}),
  };
  return {
    ...result,
    ...(listed.length > 0 ? { errors: listed } : {}),
    ...(Object.keys(notes).length > 0 ? { extensions: notes } : {}),
  };
}

function identified(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  return { ...error, ...unexpected(requestId).toJSON() };
}

function codeOf({ extensions }: GraphQLFormattedError): string {
  const code = extensions?.['code'];
  return typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
}

/** Whether nothing that was asked at the root got an answer. */
function isEmpty({ data }: FormattedExecutionResult): boolean {
  return data == null || Object.values(data).every((value) => value === null);
}
