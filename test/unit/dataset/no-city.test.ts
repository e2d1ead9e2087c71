import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { tables } from '../../../src/model/tables.ts';
import { seedRows } from '../../support/seed-rows.ts';

const root = join(import.meta.dirname, '../../..');

/** Names by which the code could know the city of the seeds. */
const CITY = /cdmx|m[eé]xic|distrito federal|\bD\.\s?F\.|chilang|capitalin/i;

/**
 * What may name it all the same: an example that says it is one, the example of an id in the model, and the folder of
 * the package that is served when none is chosen.
 */
const EXAMPLE = /\bsuch as\b|\bExample: /;
const EXAMPLE_OF_ID = /^\s*id\(['`]/;
const DEFAULT_FOLDER = ['src/settings.ts', 'src/config.ts'];

/** Every line of the program and its contract. */
const lines: readonly { readonly place: string; readonly file: string; readonly text: string }[] = ['src', 'schema']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  // What codegen writes repeats the contract.
  .filter((file) => /\.(ts|graphql)$/.test(file) && !file.startsWith(join('src', 'generated')))
  .flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .map((text, at) => ({ file, place: `${file}:${at + 1}`, text })),
  );

function isExample(file: string, text: string): boolean {
  if (EXAMPLE.test(text) || (file === join('src', 'model', 'records.ts') && EXAMPLE_OF_ID.test(text))) return true;
  return DEFAULT_FOLDER.includes(file) && !CITY.test(text.replaceAll('seeds/cdmx-2016', ''));
}

describe('The code', () => {
  it('names the city of the seeds in examples only', () => {
    const found = lines.filter(({ file, text }) => CITY.test(text) && !isExample(file, text));
    expect(found.map(({ place, text }) => `${place} ${text.trim()}`)).toEqual([]);
  });

  it('names no id of the seeds: no sector, axis, body or program of one city', () => {
    // A single word, such as an id of a country, may be any word.
    const ids = tables
      .filter(({ holds }) => holds.what === 'entities')
      .flatMap(({ name }) => seedRows(name).map(({ id = '' }) => id))
      .filter((id) => id.includes('-'));
    expect(ids.length).toBeGreaterThan(200);
    const known = new Set(ids);
    const found = lines.flatMap(({ place, text }) =>
      (text.match(/[a-z0-9]+(?:-[a-z0-9]+)+/g) ?? [])
        .filter((word) => known.has(word))
        .map((word) => `${place} ${word}`),
    );
    expect(found).toEqual([]);
  });
});
