import * as brief from './brief/brief.resolvers.ts';
import * as reasons from './reasons/reasons.resolvers.ts';

/** Every answer of the API, a question over all kinds of entities: its resolvers and its statements. */
export const answers = [reasons, brief] as const;
