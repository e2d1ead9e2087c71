import type { CitationRecord } from '../../fields/source.record.ts';
import type { EntityRecord } from '../../graph/entity-record.ts';
import type { TieRecord } from '../../graph/tie-record.ts';
import type { InTwoLanguages } from '../../model/column.ts';
import type { SectionKey } from './brief.sections.ts';

/** A part of a line: what some citations say. */
export interface Clause {
  readonly text: InTwoLanguages;
  readonly citations: readonly CitationRecord[];
}

export interface BriefLineRecord {
  /** What stands before the first clause, such as "About «P»:". */
  readonly lead: InTwoLanguages | null;
  /** What says that the lead holds, such as the post by which a body's work comes to a person. */
  readonly leadCitations: readonly CitationRecord[];
  readonly clauses: readonly Clause[];
  /** What stands after the last clause where facts were left out. */
  readonly tail: InTwoLanguages | null;
  /** The facts that the line rests on, each once. */
  readonly ties: readonly TieRecord[];
  readonly basis: 'STATED' | 'INFERRED';
  /** It says what is not on record: its citations are where the entity is named. */
  readonly isAbsence: boolean;
}

export interface BriefSectionRecord {
  readonly section: SectionKey;
  readonly title: InTwoLanguages;
  readonly lines: readonly BriefLineRecord[];
  /** How many lines more there would be. */
  readonly more: number;
}

/** What an adviser reads before a meeting. */
export interface BriefRecord {
  readonly entity: EntityRecord;
  readonly sections: readonly BriefSectionRecord[];
  /** Whether everything that the entity comprises was looked at. */
  readonly complete: boolean;
  /** How the packages that were asked are cited. */
  readonly howToCite: readonly string[];
}
