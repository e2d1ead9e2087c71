import { ApolloServer, HeaderMap } from '@apollo/server';
import createFastify from 'fastify';

import { serveParent } from './child.ts';

/** Apollo on a bare Fastify, over a schema of one constant: what no answer of ours can take less than. */
const apollo = new ApolloServer({
  typeDefs: 'type Query { nothing: Boolean }',
  nodeEnv: 'production',
  csrfPrevention: false,
  stopOnTerminationSignals: false,
});
await apollo.start();
const fastify = createFastify({ logger: false });
fastify.post('/graphql', async ({ method, body }, reply) => {
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method, body, search: '', headers: new HeaderMap([['content-type', 'application/json']]) },
    context: async () => ({}),
  });
  for (const [name, value] of answer.headers) reply.header(name, value);
  reply.code(answer.status ?? 200);
  return answer.body.kind === 'complete' ? answer.body.string : '';
});

const url = await fastify.listen({ host: '127.0.0.1', port: 0 });
serveParent(
  Number(new URL(url).port),
  () => 0,
  async () => {
    await fastify.close();
    await apollo.stop();
  },
);
