import { Neo4jError } from 'neo4j-driver';

/** Why the database gave no answer. `unavailable` and `timeout` may pass; `refused` will not by itself. */
export type GraphFailure = 'unavailable' | 'timeout' | 'refused';

export class GraphError extends Error {
  readonly failure: GraphFailure;

  constructor(failure: GraphFailure, message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'GraphError';
    this.failure = failure;
  }
}

/** Says in the project's own terms what went wrong with a statement; the cause stays attached for the log. */
export function toGraphError(cause: unknown, statement: string): GraphError {
  if (cause instanceof GraphError) return cause;
  const code = cause instanceof Neo4jError ? cause.code : '';
  if (/TransactionTimedOut|TransactionTerminated|LockClient/.test(code)) {
    return new GraphError(
      'timeout',
      `The statement ${statement} was stopped by the database after its time limit.`,
      cause,
    );
  }
  if (
    isPassing(cause) ||
    isPoolTimeout(cause) ||
    /Unauthorized|AuthenticationRateLimit|DatabaseUnavailable/.test(code)
  ) {
    return new GraphError('unavailable', `The database did not answer the statement ${statement}.`, cause);
  }
  return new GraphError('refused', `The database refused the statement ${statement}: ${messageOf(cause)}`, cause);
}

/** Whether the driver says that the same statement may succeed if it is sent again. */
export function isPassing(cause: unknown): boolean {
  return (
    cause instanceof Neo4jError &&
    (cause.retryable || cause.code === 'ServiceUnavailable' || cause.code === 'SessionExpired')
  );
}

/** neo4j-driver 6.3 gives this error no code of its own (`N/A`), only its text; use a code once there is one. */
function isPoolTimeout(cause: unknown): boolean {
  return (
    cause instanceof Neo4jError && cause.code === 'N/A' && cause.message.startsWith('Connection acquisition timed out')
  );
}

/** Whether a transaction needed more memory than the database has for one; smaller ones may do. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof GraphError && error.cause instanceof Neo4jError && error.cause.code.includes('OutOfMemory');
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
