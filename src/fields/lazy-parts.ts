/** Makes one part of a whole; it may keep the whole for what it asks of other parts. */
export type Part<Seed, Whole> = (seed: Seed, whole: Whole) => Partial<Whole>;

/**
 * Makes objects that have the properties of all parts. A part is made when one of its properties is first read, so that
 * who asks for one thing does not pay for the others. Which properties there are is read off a whole made of `sample`.
 */
export function lazyParts<Seed, Whole extends object>(
  parts: readonly Part<Seed, Whole>[],
  sample: Seed,
): (seed: Seed) => Whole {
  class Lazy {
    readonly #seed: Seed;
    readonly #made: Partial<Whole>[] = [];

    constructor(seed: Seed) {
      this.#seed = seed;
    }

    static {
      const first = new Lazy(sample);
      for (const [at, part] of parts.entries())
        // A part has properties of the whole and no others.
        for (const name of Object.keys(part(sample, wholeOf(first))) as (keyof Whole)[])
          Object.defineProperty(this.prototype, name, {
            get(this: Lazy) {
              return (this.#made[at] ??= part(this.#seed, wholeOf(this)))[name];
            },
          });
    }
  }
  return (seed) => wholeOf(new Lazy(seed));

  function wholeOf(lazy: Lazy): Whole {
    // It has the properties of all parts, which is what a whole is.
    return lazy as unknown as Whole;
  }
}
