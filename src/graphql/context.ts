import type DataLoader from 'dataloader';

import { briefLoader } from '../answers/brief/brief.loaders.ts';
import type { BriefRecord } from '../answers/brief/brief.record.ts';
import { collaboratorLoaders, type CollaboratorLoaders } from '../answers/collaborators/collaborators.loaders.ts';
import { coverageLoaders, type CoverageLoaders } from '../answers/coverage/coverage.loaders.ts';
import type { Seat } from '../answers/invitations/seating-problem.ts';
import { searchLoaders, type SearchLoaders } from '../answers/search/search.loaders.ts';
import { sharedPartnerLoaders, type SharedPartnerLoaders } from '../answers/shared-partners/shared-partners.loaders.ts';
import { agreementActs } from '../entities/agreements/agreements.loaders.ts';
import type { AgreementActRecord } from '../entities/agreements/agreements.record.ts';
import { consultationParts, type ConsultationParts } from '../entities/consultations/consultations.loaders.ts';
import { lazyParts } from '../fields/lazy-parts.ts';
import { loaderParts, type Loaders } from '../fields/loaders.ts';
import type { Reader } from '../graph/graph.ts';
import { KnownHubs } from '../graph/known-hubs.ts';

/** What single subjects and answers load besides. */
interface SubjectLoaders
  extends ConsultationParts, CollaboratorLoaders, CoverageLoaders, SearchLoaders, SharedPartnerLoaders {
  readonly agreementActs: DataLoader<string, readonly AgreementActRecord[]>;
  readonly brief: DataLoader<string, BriefRecord | null>;
}

/** Plans a table when its turn comes, one plan at a time; stops when nobody waits for the answer any more. */
export type InTurn = <T>(work: (seat: Seat) => Promise<T>) => Promise<T>;

/** What resolvers work with; made anew for each request. */
export interface Context {
  readonly loaders: Loaders & SubjectLoaders;
  /** The read door, for the few statements that no loader batches. */
  readonly graph: Reader;
  readonly inTurn: InTurn;
  readonly requestId: string;
  /** How many statements the request has sent to the database so far. */
  statementsSent(): number;
}

const createLoaders = lazyParts<Reader, Context['loaders']>(
  [
    ...loaderParts,
    consultationParts,
    collaboratorLoaders,
    (reader) => ({ agreementActs: agreementActs(reader) }),
    coverageLoaders,
    searchLoaders,
    sharedPartnerLoaders,
    (reader, loaders) => ({ brief: briefLoader(reader, loaders) }),
  ],
  {
    hubs: new KnownHubs(),
    read: () => Promise.reject(new Error('Expected loaders of a request, but these are there to be listed.')),
  },
);

/** @param inTurn left out where no table is planned */
export function createContext(graph: Reader, requestId: string, inTurn: InTurn = noSeater): Context {
  let sent = 0;
  const counting: Reader = {
    hubs: graph.hubs,
    read: (query, parameters) => {
      sent += 1;
      return graph.read(query, parameters);
    },
  };
  return {
    loaders: createLoaders(counting),
    graph: counting,
    inTurn,
    requestId,
    statementsSent: () => sent,
  };
}

async function noSeater(): Promise<never> {
  throw new Error(
    'Expected a seater to plan a table with, but this context was made without one: give it to createContext.',
  );
}
