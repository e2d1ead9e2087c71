import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';

import type { Limits } from '../config.ts';
import { GraphError } from '../graph/errors.ts';
import { AbandonedError, AnswerError, type AnswerCode } from './answer-error.ts';

/** Seconds after which a client may ask again when the database was away. */
const RETRY_AFTER = 5;
/** Messages quote what came, which may be as long as a body. */
const LONGEST_MESSAGE = 1000;

/** What becomes of each code that the server and the resolvers use; any other becomes an unexpected error. */
const codes: Readonly<Record<string, AnswerCode>> = {
  GRAPHQL_PARSE_FAILED: 'GRAPHQL_PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'GRAPHQL_VALIDATION_FAILED',
  OPERATION_RESOLUTION_FAILURE: 'GRAPHQL_VALIDATION_FAILED',
  BAD_REQUEST: 'BAD_REQUEST',
  PERSISTED_QUERY_NOT_FOUND: 'BAD_REQUEST',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_REQUEST',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  QUERY_TOO_COMPLEX: 'QUERY_TOO_COMPLEX',
  SERVICE_UNAVAILABLE: 'SERVICE_UNAVAILABLE',
};

/**
 * Turns any error into what a client may see: a known code with its message, or an unexpected error without its cause.
 * @param formatted the error as it would leave without masking
 */
export function mask(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  if (error instanceof AnswerError) return formatted;
  const cause = unwrapResolverError(error);
  if (cause instanceof GraphError && cause.failure !== 'refused') return { ...formatted, ...unavailable(cause) };
  const code = isWrongInput(cause) ? 'BAD_USER_INPUT' : codes[codeOf(error) ?? ''];
  if (code === undefined)
    return { ...formatted, message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
  return { ...formatted, message: shortened(formatted.message), extensions: { ...formatted.extensions, code } };
}

/** Whether the cause of an error belongs in the log: the client did not bring it about. */
function isFault({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.['code'] === 'INTERNAL_SERVER_ERROR' || extensions?.['code'] === 'SERVICE_UNAVAILABLE';
}

/** Writes the cause of a fault into the log, for the request with this id. */
export type FaultLog = (requestId: string, cause: unknown) => void;

/** Logs the causes of errors that no client brought about, at most as many as an answer lists. */
export function logFaults(
  errors: readonly GraphQLError[],
  requestId: string,
  limits: Pick<Limits, 'errors'>,
  log: FaultLog,
): void {
  const faults = errors.filter(
    (error) => !(error.originalError instanceof AbandonedError) && isFault(mask(error.toJSON(), error)),
  );
  for (const fault of faults.slice(0, limits.errors)) log(requestId, fault);
}

function unavailable({ failure }: GraphError): GraphQLFormattedError {
  return failure === 'timeout'
    ? {
        message:
          'The database took too long for this query and was stopped; ask for less: smaller pages, fewer levels, narrower filters.',
        extensions: { code: 'SERVICE_UNAVAILABLE' },
      }
    : {
        message: `The database does not answer at the moment; ask again in ${RETRY_AFTER} seconds.`,
        extensions: { code: 'SERVICE_UNAVAILABLE', retryAfter: RETRY_AFTER },
      };
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof GraphQLError ? error.extensions['code'] : undefined;
  return typeof code === 'string' ? code : undefined;
}

/**
 * A null variable where a default made it valid is refused only when the field runs, by graphql-js, without a code.
 * Such an error is about a value in the document; a resolver's is about a field and keeps what was thrown.
 */
function isWrongInput(error: unknown): boolean {
  if (!(error instanceof GraphQLError) || error.originalError !== undefined || error.extensions['code'] !== undefined)
    return false;
  return (
    error.nodes !== undefined &&
    error.nodes.length > 0 &&
    error.nodes.every(({ kind }) => kind === Kind.VARIABLE || kind === Kind.NULL)
  );
}

/** A message that is no longer than a client needs. */
export function shortened(message: string): string {
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message;
}
