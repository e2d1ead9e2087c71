import type { Reader } from '../graph/graph.ts';
import type { Query } from '../graph/query.ts';
import { ExportError, wrongUse } from './export-error.ts';
import { whatCame } from './words.ts';

/** A package as the graph holds it. */
export interface HeldDataset {
  readonly id: string;
  readonly title: string | null;
  readonly hash: string;
  readonly state: 'LOADING' | 'COMPLETE';
}

/** What tells one state of the graph from another: each import counts the revision up. */
export interface Picture {
  readonly revision: number;
  readonly datasets: readonly HeldDataset[];
}

const picture: Query<
  object,
  readonly [revision: number, id: string, title: string | null, hash: string, state: HeldDataset['state']]
> = {
  name: 'export.picture',
  text: `MATCH (d:Dataset)
OPTIONAL MATCH (v:Revision {id: 'graph'})
RETURN coalesce(v.number, 0), d.id, d.title, d.hash, d.state
ORDER BY d.id`,
};

const descriptor: Query<{ readonly dataset: string }, readonly [descriptor: string | null]> = {
  name: 'export.descriptor',
  text: 'MATCH (d:Dataset {id: $dataset})\nRETURN d.descriptor',
};

/** Reads which packages the graph holds. Throws GraphError. */
export async function readPicture(graph: Reader): Promise<Picture> {
  const rows = await graph.read(picture, {});
  return {
    revision: rows[0]?.[0] ?? 0,
    datasets: rows.map(([, id, title, hash, state]) => ({ id, title, hash, state })),
  };
}

export function isSamePicture(one: Picture, other: Picture): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The text of a package's descriptor. Throws ExportError, GraphError. */
export async function readDescriptorText(graph: Reader, dataset: string): Promise<string> {
  const [row] = await graph.read(descriptor, { dataset });
  const text = row?.[0];
  if (typeof text === 'string' && text !== '') return text;
  throw new ExportError({
    es: `Se esperaba que el grafo tuviera el descriptor del paquete ${dataset}, pero no lo tiene: el paquete se cargó con una versión anterior del programa. Cárguelo de nuevo y después expórtelo.`,
    en: `Expected the graph to hold the descriptor of the package ${dataset}, but it does not: the package was loaded by an older version of the program. Import it again, then export it.`,
  });
}

/** Refuses a graph that holds nothing, that is being written, or that lacks a package that was asked for. */
export function checkPicture({ datasets }: Picture, asked: readonly string[] | null): void {
  if (datasets.length === 0)
    throw new ExportError({
      es: 'Se esperaba un paquete de datos en el grafo, pero no tiene ninguno. Cargue primero uno: sobremesa import <carpeta>.',
      en: 'Expected a data package in the graph, but it holds none. Load one first: sobremesa import <directory>.',
    });
  const ids = datasets.map(({ id }) => id);
  const unknown = (asked ?? []).filter((id) => !ids.includes(id));
  if (unknown.length > 0) throw notHeld(ids, unknown);
  const unfinished = datasets.filter(({ state }) => state !== 'COMPLETE').map(({ id }) => id);
  if (unfinished.length > 0) throw notWhole(unfinished);
}

function notHeld(ids: readonly string[], unknown: readonly string[]): ExportError {
  const came = whatCame(unknown);
  return wrongUse({
    es: `Se esperaba --dataset con paquetes que estén en el grafo (${ids.join(', ')}), pero ${came.es}.`,
    en: `Expected --dataset with packages that the graph holds (${ids.join(', ')}), but ${came.en}.`,
  });
}

function notWhole(unfinished: readonly string[]): ExportError {
  const list = unfinished.join(', ');
  return new ExportError(
    unfinished.length === 1
      ? {
          es: `Se esperaban paquetes completos, pero ${list} se está cargando, o su carga se interrumpió. Espere a que acabe, o cárguelo de nuevo; después exporte.`,
          en: `Expected whole packages, but ${list} is being imported now, or its import was interrupted. Wait until it is done, or import it again; then export.`,
        }
      : {
          es: `Se esperaban paquetes completos, pero ${list} se están cargando, o su carga se interrumpió. Espere a que acaben, o cárguelos de nuevo; después exporte.`,
          en: `Expected whole packages, but ${list} are being imported now, or their import was interrupted. Wait until they are done, or import them again; then export.`,
        },
  );
}
