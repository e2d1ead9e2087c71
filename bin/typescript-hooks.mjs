// Runs in the thread in which Node loads modules: takes the types out of TypeScript, and imports that only types use.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';

const isTypeScript = /\.m?ts$/;

export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !isTypeScript.test(new URL(url).pathname)) return nextLoad(url, context);
  const sourcefile = fileURLToPath(url);
  const { code } = await transform(await readFile(sourcefile, 'utf8'), {
    loader: 'ts',
    format: 'esm',
    target: `node${process.versions.node}`,
    sourcemap: 'inline',
    sourcefile,
  });
  return { format: 'module', source: code, shortCircuit: true };
}
