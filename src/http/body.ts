import { isUtf8 } from 'node:buffer';

import type { FastifyInstance, FastifyRequest } from 'fastify';

import { tooComplex } from '../graphql/answer-error.ts';
import { jsonNesting } from '../graphql/brackets.ts';
import { badRequest } from './failure.ts';

const utf8 = new TextDecoder();

/**
 * Accepts JSON in UTF-8 and nothing else; brackets are counted before the parser sees them, and keys that would
 * reach an object's prototype are refused.
 */
export function acceptJsonOnly(fastify: FastifyInstance, nesting: number): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = decoded(body);
    const problem = bodyProblem(request) ?? textProblem(text, nesting);
    if (problem !== null) {
      done(problem);
      return;
    }
    // Fastify's type allows a promise, but its JSON parser answers by the callback alone.
    void parse(request, text ?? '', (error, value) => {
      if (error === null) done(null, value);
      else done(unreadable(error));
    });
  });
}

function textProblem(text: string | null, nesting: number): Error | null {
  if (text === null) return badRequest('Expected a body in UTF-8, but its bytes are not; save or send it as UTF-8.');
  const depth = jsonNesting(text);
  return depth > nesting ? tooComplex('nesting', depth, nesting, 'open fewer brackets at once.') : null;
}

/** The refusal of a compressed body, which could unpack to any size. */
export function encodingProblem({ headers }: FastifyRequest): Error | null {
  const encoding = headers['content-encoding'];
  if (encoding === undefined || encoding.toLowerCase() === 'identity') return null;
  return badRequest('Expected a body without content-encoding; send it uncompressed.', 415);
}

function bodyProblem({ headers }: FastifyRequest): Error | null {
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(headers['content-type'] ?? '')?.[1]?.toLowerCase();
  if (charset === undefined || charset === 'utf-8' || charset === 'utf8' || charset === 'us-ascii') return null;
  return badRequest('Expected a body in UTF-8; send content-type: application/json; charset=utf-8.', 415);
}

function decoded(body: string | Buffer): string | null {
  if (typeof body === 'string') return body;
  // Without a byte order mark, which would be no JSON.
  return isUtf8(body) ? utf8.decode(body) : null;
}

function unreadable(error: Error): Error {
  return error.message.includes('forbidden prototype')
    ? badRequest('The body has a key __proto__ or constructor.prototype, which no request needs; leave it out.')
    : badRequest(
        'The body is not valid JSON; expected an object such as {"query": "{ __typename }", "variables": {}}.',
      );
}
