import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import type { InTwoLanguages } from '../model/column.ts';
import type { Finding, ProblemList } from './problem.ts';

export const DESCRIPTOR_FILE = 'datapackage.json';

/** What zod cannot say by itself, with the same in Spanish. */
const expectations = {
  pattern: { es: 'se esperaba una expresión regular', en: 'expected a regular expression' },
  path: {
    es: 'se esperaba una ruta dentro de la carpeta del paquete',
    en: 'expected a path inside the folder of the package',
  },
  name: {
    es: 'se esperaban minúsculas, cifras y guiones, como lima-2026',
    en: 'expected lower-case letters, digits and hyphens, such as cdmx-2016',
  },
  fraction: { es: 'se esperaba una fracción, como 1/3', en: 'expected a fraction, such as 1/3' },
} as const satisfies Readonly<Record<string, InTwoLanguages>>;

const constraints = z.looseObject({
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  enum: z.array(z.string()).optional(),
  pattern: z.string().refine(isPattern, expectations.pattern.en).optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});
const resource = z.looseObject({
  name: z.string(),
  // A path that leaves the folder could read any file of the machine.
  path: z.string().refine((path) => !path.startsWith('/') && !path.split(/[\\/]/).includes('..'), expectations.path.en),
  schema: z.looseObject({
    fields: z.array(z.looseObject({ name: z.string(), type: z.string(), constraints: constraints.optional() })),
  }),
});
const descriptor = z.looseObject({
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, expectations.name.en),
  title: z.string().min(1),
  version: z.string().min(1),
  licenses: z
    .array(z.looseObject({ name: z.string().optional(), title: z.string().optional(), path: z.string().optional() }))
    .min(1),
  sobremesa: z.looseObject({
    homeCity: z.string(),
    homeGovernment: z.string(),
    /** Packages whose entities and facts the rows of this one may name. */
    buildsOn: z.array(z.string()).optional(),
    languages: z.array(z.string()).min(1),
    howToCite: z.string().min(1),
    planner: z.looseObject({
      size: z.int().positive(),
      everySectorAtLeast: z.int().nonnegative(),
      governmentSector: z.string(),
      governmentShareAtMost: z.string().regex(/^[0-9]+\/[1-9][0-9]*$/, expectations.fraction.en),
      maxPerInstitution: z.int().positive(),
    }),
  }),
  resources: z.array(resource),
});

/** The descriptor of a package, as far as it is read here; everything else in it is kept. */
export type PackageDescriptor = z.infer<typeof descriptor>;

/** Reads the descriptor of the package in a folder; `null` after noting why it cannot be used. */
export async function readDescriptor(directory: string, problems: ProblemList): Promise<PackageDescriptor | null> {
  const text = await readFile(join(directory, DESCRIPTOR_FILE), 'utf8').catch(() => null);
  if (text === null) return refuse(problems, null, noDescriptor(directory));
  const value = parseJson(text);
  if (value instanceof Error) {
    const line = lineOf(value, text);
    problems.add(
      DESCRIPTOR_FILE,
      line,
      null,
      notJson(value, line === null ? null : (text.split('\n')[line - 1] ?? null)),
    );
    return null;
  }
  const result = descriptor.safeParse(value);
  // The value itself, with its keys as a person ordered them: the schema checks and changes nothing.
  if (result.success) return value as PackageDescriptor;
  const inSpanish = descriptor.safeParse(value, { error: z.locales.es().localeError }).error?.issues ?? [];
  for (const [at, { path, message }] of result.error.issues.entries())
    problems.add(
      DESCRIPTOR_FILE,
      null,
      path.join('.'),
      wrongShape(valueAt(value, path), message, inSpanish[at]?.message),
    );
  return null;
}

/** The line at which the parser gave up; `null` where it does not tell. */
function lineOf(error: Error, text: string): number | null {
  const [, position] = /at position (\d+)/.exec(error.message) ?? [];
  return position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (within, key) => (typeof within === 'object' && within !== null ? Reflect.get(within, key) : undefined),
    value,
  );
}

function refuse(problems: ProblemList, column: string | null, finding: Finding): null {
  problems.add(DESCRIPTOR_FILE, null, column, finding);
  return null;
}

function parseJson(text: string): unknown {
  try {
    // A byte order mark is harmless, but JSON does not allow it.
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause));
  }
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

function noDescriptor(directory: string): Finding {
  return {
    value: null,
    expected: { es: `un descriptor del paquete en ${directory}`, en: `the package's descriptor in ${directory}` },
    mend: { es: 'dé la carpeta que contiene datapackage.json', en: 'name the folder that holds datapackage.json' },
  };
}

/** @param found the line at which the parser gave up, if it tells */
function notJson({ message }: Error, found: string | null): Finding {
  return {
    value: found?.trim() ?? message,
    expected: {
      es: 'un archivo JSON bien formado',
      en: found === null ? 'a well-formed JSON file' : `a well-formed JSON file (${message})`,
    },
    mend: {
      es: 'corrija la sintaxis en esa línea o al final de la anterior: comillas rectas, y una coma entre una propiedad y la siguiente',
      en: 'correct the syntax in that line or at the end of the one before: straight quotes, and a comma between a property and the next',
    },
  };
}

function wrongShape(value: unknown, message: string, inSpanish = message): Finding {
  const own = Object.values(expectations).find(({ en }) => en === message);
  return {
    value: value === undefined || value === '' ? null : JSON.stringify(value),
    expected: { es: `un descriptor válido (${own?.es ?? inSpanish})`, en: `a valid descriptor (${message})` },
    mend: { es: 'corrija la propiedad en datapackage.json', en: 'correct the property in datapackage.json' },
  };
}
