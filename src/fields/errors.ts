import { GraphQLError } from 'graphql';

/** The codes that clients see; nothing else leaves the server. */
export type ErrorCode = 'BAD_USER_INPUT' | 'QUERY_TOO_COMPLEX' | 'SERVICE_UNAVAILABLE' | 'INTERNAL_SERVER_ERROR';

/**
 * The error for input that the schema's types allow but its descriptions do not.
 * @param argument the argument or input field that is wrong, such as `filter.axes`
 * @param message what was expected, what came and what to do
 */
export function badUserInput(argument: string, message: string): GraphQLError {
  return new GraphQLError(`${argument}: ${message}`, {
    extensions: { code: 'BAD_USER_INPUT' satisfies ErrorCode, argument },
  });
}

const LONGEST_SHOWN = 80;

/** A text of the client's as a message shows it: an id may be as long as a body. */
export function shown(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/**
 * The error for an answer that would be too large, where only its own data tell how large.
 * @param measure what is counted, such as `cells`
 * @param advice what to ask for instead
 */
export function tooLarge(measure: string, cost: number, limit: number, advice: string): GraphQLError {
  return new GraphQLError(`The answer would have ${cost} ${measure}, at most ${limit} is allowed: ${advice}`, {
    extensions: { code: 'QUERY_TOO_COMPLEX' satisfies ErrorCode, measure, cost, limit },
  });
}

/**
 * The error for what cannot be done now, but soon.
 * @param seconds after which to ask again
 */
export function busy(message: string, seconds: number): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'SERVICE_UNAVAILABLE' satisfies ErrorCode, retryAfter: seconds },
  });
}
