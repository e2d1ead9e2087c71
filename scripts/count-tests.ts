/**
 * Prints `N passed, N failed` from the report of vitest's JSON reporter:
 *
 *     node --import ./bin/typescript.mjs scripts/count-tests.ts report.json
 *
 * A file that could not even be loaded, or whose set-up failed, counts as one failure.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const Report = z.object({
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error(
    'Expected the path of a report of vitest, but got none. Example: node --import ./bin/typescript.mjs scripts/count-tests.ts report.json',
  );
  process.exit(2);
}
const { testResults } = Report.parse(JSON.parse(await readFile(path, 'utf8')));
const statuses = testResults.flatMap((file) => {
  const tests = file.assertionResults.map(({ status }) => status);
  return file.status === 'failed' && !tests.includes('failed') ? [...tests, 'failed'] : tests;
});
const count = (status: string): number => statuses.filter((found) => found === status).length;
const skipped = statuses.length - count('passed') - count('failed');
if (skipped > 0) console.log(`${skipped} skipped`);
console.log(`${count('passed')} passed, ${count('failed')} failed`);
