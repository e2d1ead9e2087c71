/**
 * Prints what comes from each part of the documents of a package, the parts being those that parts.csv names:
 *
 *     node --import ./bin/typescript.mjs scripts/write-coverage.ts seeds/cdmx-2016 docs/data            writes docs/data/cobertura.md
 *     node --import ./bin/typescript.mjs scripts/write-coverage.ts seeds/cdmx-2016 docs/data --check    compares only
 *
 * A place that belongs to no part or to two, and a part from which nothing comes for no reason, end it with 1.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { auditedRows, growingKnown } from '../src/audit/reading.ts';
import { validatePackage } from '../src/dataset/checking.ts';
import { coverageOf, partsOf } from './coverage.ts';
import { writeOrCheck } from './write-or-check.ts';

const [directory, folder] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (directory === undefined || folder === undefined) {
  console.error(
    'Expected the folder of a data package and that of parts.csv. Example: node --import ./bin/typescript.mjs scripts/write-coverage.ts seeds/cdmx-2016 docs/data',
  );
  process.exit(2);
}
const { dataPackage } = await validatePackage(directory);
if (dataPackage === null) {
  console.error(`Expected a valid package in ${directory}: npx sobremesa validate ${directory}`);
  process.exit(1);
}
const parts = join(folder, 'parts.csv');
const known = await growingKnown(dataPackage);
const { page, problems } = await coverageOf(
  dataPackage.descriptor.name,
  partsOf(await readFile(parts, 'utf8')),
  auditedRows(dataPackage, known),
  known,
);
if (page === null) {
  console.error(problems.map((problem) => `${parts}: ${problem}`).join('\n'));
  process.exitCode = 1;
} else {
  await writeOrCheck(join(folder, 'cobertura.md'), page);
}
