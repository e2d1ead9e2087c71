import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';

import { afterEach, expect, test, vi } from 'vitest';

import { startSeatingWorker } from '../../src/answers/invitations/seating/start-seating-worker.ts';
import { readConfig } from '../../src/config.ts';
import { createContext } from '../../src/graphql/context.ts';
import { buildSchema } from '../../src/graphql/schema.ts';
import { openSeats } from '../../src/graphql/seats.ts';
import { createServer } from '../../src/http/server.ts';
import { fakeGraph } from './fake-graph.ts';

const PLAN = '{ planInvitations(input: { size: 2 }) { ... on InvitationPlan { invitees { person { id } } } } }';
/** Hears a problem and searches for ever, deaf to everything else as a search is. */
const ENDLESS = `require('node:worker_threads').parentPort.on('message', () => { for (;;); })`;

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

/**
 * The server with its real schema, turns and threads, over HTTP; the graph alone is made up. The first search does not end, and
 * one plan may wait.
 */
async function planningServer() {
  const searches: Worker[] = [];
  const seats = openSeats({
    mostWaiting: 1,
    pause: 0,
    startWorker: (limits) => {
      const worker = searches.length === 0 ? new Worker(ENDLESS, { eval: true }) : startSeatingWorker(limits);
      searches.push(worker);
      return worker;
    },
  });
  const graph = fakeGraph();
  /** Of each plan that was asked for; fires when the server knows that its client is gone. */
  const gone: AbortSignal[] = [];
  const noted = (deadline: AbortSignal) => {
    gone.push(deadline);
    return deadline;
  };
  const server = await createServer({
    schema: buildSchema(),
    config: readConfig({ PORT: '0', LIMIT_STALL: '0', TIMEOUT_REQUEST: '600000', LOG_LEVEL: 'silent' }),
    createContext: (facts) =>
      createContext(
        graph,
        facts.requestId,
        seats.turnsFor(() => noted(facts.deadline)),
      ),
    readiness: async () => ({ missing: [] }),
    sdl: '',
  });
  const { url } = await server.listen();
  const clients: ClientRequest[] = [];
  endings.push(async () => {
    for (const client of clients) client.destroy();
    await seats.close();
    await server.close();
  });

  /** A client that asks for a plan, once the server has the question. */
  const client = async () => {
    const before = gone.length;
    const headers = { 'content-type': 'application/json' };
    const sent = request(`${url}/graphql`, { method: 'POST', headers, agent: false });
    clients.push(sent);
    sent.end(JSON.stringify({ query: PLAN }));
    const answer = once(sent, 'response').then(
      async ([response]: IncomingMessage[]) =>
        response === undefined
          ? 'nothing'
          : { status: response.statusCode, retryAfter: response.headers['retry-after'], body: await json(response) },
      () => 'hung up',
    );
    await vi.waitUntil(() => gone.length > before);
    const hangUp = async () => {
      sent.destroy();
      await vi.waitUntil(() => gone[before]?.aborted === true);
    };
    return { answer, hangUp };
  };
  return { client, searches };
}

const table = { status: 200, body: { data: { planInvitations: { invitees: [{}, {}] } } } };

test('A client that hangs up during the search for its table ends the search, and the next one is served', async () => {
  const { client, searches } = await planningServer();
  const first = await client();
  await vi.waitUntil(() => searches.length === 1);
  const ended = searches[0] === undefined ? [] : once(searches[0], 'exit');
  const next = await client();
  await first.hangUp();
  expect(await first.answer).toBe('hung up');
  await ended;
  expect(await next.answer).toMatchObject(table);
  expect(searches).toHaveLength(2);
});

test('A client that hangs up in the queue gives its place to the next one, who was refused before with a clear word', async () => {
  const { client, searches } = await planningServer();
  const first = await client();
  await vi.waitUntil(() => searches.length === 1);
  const waiting = await client();
  const refused = await client();
  expect(await refused.answer).toMatchObject({
    status: 503,
    retryAfter: '5',
    body: {
      errors: [
        {
          message: expect.stringContaining('tables are waiting to be filled already, as many as may'),
          extensions: { code: 'SERVICE_UNAVAILABLE', retryAfter: 5 },
        },
      ],
    },
  });
  await waiting.hangUp();
  const next = await client();
  await first.hangUp();
  expect(await next.answer).toMatchObject(table);
  expect(searches).toHaveLength(2);
});
