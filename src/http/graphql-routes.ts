import { type HTTPGraphQLRequest, HeaderMap } from '@apollo/server';
import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';

import type { Config, Limits } from '../config.ts';
import { AnswerError, tooComplex, unexpected } from '../graphql/answer-error.ts';
import { jsonNesting } from '../graphql/brackets.ts';
import { type Exchange, refusedStatus, type WithExchange } from '../graphql/exchange.ts';
import { knownQuestions } from '../graphql/known-questions.ts';
import { rememberedProblems } from '../graphql/limits.ts';
import type { GraphQLServer } from '../graphql/server.ts';
import { abandonment, inTime } from './deadline.ts';
import { describeCause } from './failure.ts';

export interface RequestFacts {
  readonly requestId: string;
  /** Fires when nobody waits for the answer any more: time is up, or the client is gone. */
  readonly deadline: AbortSignal;
}

/** What the server needs to know of the project's own context. */
export interface CountsStatements {
  statementsSent(): number;
}

/** The routes GET and POST /graphql. */
export function graphqlRoutes<Context extends CountsStatements>(
  { apollo, known, answerKnown }: GraphQLServer<Context>,
  { limits, http: { requestTimeout } }: Pick<Config, 'limits' | 'http'>,
  createContext: (facts: RequestFacts) => Context,
): { readonly get: RouteOptions; readonly post: RouteOptions } {
  const exchanges = new WeakMap<FastifyRequest, Exchange>();
  const problemOf = rememberedProblems(limits);
  const questions = knownQuestions(known);

  const context = (request: FastifyRequest, reply: FastifyReply): Context & WithExchange => {
    const exchange = newExchange(request);
    exchanges.set(request, exchange);
    const problem = parameterProblem(request, limits) ?? problemOf(queryOf(request));
    if (problem !== null) throw refused(problem, exchange);
    const own = contextFor(request, reply, createContext, exchange);
    exchange.statementsSent = () => own.statementsSent();
    return { ...own, exchange };
  };

  const answerByApollo = async (
    request: FastifyRequest,
    reply: FastifyReply,
    contextOf: () => Promise<Context & WithExchange>,
  ): Promise<string> => {
    const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: graphqlRequestOf(request),
      context: contextOf,
    });
    if (body.kind !== 'complete') throw new Error(IN_ONE_PIECE);
    if (status === undefined || status === 200) questions.learn(request, headers.get('content-type'));
    writeHead(reply, status, headers);
    return body.string;
  };

  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<string> => {
    const question = questions.find(request);
    if (question === undefined) return answerByApollo(request, reply, async () => context(request, reply));
    let own: Context & WithExchange;
    try {
      own = context(request, reply);
    } catch (cause) {
      // Apollo puts it into words, as it does for any other request.
      return answerByApollo(request, reply, async () => {
        throw cause;
      });
    }
    const { http, body } = await answerKnown(question.operation, question.variables, own);
    if (body.kind !== 'single') throw new Error(IN_ONE_PIECE);
    writeHead(reply, http.status, http.headers.set('content-type', question.contentType));
    const { errors, data, extensions } = body.singleResult;
    return `${JSON.stringify({ errors, data, extensions })}\n`;
  };
  const options: Omit<RouteOptions, 'method'> = {
    url: '/graphql',
    // A logger for each request, with its id, would cost more than its one line; each line here names the id itself.
    childLoggerFactory: (logger) => logger,
    onResponse: (request, reply, done) => {
      logRequest(request, reply, exchanges.get(request));
      done();
    },
    handler: inTime(requestTimeout, answer),
  };
  return { get: { ...options, method: 'GET', exposeHeadRoute: false }, post: { ...options, method: 'POST' } };
}

const IN_ONE_PIECE = 'Expected an answer in one piece: the schema has neither @defer nor @stream.';

function writeHead(reply: FastifyReply, status: number | undefined, headers: HeaderMap): void {
  for (const [name, value] of headers) reply.header(name, value);
  reply.code(status ?? 200);
}

/** Of the headers those that Apollo reads. */
function graphqlRequestOf({ method, url, body, headers: { accept, 'content-type': type } }: FastifyRequest) {
  const headers = new HeaderMap();
  if (accept !== undefined) headers.set('accept', accept);
  if (type !== undefined) headers.set('content-type', type);
  return { method, headers, search: searchOf(url), body } satisfies HTTPGraphQLRequest;
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
    request.log.error({ requestId: request.id, cause: describeCause(cause) }, 'no context for the request');
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
  if (method === 'GET') return parametersOf(url).get('query') ?? '';
  return typeof body === 'object' && body !== null && 'query' in body && typeof body.query === 'string'
    ? body.query
    : '';
}

/** Variables in a URL reach a JSON parser that no body limit guards. */
function parameterProblem({ method, url }: FastifyRequest, { nesting }: Limits): AnswerError | null {
  if (method !== 'GET') return null;
  const given = parametersOf(url);
  const depth = Math.max(...['variables', 'extensions'].map((name) => jsonNesting(given.get(name) ?? '')));
  return depth > nesting ? tooComplex('nesting', depth, nesting, 'open fewer brackets at once.') : null;
}

function parametersOf(url: string): URLSearchParams {
  return new URLSearchParams(searchOf(url));
}

/** With its question mark, or nothing. */
function searchOf(url: string): string {
  const at = url.indexOf('?');
  return at === -1 ? '' : url.slice(at);
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
      requestId: request.id,
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
