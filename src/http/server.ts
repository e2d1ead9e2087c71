import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import compress from '@fastify/compress';
import cors from '@fastify/cors';
import etag from '@fastify/etag';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import createFastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { pino } from 'pino';

import type { Config } from '../config.ts';
import { createGraphQLServer } from '../graphql/server.ts';
import { acceptJsonOnly, encodingProblem } from './body.ts';
import { badRequest, describeCause, sendFailure } from './failure.ts';
import { type CountsStatements, graphqlRoutes, type RequestFacts } from './graphql-routes.ts';
import { plainRoutes, type Readiness } from './plain-routes.ts';
import { stopGracefully } from './stop.ts';

export interface ServerParts<Context extends CountsStatements> {
  readonly schema: GraphQLSchema;
  readonly config: Pick<Config, 'http' | 'limits' | 'logLevel'>;
  /** Called once for each request. Its members are copied into the resolvers' context: a plain object of values and closures. */
  readonly createContext: (facts: RequestFacts) => Context;
  readonly readiness: () => Promise<Readiness>;
  /** The schema as served at /schema.graphql. */
  readonly sdl: string;
  readonly logger?: FastifyBaseLogger;
}

export interface Server {
  /** Opens the port and tells the address that answers. */
  listen(): Promise<{ readonly url: string }>;
  /** Takes no new connections, lets what arrived be answered within the grace, then closes. */
  close(): Promise<void>;
  readonly fastify: FastifyInstance;
}

/** Builds the HTTP server around a schema; it listens when told to. */
export async function createServer<Context extends CountsStatements>(parts: ServerParts<Context>): Promise<Server> {
  const { schema, config, createContext, readiness, sdl } = parts;
  const logger = parts.logger ?? pino({ level: config.logLevel });
  const fastify = newFastify(config, logger);
  const graphql = createGraphQLServer<Context>(schema, config.limits, (requestId, cause) =>
    logger.error({ requestId, cause: describeCause(cause) }, 'fault'),
  );
  await graphql.apollo.start();

  fastify.setErrorHandler(sendFailure);
  addHooks(fastify);
  const close = stopGracefully(fastify, graphql.apollo, config.http.shutdownGrace);
  await addPlugins(fastify, config);
  acceptJsonOnly(fastify, config.limits.nesting);
  const { get, post } = graphqlRoutes(graphql, config, createContext);
  fastify.route(post);
  await fastify.register(async (scope) => {
    await withPageHeaders(scope);
    await withEtags(scope);
    scope.route(get);
    plainRoutes(scope, config.http.requestTimeout, readiness, sdl);
  });
  return { listen: () => listen(fastify, config.http), close, fastify };
}

function newFastify({ http, limits }: Pick<Config, 'http' | 'limits'>, logger: FastifyBaseLogger): FastifyInstance {
  return createFastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    requestIdHeader: false,
    genReqId: requestIdOf,
    bodyLimit: limits.body,
    trustProxy: http.trustProxy,
    // A request that arrived as the server began to stop is answered like those before it.
    return503OnClosing: false,
    // Bounds the sending of a request; its answer is bounded by the routes.
    requestTimeout: http.requestTimeout,
    frameworkErrors: (error, request, reply) => void sendFailure(error, request, reply),
  });
}

const SANE_ID = /^[\w.:-]{1,64}$/;

/** A caller's own id joins its log with ours; anything that could forge a line of either is replaced. */
function requestIdOf({
  headers,
}: IncomingMessage | { headers: Record<string, string | string[] | undefined> }): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && SANE_ID.test(given) ? given : randomUUID();
}

function addHooks(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    done(encodingProblem(request) ?? undefined);
  });
  fastify.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const allowed = (['GET', 'POST'] as const).filter((method) => fastify.hasRoute({ url: path, method }));
    if (allowed.length > 0) {
      reply.header('allow', allowed.join(', '));
      return sendFailure(
        badRequest(`${path} answers ${allowed.join(' and ')} only, not ${request.method}.`, 405),
        request,
        reply,
      );
    }
    return sendFailure(badRequest('There is nothing at this path; GET / lists what there is.', 404), request, reply);
  });
}

async function addPlugins(fastify: FastifyInstance, { http }: Pick<Config, 'http'>): Promise<void> {
  await fastify.register(cors, {
    origin: '*',
    methods: ['GET', 'POST'],
    exposedHeaders: ['x-request-id', 'retry-after', 'etag'],
    maxAge: 86_400,
  });
  await fastify.register(compress, { globalDecompression: false, encodings: ['br', 'gzip'] });
  if (http.stall > 0) await fastify.register(underPressure, { maxEventLoopDelay: http.stall, retryAfter: 5 });
  if (http.requestsPerMinute > 0) {
    await fastify.register(rateLimit, {
      max: http.requestsPerMinute,
      timeWindow: '1 minute',
      errorResponseBuilder: (_, { after, max }) =>
        badRequest(`More than ${max} requests in a minute; ask again in ${after}.`, 429),
    });
  }
}

/** What a browser may do with what it opens by itself, which is never the answer to a POST. */
async function withPageHeaders(scope: FastifyInstance): Promise<void> {
  await scope.register(helmet, {
    // Answers are data that any page may show; each page sets the rules for its own scripts.
    contentSecurityPolicy: false,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    crossOriginOpenerPolicy: false,
    strictTransportSecurity: false,
    // Every answer says it already.
    xContentTypeOptions: false,
    // For browsers and plug-ins that are gone.
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
}

/** Tags answers to GET, and answers 304 to who has the same already. */
async function withEtags(scope: FastifyInstance): Promise<void> {
  scope.addHook('onSend', async (request, reply) => {
    if (request.method !== 'GET') return;
    // A failure is never "not modified".
    if (reply.statusCode !== 200) delete request.headers['if-none-match'];
    if (!reply.hasHeader('cache-control'))
      reply.header('cache-control', reply.statusCode === 200 ? 'no-cache' : 'no-store');
  });
  await scope.register(etag, { weak: true });
}

async function listen(fastify: FastifyInstance, { host, port }: Config['http']): Promise<{ readonly url: string }> {
  try {
    return { url: await fastify.listen({ host, port }) };
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const advice = listenAdvice[code];
    throw advice === undefined ? cause : new Error(`The server cannot listen on ${host}:${port}: ${advice}`, { cause });
  }
}

const listenAdvice: Readonly<Record<string, string>> = {
  EADDRINUSE:
    'another program, perhaps another Sobremesa, uses this port. Stop it, or set PORT to another one (0 takes any free port).',
  EACCES: 'this user may not open it. Set PORT to one above 1023.',
  EADDRNOTAVAIL: 'this machine has no such address. Set HOST to 127.0.0.1, or to 0.0.0.0 for all.',
  ENOTFOUND: 'there is no such host. Set HOST to 127.0.0.1, or to 0.0.0.0 for all.',
};
