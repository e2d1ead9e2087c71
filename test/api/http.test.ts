import { once } from 'node:events';
import { request as httpRequest, Agent } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';

import type { RequestFacts } from '../../src/http/graphql-routes.ts';
import { type Options, testServer, type TestServer } from './http-schema.ts';

const started: TestServer[] = [];
async function serve(options?: Options): Promise<TestServer> {
  const running = await testServer(options);
  started.push(running);
  return running;
}
afterEach(async () => {
  await Promise.all(started.splice(0).map(({ server }) => server.close()));
});

const lineOf = ({ logged }: TestServer) => logged.find(({ msg }) => msg === 'graphql');

describe('errors', () => {
  test('of an unexpected kind show a request id and nothing else; the cause is in the log', async () => {
    const running = await serve();
    const { json, body } = await running.post({ query: '{ secret }' }, { 'x-request-id': 'abc-1' });
    expect(json.errors).toEqual([
      {
        message: 'Unexpected error; quote request id abc-1 when you report it.',
        locations: [{ line: 1, column: 3 }],
        path: ['secret'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'abc-1' },
      },
    ]);
    expect(body).not.toMatch(/hunter2|MATCH/);
    expect(JSON.stringify(running.logged)).toContain('hunter2');
  });

  test('with a code of their own are unexpected too', async () => {
    const { body, codes } = await (await serve()).post({ query: '{ failures { text } refused }' });
    expect(new Set(codes)).toEqual(new Set(['INTERNAL_SERVER_ERROR']));
    expect(body).not.toMatch(/inner detail|ON_FIRE|Invalid input/);
  });

  test('about input keep their message', async () => {
    const { json, status } = await (await serve()).post({ query: '{ wrong(id: "c_1") }' });
    expect(json.errors?.[0]).toMatchObject({
      message: 'id: expected the id of a person, got c_1',
      extensions: { code: 'BAD_USER_INPUT', argument: 'id' },
    });
    expect(status).toBe(200);
  });

  test('of work that ended because nobody waited for it are no fault, and not in the log', async () => {
    const running = await serve();
    const { json } = await running.post({ query: '{ abandoned }' });
    expect(json.errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(JSON.stringify(running.logged)).not.toContain('Nobody waits');
  });

  test('of an absent database are a 503 that says when to ask again, if nothing was answered', async () => {
    const running = await serve();
    const { status, headers, json, body } = await running.post({ query: '{ away }' });
    expect([status, headers['retry-after']]).toEqual([503, '5']);
    expect(json.errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
    expect(body).not.toMatch(/10\.0\.0\.1|ECONNREFUSED/);
    expect(JSON.stringify(running.logged)).toContain('ECONNREFUSED');
    expect((await running.post({ query: '{ away hello }' })).status).toBe(200);
  });

  test('of a statement stopped for its time ask for less', async () => {
    const { status, json, headers } = await (await serve()).post({ query: '{ slow }' });
    expect(status).toBe(503);
    expect(headers['retry-after']).toBeUndefined();
    expect(json.errors?.[0]).toMatchObject({
      message: expect.stringContaining('ask for less'),
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    });
  });

  test('of a context that cannot be made are masked', async () => {
    const running = await serve({
      createContext: () => {
        throw new Error('hunter2');
      },
    });
    const { status, body, codes } = await running.post({ query: '{ hello }' });
    expect([status, codes]).toEqual([500, ['INTERNAL_SERVER_ERROR']]);
    expect(body).not.toContain('hunter2');
  });
});

describe('time', () => {
  test('of a request is bounded, even if a resolver never answers', async () => {
    const deadlines: AbortSignal[] = [];
    const running = await serve({
      environment: { TIMEOUT_REQUEST: '100' },
      createContext: ({ deadline }) => {
        deadlines.push(deadline);
        return { statementsSent: () => 3 };
      },
    });
    // Over a real connection: what a framework takes for the end of a request differs there.
    const { url } = await running.server.listen();
    const asked = [
      fetch(`${url}/graphql?query={hang}`),
      fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query": "{ hang }"}',
      }),
    ];
    for (const response of await Promise.all(asked)) {
      expect(response.status).toBe(503);
      const body = await response.text();
      expect(body).toContain('SERVICE_UNAVAILABLE');
      expect(body).toContain('Ask for less');
    }
    await Promise.all(deadlines.map(fired));
    expect(lineOf(running)).toMatchObject({ status: 503, statements: 3, errors: ['SERVICE_UNAVAILABLE'] });
  });

  test('is not up for work before the answer', async () => {
    const { options, release, arrived, deadline } = held();
    const running = await serve(options);
    const { url } = await running.server.listen();
    const asked = fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query": "{ wait }"}',
    });
    await arrived;
    await running.server.fastify.inject('/livez');
    expect(deadline().aborted).toBe(false);
    release();
    expect((await asked).status).toBe(200);
  });

  test('is up for work when the client leaves, and the log stays free of the query', async () => {
    const { options, release, arrived, deadline } = held();
    const running = await serve(options);
    const { url } = await running.server.listen();
    const leave = new AbortController();
    const left = expect(fetch(`${url}/graphql?query={wait}`, { signal: leave.signal })).rejects.toThrow();
    await arrived;
    leave.abort();
    await left;
    await fired(deadline());
    release();
    expect((await fetch(`${url}/graphql?query={hello}`)).status).toBe(200);
    expect(JSON.stringify(running.logged)).not.toContain('wait');
  });

  test('past the limit, the late answer harms nobody', async () => {
    const { options, release } = held();
    const running = await serve({ ...options, environment: { TIMEOUT_REQUEST: '50' } });
    const { url } = await running.server.listen();
    const late = await fetch(`${url}/graphql?query={wait}`);
    expect(late.status).toBe(503);
    release();
    expect((await fetch(`${url}/graphql?query={hello}`)).status).toBe(200);
    expect(running.logged.filter(({ level }) => Number(level) > 30)).toEqual([]);
  });
});

describe('the log', () => {
  test('tells each request in one line, without query and variables', async () => {
    const running = await serve();
    await running.post(
      {
        query: 'query Search($t: String) { people(filter: {text: $t}, first: 3) { nodes { id } } }',
        variables: { t: 'Ximena Privada' },
      },
      { 'x-request-id': 'r-1' },
    );
    expect(running.logged).toHaveLength(1);
    expect(lineOf(running)).toMatchObject({
      requestId: 'r-1',
      operation: 'Search',
      statements: 7,
      cost: 4,
      status: 200,
      errors: [],
      milliseconds: expect.any(Number),
    });
    expect(JSON.stringify(running.logged)).not.toMatch(/Ximena|people/);
  });

  test.each([
    ['{ helo }', 'GRAPHQL_VALIDATION_FAILED'],
    [`{ ${'hello '.repeat(300)} }`, 'QUERY_TOO_COMPLEX'],
    ['{ secret }', 'INTERNAL_SERVER_ERROR'],
  ])('tells the codes of the errors of %.15s', async (query, code) => {
    const running = await serve();
    await running.post({ query });
    expect(lineOf(running)).toMatchObject({ errors: [code] });
  });

  test('of malformed bodies tells their status', async () => {
    const running = await serve();
    await running.post('{');
    expect(lineOf(running)).toMatchObject({ status: 400, errors: ['BAD_REQUEST'] });
  });
});

describe('request ids', () => {
  test.each([
    ['trace-1.a:b_2', true],
    ['a b', false],
    ['x'.repeat(65), false],
    ['a\u00e9', false],
    ['', false],
  ])('%j is kept: %s', async (id, kept) => {
    const { headers } = await (await serve()).get('/livez', { 'x-request-id': id });
    expect(headers['x-request-id'] === id).toBe(kept);
    expect(headers['x-request-id']).toMatch(/^[\w.:-]{1,64}$/);
  });
});

describe('headers', () => {
  test('let any page read the answers', async () => {
    const running = await serve();
    const { headers } = await running.get('/graphql?query={hello}', { origin: 'https://example.org' });
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    const preflight = await running.server.fastify.inject({
      method: 'OPTIONS',
      url: '/graphql',
      headers: {
        origin: 'https://example.org',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect([preflight.statusCode, preflight.headers['access-control-allow-headers']]).toEqual([204, 'content-type']);
  });

  test('tell a browser that no answer is what it is not, and that no page of others may frame what it opens', async () => {
    const running = await serve();
    const posted = await running.post({ query: '{ hello }' });
    const opened = await running.get('/graphql?query={hello}');
    for (const { headers } of [posted, opened]) expect(headers['x-content-type-options']).toBe('nosniff');
    expect(opened.headers['x-frame-options']).toBe('SAMEORIGIN');
    expect(opened.headers['referrer-policy']).toBe('no-referrer');
  });

  test.each(['a b', ':', '[', 'example.org:99999999', ''])('may name any host, even %j', async (host) => {
    const { server } = await serve();
    const request = { url: '/graphql', headers: { host } } as const;
    const posted = await server.fastify.inject({ ...request, method: 'POST', payload: { query: '{ hello }' } });
    const got = await server.fastify.inject({ ...request, method: 'GET', query: { query: '{ hello }' } });
    for (const { statusCode, body } of [posted, got]) {
      expect(statusCode).toBe(200);
      expect(body).toContain('"hello"');
    }
  });

  test('tag answers by URL, so that the same answer is not sent twice', async () => {
    const running = await serve();
    for (const url of ['/graphql?query={hello}', '/schema.graphql']) {
      const first = await running.get(url);
      expect(first.status).toBe(200);
      expect(first.headers['cache-control']).toBe('no-cache');
      const again = await running.get(url, { 'if-none-match': String(first.headers['etag']) });
      expect([again.status, again.body]).toEqual([304, '']);
    }
    expect((await running.post({ query: '{ hello }' })).headers['etag']).toBeUndefined();
  });

  test('never call a failure unchanged', async () => {
    const running = await serve();
    const { headers } = await running.get('/graphql?query={away}');
    const again = await running.get('/graphql?query={away}', { 'if-none-match': String(headers['etag']) });
    expect([again.status, again.headers['cache-control']]).toEqual([503, 'no-store']);
  });

  test('compress long answers for who can read them', async () => {
    const running = await serve();
    const { rawPayload, headers } = await running.server.fastify.inject({
      url: '/graphql?query={hello}',
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(rawPayload).toString()).toContain('hello world');
  });
});

describe('plain paths', () => {
  test('the root tells where to go', async () => {
    const { json, status } = await (await serve()).get('/');
    expect([status, json]).toMatchObject([200, { graphql: '/graphql', schema: '/schema.graphql', ready: '/readyz' }]);
  });

  test('the schema is text', async () => {
    const { body, headers } = await (await serve()).get('/schema.graphql');
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(body).toContain('type Query');
  });

  test('the server is alive while it is not ready, and says what it waits for', async () => {
    let missing = ['constraints', 'data'];
    const running = await serve({ readiness: async () => ({ missing }) });
    const waiting = await running.get('/readyz');
    expect([waiting.status, waiting.json]).toEqual([503, { ready: false, missing: ['constraints', 'data'] }]);
    expect((await running.get('/livez')).status).toBe(200);
    missing = [];
    const ready = await running.get('/readyz');
    expect([ready.status, ready.json]).toEqual([200, { ready: true, missing: [] }]);
  });

  test('a readiness that cannot be told is none', async () => {
    const running = await serve({ readiness: () => Promise.reject(new Error('hunter2')) });
    const { status, body } = await running.get('/readyz');
    expect(status).toBe(503);
    expect(body).not.toContain('hunter2');
  });
});

describe('load', () => {
  test('above the rate set for a sender is refused, but not the questions of a supervisor', async () => {
    const running = await serve({ environment: { LIMIT_REQUESTS: '2' } });
    const statuses = [];
    for (let turn = 0; turn < 3; turn += 1) statuses.push((await running.post({ query: '{ hello }' })).status);
    expect(statuses).toEqual([200, 200, 429]);
    const refused = await running.post({ query: '{ hello }' });
    expect([refused.codes, refused.headers['retry-after']]).toEqual([['BAD_REQUEST'], expect.any(String)]);
    expect((await running.get('/livez')).status).toBe(200);
  });
});

describe('a stop', () => {
  test('lets answers under way arrive, and ends connections kept alive', async () => {
    const { options, release, arrived } = held();
    const running = await serve(options);
    const { url } = await running.server.listen();
    const agent = new Agent({ keepAlive: true });
    const answer = ask(`${url}/graphql?query={wait}`, agent);
    await arrived;
    const closed = running.server.close();
    release();
    expect(await answer).toMatchObject({ status: 200, connection: 'close', body: expect.stringContaining('released') });
    await closed;
    await expect(fetch(`${url}/livez`)).rejects.toThrow();
    agent.destroy();
  });

  test('answers what arrived as it began', async () => {
    const running = await serve();
    const { url } = await running.server.listen();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    const body = JSON.stringify({ query: '{ hello }' });
    const head = `POST /graphql HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: ${body.length}`;
    socket.write(`${head}\r\n\r\n${body}`);
    const [received] = await Promise.all([text(socket), running.server.close()]);
    expect(received).toMatch(/^HTTP\/1\.1 200 .*hello world/s);
    expect(received).toMatch(/^connection: close\r$/im);
  });

  test('cuts off what takes longer than the grace', async () => {
    const { options, arrived } = held();
    const running = await serve({ ...options, environment: { TIMEOUT_SHUTDOWN: '50' } });
    const { url } = await running.server.listen();
    const cut = expect(ask(`${url}/graphql?query={hang}`, new Agent())).rejects.toThrow();
    await arrived;
    await running.server.close();
    await cut;
  });

  test('may be asked for twice', async () => {
    const { server } = await serve();
    await Promise.all([server.close(), server.close()]);
  });
});

test('a port in use is told with the way out', async () => {
  const first = await serve();
  const { url } = await first.server.listen();
  const second = await serve({ environment: { PORT: new URL(url).port } });
  await expect(second.server.listen()).rejects.toThrow(
    /another program, perhaps another Sobremesa, uses this port\. Stop it, or set PORT/,
  );
});

/** A context that tells when a request has arrived, and holds the field `wait` until released. */
function held() {
  const { promise: released, resolve: release } = newPromise();
  const { promise: arrived, resolve: arrive } = newPromise();
  const signals: AbortSignal[] = [];
  const createContext = ({ deadline }: RequestFacts) => {
    signals.push(deadline);
    arrive();
    return { statementsSent: () => 0, released };
  };
  const deadline = () => {
    const [signal] = signals;
    if (signal === undefined) throw new Error('Expected a request to have arrived.');
    return signal;
  };
  return { options: { createContext }, release, arrived, deadline };
}

function fired(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function newPromise() {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve: () => resolve() };
}

async function ask(url: string, agent: Agent) {
  return new Promise<{ status: number | undefined; connection: string | undefined; body: string }>(
    (resolve, reject) => {
      httpRequest(url, { agent }, (response) => {
        const { statusCode: status, headers } = response;
        response
          .setEncoding('utf8')
          .toArray()
          .then((chunks) => resolve({ status, connection: headers.connection, body: chunks.join('') }), reject);
      })
        .on('error', reject)
        .end();
    },
  );
}
