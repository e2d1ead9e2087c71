import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { validatePackage } from '../dataset/checking.ts';
import type { DatasetState } from '../graph/schema.ts';
import type { InTwoLanguages } from '../model/column.ts';
import { failed, inEachLanguage, ok, typed, warning, type Look } from './finding.ts';

/** Reading and checking takes about a second for each 10 MB. */
const QUICK_BYTES = 20_000_000;

/**
 * Whether the package in a folder is valid, and the one that the graph holds.
 * @param held what the graph holds; null while it cannot be asked
 */
export async function lookAtPackage(directory: string, held: readonly DatasetState[] | null): Promise<Look> {
  const bytes = await bytesIn(directory);
  if (bytes === null) return noFolder(directory);
  const checking = inEachLanguage(`npx sobremesa validate ${typed(directory)}`);
  if (bytes > QUICK_BYTES) return tooLarge(directory, Math.round(bytes / 1_000_000), checking);
  const { report, dataPackage } = await validatePackage(directory);
  if (dataPackage === null) return withProblems(directory, report.total, checking);
  const { descriptor, hash } = dataPackage;
  const name = `${descriptor.name} ${descriptor.version}`;
  const valid = { es: `${name}, válido, huella del contenido ${hash}`, en: `${name}, valid, hash ${hash}` };
  return held === null
    ? ok(valid)
    : compared(valid, hash, held.find(({ id }) => id === descriptor.name)?.hash, typed(directory));
}

function noFolder(directory: string): Look {
  return failed(
    { es: `no existe la carpeta ${directory}`, en: `no folder ${directory}` },
    {
      es: 'ponga en SOBREMESA_DATA la carpeta de un paquete de datos',
      en: 'set SOBREMESA_DATA to the folder of a data package',
    },
  );
}

function tooLarge(directory: string, megabytes: number, checking: InTwoLanguages): Look {
  return ok({
    es: `${directory}: no se revisa aquí, por sus ${megabytes} MB (${checking.es})`,
    en: `${directory}: not checked here, for its ${megabytes} MB (${checking.en})`,
  });
}

function withProblems(directory: string, total: number, checking: InTwoLanguages): Look {
  return failed(
    {
      es: `${directory} tiene ${total} ${total === 1 ? 'problema' : 'problemas'}`,
      en: `${directory} has ${total} ${total === 1 ? 'problem' : 'problems'}`,
    },
    checking,
  );
}

/** @param held the hash of the package in the graph; undefined where the graph has none of its name */
function compared(valid: InTwoLanguages, hash: string, held: string | undefined, folder: string): Look {
  if (held === hash) return ok({ es: `${valid.es}, como en el grafo`, en: `${valid.en}, as in the graph` });
  const importing = inEachLanguage(`npx sobremesa import ${folder}`);
  const next = {
    es: `${importing.es} (npm start también lo carga)`,
    en: `${importing.en} (npm start does it too)`,
  };
  return held === undefined
    ? warning({ es: `${valid.es}; el grafo no lo tiene`, en: `${valid.en}; the graph does not hold it` }, next)
    : warning(
        {
          es: `${valid.es}; el grafo lo tiene en otro estado, con la huella ${held}`,
          en: `${valid.en}; the graph holds another state of it, hash ${held}`,
        },
        next,
      );
}

/** The name that the descriptor in a folder gives its package; null where there is none. */
export async function nameOfPackage(directory: string): Promise<string | null> {
  try {
    const descriptor: unknown = JSON.parse(await readFile(join(directory, 'datapackage.json'), 'utf8'));
    if (typeof descriptor !== 'object' || descriptor === null || !('name' in descriptor)) return null;
    return String(descriptor.name);
  } catch {
    // No package there, which its own check tells.
    return null;
  }
}

async function bytesIn(directory: string): Promise<number | null> {
  const names = await readdir(directory).catch(() => null);
  if (names === null) return null;
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(directory, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
