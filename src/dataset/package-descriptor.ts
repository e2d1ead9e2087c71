import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import type { Finding, ProblemList, Words } from './problem.ts';

export const DESCRIPTOR_FILE = 'datapackage.json';

const constraints = z.looseObject({
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  enum: z.array(z.string()).optional(),
  pattern: z.string().refine(isPattern, 'expected a regular expression').optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});
const resource = z.looseObject({
  name: z.string(),
  // A path that leaves the folder could read any file of the machine.
  path: z
    .string()
    .refine(
      (path) => !path.startsWith('/') && !path.split(/[\\/]/).includes('..'),
      'expected a path inside the folder of the package',
    ),
  schema: z.looseObject({
    fields: z.array(z.looseObject({ name: z.string(), type: z.string(), constraints: constraints.optional() })),
  }),
});
const descriptor = z.looseObject({
  name: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case letters, digits and hyphens, such as cdmx-2016'),
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
      governmentShareAtMost: z.string().regex(/^[0-9]+\/[1-9][0-9]*$/, 'expected a fraction, such as 1/3'),
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
  if (value instanceof Error) return refuse(problems, null, notJson(value));
  const result = descriptor.safeParse(value);
  // The value itself, with its keys as a person ordered them: the schema checks and changes nothing.
  if (result.success) return value as PackageDescriptor;
  for (const issue of result.error.issues)
    problems.add(DESCRIPTOR_FILE, null, issue.path.join('.'), wrongShape(issue.message));
  return null;
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

function notJson(error: Error): Finding {
  return {
    value: error.message,
    expected: { es: 'un archivo JSON bien formado', en: 'a well-formed JSON file' },
    mend: {
      es: 'corrija la sintaxis en el lugar que dice el mensaje: comillas rectas, y una coma entre una propiedad y la siguiente',
      en: 'correct the syntax at the place that the message tells: straight quotes, and a comma between a property and the next',
    },
  };
}

function wrongShape(message: string): Finding {
  const expected: Words = { es: `un descriptor válido (${message})`, en: `a valid descriptor (${message})` };
  return {
    value: null,
    expected,
    mend: { es: 'corrija la propiedad en datapackage.json', en: 'correct the property in datapackage.json' },
  };
}
