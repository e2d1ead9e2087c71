import { packageHash, tableHash, type TableHash } from '../dataset/content-hash.ts';
import { DESCRIPTOR_FILE } from '../dataset/package-descriptor.ts';
import { csvOfTable } from '../dataset/package-writing.ts';
import { storedRows } from '../dataset/stored-rows.ts';
import type { Reader } from '../graph/graph.ts';
import { tables, type Table } from '../model/tables.ts';
import { ExportError, wrongUse } from './export-error.ts';
import { readDescriptorText, type HeldDataset } from './picture.ts';
import type { Stage } from './stage.ts';
import { whatCame } from './words.ts';

/** As much of a descriptor as the writing of a package needs. */
interface Declared {
  readonly resources: readonly { readonly name: string; readonly path: string }[];
}

interface WrittenPackage {
  readonly rows: number;
  /** The content hash of what was written. */
  readonly hash: string;
}

const ROWS_BETWEEN_TELLS = 1000;

/** Which package to export: the one that was asked for, or the only one. Throws ExportError. */
export function packageToExport(held: readonly HeldDataset[], asked: readonly string[] | null): HeldDataset {
  const wanted = held.filter(({ id }) => asked?.includes(id) ?? true);
  const [only, ...others] = wanted;
  if (only !== undefined && others.length === 0) return only;
  const list = held.map(({ id, title }) => `  ${id}${title === null ? '' : `  ${title}`}`).join('\n');
  const met = asked === null ? { es: 'el grafo tiene varios', en: 'the graph holds several' } : whatCame(asked);
  throw wrongUse({
    es: `Se esperaba un solo paquete, pero ${met.es}. Indique uno con --dataset; el grafo tiene estos:\n${list}`,
    en: `Expected one package, but ${met.en}. Name one with --dataset; these are there:\n${list}`,
  });
}

/**
 * Writes one package: its descriptor as it was imported, and each table with the rows that the package states, as it
 * states them. Throws ExportError, GraphError.
 */
export async function writePackageFiles(
  graph: Reader,
  dataset: string,
  stage: Stage,
  onRows: (count: number) => void,
): Promise<WrittenPackage> {
  const text = await readDescriptorText(graph, dataset);
  // The importer has checked the descriptor before it stored its text.
  const declared = JSON.parse(text) as Declared;
  const hashes = new Map<string, string>();
  let rows = 0;
  for (const table of tables) {
    const hash = tableHash();
    await stage.write(csvOfTable(table, hashedRows(graph, table, dataset, hash, onRow)), pathOf(declared, table));
    hashes.set(table.name, hash.digest());
  }
  await stage.write([`${JSON.stringify(declared, null, 2)}\n`], DESCRIPTOR_FILE);
  return { rows, hash: packageHash(declared, hashes) };

  function onRow(): void {
    rows += 1;
    if (rows % ROWS_BETWEEN_TELLS === 0) onRows(ROWS_BETWEEN_TELLS);
  }
}

async function* hashedRows(
  graph: Reader,
  table: Table,
  dataset: string,
  hash: TableHash,
  onRow: () => void,
): AsyncGenerator<readonly string[]> {
  for await (const { cells } of storedRows(graph, table, dataset)) {
    hash.addRow(cells);
    onRow();
    yield cells;
  }
}

function pathOf({ resources }: Declared, { name }: Table): string {
  const path = resources.find((resource) => resource.name === name)?.path;
  if (path === undefined)
    throw new ExportError({
      es: `Se esperaba que el descriptor del paquete declarara la tabla ${name}, pero no la declara: el paquete se cargó con una versión anterior del programa. Cárguelo de nuevo y después expórtelo.`,
      en: `Expected the descriptor of the package to declare the table ${name}, but it does not: the package was loaded by an older version of the program. Import it again, then export it.`,
    });
  // The importer refuses such a path; what something else wrote into the database must not leave the folder either.
  if (path.startsWith('/') || path.split(/[\\/]/).includes('..') || path === DESCRIPTOR_FILE)
    throw new ExportError({
      es: `Se esperaba para la tabla ${name} una ruta dentro de la carpeta del paquete, pero llegó ${path}. Cargue el paquete de nuevo.`,
      en: `Expected a path inside the folder of the package for the table ${name}, but got ${path}. Import the package again.`,
    });
  return path;
}
