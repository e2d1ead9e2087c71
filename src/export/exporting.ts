import type { Reader } from '../graph/graph.ts';
import type { InTwoLanguages } from '../model/column.ts';
import { edgeList, edgeSpreadsheet } from './edge-list.ts';
import { ExportError } from './export-error.ts';
import { gexf } from './gexf.ts';
import { graphml } from './graphml.ts';
import { jsonLines } from './json-lines.ts';
import { packageToExport, writePackageFiles } from './package-files.ts';
import type { Reading } from './pages.ts';
import { checkPicture, isSamePicture, readPicture, type Picture } from './picture.ts';
import { STANDARD_OUTPUT, type ExportRequest } from './request.ts';
import type { Stage } from './stage.ts';
import type { Target } from './target.ts';

/** How much was written so far, or at the end. */
export interface Counts {
  readonly entities: number;
  readonly ties: number;
  /** Rows of a package. */
  readonly rows: number;
}

export interface Exported extends Counts {
  /** What a reader should know about the outcome. */
  readonly remarks: readonly InTwoLanguages[];
}

interface ExportRun {
  readonly onProgress?: (counts: Counts) => void;
  /** Ends the export; what was written is removed. */
  readonly signal?: AbortSignal;
}

const ATTEMPTS = 3;

/**
 * Writes what was asked for to the target, in pages, so that the memory does not grow with the graph. The target holds
 * one state of the graph: when an import changes the graph meanwhile, the export begins anew, and gives up after the
 * third time. Whatever fails, nothing half-written stays. Throws ExportError, GraphError.
 */
export async function exportGraph(
  graph: Reader,
  request: ExportRequest,
  target: Target,
  run: ExportRun = {},
): Promise<Exported> {
  for (let attempt = 1; ; attempt += 1) {
    const before = await readPicture(graph);
    checkPicture(before, request.datasets);
    const exported = await attemptExport(graph, request, target, before, run);
    if (exported !== null) return exported;
    if (request.target === STANDARD_OUTPUT || attempt === ATTEMPTS) throw changed(request.target);
  }
}

/** One attempt; `null` when the graph was changed meanwhile. */
async function attemptExport(
  graph: Reader,
  request: ExportRequest,
  target: Target,
  before: Picture,
  run: ExportRun,
): Promise<Exported | null> {
  const stage = target.stage();
  const isUnchanged = async () => isSamePicture(before, await readPicture(graph));
  try {
    const exported = await write(graph, request, target, before, stage, run);
    if (await isUnchanged()) {
      await stage.keep();
      return exported;
    }
  } catch (cause) {
    await stage.drop();
    // What an import takes away between two pages may look like a fault of the graph.
    if (run.signal?.aborted === true || cause instanceof ExportError || (await isUnchanged())) throw cause;
    return null;
  }
  await stage.drop();
  return null;
}

async function write(
  graph: Reader,
  request: ExportRequest,
  { replaces }: Target,
  { datasets }: Picture,
  stage: Stage,
  { onProgress, signal }: ExportRun,
): Promise<Exported> {
  const counts = { entities: 0, ties: 0, rows: 0 };
  const onPage: Reading['onPage'] = (what, count) => {
    signal?.throwIfAborted();
    counts[what] += count;
    onProgress?.({ ...counts });
  };
  if (request.format !== 'package') {
    const reading = { graph, selection: request.selection, datasets: request.datasets, onPage };
    await stage.write(piecesOf(request, reading));
    return { ...counts, remarks: spreadsheetRemarks(request, counts) };
  }
  const { id, hash } = packageToExport(datasets, request.datasets);
  if (replaces !== null && replaces !== id) throw otherPackage(request.target, replaces, id);
  const written = await writePackageFiles(graph, id, stage, (count) => onPage('rows', count));
  return { ...counts, rows: written.rows, remarks: hashRemarks(written.hash, hash) };
}

function piecesOf({ format, lang, spreadsheet }: ExportRequest, reading: Reading): AsyncIterable<string> {
  switch (format) {
    case 'gexf':
      return gexf(reading, lang);
    case 'graphml':
      return graphml(reading, lang);
    case 'jsonl':
      return jsonLines(reading, lang);
    default:
      return spreadsheet === null ? edgeList(reading, lang) : edgeSpreadsheet(reading, lang, spreadsheet);
  }
}

/** A sheet of Excel has 1,048,576 rows, the heading among them; what follows is cut off. */
const LONGEST_SHEET = 1_048_575;

function spreadsheetRemarks({ spreadsheet }: ExportRequest, { ties }: Counts): readonly InTwoLanguages[] {
  return spreadsheet !== null && ties > LONGEST_SHEET
    ? [
        {
          es: `Excel muestra ${LONGEST_SHEET} filas de una hoja, y el archivo tiene ${ties}: elija menos con --kinds, --ties o --classes.`,
          en: `Excel shows ${LONGEST_SHEET} rows of a sheet, and the file has ${ties}: choose fewer with --kinds, --ties or --classes.`,
        },
      ]
    : [];
}

function hashRemarks(written: string, imported: string): readonly InTwoLanguages[] {
  if (written === imported)
    return [
      {
        es: `Huella del contenido ${written}, la misma que al cargarlo.`,
        en: `Content hash ${written}, as it was imported.`,
      },
    ];
  return [
    {
      es: `Huella del contenido ${written}, pero lo que se cargó tenía ${imported}: algo que no es una carga cambió el grafo, o lo cargó otra versión del programa. Para mayor seguridad, cargue el paquete de nuevo.`,
      en: `Content hash ${written}, but what was imported had ${imported}: something else than an import changed the graph, or the import was made by another version of the program. Import the package again to be sure.`,
    },
  ];
}

function otherPackage(target: string, there: string, id: string): ExportError {
  return new ExportError({
    es: `Se esperaba una carpeta nueva o, con --force, una que tenga el paquete ${id}, pero ${target} tiene el paquete ${there}. Indique otra carpeta.`,
    en: `Expected a new folder, or with --force one that holds the package ${id}, but ${target} holds the package ${there}. Name another folder.`,
  });
}

function changed(target: string): ExportError {
  return new ExportError(
    target === STANDARD_OUTPUT
      ? {
          es: 'Se esperaba que el grafo siguiera igual durante la exportación, pero una carga lo cambió: lo que se escribió mezcla dos estados. Deséchelo y exporte de nuevo.',
          en: 'Expected the graph to stay as it was during the export, but an import changed it: what was written mixes two states. Throw it away and export again.',
        }
      : {
          es: `Se esperaba que el grafo siguiera igual durante la exportación, pero cambió por cargas ${ATTEMPTS} veces. No se escribió nada en ${target}: espere a que acaben y después exporte de nuevo.`,
          en: `Expected the graph to stay as it was during the export, but imports changed it ${ATTEMPTS} times. Nothing was written to ${target}: wait until they are done, then export again.`,
        },
  );
}
