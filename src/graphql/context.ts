import type DataLoader from 'dataloader';

import { briefLoader } from '../answers/brief/brief.loaders.ts';
import type { BriefRecord } from '../answers/brief/brief.record.ts';
import { collaboratorLoaders, type CollaboratorLoaders } from '../answers/collaborators/collaborators.loaders.ts';
import { coverageLoaders, type CoverageLoaders } from '../answers/coverage/coverage.loaders.ts';
import { searchLoaders, type SearchLoaders } from '../answers/search/search.loaders.ts';
import { sharedPartnerLoaders, type SharedPartnerLoaders } from '../answers/shared-partners/shared-partners.loaders.ts';
import { agreementActs } from '../entities/agreements/agreements.loaders.ts';
import type { AgreementActRecord } from '../entities/agreements/agreements.record.ts';
import { consultationParts, type ConsultationParts } from '../entities/consultations/consultations.loaders.ts';
import { createLoaders, type Loaders } from '../fields/loaders.ts';
import type { Reader } from '../graph/graph.ts';

/** What single subjects and answers load besides. */
interface SubjectLoaders
  extends ConsultationParts, CollaboratorLoaders, CoverageLoaders, SearchLoaders, SharedPartnerLoaders {
  readonly agreementActs: DataLoader<string, readonly AgreementActRecord[]>;
  readonly brief: DataLoader<string, BriefRecord | null>;
}

/** What resolvers work with; made anew for each request. */
export interface Context {
  readonly loaders: Loaders & SubjectLoaders;
  /** The read door, for the few statements that no loader batches. */
  readonly graph: Reader;
  readonly requestId: string;
  /** How many statements the request has sent to the database so far. */
  statementsSent(): number;
}

export function createContext(graph: Reader, requestId: string): Context {
  let sent = 0;
  const counting: Reader = {
    read: (query, parameters) => {
      sent += 1;
      return graph.read(query, parameters);
    },
  };
  const common = createLoaders(counting);
  const loaders = {
    ...common,
    ...consultationParts(counting),
    ...collaboratorLoaders(counting, common.keep),
    agreementActs: agreementActs(counting),
    ...coverageLoaders(counting),
    ...searchLoaders(counting),
    ...sharedPartnerLoaders(counting),
  };
  return {
    loaders: { ...loaders, brief: briefLoader(counting, loaders) },
    graph: counting,
    requestId,
    statementsSent: () => sent,
  };
}
