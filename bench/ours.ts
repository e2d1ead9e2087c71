import { readConfig } from '../src/config.ts';
import { connectGraph } from '../src/graph/graph.ts';
import { createContext } from '../src/graphql/context.ts';
import { buildSchema } from '../src/graphql/schema.ts';
import { createServer } from '../src/http/server.ts';
import { serveParent } from './child.ts';

/** Our server as the program wires it, on a database that is there already. */
const [, , uri = ''] = process.argv;
const config = readConfig({ NEO4J_URI: uri, NEO4J_AUTH: 'none', PORT: '0', LOG_LEVEL: 'silent' });
if (config.neo4j === null)
  throw new Error('Expected the address of a database as the argument, but got none; npm run bench gives it.');

const { statement, connection, pool } = config.timeouts;
const graph = connectGraph({
  ...config.neo4j,
  statementTimeout: statement,
  connectionTimeout: connection,
  poolTimeout: pool,
});
let statements = 0;
const counting: Pick<typeof graph, 'read' | 'hubs'> = {
  hubs: graph.hubs,
  read: (query, parameters) => {
    statements += 1;
    return graph.read(query, parameters);
  },
};

const server = await createServer({
  schema: buildSchema(),
  config,
  createContext: ({ requestId }) => createContext(counting, requestId),
  readiness: async () => ({ missing: [] }),
  sdl: '',
});
const { url } = await server.listen();
serveParent(
  Number(new URL(url).port),
  () => statements,
  async () => {
    await server.close();
    await graph.close();
  },
);
