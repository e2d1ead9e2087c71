/** How many are remembered; of more the oldest is found out again. */
const REMEMBERED = 10_000;
/** Milliseconds for which something is remembered: the graph may have changed since. */
const FOR = 60_000;

/**
 * What was found to lead to more than few, by the name of a statement and what it was asked about: a hint for which
 * statement to send first.
 */
export class KnownHubs {
  readonly #foundAt = new Map<string, number>();

  has(statement: string, about: string): boolean {
    if (this.#foundAt.size === 0) return false;
    const foundAt = this.#foundAt.get(`${statement} ${about}`);
    return foundAt !== undefined && performance.now() - foundAt < FOR;
  }

  add(statement: string, about: string): void {
    const hub = `${statement} ${about}`;
    // What is found out again is young again.
    this.#foundAt.delete(hub);
    const [oldest] = this.#foundAt.keys();
    if (this.#foundAt.size >= REMEMBERED && oldest !== undefined) this.#foundAt.delete(oldest);
    this.#foundAt.set(hub, performance.now());
  }
}
