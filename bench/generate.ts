import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { Command, InvalidArgumentError } from 'commander';

import { resources } from '../src/dataset/descriptor.ts';
import { tables, type Table } from '../src/model/tables.ts';
import { changedRows } from './generated/changes.ts';
import { generated, type Generated, type Row } from './generated/rows.ts';

export interface GenerateOptions {
  readonly actors: number;
  readonly seed: string;
  /** Share of the rows that differ from the package without it; 0 for none. */
  readonly changed: number;
}

/** Writes a made-up data package into a folder; the same options always give the same files. Returns its rows. */
export async function generatePackage(directory: string, { actors, seed, changed }: GenerateOptions): Promise<number> {
  const world = generated(actors, seed);
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'datapackage.json'), `${JSON.stringify(descriptor(world), null, 2)}\n`);
  let rows = 0;
  for (const table of tables) {
    const changes = changed > 0 ? changedRows(world, table, changed, seed) : world.rows(table.name);
    const count = () => void (rows += 1);
    await pipeline(
      Readable.from(csvOf(table, changes, count)),
      createWriteStream(join(directory, `${table.name}.csv`)),
    );
  }
  return rows;
}

const CHUNK = 1 << 16;

function* csvOf({ columns }: Table, rows: Iterable<Row>, onRow: () => void): Iterable<string> {
  const names = columns.map(({ name }) => name);
  let chunk = `${names.join(',')}\n`;
  for (const row of rows) {
    onRow();
    chunk += `${names.map((name) => quoted(row[name] ?? '')).join(',')}\n`;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function descriptor({ ids }: Generated) {
  const first = (kind: 'CITY' | 'GOVERNMENT_ENTITY' | 'SECTOR') => ids.get(kind)?.[0];
  return {
    name: 'generated',
    title: 'A made-up world for measurements',
    description: 'Made of word lists by a program: nobody and nothing in it exists.',
    keywords: ['made up'],
    version: '1.0.0',
    created: '2026-01-01T00:00:00Z',
    licenses: [{ name: 'CC0-1.0' }],
    sobremesa: {
      homeCity: first('CITY'),
      homeGovernment: first('GOVERNMENT_ENTITY'),
      languages: ['es', 'en'],
      howToCite: 'Do not cite: made up.',
      planner: {
        size: 25,
        everySectorAtLeast: 1,
        governmentSector: first('SECTOR'),
        governmentShareAtMost: '1/3',
        maxPerInstitution: 1,
      },
    },
    resources,
  };
}

/** `1%` or `0.01` as 0.01. */
function share(text: string): number {
  const value = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError('Expected a share such as 1% or 0.01.');
  return value;
}

function actorCount(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 100) throw new InvalidArgumentError('Expected a whole number from 100 on.');
  return value;
}

if (process.argv[1] === import.meta.filename) {
  const command = new Command('node --import ./bin/typescript.mjs bench/generate.ts')
    .description('Writes a made-up data package: the same options give the same files on every machine.')
    .argument('<folder>', 'where to write it')
    .requiredOption(
      '--actors <number>',
      'people, organizations, government entities, networks, cities and states',
      actorCount,
    )
    .option('--seed <text>', 'what chance starts from', '1')
    .option('--changed <share>', 'change this share of the rows of the package without it, such as 1%', share, 0)
    .parse();
  const [directory = ''] = command.args;
  const rows = await generatePackage(directory, command.opts<GenerateOptions>());
  console.log(`${rows} rows in ${directory}`);
}
