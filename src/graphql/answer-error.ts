import { GraphQLError } from 'graphql';

import type { ErrorCode } from '../fields/errors.ts';

/** The codes that leave the server, the transport's own included. */
export type AnswerCode = ErrorCode | 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED' | 'BAD_REQUEST';

/** An error whose message and extensions were written for the client: masking lets it pass as it is. */
export class AnswerError extends GraphQLError {
  readonly code: AnswerCode;

  constructor(code: AnswerCode, message: string, extensions: Readonly<Record<string, unknown>> = {}) {
    super(message, { extensions: { ...extensions, code } });
    this.name = 'AnswerError';
    this.code = code;
  }
}

/** Nobody waits for an answer any more: its time is up, or the client is gone. What work then ends by is no fault. */
export class AbandonedError extends Error {
  override readonly name = 'AbandonedError';

  constructor() {
    super('Nobody waits for this answer any more.');
  }
}

/** The error for a document, a variable or a body that asks for more than a limit allows. */
export function tooComplex(measure: string, cost: number, limit: number, advice: string): AnswerError {
  return new AnswerError(
    'QUERY_TOO_COMPLEX',
    `The query has ${measure} ${cost}, at most ${limit} is allowed: ${advice}`,
    { measure, cost, limit },
  );
}

/** What a client learns of a failure that it cannot mend: the id that finds the cause in the log. */
export function unexpected(requestId: string): AnswerError {
  return new AnswerError(
    'INTERNAL_SERVER_ERROR',
    `Unexpected error; quote request id ${requestId} when you report it.`,
    { requestId },
  );
}
