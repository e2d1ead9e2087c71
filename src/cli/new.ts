import { TO_FILL, type HomeNames } from '../dataset/first-rows.ts';
import { NewPackageError, writeNewPackage } from '../dataset/new-package.ts';
import { exitCodes } from './exit-codes.ts';
import type { ReportLanguage } from './packages.ts';

export interface NewPackageOptions extends HomeNames {
  readonly lang?: ReportLanguage;
}

/** Writes an empty data package and says what to do with it. */
export async function newPackage(
  directory: string,
  { lang = 'en', ...names }: NewPackageOptions = {},
): Promise<number> {
  try {
    const { name, tables, rows } = await writeNewPackage(directory, names);
    const { wrote, fill, command, guide } = words[lang];
    const said = [wrote(name, directory, tables, rows), fill, '', `  ${command(directory)}`, '', guide, ''];
    process.stdout.write(said.join('\n'));
    return exitCodes.done;
  } catch (cause) {
    if (!(cause instanceof NewPackageError)) throw cause;
    process.stderr.write(`${cause.words[lang]}\n`);
    return exitCodes.failed;
  }
}

const words = {
  en: {
    wrote: (name: string, directory: string, tables: number, rows: number) =>
      `Wrote the data package ${name} into ${directory}: ${tables} tables, each with its columns and an example in a line that begins with #, and ${rows} rows of your city.`,
    fill: `Replace every text that begins with ${TO_FILL} (the descriptor datapackage.json has some too), and check it with:`,
    command: (directory: string) => `npx sobremesa validate ${quoted(directory)}`,
    guide: 'docs/bring-your-own-city.md goes through it step by step; en español, docs/traer-su-ciudad.md.',
  },
  es: {
    wrote: (name: string, directory: string, tables: number, rows: number) =>
      `Se escribió el paquete de datos ${name} en ${directory}: ${tables} tablas, cada una con sus columnas y un ejemplo en un renglón que empieza con #, y ${rows} filas de su ciudad.`,
    fill: `Cambie todo texto que empiece con ${TO_FILL} (el descriptor datapackage.json también tiene) y revíselo con:`,
    command: (directory: string) => `npx sobremesa validate ${quoted(directory)} --lang es`,
    guide: 'docs/traer-su-ciudad.md lo lleva paso a paso.',
  },
} as const;

/** As a shell takes a path with spaces. */
function quoted(path: string): string {
  return /^[\w./~-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
