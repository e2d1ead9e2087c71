import type { FocusPoint } from './wishes.ts';

/**
 * What a table is worth, in this one place, in whole points: the points of each who sits, and those of what the table has
 * somebody for. The best table is the one that is worth the most; of tables that are worth as much, the ids decide. No
 * client ever sees points. docs/invitations.md explains them with an example.
 */
export const points = {
  /** For each axis, theme or place of the focus, to a person who has something there: the first counts most. */
  fit: {
    own: { first: 100, further: 10 },
    throughInstitution: { first: 50, further: 5 },
  },
  /** To a person of whom the documents tell positions, whatever they are about: there is something to go on from. */
  voice: { first: 10, further: 2 },
  /** For each axis, theme or place of the focus that somebody at the table is found under; without axes in it, for each axis. */
  focusPresent: 200,
  sectorPresent: 200,
  institutionPresent: 30,
  /** A region is what makes a place another place: cities of one region are near each other. */
  regionPresent: 20,
} as const;

/** From the second on, each counts a little, and no more than so many do: ten programs are no ten reasons. */
const MOST_FURTHER = 3;

/** How many positions, themes and facts somebody has for something, of its own and through institutions. */
export interface Fit {
  readonly own: number;
  readonly throughInstitution: number;
}

/** The points of one person for one axis, theme or place. */
export function fitPoints({ own, throughInstitution }: Fit, { weight }: Pick<FocusPoint, 'weight'>): number {
  const sum = counted(own, points.fit.own) + counted(throughInstitution, points.fit.throughInstitution);
  return Math.round(weight * sum);
}

/** The points of one person for having said something. */
export function voicePoints(positions: number): number {
  return counted(positions, points.voice);
}

/** The points of a table for having somebody for an axis, a theme or a place of the focus. */
export function presencePoints({ weight }: Pick<FocusPoint, 'weight'>): number {
  return Math.round(weight * points.focusPresent);
}

function counted(number: number, { first, further }: { readonly first: number; readonly further: number }): number {
  return number === 0 ? 0 : first + further * Math.min(number - 1, MOST_FURTHER);
}
