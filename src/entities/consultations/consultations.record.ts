import type { EntityRecord } from '../../graph/entity-record.ts';
import type { TieRecord } from '../../graph/tie-record.ts';

export type ConsultationRecord = EntityRecord<'CONSULTATION'>;
export type SectorRecord = EntityRecord<'SECTOR'>;
export type RecommendationRecord = EntityRecord<'RECOMMENDATION'>;
export type ProposalRecord = EntityRecord<'PROPOSAL'>;
export type PositionRecord = EntityRecord<'POSITION'>;
export type PrioritizationRecord = TieRecord<'PRIORITIZED_IN'>;
export type ProposalOriginRecord = TieRecord<'PROPOSED'>;

/** A row of one of the ordered tables of a consultation. */
export interface ConsultationPartRecord {
  readonly partType: 'Objective' | 'Phase' | 'QuestionBlock' | 'Session' | 'Exclusion' | 'PartnerPreference';
  readonly number: number;
  readonly text: string;
  readonly textEn: string;
  readonly citationIds: readonly string[];
}

export interface ObjectiveRecord extends ConsultationPartRecord {
  readonly term: 'GENERAL' | 'SHORT' | 'MEDIUM' | 'LONG';
}

export interface SessionRecord extends ConsultationPartRecord {
  readonly on: string | null;
  readonly size: number | null;
}

export type PhaseRecord = ConsultationPartRecord;
export type QuestionBlockRecord = ConsultationPartRecord;
export type ExclusionRecord = ConsultationPartRecord;
export type PartnerPreferenceRecord = ConsultationPartRecord;
