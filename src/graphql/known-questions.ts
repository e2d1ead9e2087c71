import { Remembered } from '../fields/remembered.ts';
import type { KnownOperation, KnownOperations } from './known-operations.ts';

/** What of a request tells whether it is known. */
export interface Asked {
  readonly method: string;
  readonly body: unknown;
  readonly headers: { readonly accept?: string | undefined };
}

/** A request that Apollo would neither parse nor validate nor refuse, but pass on. */
export interface KnownQuestion {
  readonly operation: KnownOperation;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly contentType: string;
}

const MOST_ACCEPTED = 50;
/** Letters. */
const LONGEST_ACCEPTED = 500;

/**
 * Tells which requests need Apollo no more: a text that it has validated, with the parts of a body that it would take, from
 * a client whose Accept header it has answered. All others are its own, and what is wrong with them is told by it.
 */
export function knownQuestions(known: Pick<KnownOperations, 'find'>) {
  const contentTypes = new Remembered<string>(MOST_ACCEPTED, LONGEST_ACCEPTED);
  return {
    find({ method, body, headers: { accept = '' } }: Asked): KnownQuestion | undefined {
      if (method !== 'POST' || !isRecord(body)) return undefined;
      const { query, operationName = null, variables = null, extensions = null } = body;
      if (typeof query !== 'string' || (operationName !== null && typeof operationName !== 'string')) return undefined;
      if (variables !== null && !isRecord(variables)) return undefined;
      if (extensions !== null && (!isRecord(extensions) || 'persistedQuery' in extensions)) return undefined;
      const operation = known.find(query, operationName ?? undefined);
      const contentType = contentTypes.get(accept);
      if (operation === undefined || contentType === undefined) return undefined;
      return { operation, variables: variables ?? {}, contentType };
    },
    /** @param contentType in which Apollo answered a request like this */
    learn({ headers: { accept = '' } }: Asked, contentType: string | undefined): void {
      if (contentType !== undefined) contentTypes.keep(accept, contentType);
    },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
