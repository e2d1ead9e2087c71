import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

import { AnswerError, type AnswerCode, unexpected } from '../graphql/answer-error.ts';
import { DeadlineError } from './deadline.ts';

/** What a client reads of a request that never reached GraphQL. */
interface Failure {
  readonly status: number;
  readonly code: AnswerCode;
  readonly message: string;
}

/** A request that the transport refuses, with a message written for the client. */
export function badRequest(message: string, status = 400): FastifyError {
  return Object.assign(new Error(message), { name: 'BadRequest', code: 'BAD_REQUEST', statusCode: status });
}

/** Answers any failure of the transport as JSON: in the form of GraphQL errors, with the message at hand for others. */
export function sendFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, code, message } = failureOf(error, request);
  if (status === 500) request.log.error({ requestId: request.id, cause: describeCause(error) }, 'unexpected error');
  if (status === 503 && !(error instanceof DeadlineError)) reply.header('retry-after', '5');
  const extensions = error instanceof AnswerError ? error.extensions : { code };
  return (
    reply
      .code(status)
      .header('cache-control', 'no-store')
      // Errors of the framework come before the hook that sets it.
      .header('x-request-id', request.id)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify({ message, errors: [{ message, extensions }] }))
  );
}

/** Name, message, stack and causes of an error: never the query text or the values that a GraphQL error carries along. */
export function describeCause(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const original = 'originalError' in error ? error.originalError : undefined;
  const below = original ?? cause;
  const path = 'path' in error && Array.isArray(error.path) ? { path: error.path.join('.') } : {};
  return { name, message, stack, ...path, ...(below === undefined ? {} : { cause: describeCause(below) }) };
}

function failureOf(error: unknown, request: FastifyRequest): Failure {
  if (error instanceof AnswerError) return { status: 400, code: error.code, message: error.message };
  if (error instanceof DeadlineError)
    return {
      status: 503,
      code: 'SERVICE_UNAVAILABLE',
      message: `${error.message} Ask for less: smaller pages, fewer levels, narrower filters.`,
    };
  // Errors of Fastify and its plugins carry a status and a code; of others the defaults tell.
  const { statusCode = 500, code = '', message = '' } = error instanceof Error ? (error as Partial<FastifyError>) : {};
  const own = messages[code];
  if (own !== undefined)
    return { status: statusCode, code: statusCode === 503 ? 'SERVICE_UNAVAILABLE' : 'BAD_REQUEST', message: own };
  if (statusCode >= 400 && statusCode < 500) return { status: statusCode, code: 'BAD_REQUEST', message };
  return { status: 500, code: 'INTERNAL_SERVER_ERROR', message: unexpected(request.id).message };
}

/** Fastify's codes, in words that say what to do. */
const messages: Readonly<Record<string, string>> = {
  FST_UNDER_PRESSURE: 'The server has too much to do at the moment; ask again in a few seconds.',
  FST_ERR_CTP_BODY_TOO_LARGE: 'The body is larger than a request may be; send fewer ids or a smaller query.',
  FST_ERR_CTP_INVALID_MEDIA_TYPE:
    'Expected a body of content-type application/json, in UTF-8, such as {"query": "{ __typename }"}.',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'The body is not as long as the header content-length says; send it again.',
  FST_ERR_BAD_URL:
    'The path of the URL is not validly encoded; write each sign outside ASCII as % and its UTF-8 bytes.',
};
