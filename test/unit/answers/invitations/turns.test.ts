import { afterEach, describe, expect, test, vi } from 'vitest';

import { SeaterBusy } from '../../../../src/answers/invitations/seating/seater-busy.ts';
import { createTurns, type Turns } from '../../../../src/answers/invitations/seating/turns.ts';

const gone = new Error('gone');

afterEach(() => vi.useRealTimers());

/** Works that end when they are told to, and the order in which they began. */
function works(turns: Turns) {
  const begun: string[] = [];
  const ends = new Map<string, { finish(): void; fail(reason: unknown): void }>();
  const take = (name: string, signal?: AbortSignal) =>
    turns.take(
      () =>
        new Promise<string>((resolve, reject) => {
          begun.push(name);
          ends.set(name, { finish: () => resolve(`${name} done`), fail: reject });
        }),
      signal,
    );
  const begins = (name: string) => vi.waitUntil(() => begun.includes(name));
  return { begun, take, begins, end: (name: string) => ends.get(name) };
}

describe('turns', () => {
  test('come one at a time, in the order of those who ask', async () => {
    const { begun, take, begins, end } = works(createTurns({ mostWaiting: 8, pause: 0 }));
    const all = ['one', 'two', 'three'].map((name) => take(name));
    await begins('one');
    end('one')?.finish();
    await begins('two');
    expect(begun).toEqual(['one', 'two']);
    end('two')?.finish();
    await begins('three');
    end('three')?.finish();
    expect(await Promise.all(all)).toEqual(['one done', 'two done', 'three done']);
  });

  test('are refused with a clear word once as many wait as may, and not before', async () => {
    const { begun, take, begins, end } = works(createTurns({ mostWaiting: 1, pause: 0 }));
    const [one, two] = [take('one'), take('two')];
    const refused = take('three');
    await expect(refused).rejects.toThrow(SeaterBusy);
    await expect(refused).rejects.toThrow('tables are waiting to be filled already, as many as may. Ask again');
    end('one')?.finish();
    await begins('two');
    const four = take('four');
    end('two')?.finish();
    await begins('four');
    end('four')?.finish();
    expect(await Promise.all([one, two, four])).toEqual(['one done', 'two done', 'four done']);
    expect(begun).not.toContain('three');
  });

  test('are taken by the next one when who waits goes away, whose place another one may have', async () => {
    const { begun, take, begins, end } = works(createTurns({ mostWaiting: 2, pause: 0 }));
    const leaving = new AbortController();
    const [one, left, three] = [take('one'), take('left', leaving.signal), take('three')];
    leaving.abort(gone);
    await expect(left).rejects.toBe(gone);
    const four = take('four');
    end('one')?.finish();
    await begins('three');
    end('three')?.finish();
    await begins('four');
    end('four')?.finish();
    expect(await Promise.all([one, three, four])).toHaveLength(3);
    expect(begun).not.toContain('left');
  });

  test('last until the work has ended, also when nobody wants it any more', async () => {
    const { begun, take, begins, end } = works(createTurns({ mostWaiting: 1, pause: 0 }));
    const leaving = new AbortController();
    const left = take('left', leaving.signal);
    const next = take('next');
    await begins('left');
    leaving.abort(gone);
    await Promise.resolve();
    expect(begun).toEqual(['left']);
    end('left')?.fail(gone);
    await expect(left).rejects.toBe(gone);
    await begins('next');
    end('next')?.finish();
    expect(await next).toBe('next done');
  });

  test('begin nothing for who has left before, or leaves just as the turn comes', async () => {
    const { begun, take, begins, end } = works(createTurns({ mostWaiting: 2, pause: 0 }));
    await expect(take('left', AbortSignal.abort(gone))).rejects.toBe(gone);
    const leaving = new AbortController();
    const one = take('one');
    const left = take('left', leaving.signal);
    const next = take('next');
    void one.then(() => leaving.abort(gone));
    await begins('one');
    end('one')?.finish();
    await expect(left).rejects.toBe(gone);
    await begins('next');
    end('next')?.finish();
    expect(await next).toBe('next done');
    expect(begun).toEqual(['one', 'next']);
  });

  test('are passed on by a work that fails', async () => {
    const { take, begins, end } = works(createTurns({ mostWaiting: 1, pause: 0 }));
    const [failing, next] = [take('failing'), take('next')];
    await begins('failing');
    end('failing')?.fail(new Error('broken'));
    await expect(failing).rejects.toThrow('broken');
    await begins('next');
    end('next')?.finish();
    expect(await next).toBe('next done');
  });

  test('leave a pause between them, for which no answer waits', async () => {
    vi.useFakeTimers();
    const { begun, take, end } = works(createTurns({ mostWaiting: 2, pause: 50 }));
    const one = take('one');
    const two = take('two');
    await vi.advanceTimersByTimeAsync(0);
    end('one')?.finish();
    expect(await one).toBe('one done');
    await vi.advanceTimersByTimeAsync(49);
    expect(begun).toEqual(['one']);
    await vi.advanceTimersByTimeAsync(1);
    end('two')?.finish();
    expect(await two).toBe('two done');
    const three = take('three');
    await vi.advanceTimersByTimeAsync(49);
    expect(begun).toEqual(['one', 'two']);
    await vi.advanceTimersByTimeAsync(1);
    end('three')?.finish();
    expect(await three).toBe('three done');
  });

  test('come to nobody once they are closed, not even after a pause; who is at work ends', async () => {
    const stopping = new Error('stopping');
    const turns = createTurns({ mostWaiting: 2, pause: 3_600_000 });
    const { begun, take, end } = works(turns);
    const [one, two] = [take('one'), take('two')];
    await vi.waitUntil(() => begun.length === 1);
    turns.close(stopping);
    await expect(two).rejects.toBe(stopping);
    await expect(take('three')).rejects.toBe(stopping);
    end('one')?.finish();
    expect(await one).toBe('one done');
    expect(begun).toEqual(['one']);
  });
});
