import type { FastifyInstance, FastifyRequest } from 'fastify';

import { inTime } from './deadline.ts';
import { describeCause } from './failure.ts';

/** What the server still waits for before it can answer; nothing when it is ready. */
export interface Readiness {
  readonly missing: readonly string[];
}

/** Adds what is no GraphQL: the way in, the schema, and the two questions that a supervisor asks. */
export function plainRoutes(
  fastify: FastifyInstance,
  requestTimeout: number,
  readiness: () => Promise<Readiness>,
  sdl: string,
): void {
  fastify.get('/', async () => ({
    name: 'Sobremesa',
    graphql: '/graphql',
    schema: '/schema.graphql',
    alive: '/livez',
    ready: '/readyz',
    example: '/graphql?query={__typename}',
  }));
  fastify.get('/schema.graphql', async (_, reply) => reply.type('text/plain; charset=utf-8').send(sdl));

  // A supervisor that restarts a busy process makes it busier: both answer under load as well.
  const unhurried = { config: { pressureHandler: () => undefined, rateLimit: false } } as const;
  fastify.get('/livez', unhurried, async () => ({ alive: true }));
  const whatIsMissing = async (request: FastifyRequest): Promise<readonly string[]> => {
    try {
      return (await readiness()).missing;
    } catch (cause) {
      request.log.error({ cause: describeCause(cause) }, 'readiness unknown');
      return ['an answer from the database'];
    }
  };
  const ready = inTime(requestTimeout, async (request, reply) => {
    const missing = await whatIsMissing(request);
    reply.header('cache-control', 'no-store');
    if (missing.length > 0) reply.code(503).header('retry-after', '5');
    return { ready: missing.length === 0, missing };
  });
  fastify.get('/readyz', unhurried, ready);
}
