/**
 * Keeps what was worked out of texts that come again and again: clients send the same few. Of too many the oldest goes; what
 * is too long is not kept, for the texts are theirs.
 */
export class Remembered<Value> {
  readonly #most: number;
  readonly #longest: number;
  readonly #known = new Map<string, Value>();

  constructor(most: number, longest: number) {
    this.#most = most;
    this.#longest = longest;
  }

  /** What is known of a text, or what `work` finds now; what that throws is not kept. */
  of(text: string, work: () => Value): Value {
    const before = this.get(text);
    if (before !== undefined) return before;
    const found = work();
    this.keep(text, found);
    return found;
  }

  get(text: string): Value | undefined {
    return this.#known.get(text);
  }

  keep(text: string, value: Value): void {
    if (text.length > this.#longest) return;
    const [oldest] = this.#known.keys();
    if (this.#known.size >= this.#most && oldest !== undefined && !this.#known.has(text)) this.#known.delete(oldest);
    this.#known.set(text, value);
  }
}
