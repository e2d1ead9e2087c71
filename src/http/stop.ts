import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance } from 'fastify';

/**
 * Prepares the end: no new connections, answers under way arrive, and each takes its connection with it (a kept-alive
 * one would hold the server open until the client leaves). What is left after the grace is cut off.
 * @param grace milliseconds
 * @returns the function that stops; calling it again waits for the same stop
 */
export function stopGracefully(
  fastify: FastifyInstance,
  apollo: Pick<ApolloServer, 'stop'>,
  grace: number,
): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  fastify.addHook('onSend', (_, reply, payload, done) => {
    if (stopping !== undefined) reply.header('connection', 'close');
    done(null, payload);
  });
  const stop = async (): Promise<void> => {
    const cut = setTimeout(() => fastify.server.closeAllConnections(), grace);
    await fastify.close().finally(() => clearTimeout(cut));
    await apollo.stop();
  };
  return () => (stopping ??= stop());
}
