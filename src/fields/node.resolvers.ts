import type { QueryResolvers } from '../generated/resolvers.ts';
import { loadNode } from './any-node.ts';
import { badUserInput } from './errors.ts';
import type { Loaders } from './loaders.ts';
import type { NodeRecord } from './node.record.ts';
import { readAhead } from './read-ahead.ts';
import { asksForDetail } from './selection.ts';

const MOST_IDS = 100;
const LONGEST_ID = 1000;

/** The two root fields that answer anything by its id. */
export const Query: Pick<QueryResolvers, 'node' | 'nodes'> = {
  node: async (_root, { id }, context, info) => {
    const full = asksForDetail(info);
    if (isEntityId(id)) await readAhead(id, full, context, info);
    return nodeById(id, full, context.loaders);
  },
  nodes: (_root, { ids }, { loaders }, info) => {
    if (ids.length > MOST_IDS)
      throw badUserInput('ids', `expected at most ${MOST_IDS} ids, but got ${ids.length}. Ask in several requests.`);
    return Promise.all(ids.map((id) => nodeById(id, asksForDetail(info), loaders)));
  },
};

/** What stands before a colon tells that an id is another thing's. */
function isEntityId(id: string): boolean {
  return id.length <= LONGEST_ID && !id.includes(':');
}

/** No id is longer than the importer allows: such a text need not reach the database. */
async function nodeById(id: string, full: boolean, loaders: Loaders): Promise<NodeRecord | null> {
  return id.length > LONGEST_ID ? null : loadNode(id, full, loaders);
}
