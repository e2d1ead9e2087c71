import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import { describe, expect, test } from 'vitest';

import { ExportError } from '../../../src/export/export-error.ts';
import { exportGraph } from '../../../src/export/exporting.ts';
import { packageToExport, writePackageFiles } from '../../../src/export/package-files.ts';
import { checkPicture, readDescriptorText, type HeldDataset } from '../../../src/export/picture.ts';
import { readRequest, type ExportOptions, type Format } from '../../../src/export/request.ts';
import { streamStage } from '../../../src/export/stage.ts';
import { openTarget } from '../../../src/export/target.ts';
import { writeFailure } from '../../../src/export/write-failure.ts';
import type { Reader } from '../../../src/graph/graph.ts';
import { KnownHubs } from '../../../src/graph/known-hubs.ts';
import type { InTwoLanguages } from '../../../src/model/column.ts';
import { tables } from '../../../src/model/tables.ts';
import { temporaryFolder } from './folders.ts';

/** The words of the refusal that something ends with. */
async function wordsOf(work: () => unknown): Promise<InTwoLanguages> {
  const cause = await Promise.resolve()
    .then(work)
    .then(
      () => null,
      (thrown: unknown) => thrown,
    );
  if (cause instanceof ExportError) return cause.words;
  throw new Error('Expected an ExportError, but there was none.', { cause });
}

/** Each says what was expected and what came, in its own language. */
function expectBoth({ es, en }: InTwoLanguages): void {
  expect(es).toMatch(/^Se esperaba.*, pero .*\S/s);
  expect(en).toMatch(/^Expected .*, but .*\S/s);
  expect(es.split(/, pero /)[1]).not.toBe(en.split(/, but /)[1]);
  expect(es).not.toMatch(/\b(?:but|the|undefined)\b/);
  expect(en).not.toMatch(/\b(?:pero|el|undefined)\b/);
}

const dataset = (id: string, state: HeldDataset['state'] = 'COMPLETE'): HeldDataset => ({
  id,
  title: null,
  hash: 'imported',
  state,
});
const pictureOf = (...datasets: readonly HeldDataset[]) => ({ revision: 1, datasets });

interface MadeGraph {
  readonly descriptor?: object;
  /** Whether every look at the graph finds a new revision. */
  readonly restless?: boolean;
  readonly hash?: string;
}

/** A graph that holds one package, without rows. */
function graphOf({ descriptor, restless = false, hash = 'imported' }: MadeGraph): Reader {
  let revision = 1;
  const rows = (name: string): readonly unknown[] => {
    if (restless) revision += 1;
    if (name === 'export.picture') return [[revision, 'small', null, hash, 'COMPLETE']];
    return name === 'export.descriptor' ? [[descriptor === undefined ? null : JSON.stringify(descriptor)]] : [];
  };
  return { hubs: new KnownHubs(), read: async ({ name }) => rows(name) as never };
}

const nowhere = () => streamStage(new PassThrough().resume());
const whole = { resources: tables.map(({ name }) => ({ name, path: `${name}.csv` })) };

const exported = (graph: Reader, target: string, format: Format, replaces: string | null = null) =>
  exportGraph(graph, readRequest(target, { format }), { replaces, stage: nowhere });

describe('What is refused is told in both languages:', () => {
  test.each<readonly [string, string, ExportOptions]>([
    ['no format', 'x', {}],
    ['a format', 'x', { format: 'xlsx' }],
    ['a language', 'x.csv', { lang: 'fr' }],
    ['several kinds', 'x.csv', { kinds: ['A', 'B'] }],
    ['no kinds', 'x.csv', { kinds: [] }],
    ['ties without ends', 'x.csv', { kinds: ['PERSON'], ties: ['MEMBER_OF'] }],
    ['classes without ends', 'x.csv', { kinds: ['PERSON'], classes: ['PLACE'] }],
    ['a format for Excel', 'x.gexf', { excel: true }],
    ['a separator', 'x.csv', { separator: 'tab' }],
    ['a part of a package', 'x', { format: 'package', kinds: ['PERSON'] }],
    ['a package on the standard output', '-', { format: 'package' }],
  ])('%s', async (_, target, options) => {
    expectBoth(await wordsOf(() => readRequest(target, options)));
  });

  test.each<readonly [string, string, Format, boolean]>([
    ['a folder for a file', 'things', 'edges', false],
    ['a device for a file', '/dev/null', 'edges', false],
    ['a file that is there', 'file', 'edges', false],
    ['a file for a folder', 'file', 'package', false],
    ['a folder that is there', 'things', 'package', false],
    ['a folder of other things', 'things', 'package', true],
    ['a folder that is not there', 'no/such', 'edges', false],
  ])('%s', async (_, path, format, force) => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'things'));
    for (const name of ['file', 'things/thesis.txt']) await writeFile(join(folder, name), '');
    const target = path.startsWith('/') ? path : join(folder, path);
    expectBoth(await wordsOf(() => openTarget({ target, format, force }, new PassThrough())));
  });

  test.each<readonly [string, () => unknown]>([
    ['an empty graph', () => checkPicture(pictureOf(), null)],
    ['an unknown package', () => checkPicture(pictureOf(dataset('a')), ['b'])],
    ['a package that is being imported', () => checkPicture(pictureOf(dataset('a', 'LOADING')), null)],
    ['several packages', () => packageToExport([dataset('a'), dataset('b')], null)],
    ['two packages by name', () => packageToExport([dataset('a'), dataset('b')], ['a', 'b'])],
    ['no descriptor', () => readDescriptorText(graphOf({}), 'small')],
    [
      'a table that is not declared',
      () => writePackageFiles(graphOf({ descriptor: { resources: [] } }), 'small', nowhere(), () => undefined),
    ],
    [
      'a path that leaves the folder',
      () =>
        exported(
          graphOf({ descriptor: { resources: tables.map(({ name }) => ({ name, path: '../x' })) } }),
          'x',
          'package',
        ),
    ],
    ['the folder of another package', () => exported(graphOf({ descriptor: whole }), 'x', 'package', 'other')],
    ['a graph that never rests', () => exported(graphOf({ restless: true }), 'x.jsonl', 'jsonl')],
    ['a graph that changed under the standard output', () => exported(graphOf({ restless: true }), '-', 'jsonl')],
  ])('%s', async (_, work) => {
    expectBoth(await wordsOf(work));
  });

  test.each(
    'EACCES EPERM EROFS ENOSPC EDQUOT EFBIG ENOENT ENOTDIR ENAMETOOLONG ENOTEMPTY EEXIST EISDIR EIO EMFILE'.split(' '),
  )('a file that cannot be written for %s', async (code) => {
    const cause = Object.assign(new Error('x'), { code, syscall: 'write' });
    expectBoth(
      await wordsOf(() => {
        throw writeFailure(cause, 'x.csv');
      }),
    );
  });
});

describe('What comes of a failure in mid-write', () => {
  const full = Object.assign(new Error('x'), { code: 'ENOSPC', syscall: 'write' });

  async function* failing(): AsyncGenerator<string> {
    yield 'half';
    throw full;
  }

  test('is told of a file', async () => {
    const path = join(await temporaryFolder(), 'x.csv');
    const target = await openTarget({ target: path, format: 'edges', force: false }, new PassThrough());
    expect(await wordsOf(() => target.stage().write(failing()))).toEqual({
      es: `Se esperaba escribir ${path}, pero el disco está lleno. Libere espacio, o elija otro disco. No quedó nada a medio escribir.`,
      en: `Expected to write ${path}, but the disk is full. Free some space, or choose another disk. Nothing was left behind.`,
    });
  });

  test('is told of a package that is replaced', async () => {
    const path = await temporaryFolder();
    await writeFile(join(path, 'datapackage.json'), '{"name": "small"}');
    await writeFile(join(path, 'tables'), 'a file where a folder has to be');
    const stage = (await openTarget({ target: path, format: 'package', force: true }, new PassThrough())).stage();
    await stage.write(['id\n'], 'tables/people.csv');
    const { es, en } = await wordsOf(() => stage.keep());
    expect(es).toMatch(/ Quizá ya se reemplazaron algunos de sus archivos: exporte de nuevo\.$/);
    expect(en).toMatch(/ Some of its files may be replaced already: export again\.$/);
  });

  test('is told of the standard output', async () => {
    const target = await openTarget({ target: '-', format: 'edges', force: false }, new PassThrough());
    expect(await wordsOf(() => target.stage().write(failing()))).toEqual({
      es: 'Se esperaba escribir en la salida estándar, pero el disco está lleno. Libere espacio, o elija otro disco. Lo que salió antes ya está escrito.',
      en: 'Expected to write standard output, but the disk is full. Free some space, or choose another disk. What came before is there.',
    });
  });
});

describe('One or several', () => {
  test('values that there are not', async () => {
    const unknown = (...kinds: readonly string[]) => wordsOf(() => readRequest('x.csv', { kinds }));
    expect((await unknown('A')).es).toMatch(/, pero llegó A\.$/);
    expect((await unknown('A', 'B')).es).toMatch(/, pero llegaron A, B\.$/);
    expect((await unknown()).es).toMatch(/, pero no llegó nada\.$/);
    expect((await unknown('A', 'B')).en).toMatch(/, but got A, B\.$/);
    expect((await unknown()).en).toMatch(/, but got nothing\.$/);
  });

  test('packages that are not whole', async () => {
    const unfinished = (...ids: readonly string[]) =>
      wordsOf(() => checkPicture(pictureOf(...ids.map((id) => dataset(id, 'LOADING'))), null));
    const one = await unfinished('a');
    expect([one.es, one.en]).toEqual([
      expect.stringMatching(/ a se está cargando.*a que acabe,.*cárguelo /),
      expect.stringMatching(/ a is being imported.*until it is done.*import it again/),
    ]);
    const two = await unfinished('a', 'b');
    expect([two.es, two.en]).toEqual([
      expect.stringMatching(/ a, b se están cargando.*a que acaben,.*cárguelos /),
      expect.stringMatching(/ a, b are being imported.*until they are done.*import them again/),
    ]);
  });
});

test('The hash of a package is told in both languages, whether it is the one that was imported or not', async () => {
  const [other] = (await exported(graphOf({ descriptor: whole }), 'x', 'package')).remarks;
  const hash = /^Content hash (\S+), but what was imported had imported: /.exec(other?.en ?? '')?.[1] ?? '';
  expect(other?.es).toMatch(`Huella del contenido ${hash}, pero lo que se cargó tenía imported: `);
  const { remarks } = await exported(graphOf({ descriptor: whole, hash }), 'x', 'package');
  expect(remarks).toEqual([
    { es: `Huella del contenido ${hash}, la misma que al cargarlo.`, en: `Content hash ${hash}, as it was imported.` },
  ]);
});
