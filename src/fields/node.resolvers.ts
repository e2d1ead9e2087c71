import type { QueryResolvers } from '../generated/resolvers.ts';
import { loadNode } from './any-node.ts';
import { badUserInput } from './errors.ts';
import { asksForDetail } from './selection.ts';

const MOST_IDS = 100;
const LONGEST_ID = 300;

/** The two root fields that answer anything by its id. */
export const Query: Pick<QueryResolvers, 'node' | 'nodes'> = {
  node: (_root, { id }, { loaders }, info) => (id.length > LONGEST_ID ? null : loadNode(id, asksForDetail(info), loaders)),
  nodes: (_root, { ids }, { loaders }, info) => {
    if (ids.length > MOST_IDS) throw badUserInput('ids', `expected at most ${MOST_IDS} ids, but got ${ids.length}. Ask in several requests.`);
    return Promise.all(ids.map((id) => (id.length > LONGEST_ID ? null : loadNode(id, asksForDetail(info), loaders))));
  },
};
