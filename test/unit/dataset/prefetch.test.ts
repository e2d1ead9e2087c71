import { describe, expect, test } from 'vitest';

import { Prefetch } from '../../../src/dataset/prefetch.ts';

/** Counts to `last`, then fails when `fails`; tells how far it has come, and when it was ended. */
function counter(last: number, fails = false) {
  const state = { reached: 0, isEnded: false };
  async function* count(): AsyncGenerator<number> {
    try {
      for (let number = 1; number <= last; number += 1) {
        state.reached = number;
        yield number;
      }
      if (fails) throw new Error('the file is gone');
    } finally {
      state.isEnded = true;
    }
  }
  return { state, values: count() };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('A prefetch', () => {
  test('asks for nothing before it starts, and then stays so many values ahead', async () => {
    const { state, values } = counter(10);
    const prefetch = new Prefetch(values, 3);
    await settle();
    expect(state.reached).toBe(0);
    prefetch.start();
    prefetch.start();
    await settle();
    expect(state.reached).toBe(3);
    expect(await prefetch.next()).toEqual({ done: false, value: 1 });
    await settle();
    expect(state.reached).toBe(4);
  });

  test('gives every value once, in order, then the end', async () => {
    const prefetch = new Prefetch(counter(5).values, 3);
    const seen: number[] = [];
    for (let next = await prefetch.next(); next.done !== true; next = await prefetch.next()) seen.push(next.value);
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    expect((await prefetch.next()).done).toBe(true);
  });

  test('tells a failure where its value would have come', async () => {
    const prefetch = new Prefetch(counter(2, true).values, 5);
    prefetch.start();
    await settle();
    expect((await prefetch.next()).value).toBe(1);
    expect((await prefetch.next()).value).toBe(2);
    await expect(prefetch.next()).rejects.toThrow('the file is gone');
  });

  test('ends what it reads from, also when it was never started', async () => {
    const begun = counter(10);
    const prefetch = new Prefetch(begun.values, 2);
    await prefetch.next();
    await prefetch.stop();
    expect(begun.state.isEnded).toBe(true);
    const untouched = counter(10);
    await new Prefetch(untouched.values, 2).stop();
    expect(untouched.state.reached).toBe(0);
  });
});
