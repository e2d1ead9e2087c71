/**
 * Prints the contract of schema/ as one sorted file, so that a change of it shows as such in a diff:
 *
 *     node --import ./bin/typescript.mjs scripts/write-schema.ts            writes docs/schema.graphql
 *     node --import ./bin/typescript.mjs scripts/write-schema.ts --check    compares only
 */
import { join } from 'node:path';
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql';

import { readContract } from '../src/graphql/schema.ts';
import { writeOrCheck } from './write-or-check.ts';

const printed = printSchema(lexicographicSortSchema(buildSchema(readContract().join('\n'))));
await writeOrCheck(join(import.meta.dirname, '../docs/schema.graphql'), `${printed}\n`);
