/** One who can sit at the table. */
export interface Seatable {
  /** Stable across runs; ties between equally good tables are broken by it, in code-unit order. */
  readonly id: string;
  /** What seating this one is worth: whole points, 0 or more. */
  readonly points: number;
  /** Has a seat whatever it is worth: the guest, and the one who must be invited. */
  readonly required: boolean;
  /** Alternates are taken from those of the same profile, such as the sector. */
  readonly profile: string;
  /** A guest of the caller's own takes a seat, but is nobody's alternate. */
  readonly guest: boolean;
}

/** At least and at most so many of some may sit. */
export interface SeatingRule {
  /** Indexes into the candidates, each once, ascending. */
  readonly members: readonly number[];
  readonly min: number;
  /** No upper bound when null. */
  readonly max: number | null;
}

/** Points that a table is worth when at least one of some sits: an axis that is present, one more institution. */
export interface Presence {
  /** Indexes into the candidates, each once, ascending. */
  readonly members: readonly number[];
  /** Whole points, more than 0. */
  readonly points: number;
}

/** A table to be filled: exactly `size` of the candidates, every rule kept, the most points. */
export interface SeatingProblem {
  readonly size: number;
  readonly candidates: readonly Seatable[];
  readonly rules: readonly SeatingRule[];
  readonly presences: readonly Presence[];
  /** The most alternates of one seat. */
  readonly alternates: number;
}

/** The best table. */
export interface Seated {
  readonly outcome: 'seated';
  /** By the index of the candidate, ascending. */
  readonly seats: readonly {
    readonly candidate: number;
    /** Each keeps every rule when it takes this seat alone; the best table first. None for who is required. */
    readonly alternates: readonly number[];
  }[];
  readonly points: number;
  /** False when a limit ended the search, in the last resort the clock: a better table may exist. */
  readonly provenOptimal: boolean;
}

/** No table keeps every rule. */
export interface Impossible {
  readonly outcome: 'impossible';
  /** Indexes of rules that clash: without any one of them, the others can be kept. Ascending. */
  readonly conflicts: readonly number[];
  /** The least change, in seats in all, after which a table exists: the new bounds of each rule that changes. */
  readonly relaxations: readonly { readonly rule: number; readonly min: number; readonly max: number | null }[];
}

export type SeatingAnswer = Seated | Impossible;

/** Fills a table, off the thread that answers. */
export type Seat = (problem: SeatingProblem) => Promise<SeatingAnswer>;

/** Solves problems off the main thread. */
export interface Seater {
  /**
   * Does all the work of a plan when its turn comes: one plan at a time reads and is solved, because the processors are there
   * for those too who ask for something else. Rejects with SeaterBusy when too many wait, with SeatingUndecided when a limit
   * ended the search before any table was found, and with the signal's reason when the asker went away.
   * @param work seats one problem at a time, as often as it needs to
   */
  inTurn<T>(work: (seat: Seat) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** A turn for a problem that is there already. */
  seat(problem: SeatingProblem, signal?: AbortSignal): Promise<SeatingAnswer>;
  close(): Promise<void>;
}
