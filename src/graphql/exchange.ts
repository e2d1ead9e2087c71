/** What the log and the answer tell about one request; filled while it is answered. */
export interface Exchange {
  readonly requestId: string;
  /** The Accept header of the request. */
  readonly accept: string | undefined;
  operationName: string | null;
  cost: number | null;
  /** Codes of the errors in the answer, those left out included. */
  errors: readonly string[];
  statementsSent(): number;
}

/** What a resolver's context has beside the project's own parts. */
export interface WithExchange {
  readonly exchange: Exchange;
}

/** The status of a refused request: for clients that know only plain JSON, a well-formed answer is a 200. */
export function refusedStatus(accept: string | undefined): 200 | 400 {
  const types = (accept ?? '').split(',').map((type) => type.split(';')[0]?.trim().toLowerCase());
  return types.every((type) => type === 'application/json') ? 200 : 400;
}
