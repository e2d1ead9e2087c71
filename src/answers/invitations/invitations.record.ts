import type { EntityRecord } from '../../graph/entity-record.ts';
import type { InTwoLanguages } from '../../model/column.ts';
import type { ReasonRecord } from '../reasons/reasons.record.ts';

/** What a table can be about. */
export type FocusSubject = 'axis' | 'theme' | 'place';

/** What a quota can count, in the order in which outcomes are told. */
export const quotaSubjects = ['sector', 'axis', 'theme', 'place', 'institution', 'group'] as const;
export type QuotaSubject = (typeof quotaSubjects)[number];

/** How a fact speaks for a seat. */
export type Way = 'POSITION' | 'TOPIC' | 'PROGRAM' | 'INSTITUTION' | 'WORK' | 'VOICE' | 'SECTOR' | 'POST';

export interface GuestRecord {
  readonly name: string;
  readonly sectorId: string | null;
  /** As the client gave it. */
  readonly institution: string | null;
  readonly groups: readonly string[];
}

export interface QuotaOutcomeRecord {
  readonly subject: QuotaSubject;
  /** Of an entity its id, of a group its name. */
  readonly id: string;
  readonly min: number;
  readonly max: number | null;
  readonly actual: number | null;
  readonly available: number;
}

export interface InviteeRecord {
  readonly personId: string | null;
  readonly guest: GuestRecord | null;
  readonly required: boolean;
  readonly reasons: () => Promise<readonly ReasonRecord[]>;
  readonly alternateIds: readonly string[];
}

export interface AxisCountRecord {
  readonly axis: EntityRecord<'PRIORITY_AXIS'>;
  readonly count: number;
}

export interface SectorCountRecord {
  readonly sector: EntityRecord<'SECTOR'>;
  readonly count: number;
}

export interface InvitationPlanRecord {
  readonly invitees: readonly InviteeRecord[];
  readonly quotas: readonly QuotaOutcomeRecord[];
  readonly axes: readonly AxisCountRecord[];
  readonly sectors: readonly SectorCountRecord[];
  readonly provenOptimal: boolean;
}

export interface RelaxationRecord {
  readonly sentence: InTwoLanguages;
  readonly quota: QuotaOutcomeRecord;
  readonly min: number;
  readonly max: number | null;
}

export interface InfeasibleInvitationsRecord {
  readonly conflicts: readonly QuotaOutcomeRecord[];
  readonly relaxations: readonly RelaxationRecord[];
}

export type InvitationResultRecord = InvitationPlanRecord | InfeasibleInvitationsRecord;
