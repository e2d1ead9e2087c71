import { quiet } from './quiet.ts';

/** Asks a generator for its next values before they are wanted, so that it works while what it gave is being used. */
export class Prefetch<T> {
  readonly #source: AsyncGenerator<T>;
  readonly #depth: number;
  readonly #asked: Promise<IteratorResult<T>>[] = [];

  /** Holds up to `depth` values; nothing is asked for until `start` or `next`. */
  constructor(source: AsyncGenerator<T>, depth: number) {
    this.#source = source;
    this.#depth = depth;
  }

  start(): void {
    while (this.#asked.length < this.#depth) this.#asked.push(quiet(this.#source.next()));
  }

  /** The next value; throws what the generator throws. */
  async next(): Promise<IteratorResult<T>> {
    this.start();
    const result = this.#asked.shift();
    if (result === undefined) throw new Error('Expected a depth of at least 1.');
    const value = await result;
    if (value.done !== true) this.start();
    return value;
  }

  /** Ends the generator, whose own clearing up is waited for. */
  async stop(): Promise<void> {
    await this.#source.return(undefined);
  }
}
