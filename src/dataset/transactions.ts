import type { Graph, OpenTransaction, Writer } from '../graph/graph.ts';
import { quiet } from './quiet.ts';

export type Run = Writer['run'];

/** Runs writes together: all of them are kept, or none. `rows` is how many they write, or 0 for few. */
export type Together = (rows: number, writes: (run: Run) => Promise<void>) => Promise<void>;

/**
 * Transactions one after the other. Writes join the one that is open until it holds enough rows; then it is committed,
 * and the next one begins when that is done.
 */
export class Transactions {
  readonly #graph: Pick<Graph, 'begin'>;
  readonly #enough: number;
  readonly #begin: (run: Run) => Promise<void>;
  #open: Turn | null = null;
  #before: Promise<void> = Promise.resolve();

  /** `begin` is done first in each of them; where it fails, nothing of it is kept. */
  constructor(graph: Pick<Graph, 'begin'>, enough: number, begin: (run: Run) => Promise<void>) {
    this.#graph = graph;
    this.#enough = enough;
    this.#begin = begin;
  }

  /**
   * Waits until the writes are done, which need not be committed. Calls that do not wait are done in turn, as far as
   * each sends its statements at once: what one sends after an answer comes behind what the next one has sent.
   */
  readonly together: Together = async (rows, writes) => {
    this.#open ??= new Turn(this.#graph, this.#before, this.#begin);
    const written = quiet(this.#open.add(rows, writes));
    await (this.#open.rows < this.#enough ? written : this.end());
  };

  /** Commits what is open. */
  async end(): Promise<void> {
    if (this.#open !== null) this.#before = quiet(this.#open.commit());
    this.#open = null;
    await this.#before;
  }

  /** Takes back what was not committed. */
  async close(): Promise<void> {
    await this.#before.catch(() => undefined);
    await this.#open?.close();
  }
}

/** One of the transactions; it begins when the one before is committed. */
class Turn {
  readonly #transaction: Promise<OpenTransaction>;
  readonly #begun: Promise<void>;
  readonly #writes: Promise<void>[] = [];
  #rows = 0;

  constructor(graph: Pick<Graph, 'begin'>, before: Promise<void>, begin: (run: Run) => Promise<void>) {
    this.#transaction = quiet(before.then(() => graph.begin()));
    this.#begun = quiet(this.#transaction.then(({ run }) => begin(run)));
  }

  get rows(): number {
    return this.#rows;
  }

  async add(rows: number, writes: (run: Run) => Promise<void>): Promise<void> {
    this.#rows += rows;
    const written = quiet(this.#transaction.then(({ run }) => writes(run)));
    this.#writes.push(written);
    // Where both fail, because the graph is no more what it was, the beginning says so.
    await Promise.allSettled([this.#begun, written]);
    await this.#begun;
    await written;
  }

  async commit(): Promise<void> {
    try {
      await this.#begun;
      for (const written of this.#writes) await written;
      await (await this.#transaction).commit();
    } finally {
      await this.close();
    }
  }

  async close(): Promise<void> {
    const [transaction] = await Promise.allSettled([this.#transaction]);
    if (transaction.status === 'fulfilled') await transaction.value.close();
  }
}
