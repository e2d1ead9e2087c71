import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { createSeater, type SeaterOptions } from '../../../../src/answers/invitations/seating/create-seater.ts';
import { SeaterBusy } from '../../../../src/answers/invitations/seating/seater-busy.ts';
import { SeatingUndecided } from '../../../../src/answers/invitations/seating/seating-undecided.ts';
import { startSeatingWorker } from '../../../../src/answers/invitations/seating/start-seating-worker.ts';
import type { Seater } from '../../../../src/answers/invitations/seating-problem.ts';
import { solved } from '../../../support/optimiser.ts';
import { hardProblem, seatable, seatingProblem } from '../../../support/seating-problems.ts';

const endless = hardProblem(200);
const hard = hardProblem(60);
const easy = seatingProblem({ size: 1, candidates: [seatable('a'), seatable('b', { points: 3 }), seatable('c')] });
const answer = { outcome: 'seated', seats: [{ candidate: 1, alternates: [0, 2] }], points: 3, provenOptimal: true };
const patient = { steps: 1_000_000_000, milliseconds: 3_600_000 };

const seaters: Seater[] = [];
afterEach(() => Promise.all(seaters.splice(0).map((seater) => seater.close())));

function open(options: SeaterOptions = {}): Seater {
  const seater = createSeater({ limits: patient, pause: 0, ...options });
  seaters.push(seater);
  return seater;
}

/** Starts real threads, and keeps count. */
function counted(): { readonly started: Worker[]; readonly startWorker: typeof startSeatingWorker } {
  const started: Worker[] = [];
  const startWorker: typeof startSeatingWorker = (limits) => {
    const worker = startSeatingWorker(limits);
    started.push(worker);
    return worker;
  };
  return { started, startWorker };
}

/** What a promise is rejected with, listened for from the start. */
function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => new Error(`Expected a refusal, but got ${JSON.stringify(value)}.`),
    (reason: unknown) => reason,
  );
}

describe('a seater', () => {
  test('answers in a thread of its own what the search answers here, one problem after the other', async () => {
    const seater = open();
    const impossible = seatingProblem({ ...easy, rules: [{ members: [0], min: 2, max: null }] });
    const answers = await Promise.all([seater.seat(easy), seater.seat(impossible), seater.seat(easy)]);
    expect(answers).toEqual([solved(easy), solved(impossible), solved(easy)]);
    expect(answers[0]).toEqual(answer);
  });

  test('refuses with a clear word once as many wait as may, and not before', async () => {
    const seater = open({ mostWaiting: 2 });
    const under = [endless, easy, easy].map((problem) => failureOf(seater.seat(problem)));
    const refused = await failureOf(seater.seat(easy));
    expect(refused).toBeInstanceOf(SeaterBusy);
    expect(String(refused)).toContain('2 tables are waiting');
    await seater.close();
    expect(await Promise.all(under)).not.toContainEqual(expect.any(SeaterBusy));
  });

  test('ends a search that nobody wants any more, and answers the next one', async () => {
    const { started, startWorker } = counted();
    const seater = open({ startWorker });
    const leaving = new AbortController();
    const left = failureOf(seater.seat(endless, leaving.signal));
    const next = seater.seat(easy);
    await vi.waitUntil(() => started.length === 1);
    leaving.abort(new Error('gone'));
    expect(await left).toEqual(new Error('gone'));
    expect(await next).toEqual(answer);
    expect(await seater.seat(easy)).toEqual(answer);
  });

  test('gives the place of one who waits and leaves to another', async () => {
    const { started, startWorker } = counted();
    const seater = open({ mostWaiting: 1, startWorker });
    const [first, second] = [new AbortController(), new AbortController()];
    const computing = failureOf(seater.seat(endless, first.signal));
    await vi.waitUntil(() => started.length === 1);
    const waiting = failureOf(seater.seat(endless, second.signal));
    second.abort(new Error('gone'));
    expect(await waiting).toEqual(new Error('gone'));
    const next = seater.seat(easy);
    first.abort();
    expect(await computing).toBe(first.signal.reason);
    expect(await next).toEqual(answer);
  });

  test('starts nothing for who has left before, and minds no signal after its answer', async () => {
    const { started, startWorker } = counted();
    const seater = open({ startWorker });
    expect(await failureOf(seater.seat(easy, AbortSignal.abort('gone')))).toBe('gone');
    expect(started).toHaveLength(0);
    const leaving = new AbortController();
    expect(await seater.seat(easy, leaving.signal)).toEqual(answer);
    leaving.abort();
    expect(await seater.seat(easy)).toEqual(answer);
    expect(started).toHaveLength(1);
  });

  test.each([
    ['throws', `throw new Error('out of memory')`, 'The search for a table failed', 'out of memory'],
    ['ends', 'process.exit(3)', 'ended with code 3', undefined],
  ])('fails the problem whose thread %s, and answers the next one in a new thread', async (_, crash, says, cause) => {
    const crashing = `require('node:worker_threads').parentPort.once('message', () => { ${crash} })`;
    const starts = [() => new Worker(crashing, { eval: true }), startSeatingWorker];
    const seater = open({ startWorker: (limits) => (starts.shift() ?? startSeatingWorker)(limits) });
    const [failed, next] = [failureOf(seater.seat(easy)), seater.seat(easy)];
    expect(await failed).toMatchObject({
      message: expect.stringContaining(says),
      ...(cause === undefined ? {} : { cause: new Error(cause) }),
    });
    expect(await next).toEqual(answer);
  });

  test('tells all who wait when no thread can be started', async () => {
    const starts = [startSeatingWorker];
    const seater = open({
      startWorker: (limits) => {
        const start = starts.shift();
        if (start === undefined) throw new Error('no thread');
        return start(limits);
      },
    });
    const leaving = new AbortController();
    const computing = failureOf(seater.seat(endless, leaving.signal));
    const waiting = failureOf(seater.seat(easy));
    await vi.waitUntil(() => starts.length === 0);
    leaving.abort();
    expect(await computing).toBe(leaving.signal.reason);
    expect(await waiting).toEqual(new Error('no thread'));
    expect(await failureOf(seater.seat(easy))).toEqual(new Error('no thread'));
  });

  test('does all the work of a plan in its turn: the next one begins to read when the one before has its table', async () => {
    const seater = open();
    const steps: string[] = [];
    const plan = (name: string) =>
      seater.inTurn(async (seat) => {
        steps.push(`${name} reads`);
        const { outcome } = await seat(easy);
        steps.push(`${name} is ${outcome}`);
      });
    await Promise.all([plan('one'), plan('other')]);
    expect(steps).toEqual(['one reads', 'one is seated', 'other reads', 'other is seated']);
  });

  test('computes nothing for who leaves while the problem is made, and takes the next one', async () => {
    const { started, startWorker } = counted();
    const seater = open({ startWorker });
    const leaving = new AbortController();
    const left = failureOf(
      seater.inTurn(async (seat) => {
        leaving.abort(new Error('gone'));
        return seat(endless);
      }, leaving.signal),
    );
    const next = seater.seat(easy);
    expect(await left).toEqual(new Error('gone'));
    expect(await next).toEqual(answer);
    expect(started).toHaveLength(1);
  });

  test('refuses a second problem while the first of the same turn is being solved, and answers the first', async () => {
    const both = open().inTurn((seat) => Promise.all([seat(easy), failureOf(seat(easy))]));
    const [first, second] = await both;
    expect(first).toEqual(answer);
    expect(String(second)).toContain('Expected one problem at a time');
  });

  test('refuses all when it is closed: who computes, who waits and who comes after', async () => {
    const { started, startWorker } = counted();
    const seater = open({ startWorker });
    const all = [seater.seat(endless), seater.seat(easy)].map(failureOf);
    await vi.waitUntil(() => started.length === 1);
    await seater.close();
    all.push(failureOf(seater.seat(easy)));
    const stopping = new Error('No table is filled any more: the program is stopping.');
    expect(await Promise.all(all)).toEqual([stopping, stopping, stopping]);
    await seater.close();
  });

  test('refuses what is no problem, and says why', async () => {
    const refusal = await failureOf(open().seat({ ...easy, size: 4 }));
    expect(refusal).toBeInstanceOf(RangeError);
    expect(String(refusal)).toContain(
      'from 1 to 3 as the size of the table, up to the number of candidates, but got 4',
    );
  });

  test('says that it came to its limit, keeps its thread, and marks a table that it could not prove', async () => {
    const { started, startWorker } = counted();
    const seater = open({ limits: { ...patient, steps: 50 }, startWorker });
    const [unproven, again] = await Promise.all([seater.seat(hard), seater.seat(hard)]);
    expect(unproven).toMatchObject({ outcome: 'seated', provenOptimal: false });
    expect(again).toEqual(unproven);
    expect(started).toHaveLength(1);
    const hasty = open({ limits: { ...patient, milliseconds: 0 }, startWorker });
    expect(await failureOf(hasty.seat(hard))).toBeInstanceOf(SeatingUndecided);
    expect(await failureOf(hasty.seat(hard))).toBeInstanceOf(SeatingUndecided);
    expect(started).toHaveLength(2);
  });

  test('takes candidates that carry more than it needs', async () => {
    const candidates = easy.candidates.map((candidate) => ({ ...candidate, name: () => 'Ana' }));
    expect(await open().seat({ ...easy, candidates })).toEqual(answer);
  });

  test('keeps a process alive while it computes, and no longer', async () => {
    const script = `
      await import('./bin/typescript.mjs');
      const { createSeater } = await import('./src/answers/invitations/seating/create-seater.ts');
      const { points } = await createSeater().seat(${JSON.stringify(easy)});
      process.stdout.write(String(points));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
    expect(stdout).toBe('3');
  });
});
