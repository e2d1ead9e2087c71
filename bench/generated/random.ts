/** A stream of numbers that is the same for the same seed, on every machine. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, the bound. */
  below(bound: number): number;
  /** True in this share of cases. */
  chance(share: number): boolean;
  pick<T>(values: readonly T[]): T;
}

/** Opens the stream of a seed: mulberry32, whose 32 bits of state are enough for made-up rows. */
export function randomOf(seed: string): Random {
  let state = hashOf(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('Expected some values to pick from, but got an empty list.');
      return value;
    },
  };
}

const cumulated = new Map<string, Float64Array>();

/** A place from 0 on, drawn with a weight of 1 / (place + 1) ** steepness: the first are hubs, the last are leaves. */
export function zipf(random: Random, count: number, steepness: number): number {
  const key = `${count} ${steepness}`;
  const sums = cumulated.get(key) ?? sumsOf(count, steepness);
  cumulated.set(key, sums);
  const wanted = random.next() * (sums[count - 1] ?? 0);
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sumsOf(count: number, steepness: number): Float64Array {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let place = 0; place < count; place += 1) {
    sum += (place + 1) ** -steepness;
    sums[place] = sum;
  }
  return sums;
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
