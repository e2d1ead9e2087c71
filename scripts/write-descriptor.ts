/**
 * Rewrites the tables that a package's descriptor declares from the model, and keeps everything else:
 *
 *     node --import ./bin/typescript.mjs scripts/write-descriptor.ts seeds/cdmx-2016            writes its datapackage.json
 *     node --import ./bin/typescript.mjs scripts/write-descriptor.ts seeds/cdmx-2016 --check    compares only
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { resources } from '../src/dataset/descriptor.ts';
import { writeOrCheck } from './write-or-check.ts';

const [directory] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (directory === undefined) {
  console.error(
    'Expected the folder of a data package, but got none. Example: node --import ./bin/typescript.mjs scripts/write-descriptor.ts seeds/cdmx-2016',
  );
  process.exit(2);
}
const path = join(directory, 'datapackage.json');
const descriptor: unknown = JSON.parse(await readFile(path, 'utf8'));
if (typeof descriptor !== 'object' || descriptor === null)
  throw new Error(
    `Expected ${path} to hold one JSON object, but got ${JSON.stringify(descriptor)}: get it back with: git checkout ${path}`,
  );
await writeOrCheck(path, `${JSON.stringify({ ...descriptor, resources }, null, 2)}\n`);
