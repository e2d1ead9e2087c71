import type { TieRecord } from '../../graph/tie-record.ts';
import type { InTwoLanguages } from '../../model/column.ts';

/** Why something is in an answer. */
export interface ReasonRecord {
  readonly sentence: InTwoLanguages;
  /** The facts that it rests on, in the order of the sentence. */
  readonly ties: readonly TieRecord[];
  readonly basis: 'STATED' | 'INFERRED';
}
