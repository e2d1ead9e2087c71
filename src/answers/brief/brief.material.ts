import type { CitationRecord, ClaimRecord } from '../../fields/source.record.ts';
import type { EntityRecord } from '../../graph/entity-record.ts';
import type { TieRecord } from '../../graph/tie-record.ts';
import type { Context } from '../../graphql/context.ts';
import type { SectionKey } from './brief.sections.ts';

/** What belongs to a brief: the entity itself, what lies below it, or a body of a person. */
export interface Member {
  readonly total: number;
  readonly isOwn: boolean;
  readonly entity: EntityRecord;
  /** The fact that makes it a member; null for the entity itself. */
  readonly tie: TieRecord | null;
}

/** The other end of some facts, with those that were read and how many there are. */
export interface Other {
  readonly entity: EntityRecord;
  readonly ties: readonly TieRecord[];
  readonly facts: number;
}

/** A person with the chains of facts that lead from the person to the entity. */
export interface Acquaintance {
  readonly person: EntityRecord;
  /** 0 direct, 1 by an event, 2 through a body. */
  readonly distance: number;
  readonly chains: readonly (readonly TieRecord[])[];
  /** How many chains there are. */
  readonly found: number;
}

/** How many there are, and those that have lines. */
export interface Counted<Of> {
  readonly total: number;
  readonly found: readonly Of[];
}

/** What a brief is written from. */
export interface Gathered {
  readonly entity: EntityRecord;
  /** The ids that are the entity itself. */
  readonly own: ReadonlySet<string>;
  /** The facts that make something a member, by its id. */
  readonly membership: ReadonlyMap<string, readonly TieRecord[]>;
  readonly sections: ReadonlyMap<SectionKey, Counted<Other>>;
  readonly bodies: Counted<Other>;
  readonly people: Counted<Acquaintance>;
  /** Whether there is a home city that it does not comprise. */
  readonly isAbroad: boolean;
  /** Whether all that it comprises was looked at. */
  readonly complete: boolean;
  readonly howToCite: readonly string[];
}

type Act = Awaited<ReturnType<Context['loaders']['agreementActs']['load']>>[number];

/** What lines speak of, by id. */
export interface Library {
  readonly entityOf: (id: string) => EntityRecord | undefined;
  readonly citationsOf: (ids: readonly string[]) => readonly CitationRecord[];
  readonly surroundingsOf: (thing: string) => readonly TieRecord[];
  readonly actsOf: (agreement: string) => readonly Act[];
  readonly claimsAbout: (subject: string) => readonly ClaimRecord[];
}
