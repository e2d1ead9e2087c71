import type { Option } from 'commander';

import type { Refusal } from '../../graphql/local.ts';
import type { InTwoLanguages } from '../../model/column.ts';

export type Language = 'es' | 'en';

/** Asks the API a fixed operation; throws AnswerError for input that it refuses. */
export type Ask = <Data>(operation: string, variables: Readonly<Record<string, unknown>>) => Promise<Data>;

/** A number is a count: where people read it, a 0 is “not on record”. A text may have several lines; an empty one is ''. */
export type Cell = string | number;

export interface Column extends InTwoLanguages {
  /** Never broken, so that it can be copied: an id. */
  readonly whole?: boolean;
}

/** A part of an answer: rows under headings. */
export interface AnswerTable {
  /** What was understood and is answered; no line of a CSV. */
  readonly title?: InTwoLanguages;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** An answer as it is printed. */
export interface Answered {
  /** What the API answered, for `--json`. */
  readonly data: unknown;
  readonly table: AnswerTable;
  /** What is read below the table; no part of a CSV, which holds one table. */
  readonly besides?: readonly AnswerTable[];
  /** A text that is printed as it is in the place of the table, but for JSON and CSV. */
  readonly document?: string;
  /** What a reader must know besides; printed after the table, on the error output beside CSV and JSON. */
  readonly notes?: readonly InTwoLanguages[];
  /** What to say and what to try where the table has no rows. */
  readonly nothing: InTwoLanguages;
}

/** What a command was given. */
export interface Given<Options> {
  /** The arguments, those of a list one after the other. */
  readonly texts: readonly string[];
  readonly options: Options;
  readonly lang: Language;
}

/** A command that answers a question by the API. */
export interface AnswerCommand<Options extends object = object> {
  readonly name: string;
  /** As commander writes them: `<text...>`. */
  readonly arguments: Readonly<Record<string, string>>;
  readonly description: string;
  /** Lines to copy, each of which finds something in the package that is served when none is chosen. */
  readonly examples: readonly string[];
  readonly options: readonly Option[];
  /** What somebody typed for an argument of the API, such as `--size` for `input.size`; the same where it says enough. */
  called?(argument: string, options: Options): string;
  answer(given: Given<Options>, ask: Ask): Promise<Answered>;
}

/** A question that cannot be answered as it was put; the message says what was expected, what came and what to do. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError';
}

/** A question that the API refuses; the command that asked it says why, by the names of its options. */
export class RefusedQuestion extends AnswerError {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal((argument) => argument).en);
    this.refusal = refusal;
  }
}
