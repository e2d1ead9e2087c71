import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Writable } from 'node:stream';

import type { InTwoLanguages } from '../model/column.ts';
import { writeFailure } from './write-failure.ts';

const nothingLeft: InTwoLanguages = { es: 'No quedó nada a medio escribir.', en: 'Nothing was left behind.' };
const partlyReplaced: InTwoLanguages = {
  es: 'Quizá ya se reemplazaron algunos de sus archivos: exporte de nuevo.',
  en: 'Some of its files may be replaced already: export again.',
};
const standardOutput: InTwoLanguages = { es: 'en la salida estándar', en: 'standard output' };
const partlyOut: InTwoLanguages = { es: 'Lo que salió antes ya está escrito.', en: 'What came before is there.' };

/** Where an export is written until it is whole. */
export interface Stage {
  /** Writes a file piece by piece, as fast as the disk or the reader takes it. `path` is inside a folder. */
  write(pieces: AsyncIterable<string> | Iterable<string>, path?: string): Promise<void>;
  /** Puts what was written in its place. */
  keep(): Promise<void>;
  /** Removes what was written. */
  drop(): Promise<void>;
}

/** A file beside the target, which takes the target's name in the end: nobody sees half of it. */
export function fileStage(target: string): Stage {
  const temporary = join(dirname(target), temporaryName(target));
  return {
    write: (pieces) => failing(target, () => writeFile(temporary, pieces)),
    keep: () => failing(target, () => rename(temporary, target)),
    drop: () => rm(temporary, { force: true }),
  };
}

/** A folder beside the target, which takes the target's name in the end; the target is not there, or empty. */
export function newFolderStage(target: string): Stage {
  const temporary = join(dirname(target), temporaryName(target));
  return {
    ...folderWriting(target, temporary),
    keep: () => failing(target, () => rename(temporary, target)),
  };
}

/**
 * A folder inside the target, whose files replace those of the same names in the end: other files of the target stay, such
 * as those of the repository that the package lives in.
 */
export function replacingFolderStage(target: string): Stage {
  const temporary = join(target, temporaryName(target));
  return {
    ...folderWriting(target, temporary),
    keep: () =>
      failing(
        target,
        async () => {
          const entries = await readdir(temporary, { recursive: true, withFileTypes: true });
          for (const entry of entries.filter((one) => one.isFile())) {
            const from = join(entry.parentPath, entry.name);
            const to = join(target, from.slice(temporary.length));
            await mkdir(dirname(to), { recursive: true });
            await rename(from, to);
          }
          await rm(temporary, { recursive: true, force: true });
        },
        partlyReplaced,
      ),
  };
}

/** A stream that is written at once, such as the standard output: there is nothing to keep or to drop. */
export function streamStage(stream: Writable): Stage {
  return {
    write: (pieces) => failing(standardOutput, () => writeStream(stream, pieces), partlyOut),
    keep: async () => undefined,
    drop: async () => undefined,
  };
}

function folderWriting(target: string, temporary: string): Pick<Stage, 'write' | 'drop'> {
  return {
    write: (pieces, path = '') =>
      failing(target, async () => {
        const file = join(temporary, path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, pieces);
      }),
    drop: () => rm(temporary, { recursive: true, force: true }),
  };
}

async function writeFile(path: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const file = await open(path, 'w');
  try {
    // Each piece waits for the one before.
    for await (const piece of pieces) await file.writeFile(piece);
    // Without this a full disk may show only after the file has got its name.
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Each piece waits until the one before is out: a failure of the last one would else be told to nobody. */
async function writeStream(stream: Writable, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> {
  // A failed write is told to its callback, and as an event that ends the program unless someone hears it.
  stream.on('error', () => undefined);
  for await (const piece of pieces)
    await new Promise<void>((resolve, reject) => {
      stream.write(piece, (cause) => (cause === null || cause === undefined ? resolve() : reject(cause)));
    });
}

function temporaryName(target: string): string {
  return `.${basename(target)}.${process.pid}.part`;
}

/** Errors of the system are told in our own words; those of what is written pass through. */
async function failing(
  target: string | InTwoLanguages,
  work: () => Promise<void>,
  outcome = nothingLeft,
): Promise<void> {
  try {
    await work();
  } catch (cause) {
    throw writeFailure(cause, target, outcome);
  }
}
