import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { validatePackage } from '../dataset/checking.ts';
import type { DatasetState } from '../graph/schema.ts';
import { failed, ok, typed, warning, type Look } from './finding.ts';

/** Reading and checking takes about a second for each 10 MB. */
const QUICK_BYTES = 20_000_000;

/**
 * Whether the package in a folder is valid, and the one that the graph holds.
 * @param held what the graph holds; null while it cannot be asked
 */
export async function lookAtPackage(directory: string, held: readonly DatasetState[] | null): Promise<Look> {
  const bytes = await bytesIn(directory);
  if (bytes === null) return failed(`no folder ${directory}`, 'set SOBREMESA_DATA to the folder of a data package');
  if (bytes > QUICK_BYTES)
    return ok(
      `${directory}: not checked here, for its ${Math.round(bytes / 1_000_000)} MB (npx sobremesa validate ${typed(directory)})`,
    );
  const { report, dataPackage } = await validatePackage(directory);
  if (dataPackage === null)
    return failed(
      `${directory} has ${report.total} ${report.total === 1 ? 'problem' : 'problems'}`,
      `npx sobremesa validate ${typed(directory)}`,
    );
  const { descriptor, hash } = dataPackage;
  const valid = `${descriptor.name} ${descriptor.version}, valid, hash ${hash}`;
  if (held === null) return ok(valid);
  const same = held.find(({ id }) => id === descriptor.name);
  if (same?.hash === hash) return ok(`${valid}, as in the graph`);
  const next = `npx sobremesa import ${typed(directory)} (npm start does it too)`;
  return same === undefined
    ? warning(`${valid}; the graph does not hold it`, next)
    : warning(`${valid}; the graph holds another state of it, hash ${same.hash}`, next);
}

/** The name that the descriptor in a folder gives its package; null where there is none. */
export async function nameOfPackage(directory: string): Promise<string | null> {
  try {
    const descriptor: unknown = JSON.parse(await readFile(join(directory, 'datapackage.json'), 'utf8'));
    if (typeof descriptor !== 'object' || descriptor === null || !('name' in descriptor)) return null;
    return String(descriptor.name);
  } catch {
    // No package there, which its own check tells.
    return null;
  }
}

async function bytesIn(directory: string): Promise<number | null> {
  const names = await readdir(directory).catch(() => null);
  if (names === null) return null;
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(directory, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
