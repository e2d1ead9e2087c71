import { tmpdir } from 'node:os';

import { describe, expect, test, vi } from 'vitest';

import { exportTo } from '../../../src/cli/export.ts';
import { loadConfig } from '../../../src/config.ts';
import type { ExportOptions } from '../../../src/export/request.ts';

/** What the command says on the error output before it needs a database, and how it ends. */
async function refused(target: string, options: ExportOptions) {
  const written: string[] = [];
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  const code = await exportTo(loadConfig(), target, options).finally(() => spy.mockRestore());
  return { code, err: written.join('') };
}

const spanish = /^Se esperaba .*, pero llegó xlsx\.\n$/;
const english = /^Expected .*, but got xlsx\.\n$/;

describe('An export that is refused says so', () => {
  test.each<readonly [ExportOptions, RegExp]>([
    [{}, spanish],
    [{ lang: 'es' }, spanish],
    [{ lang: 'ES' }, spanish],
    [{ lang: 'en' }, english],
    [{ lang: 'EN' }, english],
  ])('with %o in that language', async (options, said) => {
    expect(await refused('x', { ...options, format: 'xlsx' })).toEqual({ code: 2, err: expect.stringMatching(said) });
  });

  test('in both languages when the language is the wrong thing', async () => {
    expect(await refused('x', { lang: 'fr' })).toEqual({
      code: 2,
      err: [
        'Se esperaba --lang con uno o más de es, en, pero llegó fr.',
        'Expected --lang with one or more of es, en, but got fr.',
        '',
      ].join('\n'),
    });
  });

  test('in that language for a target that cannot be written', async () => {
    const options = { format: 'gexf' };
    const folder = tmpdir();
    expect(await refused(folder, options)).toEqual({
      code: 1,
      err: `Se esperaba el nombre de un archivo, pero ${folder} es una carpeta. Indique un archivo dentro de ella.\n`,
    });
    expect(await refused(folder, { ...options, lang: 'en' })).toEqual({
      code: 1,
      err: `Expected the name of a file, but ${folder} is a folder. Name a file in it.\n`,
    });
  });
});
