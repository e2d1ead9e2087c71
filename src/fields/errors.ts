import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';

import type { InTwoLanguages } from '../model/column.ts';

/** The codes that clients see; nothing else leaves the server. */
export type ErrorCode = 'BAD_USER_INPUT' | 'QUERY_TOO_COMPLEX' | 'SERVICE_UNAVAILABLE' | 'INTERNAL_SERVER_ERROR';

/**
 * A refusal in words: what was expected, what came and what to do. The API says it in English and by its own names; the
 * command line in the language that is asked for, and by those of its options.
 * @param called what an argument or input field of the API is called, such as `input.size`
 */
export type Refusal = (called: (argument: string) => string) => InTwoLanguages;

/** What is not answered as it was asked. */
export class RefusedError extends GraphQLError {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, extensions: GraphQLErrorExtensions) {
    super(refusal((argument) => argument).en, { extensions });
    this.refusal = refusal;
  }
}

/**
 * The error for input that the schema's types allow but its descriptions do not.
 * @param argument the argument or input field that is wrong, such as `filter.axes`
 * @param refusal what was expected, what came and what to do; English alone where no command of the command line comes
 */
export function badUserInput(argument: string, refusal: string | Refusal): RefusedError {
  const said: Refusal = typeof refusal === 'string' ? () => ({ es: refusal, en: refusal }) : refusal;
  return new RefusedError(
    (called) => {
      const { es, en } = said(called);
      return { es: `${called(argument)}: ${es}`, en: `${called(argument)}: ${en}` };
    },
    { code: 'BAD_USER_INPUT' satisfies ErrorCode, argument },
  );
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
export function tooLarge(measure: InTwoLanguages, cost: number, limit: number, advice: Refusal): RefusedError {
  return new RefusedError(
    (called) => {
      const { es, en } = advice(called);
      return {
        es: `La respuesta tendría ${cost} ${measure.es}, y se admiten ${limit} a lo más: ${es}`,
        en: `The answer would have ${cost} ${measure.en}, at most ${limit} is allowed: ${en}`,
      };
    },
    { code: 'QUERY_TOO_COMPLEX' satisfies ErrorCode, measure: measure.en, cost, limit },
  );
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
