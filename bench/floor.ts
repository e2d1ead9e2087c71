import createFastify from 'fastify';
import neo4j from 'neo4j-driver';

import { serveParent } from './child.ts';
import { actors, axes, busiestActors, programPage, readerOf } from './floor-answers.ts';

/** The floor: the same answers by hand, a route for each, without GraphQL, limits, logs or errors of their own. */
const [, , uri = ''] = process.argv;
const driver = neo4j.driver(uri, undefined, { disableLosslessIntegers: true, fetchSize: -1, telemetryDisabled: true });
let statements = 0;
const read = readerOf(driver, () => (statements += 1));

interface Search {
  readonly Querystring: { readonly ids: string; readonly first: string; readonly after?: string };
}

const fastify = createFastify({ logger: false });
const route = (path: string, answer: (search: Search['Querystring']) => Promise<unknown>) =>
  fastify.get<Search>(path, async ({ query }, reply) => {
    const text = JSON.stringify(await answer(query));
    return reply.header('content-type', 'application/json; charset=utf-8').send(text);
  });
route('/actors', ({ ids }) => actors(read, ids.split(',')));
route('/busiest-actors', ({ first }) => busiestActors(read, Number(first)));
route('/programs', ({ first, after }) => programPage(read, Number(first), after));
route('/axes', () => axes(read));

const url = await fastify.listen({ host: '127.0.0.1', port: 0 });
serveParent(
  Number(new URL(url).port),
  () => statements,
  async () => {
    await fastify.close();
    await driver.close();
  },
);
