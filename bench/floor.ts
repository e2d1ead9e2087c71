import createFastify from 'fastify';
import neo4j from 'neo4j-driver';

import { serveParent } from './child.ts';
import * as answers from './floor-answers.ts';
import * as paths from './floor-paths.ts';
import * as search from './floor-search.ts';
import * as suggestions from './floor-suggestions.ts';
import { listQuestions, type ListQuestion } from './floor-lists.ts';

/** The floor: the same answers by hand, a route for each, without GraphQL, limits, logs or errors of their own. */
const [, , uri = ''] = process.argv;
const driver = neo4j.driver(uri, undefined, { disableLosslessIntegers: true, fetchSize: -1, telemetryDisabled: true });
let statements = 0;
const read = answers.readerOf(driver, () => (statements += 1));

interface Search {
  readonly ids: string;
  readonly id: string;
  readonly first: string;
  readonly ties: string;
  readonly depth: string;
  readonly way: string;
  readonly question: string;
  readonly word: string;
  readonly kind: string;
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly after?: string;
}

const fastify = createFastify({ logger: false });
const route = (path: string, answer: (search: Search) => Promise<unknown>) =>
  fastify.get<{ readonly Querystring: Search }>(path, async ({ query }, reply) => {
    const text = JSON.stringify(await answer(query));
    return reply.header('content-type', 'application/json; charset=utf-8').send(text);
  });
route('/point', ({ id }) => answers.point(read, id));
route('/actors', ({ ids }) => answers.actors(read, ids.split(',')));
route('/programs', ({ first, after }) => answers.programPage(read, Number(first), after));
route('/axes', ({ way }) => answers.axes(read, way));
route('/list', ({ question, way, id }) => answers.list(read, questionOf(question), way, id));
route('/member-count', ({ id }) => answers.memberCount(read, id));
route('/ties', ({ id, way, kind }) => answers.ties(read, id, way, kind));
route('/coverage', ({ ids, way }) => answers.coverage(read, way, ids.split(',')));
route('/shared-partners', () => answers.sharedPartners(read));
route('/search', ({ way, word }) => search.search(read, way, word));
route('/suggestions', ({ id }) => suggestions.suggestions(read, id));
route('/path', ({ from, to, way }) => paths.path(read, from, to, way));
route('/path-around-hubs', ({ from, to, way }) => paths.pathAroundHubs(read, from, to, way));
// What the questions are asked about.
route('/common-word', () => search.commonWord(read));
route('/busiest-axis', () => suggestions.busiestAxis(read));
route('/busiest-bodies', () => answers.busiestBodies(read));
route('/actors-with', ({ ties, first }) => answers.actorsWith(read, Number(ties), Number(first)));
route('/subjects', ({ question }) => answers.subjects(read, questionOf(question)));
route('/program-at', ({ depth }) => answers.programAt(read, Number(depth)));
route('/path-ends', ({ kind }) => paths.pathEnds(read, kind));
route('/busiest', ({ what }) => answers.busiest(read, what));

function questionOf(name: string): ListQuestion {
  const question = listQuestions[name];
  if (question === undefined) throw new Error(`Expected a question of floor-lists.ts, but got ${name}.`);
  return question;
}

const url = await fastify.listen({ host: '127.0.0.1', port: 0 });
serveParent(
  Number(new URL(url).port),
  () => statements,
  async () => {
    await fastify.close();
    await driver.close();
  },
);
