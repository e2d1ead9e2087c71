import { describe, expect, test } from 'vitest';

import { loaderFamily } from '../../../src/fields/loader-family.ts';

interface Asked {
  readonly filter: string;
}

/** A family that answers each key with its arguments, and what it was asked, batch by batch. */
function family() {
  const batches: (readonly [filter: string, keys: readonly string[]])[] = [];
  const loaderOf = loaderFamily<Asked, string, string>(
    ({ filter }) => filter,
    async ({ filter }, keys) => {
      batches.push([filter, keys]);
      return new Map(keys.filter((key) => key !== 'unknown').map((key) => [key, `${filter} ${key}`]));
    },
    'nothing',
  );
  return { loaderOf, batches };
}

describe('a family of loaders', () => {
  test('asks once for all keys with the same arguments, whether they are one object or alike', async () => {
    const { loaderOf, batches } = family();
    const one = { filter: 'a' };
    const loads = [loaderOf(one).load('1'), loaderOf(one).load('2'), loaderOf({ filter: 'a' }).load('3')];
    expect(await Promise.all(loads)).toEqual(['a 1', 'a 2', 'a 3']);
    expect(batches).toEqual([['a', ['1', '2', '3']]]);
  });

  test('keeps other arguments apart, and finds each set again', async () => {
    const { loaderOf, batches } = family();
    const filters = ['a', 'b', 'a', 'c', 'b', 'a'];
    const loads = filters.map((filter, at) => loaderOf({ filter }).load(String(at)));
    expect(await Promise.all(loads)).toEqual(filters.map((filter, at) => `${filter} ${at}`));
    expect(batches).toEqual([
      ['a', ['0', '2', '5']],
      ['b', ['1', '4']],
      ['c', ['3']],
    ]);
  });

  test('says what is missing for a key without a value', async () => {
    const { loaderOf } = family();
    expect(await loaderOf({ filter: 'a' }).load('unknown')).toBe('nothing');
  });
});
