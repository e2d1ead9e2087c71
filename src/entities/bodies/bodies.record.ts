import type { EntityConnectionOf } from '../../fields/connection.record.ts';
import type { EntityRecord } from '../../graph/entity-record.ts';
import type { TieRecord } from '../../graph/tie-record.ts';

export type OrganizationRecord = EntityRecord<'ORGANIZATION'>;
export type OrganizationConnectionRecord = EntityConnectionOf<'ORGANIZATION'>;
export type GovernmentEntityRecord = EntityRecord<'GOVERNMENT_ENTITY'>;
export type GovernmentEntityConnectionRecord = EntityConnectionOf<'GOVERNMENT_ENTITY'>;
export type NetworkRecord = EntityRecord<'NETWORK'>;
export type NetworkConnectionRecord = EntityConnectionOf<'NETWORK'>;
export type MembershipRecord = TieRecord<'MEMBER_OF'>;
export type CollaborationRecord = TieRecord<'COLLABORATES_WITH'>;
export type SuccessionRecord = TieRecord<'SUCCEEDED'>;
