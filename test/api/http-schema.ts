import { makeExecutableSchema } from '@graphql-tools/schema';
import { GraphQLError } from 'graphql';
import pinoLogger from 'pino';

import { readConfig } from '../../src/config.ts';
import { badUserInput } from '../../src/fields/errors.ts';
import { GraphError } from '../../src/graph/errors.ts';
import { AbandonedError } from '../../src/graphql/answer-error.ts';
import type { RequestFacts } from '../../src/http/graphql-routes.ts';
import { createServer } from '../../src/http/server.ts';
import type { Readiness } from '../../src/http/plain-routes.ts';

/** A schema with the conventions of the real one: nodes, connections, plain lists, an interface, a union of failures. */
export const sdl = `
  enum Lang { ES EN }
  interface Node { id: ID! }
  type Person implements Node { id: ID! name(lang: Lang! = ES): String! friends(first: Int, after: String, last: Int): PersonConnection! sectors: [Sector!]! }
  type Sector implements Node { id: ID! name: String! people(first: Int): PersonConnection! }
  type PersonConnection { nodes: [Person!]! edges: [PersonEdge!]! pageInfo: PageInfo! totalCount: Int! }
  type PersonEdge { cursor: String! node: Person! }
  type PageInfo { hasNextPage: Boolean! }
  input PersonFilter { sectors: [ID!], text: String, lang: Lang }
  type Query {
    node(id: ID!): Node
    nodes(ids: [ID!]!): [Node]!
    people(filter: PersonFilter, first: Int, last: Int, after: String): PersonConnection!
    sectors: [Sector!]!
    rows: [[Sector!]!]!
    hello(name: String): String
    secret: String
    wrong(id: ID): String
    away: String
    abandoned: String
    slow: String
    refused: String
    hang: String
    wait: String
    failures: [Failure!]!
  }
  type Failure { text: String }
`;

const person = {
  __typename: 'Person',
  id: 'p',
  name: 'Ana',
  sectors: [],
  friends: { nodes: [], edges: [], pageInfo: {}, totalCount: 0 },
};
const fail = (error: Error) => () => {
  throw error;
};

const schema = makeExecutableSchema({
  typeDefs: sdl,
  resolvers: {
    Query: {
      node: () => person,
      nodes: (_: unknown, { ids }: { ids: string[] }) => ids.map((id) => ({ ...person, id })),
      people: () => ({ nodes: [person], edges: [], pageInfo: { hasNextPage: false }, totalCount: 1 }),
      sectors: () => [],
      rows: () => [],
      hello: (_: unknown, { name }: { name?: string }) => `hello ${name ?? 'world'}`.repeat(100),
      secret: fail(new Error('password=hunter2 at MATCH (n) RETURN n')),
      wrong: (_: unknown, { id }: { id?: string }) => {
        throw badUserInput('id', `expected the id of a person, got ${id ?? 'nothing'}`);
      },
      abandoned: fail(new AbandonedError()),
      away: fail(new GraphError('unavailable', 'bolt://10.0.0.1 refused', new Error('ECONNREFUSED'))),
      slow: fail(new GraphError('timeout', 'statement peopleById', undefined)),
      refused: fail(new GraphError('refused', 'Invalid input MATCH', undefined)),
      hang: () => new Promise(() => undefined),
      wait: (_: unknown, __: unknown, { released }: TestContext) => released?.then(() => 'released'),
      failures: () => Array.from({ length: 12 }, () => ({})),
    },
    Failure: { text: fail(new GraphQLError('inner detail', { extensions: { code: 'DATABASE_ON_FIRE' } })) },
    Node: { __resolveType: () => 'Person' },
  },
});

export interface TestContext {
  statementsSent(): number;
  /** What the field `wait` waits for. */
  readonly released?: Promise<void>;
}

export interface Options {
  readonly environment?: Readonly<Record<string, string>>;
  readonly readiness?: () => Promise<Readiness>;
  readonly createContext?: (facts: RequestFacts) => TestContext;
}

/** A server over that schema, with what it logged. */
export async function testServer({
  environment = {},
  readiness = async () => ({ missing: [] }),
  createContext = () => ({ statementsSent: () => 7 }),
}: Options = {}) {
  const logged: Record<string, unknown>[] = [];
  const logger = pinoLogger({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line)) });
  const config = readConfig({ PORT: '0', LIMIT_STALL: '0', ...environment });
  const server = await createServer({ schema, config, createContext, readiness, sdl, logger });
  const post = async (body: unknown, headers: Record<string, string> = {}) => {
    const payload = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    return answer(
      await server.fastify.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', ...headers },
        payload,
      }),
    );
  };
  const get = async (url: string, headers: Record<string, string> = {}) =>
    answer(await server.fastify.inject({ method: 'GET', url, headers }));
  return { server, logged, post, get };
}

export type TestServer = Awaited<ReturnType<typeof testServer>>;

interface Answer {
  readonly message?: string;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions: Record<string, unknown> & { code: string };
  }[];
  readonly extensions?: Record<string, unknown>;
}

interface Injected {
  readonly statusCode: number;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

function answer({ statusCode, headers, body }: Injected) {
  const isJson = String(headers['content-type']).includes('json') && body !== '';
  // The server's own form of an answer; each test checks the part it is about.
  const json = (isJson ? JSON.parse(body) : {}) as Answer;
  return {
    status: statusCode,
    headers,
    body,
    json,
    codes: (json.errors ?? []).map(({ extensions }) => extensions.code),
  };
}
