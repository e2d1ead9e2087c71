import type { FastifyReply, FastifyRequest } from 'fastify';

import { AbandonedError } from '../graphql/answer-error.ts';

/** Time was up before the answer was there. */
export class DeadlineError extends Error {
  constructor(milliseconds: number) {
    super(`No answer within ${milliseconds} ms.`);
    this.name = 'DeadlineError';
  }
}

/** Made once: without a reason each `abort` makes an exception with a stack, 1 % of a small request. */
const ABANDONED = new AbandonedError();

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/**
 * Bounds the time of a handler: once it is up, DeadlineError goes out as the answer, whatever the handler still does.
 * Fastify 5.12's own `handlerTimeout` and `request.signal` listen to the request's `close`, which Node emits as soon
 * as the body of a POST is read, so that neither bounds anything there; use them when that is mended.
 */
export function inTime(milliseconds: number, handler: Handler): Handler {
  return (request, reply) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new DeadlineError(milliseconds)), milliseconds);
      handler(request, reply)
        .then(resolve, reject)
        .finally(() => clearTimeout(timer));
    });
}

/**
 * A signal that fires when nobody waits for the answer any more: it was sent without waiting for all, or the client
 * is gone. It fires after an answer in time as well, when no work is left to stop.
 */
export function abandonment({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  raw.once('close', () => controller.abort(ABANDONED));
  return controller.signal;
}
