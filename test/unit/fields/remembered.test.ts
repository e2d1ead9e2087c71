import { describe, expect, test, vi } from 'vitest';

import { Remembered } from '../../../src/fields/remembered.ts';

describe('What was worked out of a text', () => {
  test('is worked out once', () => {
    const remembered = new Remembered<number>(2, 10);
    const work = vi.fn(() => 7);
    expect([remembered.of('a', work), remembered.of('a', work), remembered.get('a')]).toEqual([7, 7, 7]);
    expect(work).toHaveBeenCalledOnce();
  });

  test('is not kept of what is too long, nor where it failed', () => {
    const remembered = new Remembered<number>(2, 3);
    expect(remembered.of('abcd', () => 1)).toBe(1);
    expect(() =>
      remembered.of('a', () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect([remembered.get('abcd'), remembered.get('a')]).toEqual([undefined, undefined]);
  });

  test('goes, the oldest first, when there are too many; not when it is told anew', () => {
    const remembered = new Remembered<number>(2, 10);
    remembered.keep('a', 1);
    remembered.keep('b', 2);
    remembered.keep('b', 3);
    expect([remembered.get('a'), remembered.get('b')]).toEqual([1, 3]);
    remembered.keep('c', 4);
    expect([remembered.get('a'), remembered.get('b'), remembered.get('c')]).toEqual([undefined, 3, 4]);
  });
});
