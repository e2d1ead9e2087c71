import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let directory: string;
beforeAll(async () => void (directory = await mkdtemp(join(tmpdir(), 'sobremesa-typescript-'))));
afterAll(() => rm(directory, { recursive: true }));

/** What a program prints that `bin/typescript.mjs` runs. */
async function run(text: string): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const file = join(directory, 'program.ts');
  await writeFile(file, text);
  const node = promisify(execFile)(process.execPath, ['--import', './bin/typescript.mjs', file]);
  // Of a program that fails, what it printed is told all the same.
  return node.catch((failure: unknown) => failure as { stdout: string; stderr: string });
}

describe('A program in TypeScript', () => {
  test('runs without its types, and imports others', async () => {
    await writeFile(join(directory, 'other.mts'), 'export const two: number = 2;\nexport type Two = typeof two;\n');
    const { stdout } = await run(
      "import { two, type Two } from './other.mts';\nconst one = 1 as const satisfies number;\nconsole.log(one + (two as Two));\n",
    );
    expect(stdout).toBe('3\n');
  });

  test('tells where it failed by the lines of its source', async () => {
    const { stderr } = await run(
      '/** Types and comments\n * take lines. */\ninterface Gone {\n  readonly a: 1;\n}\n\nconst fail = (): Gone => {\n  throw new Error("here");\n};\nfail();\n',
    );
    expect(stderr).toMatch(/Error: here\n +at fail \(.*program\.ts:8:9\)\n +at .*program\.ts:10:1/);
  });

  test('that cannot be read is told by file and line', async () => {
    const { stderr } = await run('const one: number = 1;\nconst two: = 2;\n');
    expect(stderr).toMatch(/program\.ts:2:11: ERROR/);
  });

  test('makes functions as cheaply as JavaScript does: a name is not written to each', async () => {
    const { stdout } = await run(
      'const make = () => { const made = () => 1; return made; };\nconsole.log(String(make));\n',
    );
    expect(stdout).not.toMatch(/"made"|'made'/);
  });
});
