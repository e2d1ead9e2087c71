import { defineConfig } from 'vitest/config';

import { shortLived } from './test/support/short-lived.ts';

/** Apollo loads graphql as CommonJS; two copies of it would refuse each other's schemas. */
const alias = [{ find: /^graphql$/, replacement: 'graphql/index.js' }];

/** Vitest would leave one processor alone, which of two is half. */
const quick = { testTimeout: 30_000, maxWorkers: '100%' };

/**
 * A database starts in 5 s on a calm machine and in 30 s on a busy one. Two files at a time, of either project: one waits
 * for its database while the other works. What each needs of its own it has: a home and a port, or a database.
 */
const slow = { testTimeout: 120_000, hookTimeout: 240_000, maxWorkers: 2, sequence: { groupOrder: 1 } };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', alias, include: ['test/unit/**/*.test.ts'], ...quick } },
      { test: { name: 'api', alias, include: ['test/api/**/*.test.ts'], ...quick } },
      {
        test: {
          name: 'graph',
          alias,
          include: ['test/graph/**/*.test.ts'],
          globalSetup: 'test/support/neo4j.ts',
          ...slow,
        },
      },
      {
        test: {
          name: 'end-to-end',
          alias,
          include: ['test/end-to-end/**/*.test.ts'],
          env: shortLived,
          ...slow,
        },
      },
    ],
  },
});
