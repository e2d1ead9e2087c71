import type { EntityRecord } from '../../graph/entity-record.ts';
import type { TieRecord } from '../../graph/tie-record.ts';
import type { TieKind } from '../../model/ties.ts';

/** What is asked of two ends, checked. */
export interface PathQuestion {
  readonly from: string;
  readonly to: string;
  readonly maxLength: number;
  readonly first: number;
  readonly avoid: readonly string[];
  /** The kinds of facts to walk; `null` for those of work and the government of places. */
  readonly through: readonly TieKind[] | null;
  readonly statedOnly: boolean;
  readonly includeHubs: boolean;
}

export interface PathResultRecord {
  readonly question: PathQuestion;
  readonly paths: readonly PathRecord[];
  /** The hubs that were left out, by name. */
  readonly leftOut: readonly EntityRecord[];
  readonly complete: boolean;
}

/** A way without a repeated entity. */
export interface PathRecord {
  readonly steps: readonly PathStepRecord[];
}

export interface PathStepRecord {
  readonly from: EntityRecord;
  readonly to: EntityRecord;
  /** Every fact between the two that may be walked, stated ones first. */
  readonly ties: readonly TieRecord[];
}
