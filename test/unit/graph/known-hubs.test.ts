import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { KnownHubs } from '../../../src/graph/known-hubs.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('A hub', () => {
  test('is known of the statement and what it was asked about, and of nothing else', () => {
    const hubs = new KnownHubs();
    expect(hubs.has('members', 'network-1')).toBe(false);
    hubs.add('members', 'network-1');
    expect(hubs.has('members', 'network-1')).toBe(true);
    expect(hubs.has('members', 'network-2')).toBe(false);
    expect(hubs.has('people', 'network-1')).toBe(false);
  });

  test('is found out anew after a minute, for the graph may have changed', () => {
    const hubs = new KnownHubs();
    hubs.add('members', 'network-1');
    vi.advanceTimersByTime(59_999);
    expect(hubs.has('members', 'network-1')).toBe(true);
    vi.advanceTimersByTime(1);
    expect(hubs.has('members', 'network-1')).toBe(false);
    hubs.add('members', 'network-1');
    expect(hubs.has('members', 'network-1')).toBe(true);
  });

  test('that was found longest ago is forgotten when there are too many', () => {
    const hubs = new KnownHubs();
    hubs.add('members', 'first');
    hubs.add('members', 'second');
    hubs.add('members', 'first');
    for (let number = 1; number < 10_000; number += 1) hubs.add('members', `network-${number}`);
    expect(hubs.has('members', 'second')).toBe(false);
    expect(hubs.has('members', 'first')).toBe(true);
    expect(hubs.has('members', 'network-9999')).toBe(true);
  });
});
