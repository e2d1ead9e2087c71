import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { validatePackage } from '../../../src/dataset/checking.ts';
import { exampleRows } from '../../../src/dataset/example-rows.ts';
import { TO_FILL, idOfName } from '../../../src/dataset/first-rows.ts';
import { formatReport } from '../../../src/dataset/format-report.ts';
import { NewPackageError, writeNewPackage } from '../../../src/dataset/new-package.ts';
import { tables } from '../../../src/model/tables.ts';

async function folder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'new-package-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

const linesOf = async (directory: string, table: string) =>
  (await readFile(join(directory, `${table}.csv`), 'utf8')).trimEnd().split('\n');

async function problemsIn(directory: string): Promise<string> {
  return formatReport((await validatePackage(directory)).report);
}

describe('A new package', () => {
  it('has every table with its header and an example as a comment, and nothing to mend', async () => {
    const directory = join(await folder(), 'lima-2026');
    const { name, rows } = await writeNewPackage(directory);
    expect([name, rows]).toEqual(['lima-2026', 7]);
    expect(await readdir(directory)).toHaveLength(tables.length + 1);
    for (const table of tables) {
      const [header, ...others] = await linesOf(directory, table.name);
      expect(header).toBe(table.columns.map((column) => column.name).join(','));
      expect(others[0], table.name).toMatch(/^# [a-z-]/);
    }
    expect(await problemsIn(directory)).toBe('No problems.');
  });

  it('has examples that are valid rows, together and beside those of the city', async () => {
    const directory = join(await folder(), 'lima-2026');
    await writeNewPackage(directory, { city: 'Lima', country: 'Perú' });
    for (const { name } of tables) {
      const path = join(directory, `${name}.csv`);
      await writeFile(path, (await readFile(path, 'utf8')).replaceAll(/^# /gm, ''));
    }
    expect(await problemsIn(directory)).toBe('No problems.');
    expect((await validatePackage(directory)).dataPackage?.tables.get('people')?.rows).toBe(2);
  });

  it('marks all that a person must fill, and with names has less of it', async () => {
    const parent = await folder();
    await writeNewPackage(join(parent, 'a'));
    await writeNewPackage(join(parent, 'b'), {
      title: 'Relaciones de Lima',
      city: 'Lima',
      government: 'Municipalidad Metropolitana de Lima',
      country: 'Perú',
    });
    const marks = async (directory: string) => {
      const files = await readdir(directory);
      const texts = await Promise.all(files.map((file) => readFile(join(directory, file), 'utf8')));
      return files.filter((_, at) => texts[at]?.includes(TO_FILL)).sort();
    };
    const always = ['datapackage.json', 'places.csv', 'sectors.csv', 'sources.csv'];
    expect(await marks(join(parent, 'a'))).toEqual([...always, 'cities.csv', 'government-entities.csv'].sort());
    expect(await marks(join(parent, 'b'))).toEqual(always);
    expect((await linesOf(join(parent, 'b'), 'place-countries')).at(-1)).toContain('place-country:lima/peru,lima,peru');
  });

  it('keeps the id of a city apart from that of a country of the same name', async () => {
    const directory = join(await folder(), 'x');
    await writeNewPackage(directory, { city: 'Singapur', country: 'Singapur' });
    expect((await linesOf(directory, 'cities')).at(-1)).toMatch(/^ciudad-de-singapur,Singapur,/);
    expect((await linesOf(directory, 'countries')).at(-1)).toMatch(/^singapur,Singapur,/);
  });

  it('takes the place of an empty folder', async () => {
    const directory = await folder();
    await writeNewPackage(directory);
    expect(await problemsIn(directory)).toBe('No problems.');
  });
});

describe('No package is written, and no trace left,', () => {
  it.each([
    [
      'into a folder that holds something',
      'full',
      {},
      /new or an empty folder, but .+full holds notes\.txt: name another/,
    ],
    ['over a file', 'full/notes.txt', {}, /cannot \(ENOTDIR/],
    ['inside a folder that is not there', 'nowhere/lima', {}, /cannot \(ENOENT.+inside one that is there/],
    ['of a name without Latin letters', '日本', {}, /Latin letters or digits.+“日本”/],
    ['with a city that no cell may hold', 'lima', { city: 'Li\u200bma' }, /cities\.csv:3 · name · Li\\u\{200b\}ma/],
    ['with an empty title', 'lima', { title: '' }, /--title.+\n.*datapackage\.json · title/],
  ])('%s', async (_, path, names, message) => {
    const parent = await folder();
    await mkdir(join(parent, 'full'));
    await writeFile(join(parent, 'full/notes.txt'), '');
    const writing = writeNewPackage(join(parent, path), names);
    await expect(writing).rejects.toThrow(message);
    await expect(writing).rejects.toBeInstanceOf(NewPackageError);
    expect(await readdir(parent, { recursive: true })).toEqual(['full', 'full/notes.txt']);
  });

  it('into the folder that one is in', async () => {
    await expect(writeNewPackage('.')).rejects.toThrow(/the one you are in/);
  });
});

it('an example cites what it is told to cite', () => {
  const rows = exampleRows('citation:x');
  expect(rows['people']?.map(({ citations }) => citations)).toEqual(['citation:x', 'citation:x']);
  expect(Object.keys(rows).sort()).toEqual(tables.map(({ name }) => name).sort());
});

it.each([
  ['Ciudad de Ñuñoa', 'ciudad-de-nunoa'],
  ['  São Paulo! ', 'sao-paulo'],
  ['東京', ''],
  ['Łódź 東 2', 'lodz-2'],
])('the id of %j is %j', (name, id) => {
  expect(idOfName(name)).toBe(id);
});
