import { quiet } from './quiet.ts';

/** Statements that were sent and not answered yet: the database is to find the next one when it has done one. */
const UNDER_WAY = 2;

/** Statements of one transaction that do not wait for one another's answers; the database does them in turn. */
export class Pipeline {
  readonly #sent: Promise<unknown>[] = [];

  /** Waits until few enough are under way. Throws what an earlier one threw. */
  async add(statement: Promise<unknown>): Promise<void> {
    this.#sent.push(quiet(statement));
    if (this.#sent.length > UNDER_WAY) await this.#sent.shift();
  }

  /** Waits for all of them; throws the first failure. */
  async end(): Promise<void> {
    for (const statement of this.#sent) await statement;
  }
}
