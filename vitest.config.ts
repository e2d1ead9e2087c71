import { defineConfig } from 'vitest/config';

/** Apollo loads graphql as CommonJS; two copies of it would refuse each other's schemas. */
const alias = [{ find: /^graphql$/, replacement: 'graphql/index.js' }];

/**
 * These tests start some forty databases that live for seconds: Java's second compiler would take half of the processor
 * for code that is then thrown away.
 */
const shortLived = { JDK_JAVA_OPTIONS: '-XX:TieredStopAtLevel=1' };

/** Vitest would leave one processor alone, which of two is half. */
const quick = { testTimeout: 30_000, maxWorkers: '100%' };

/** A database starts in 5 s on a calm machine and in 30 s on a busy one. */
const slow = { testTimeout: 120_000, hookTimeout: 240_000 };

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
          // One database for all of them: a file that loads another package must not run beside one that reads.
          fileParallelism: false,
          ...slow,
        },
      },
      {
        test: {
          name: 'end-to-end',
          alias,
          include: ['test/end-to-end/**/*.test.ts'],
          // Each has a home and a port of its own, and waits more than it works: two at a time.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          env: shortLived,
          ...slow,
        },
      },
    ],
  },
});
