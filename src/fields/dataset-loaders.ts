import type DataLoader from 'dataloader';

import { allDatasets, statedBy, type DatasetColumns } from '../graph/dataset-queries.ts';
import type { Reader } from '../graph/graph.ts';
import type { InTwoLanguages } from '../model/column.ts';
import type { DatasetRecord } from './dataset.record.ts';
import { badUserInput, shown } from './errors.ts';
import { groupRows, singleLoader } from './loader-family.ts';

const MOST_SHOWN = 10;

export interface DatasetLoaders {
  /** The packages that are loaded, by id; read once in a request. */
  datasets(): Promise<readonly DatasetRecord[]>;
  /** The ids of the packages that state an entity, a fact, a source, a place, a citation or a claim. */
  readonly statedBy: DataLoader<string, readonly string[]>;
}

export function datasetLoaders(reader: Reader): DatasetLoaders {
  let all: Promise<readonly DatasetRecord[]> | undefined;
  return {
    datasets: () => (all ??= reader.read(allDatasets, {}).then((rows) => rows.map(toDataset))),
    statedBy: singleLoader<string, readonly string[]>((ids) => readStatedBy(reader, ids), []),
  };
}

/** The packages that state what has an id, by their own ids. */
export async function datasetsOf(id: string, loaders: DatasetLoaders): Promise<readonly DatasetRecord[]> {
  const [stating, all] = await Promise.all([loaders.statedBy.load(id), loaders.datasets()]);
  return all.filter((dataset) => stating.includes(dataset.id));
}

/** Throws BAD_USER_INPUT that names an argument when one of its ids is no loaded package's; nothing given is no id. */
export async function checkDatasets(
  argument: string,
  ids: unknown,
  loaders: Pick<DatasetLoaders, 'datasets'>,
): Promise<void> {
  if (!Array.isArray(ids) || ids.length === 0) return;
  const known = (await loaders.datasets()).map(({ id }) => id);
  const unknown = ids.map(String).find((id) => !known.includes(id));
  if (unknown === undefined) return;
  const { es, en } = inWords(known);
  throw badUserInput(argument, () => ({
    es: `se esperaban claves de paquetes cargados (${es}), pero llegó «${shown(unknown)}». Dé una de ellas.`,
    en: `expected ids of packages that are loaded (${en}), but got "${shown(unknown)}". Ask { datasets { id title } } for them.`,
  }));
}

function inWords(ids: readonly string[]): InTwoLanguages {
  if (ids.length === 0) return { es: 'todavía no hay ninguno', en: 'there is none yet' };
  const first = ids.slice(0, MOST_SHOWN).join(', ');
  return ids.length > MOST_SHOWN ? { es: `${first} y otros`, en: `${first} and others` } : { es: first, en: first };
}

/** One statement per kind of thing, so that each uses its own unique index. */
async function readStatedBy(reader: Reader, ids: readonly string[]): Promise<Map<string, readonly string[]>> {
  const idsByPrefix = groupRows(
    ids.map((id) => [id.slice(0, Math.max(0, id.indexOf(':'))), id] as const),
    ([, id]) => id,
  );
  const rows = await Promise.all(
    [...idsByPrefix].map(async ([prefix, wanted]) => {
      const query = statedBy.get(prefix);
      return query === undefined ? [] : reader.read(query, { ids: wanted });
    }),
  );
  return new Map(rows.flat());
}

function toDataset(row: DatasetColumns): DatasetRecord {
  const [id, title, version, hash, loadedAt, rows, licences, howToCite, homeCityId, homeGovernmentId] = row;
  return { id, title, version, hash, loadedAt, rows, licences, howToCite, homeCityId, homeGovernmentId };
}
