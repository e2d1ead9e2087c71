import type DataLoader from 'dataloader';

import { searchLoaders, type SearchLoaders } from '../answers/search/search.loaders.ts';
import { agreementActs } from '../entities/agreements/agreements.loaders.ts';
import type { AgreementActRecord } from '../entities/agreements/agreements.record.ts';
import { consultationParts, type ConsultationParts } from '../entities/consultations/consultations.loaders.ts';
import { createLoaders, type Loaders } from '../fields/loaders.ts';
import type { Reader } from '../graph/graph.ts';

/** What single subjects and answers load besides. */
interface SubjectLoaders extends ConsultationParts, SearchLoaders {
  readonly agreementActs: DataLoader<string, readonly AgreementActRecord[]>;
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
  const loaders = {
    ...createLoaders(counting),
    ...consultationParts(counting),
    agreementActs: agreementActs(counting),
    ...searchLoaders(counting),
  };
  return { loaders, graph: counting, requestId, statementsSent: () => sent };
}
