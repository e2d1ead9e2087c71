/**
 * Runs the checks of the code, all of them or those named, and says at each that fails what to do:
 *
 *     npm run check
 *     npm run check -- lint types
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

interface Check {
  readonly commands: readonly string[];
  readonly mend: string;
}

const checks: Readonly<Record<string, Check>> = {
  generated: {
    commands: [
      'node --import ./bin/typescript.mjs scripts/write-schema.ts --check',
      'node --import ./bin/typescript.mjs scripts/write-descriptor.ts seeds/cdmx-2016 --check',
      'node --import ./bin/typescript.mjs scripts/write-descriptor.ts test/packages/ejemplo-2020 --check',
      'node --import ./bin/typescript.mjs scripts/write-data-package.ts --check',
      'node --import ./bin/typescript.mjs scripts/write-coverage.ts seeds/cdmx-2016 docs/data --check',
    ],
    mend: 'npm run generate, then look at the difference with git diff: docs/schema.graphql is what clients rely on. Parts of documents: docs/data/parts.csv.',
  },
  format: { commands: ['prettier --check --log-level warn .'], mend: 'npm run format' },
  lint: {
    commands: ['eslint --max-warnings 0 .'],
    mend: 'Mend each line; “npx eslint --fix .” does the mechanical ones. An exception says its reason on the line.',
  },
  types: { commands: ['tsc -p .'], mend: 'Mend each line; no any, no !, no cast without its reason.' },
  imports: {
    commands: ['depcruise --config .dependency-cruiser.cjs --output-type err-long src bin scripts'],
    mend: 'Move the code to the folder that may import it; .dependency-cruiser.cjs says which may import which, and why.',
  },
  'dead-code': {
    commands: ['knip --no-progress --no-gitignore'],
    mend: 'Delete what nothing uses, or drop its “export” where only its own file does; packages: npm uninstall.',
  },
};

const unknown = process.argv.slice(2).filter((name) => checks[name] === undefined);
if (unknown.length > 0) {
  console.error(`Expected names of checks (${Object.keys(checks).join(', ')}), but got: ${unknown.join(', ')}.`);
  process.exit(2);
}

// Lint, types, imports and dead code all read the generated types: they come first and alone.
const codegen = await run('graphql-codegen');
if (codegen.code !== 0) {
  console.error(
    `${codegen.output}\ngenerated: the types of the resolvers could not be written: mend schema/*.graphql.`,
  );
  process.exit(1);
}
const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(checks);
const failed: string[] = [];
const waiting = [...wanted];
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, runWaiting));
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}. One alone: npm run check -- ${failed[0] ?? ''}`);
  process.exit(1);
}

async function runWaiting(): Promise<void> {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const check = checks[name];
    if (check !== undefined && !(await passes(name, check))) failed.push(name);
  }
}

async function passes(name: string, { commands, mend }: Check): Promise<boolean> {
  const start = performance.now();
  const results = [];
  for (const command of commands) results.push(await run(command));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const problems = results.filter(({ code }) => code !== 0);
  if (problems.length === 0) console.log(`ok      ${name} (${seconds} s)`);
  else
    console.error(
      `FAILED  ${name} (${seconds} s)\n\n${problems.map(({ output }) => output).join('\n')}\nTo mend it: ${mend}\n`,
    );
  return problems.length === 0;
}

/** Runs one tool of node_modules/.bin, which npm puts on the PATH of its scripts. */
function run(command: string): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve) => {
    const [tool = '', ...rest] = command.split(' ');
    const child = spawn(tool, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (failure) => {
      resolve({
        code: 1,
        output: `“${command}” cannot be run (${failure.message}): start the checks with npm run check.`,
      });
    });
    child.once('close', (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}
