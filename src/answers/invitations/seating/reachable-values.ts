import type { IntegerProgram } from './integer-program.ts';
import { at } from './ordered-problem.ts';

export interface Range {
  readonly least: number;
  readonly most: number;
}

/** Prices are rounded to multiples of 1/SCALE, so that all that follows are sums of whole numbers, which are exact. */
const SCALE = 2 ** 10;

/**
 * For each column the values that it may have where the program reaches so many points: mostly one value only, which
 * leaves little to search. Holds for any prices (weak duality), however they were rounded; good ones say more.
 *
 * Each column pays its prices in the rows. For any values that keep the rows,
 *
 *     points = Σ columns (points - paid) · value + Σ rows price · row
 *            ≤ Σ columns best of (points - paid) · value + Σ rows best of price · row,
 *
 * each "best" within the bounds. A column whose value is not its best one takes the difference off this sum.
 */
export function reachableValues(program: IntegerProgram, prices: readonly number[], points: number): Range[] {
  const gains = program.columns.map((column) => column.points * SCALE);
  let bound = 0;
  let size = 0;
  for (const [index, { terms, least, most }] of program.rows.entries()) {
    const rounded = Math.round((prices[index] ?? 0) * SCALE);
    const limit = rounded > 0 ? most : least;
    // A row without a bound on the side that the price speaks of bounds nothing.
    if (rounded === 0 || !Number.isFinite(limit)) continue;
    bound += rounded * limit;
    size += Math.abs(rounded * limit);
    for (const { column, factor } of terms) gains[column] = at(gains, column) - rounded * factor;
  }
  for (const [index, { least, most }] of program.columns.entries()) {
    const gain = at(gains, index);
    bound += gain * (gain > 0 ? most : least);
    size += Math.abs(gain) * Math.max(Math.abs(least), Math.abs(most), 1);
  }
  // Sums that may have been rounded prove nothing.
  if (!Number.isSafeInteger(size)) return program.columns.map(({ least, most }) => ({ least, most }));
  const spare = bound - points * SCALE;
  return program.columns.map(({ least, most }, index) => {
    const gain = at(gains, index);
    if (gain === 0) return { least, most };
    const away = Math.floor(spare / Math.abs(gain));
    return gain > 0 ? { least: Math.max(least, most - away), most } : { least, most: Math.min(most, least + away) };
  });
}
