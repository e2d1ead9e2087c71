import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { InTwoLanguages } from '../model/column.ts';
import type { Home } from '../neo4j/home.ts';
import { errorCode } from '../neo4j/managed-server-error.ts';
import { lockHolder } from '../neo4j/process-lock.ts';
import { runningServer } from '../neo4j/server-record.ts';
import { alike, failed, ok, typed, warning, type Look } from './finding.ts';

/** Ends what to do, where the database can also be made anew. */
const orReset: InTwoLanguages = {
  es: 'o: npx sobremesa db reset (borra la base de datos local, que el siguiente inicio carga de nuevo)',
  en: 'or: npx sobremesa db reset (deletes the local database, which the next start loads anew)',
};

/** Whether the password of the managed database can be read, by its owner alone. */
export async function lookAtPassword({ passwordFile, folder }: Home): Promise<Look> {
  const found = await stat(passwordFile).catch(errorCode);
  // A file in the place of a folder is told by the look at the disk.
  if (found === 'ENOENT' || found === 'ENOTDIR') {
    return (await exists(join(folder, 'data', 'dbms', 'auth.ini')))
      ? failed(
          {
            es: `ya no está ${passwordFile}, y sin ese archivo no se puede abrir la base de datos`,
            en: `${passwordFile} is gone, and the database cannot be opened without it`,
          },
          { es: `devuelva el archivo a su lugar, ${orReset.es}`, en: `put the file back, ${orReset.en}` },
        )
      : ok({ es: 'todavía no hay: el primer inicio crea una', en: 'none yet: the first start makes one' });
  }
  const content = await readFile(passwordFile, 'utf8').catch(() => null);
  if (content === null || found === null || typeof found === 'string') return unreadable(passwordFile);
  if (!/^[0-9a-f]{48}\s*$/.test(content)) return noPasswordIn(passwordFile);
  if ((found.mode & 0o077) !== 0)
    return failed(
      {
        es: `otros usuarios de esta máquina pueden leer ${passwordFile}`,
        en: `${passwordFile} can be read by other users of this machine`,
      },
      alike(`chmod 600 ${typed(passwordFile)}`),
    );
  return ok({ es: 'solo su dueño la puede leer', en: 'readable by its owner alone' });
}

function unreadable(file: string): Look {
  const command = `sudo chown "$USER" ${typed(file)}`;
  return failed(
    { es: `este usuario no puede leer ${file}`, en: `${file} cannot be read by this user` },
    { es: `${command}, ${orReset.es}`, en: `${command}, ${orReset.en}` },
  );
}

function noPasswordIn(file: string): Look {
  return failed(
    {
      es: `${file} no contiene una contraseña de 48 signos`,
      en: `${file} does not hold a password of 48 signs`,
    },
    { es: `devuélvale su contenido anterior, ${orReset.es}`, en: `put the old content back, ${orReset.en}` },
  );
}

/** Whether a Neo4j runs that no program minds, as after a program was killed. */
export async function lookForOrphan(home: Home): Promise<Look> {
  const [server, holder] = await Promise.all([runningServer(home), lockHolder(home.lock)]);
  if (server === null) return ok({ es: 'ninguna', en: 'none' });
  const { pid } = server;
  if (holder !== null)
    return ok({
      es: `ninguna: el proceso ${holder} cuida la base de datos (proceso ${pid})`,
      en: `none: process ${holder} minds the database (process ${pid})`,
    });
  return failed(
    {
      es: `la base de datos (proceso ${pid}) está corriendo, pero el programa que la inició ya no`,
      en: `the database (process ${pid}) runs, but the program that started it is gone`,
    },
    {
      es: 'npx sobremesa db stop (npm start también la detiene)',
      en: 'npx sobremesa db stop (npm start stops it too)',
    },
  );
}

/** Whether files of programs that have ended lie about; the next start removes them. */
export async function lookForLeftovers(home: Home): Promise<Look> {
  const locks = [home.lock, `${home.library}.lock`];
  const staleLocks = await filtered(locks, async (path) => (await exists(path)) && (await lockHolder(path)) === null);
  const staleRecord = (await exists(home.serverRecord)) && (await runningServer(home)) === null;
  const stale = [...staleLocks, ...(staleRecord ? [home.serverRecord] : [])];
  if (stale.length === 0) return ok({ es: 'ninguno', en: 'none' });
  const listed = stale.join(', ');
  return warning(
    {
      es: `restos de un programa que se cerró a la fuerza: ${listed}`,
      en: `left by a program that was killed: ${listed}`,
    },
    { es: 'npm start (los quita)', en: 'npm start (removes them)' },
  );
}

async function filtered(
  paths: readonly string[],
  keep: (path: string) => Promise<boolean>,
): Promise<readonly string[]> {
  const kept = await Promise.all(paths.map(keep));
  return paths.filter((_, index) => kept[index]);
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
