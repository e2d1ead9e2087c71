/**
 * What puts one actor before another, in this one place. Each way in which two actors are joined, or an actor and what
 * is asked for, gives points: by its first fact, and one more for each further fact of that way, up to `MOST_REPEATED`.
 * A way that rests on something inferred gives half of them, a way through a body, a city or a government half again.
 * The points are added; of two with as many, the one with the newer fact comes first, then the sort name, then the id.
 * No client ever sees them. docs/order-of-collaborators.md explains them with an example.
 */
export const weights = {
  AFFILIATED_WITH: 24,
  MEMBER_OF: 24,
  COLLABORATES_WITH: 24,
  AGREEMENT: 16,
  PROGRAM: 12,
  NETWORK: 4,
  EVENT: 4,
  TOPIC: 24,
  POSITION: 24,
  LISTED_PROGRAM: 12,
  LIES_THERE: 12,
  SECTOR: 24,
} as const;

/** A way in which an actor is joined to another one, or to what is asked for. */
export type Way = keyof typeof weights;

/** From the second fact of a way on, each counts one, and no more than so many do: ten visits are no ten reasons. */
export const MOST_REPEATED = 3;
