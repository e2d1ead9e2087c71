import * as brief from './brief/brief.resolvers.ts';
import * as collaborators from './collaborators/collaborators.resolvers.ts';
import * as coverage from './coverage/coverage.resolvers.ts';
import * as invitations from './invitations/invitations.resolvers.ts';
import * as paths from './paths/paths.resolvers.ts';
import * as reasons from './reasons/reasons.resolvers.ts';
import * as search from './search/search.resolvers.ts';
import * as sharedPartners from './shared-partners/shared-partners.resolvers.ts';

/** Every answer of the API, a question over all kinds of entities: its resolvers and its statements. */
export const answers = [search, collaborators, paths, coverage, sharedPartners, brief, invitations, reasons] as const;
