/** How many are remembered; of more the oldest is found out again. */
const REMEMBERED = 10_000;

/**
 * What was found to lead to more than few, by the name of a statement and what it was asked about. Only a hint for which
 * statement to send first: the graph may have changed since.
 */
export class KnownHubs {
  readonly #known = new Set<string>();

  has(statement: string, about: string): boolean {
    return this.#known.size > 0 && this.#known.has(`${statement} ${about}`);
  }

  add(statement: string, about: string): void {
    const [oldest] = this.#known;
    if (this.#known.size >= REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
    this.#known.add(`${statement} ${about}`);
  }
}
