import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { ApolloServer } from '@apollo/server';
import type { FastifyReply, FastifyRequest, RouteHandlerMethod, RouteOptions } from 'fastify';

import type { Config, Limits } from '../config.ts';
import { AnswerError, tooComplex, unexpected } from '../graphql/answer-error.ts';
import { jsonNesting } from '../graphql/brackets.ts';
import { type Exchange, refusedStatus, type WithExchange } from '../graphql/exchange.ts';
import { rememberedProblems } from '../graphql/limits.ts';
import { abandonment, inTime } from './deadline.ts';
import { badRequest, describeCause } from './failure.ts';

export interface RequestFacts {
  readonly requestId: string;
  /** Fires when nobody waits for the answer any more: time is up, or the client is gone. */
  readonly deadline: AbortSignal;
}

/** What the server needs to know of the project's own context. */
export interface CountsStatements {
  statementsSent(): number;
}

const URL_PATH = '/graphql';
/** Any base will do: whether a path can be read does not depend on the host. */
const HOME = 'http://localhost/';

/** The routes GET and POST /graphql. */
export function graphqlRoutes<Context extends CountsStatements>(
  apollo: ApolloServer<Context & WithExchange>,
  { limits, http: { requestTimeout } }: Pick<Config, 'limits' | 'http'>,
  createContext: (facts: RequestFacts) => Context,
): { readonly get: RouteOptions; readonly post: RouteOptions } {
  const exchanges = new WeakMap<FastifyRequest, Exchange>();
  const problemOf = rememberedProblems(limits);
  const isHost = hostTest();

  const context = async (request: FastifyRequest, reply: FastifyReply): Promise<Context & WithExchange> => {
    const exchange = newExchange(request);
    exchanges.set(request, exchange);
    const problem = parameterProblem(request, limits) ?? problemOf(queryOf(request));
    if (problem !== null) throw refused(problem, exchange);
    const own = contextFor(request, reply, createContext, exchange);
    exchange.statementsSent = () => own.statementsSent();
    return { ...own, exchange };
  };

  const answer: RouteHandlerMethod = fastifyApolloHandler(apollo, { context });
  const options = {
    url: URL_PATH,
    preHandler: async (request: FastifyRequest) => {
      // The integration builds a URL from the Host header and would fail on a malformed one.
      if (
        !isHost(`${request.protocol}://${request.hostname}/`) ||
        !(request.url === URL_PATH || URL.canParse(request.url, HOME))
      )
        throw badRequest('Expected a Host header with the name of this server.');
    },
    onResponse: async (request: FastifyRequest, reply: FastifyReply) =>
      logRequest(request, reply, exchanges.get(request)),
    handler: inTime(requestTimeout, async (request: FastifyRequest, reply: FastifyReply) =>
      answer.call(request.server, request, reply),
    ),
  };
  return { get: { ...options, method: 'GET', exposeHeadRoute: false }, post: { ...options, method: 'POST' } };
}

/** Whether a URL has a host that can be read; nearly all requests have the same as the one before. */
function hostTest(): (base: string) => boolean {
  let before: string | undefined;
  return (base) => {
    if (base === before) return true;
    const isHost = URL.canParse(base);
    if (isHost) before = base;
    return isHost;
  };
}

function newExchange(request: FastifyRequest): Exchange {
  return {
    requestId: request.id,
    accept: request.headers.accept,
    operationName: null,
    cost: null,
    errors: [],
    statementsSent: () => 0,
  };
}

function contextFor<Context>(
  request: FastifyRequest,
  reply: FastifyReply,
  createContext: (facts: RequestFacts) => Context,
  exchange: Exchange,
): Context {
  try {
    return createContext(new FactsOfRequest(request.id, reply));
  } catch (cause) {
    request.log.error({ cause: describeCause(cause) }, 'no context for the request');
    throw refused(unexpected(request.id), exchange, 500);
  }
}

/**
 * A class for its getter: V8 keeps the getter of an object literal, and with it the whole request, until the next full
 * collection of garbage, which made every collection before it twice as dear and more.
 */
class FactsOfRequest implements RequestFacts {
  readonly requestId: string;
  readonly #reply: FastifyReply;
  #deadline: AbortSignal | undefined;

  constructor(requestId: string, reply: FastifyReply) {
    this.requestId = requestId;
    this.#reply = reply;
  }

  /** Made when it is first asked for: it costs a small request one part in thirty. */
  get deadline(): AbortSignal {
    return (this.#deadline ??= abandonment(this.#reply));
  }
}

/** The text that is to run, from the body or the URL; anything malformed is left to Apollo to report. */
function queryOf({ method, body, url }: FastifyRequest): string {
  if (method === 'GET') return searchOf(url).get('query') ?? '';
  return typeof body === 'object' && body !== null && 'query' in body && typeof body.query === 'string'
    ? body.query
    : '';
}

/** Variables in a URL reach a JSON parser that no body limit guards. */
function parameterProblem({ method, url }: FastifyRequest, { nesting }: Limits): AnswerError | null {
  const texts = method === 'GET' ? [searchOf(url).get('variables') ?? '', searchOf(url).get('extensions') ?? ''] : [];
  const depth = Math.max(0, ...texts.map(jsonNesting));
  return depth > nesting ? tooComplex('nesting', depth, nesting, 'open fewer brackets at once.') : null;
}

function searchOf(url: string): URLSearchParams {
  const at = url.indexOf('?');
  return new URLSearchParams(at === -1 ? '' : url.slice(at + 1));
}

/** A copy for this request: Apollo takes the status from `http` and leaves it out of the answer. */
function refused(
  { code, message, extensions }: AnswerError,
  exchange: Exchange,
  status: number = refusedStatus(exchange.accept),
): AnswerError {
  exchange.errors = [code];
  return new AnswerError(code, message, { ...extensions, http: { status } });
}

/** One line for each request; neither query nor variables, which may name people. */
function logRequest(request: FastifyRequest, reply: FastifyReply, exchange: Exchange | undefined): void {
  request.log.info(
    {
      operation: exchange?.operationName?.slice(0, 100) ?? null,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      statements: exchange?.statementsSent() ?? 0,
      cost: exchange?.cost ?? null,
      status: reply.statusCode,
      errors: [...new Set(codesOf(reply, exchange))],
    },
    'graphql',
  );
}

function codesOf({ statusCode }: FastifyReply, exchange: Exchange | undefined): readonly string[] {
  if (exchange !== undefined && exchange.errors.length > 0) return exchange.errors;
  if (statusCode === 503) return ['SERVICE_UNAVAILABLE'];
  return statusCode >= 400 ? ['BAD_REQUEST'] : [];
}
