import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Apollo loads graphql as CommonJS; two copies of it would refuse each other's schemas. */
const alias = [{ find: /^graphql$/, replacement: 'graphql/index.js' }];

/** Vitest would leave one processor alone, which of two is half. */
const quick = { testTimeout: 30_000, maxWorkers: '100%' };

/**
 * A database starts in 5 s on a calm machine and in 30 s on a busy one. Two files at a time, of either project: one waits
 * for its database while the other works. What each needs of its own it has: a home and a port, or a database.
 */
const slow = { testTimeout: 120_000, hookTimeout: 240_000, maxWorkers: 2, sequence: { groupOrder: 1 } };

/**
 * What a test from end to end starts lives for seconds: Java's second compiler would take a third of the processor for
 * code that is then thrown away, and plans would be made that nobody asks for. Without that compiler Java keeps 48 MB for
 * code, of which a thousand plans take all: it gets as much as with both.
 */
const shortLived = {
  JDK_JAVA_OPTIONS: '-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m',
  WARM_UP: 'no',
};

/** These have the database plan hundreds of statements. One that begins last would end alone, with a processor idle. */
const longest = ['two-sided', 'paging', 'every-field'].map((name) => `/test/graph/${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => longest.some((path) => moduleId.endsWith(path));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
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
