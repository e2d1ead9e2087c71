import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { tables } from '../../src/model/tables.ts';
import { exitOf, openWorkshop, type Workshop } from '../support/program.ts';

vi.setConfig({ testTimeout: 120_000 });

let workshop: Workshop;
let folder: string;
beforeEach(async () => {
  workshop = await openWorkshop();
  folder = await mkdtemp(join(tmpdir(), 'new-package-'));
});
afterEach(async () => {
  await workshop.endAll();
  await rm(folder, { recursive: true, force: true });
});

describe('The command new', () => {
  test('writes a package that the command validate has nothing to say of', async () => {
    const directory = join(folder, 'lima-2026');
    const writing = workshop.run(['new', directory, '--city', 'Lima', '--country', 'Perú']);
    expect(await exitOf(writing)).toBe(0);
    expect(writing.out()).toContain('Wrote the data package lima-2026');
    expect(writing.out()).toContain(`sobremesa validate ${directory}`);
    expect(await readdir(directory)).toHaveLength(tables.length + 1);

    const checking = workshop.run(['validate', directory]);
    expect(await exitOf(checking)).toBe(0);
    expect(checking.out()).toMatch(/^No problems\.\n.+9 rows\.\n$/);
  });

  test('ends with 1 and says what to do when the folder holds something, and changes nothing', async () => {
    await writeFile(join(folder, 'notas.txt'), '');
    const program = workshop.run(['new', folder]);
    expect(await exitOf(program)).toBe(1);
    expect(program.err()).toMatch(/holds notas\.txt: name another folder; nothing was written\.\n$/);
    expect(program.err()).not.toContain('    at ');
    expect(await readdir(folder)).toEqual(['notas.txt']);
  });

  test('ends with 2 without a folder, or with an option that it does not know', async () => {
    const [without, unknown] = [workshop.run(['new']), workshop.run(['new', join(folder, 'x'), '--ciudad', 'Lima'])];
    expect(await exitOf(without)).toBe(2);
    expect(without.err()).toContain("missing required argument 'directory'");
    expect(await exitOf(unknown)).toBe(2);
    expect(unknown.err()).toContain("unknown option '--ciudad'");
    expect(await readdir(folder)).toEqual([]);
  });
});
