import * as reasons from './reasons/reasons.resolvers.ts';
import * as search from './search/search.resolvers.ts';

/** Every answer of the API, a question over all kinds of entities: its resolvers and its statements. */
export const answers = [reasons, search] as const;
