import { TO_FILL, type HomeNames } from '../dataset/first-rows.ts';
import { writeNewPackage } from '../dataset/new-package.ts';
import { exitCodes } from './exit-codes.ts';

/** Writes an empty data package and says what to do with it. */
export async function newPackage(directory: string, names: HomeNames): Promise<number> {
  const { name, tables, rows } = await writeNewPackage(directory, names);
  process.stdout.write(
    [
      `Wrote the data package ${name} into ${directory}: ${tables} tables, each with its columns and an example in a line that begins with #, and ${rows} rows of your city.`,
      `Replace every text that begins with ${TO_FILL} (the descriptor datapackage.json has some too), and check it with:`,
      '',
      `  npx sobremesa validate ${directory}`,
      '',
      'docs/bring-your-own-city.md goes through it step by step; en español, docs/traer-su-ciudad.md.',
      '',
    ].join('\n'),
  );
  return exitCodes.done;
}
