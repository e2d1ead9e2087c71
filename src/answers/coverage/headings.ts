import { checkDatasets } from '../../fields/dataset-loaders.ts';
import { detailOf } from '../../fields/detail.ts';
import { badUserInput } from '../../fields/errors.ts';
import { checkIds } from '../../fields/filter.ts';
import type { Loaders } from '../../fields/loaders.ts';
import { toEntity, type EntityRecord } from '../../graph/entity-record.ts';
import type { Reader } from '../../graph/graph.ts';
import { ALL } from '../../graph/listing.ts';
import { headingPages, headingsById, vocabularies, type Dimension } from './coverage.cypher.ts';
import { MOST_CELLS } from './matrix.ts';

export interface HeadingRequest {
  readonly dimension: Dimension;
  /** The argument that names the ids, and the ids; all when there are none. */
  readonly argument: string;
  readonly ids: readonly string[] | null;
  readonly datasets: readonly string[] | null;
  readonly regionScheme: string | null;
}

interface Reading {
  readonly graph: Reader;
  readonly loaders: Loaders;
}

/**
 * What the rows or columns stand for, in their official order; of those without ids at most one more than a matrix can
 * have. Throws BAD_USER_INPUT for wrong ids, packages and schemes.
 */
export async function headingsOf(request: HeadingRequest, reading: Reading): Promise<readonly EntityRecord[]> {
  const [found] = await Promise.all([
    request.ids === null ? allHeadings(request, reading) : namedHeadings(request, request.ids, reading),
    checkDatasets('datasets', request.datasets, reading.loaders),
  ]);
  if (request.dimension !== 'REGION' || request.regionScheme === null) return found;
  return ofScheme(found, request.regionScheme, reading.loaders);
}

async function allHeadings(
  { dimension, datasets, regionScheme }: HeadingRequest,
  { loaders }: Reading,
): Promise<readonly EntityRecord[]> {
  const list = vocabularies.get(dimension);
  if (list !== undefined) return loaders.list({ list, full: regionScheme !== null, datasets }).load('');
  const query = headingPages.get(dimension);
  if (query === undefined) throw new Error(`Expected a statement for the headings of ${dimension}, but there is none.`);
  const page = { query, afterKey: '', afterId: '', limit: MOST_CELLS + 1, full: false, filter: { datasets }, few: ALL };
  return (await loaders.page(page).load('')).map(({ entity }) => entity);
}

async function namedHeadings(
  { dimension, argument, datasets }: HeadingRequest,
  ids: readonly string[],
  { graph, loaders }: Reading,
): Promise<readonly EntityRecord[]> {
  const rows = ids.length === 0 ? [] : await graph.read(headingsById, { ids, datasets });
  const found = rows.map((row) => toEntity(row));
  for (const entity of found) {
    loaders.keep(entity);
    loaders.kind.prime(entity.id, entity.kind);
  }
  await checkIds(argument, ids, [dimension], loaders);
  return found;
}

async function ofScheme(
  regions: readonly EntityRecord[],
  scheme: string,
  loaders: Loaders,
): Promise<readonly EntityRecord[]> {
  const schemes = await Promise.all(
    regions.map(async (region) => (region.kind === 'REGION' ? (await detailOf(region, loaders)).scheme : '')),
  );
  const wanted = regions.filter((_, at) => schemes[at] === scheme);
  if (wanted.length > 0 || regions.length === 0) return wanted;
  throw badUserInput(
    'regionScheme',
    `expected the scheme of some region (${[...new Set(schemes)].join(', ')}), but got "${scheme.slice(0, 80)}". Ask { regions { name scheme } } for them.`,
  );
}
