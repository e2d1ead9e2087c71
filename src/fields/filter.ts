import { kindWords } from '../model/kind-words.ts';
import type { EntityKind } from '../model/kinds.ts';
import { fold } from '../model/fold.ts';
import type { FilterParameters } from '../graph/listing.ts';
import { checkDatasets, type DatasetLoaders } from './dataset-loaders.ts';
import type { EntityLoaders } from './entity-loaders.ts';
import { badUserInput, shown } from './errors.ts';
import { checkText } from './text.ts';

/**
 * What the fields of a filter mean: which are ids of which kinds, and which are passed on as they are. Every filter
 * has `datasets` besides.
 */
export interface FilterDefinition {
  readonly ids: Readonly<Record<string, readonly EntityKind[]>>;
  readonly values: readonly string[];
}

/**
 * The parameters of a listing's `where`: every field of the filter, `null` where it was left out.
 * @param argument the argument that the filter is
 */
export function filterParameters(definition: FilterDefinition, filter: object, argument = 'filter'): FilterParameters {
  const given = new Map<string, unknown>(Object.entries(filter));
  const names = [...Object.keys(definition.ids), ...definition.values, 'datasets'];
  return Object.fromEntries(
    names.map((name) => [name, name === 'text' ? words(argument, given.get(name)) : (given.get(name) ?? null)]),
  );
}

/** What the ids of a filter are checked with. */
type Checkers = Pick<EntityLoaders, 'kind'> & Pick<DatasetLoaders, 'datasets'>;

/**
 * Throws BAD_USER_INPUT for an id in a filter that is unknown or of a kind the field does not take.
 * @param argument the argument that the filter is
 */
export async function checkFilterIds(
  definition: FilterDefinition,
  parameters: FilterParameters,
  loaders: Checkers,
  argument = 'filter',
): Promise<void> {
  const checks = Object.entries(definition.ids).flatMap(([field, kinds]) => {
    const ids = parameters[field];
    return Array.isArray(ids) ? [checkIds(`${argument}.${field}`, ids.map(String), kinds, loaders)] : [];
  });
  await Promise.all([...checks, checkDatasets(`${argument}.datasets`, parameters['datasets'], loaders)]);
}

/** Throws BAD_USER_INPUT that names an argument for an id in it that is unknown or of another kind; nothing given is no id. */
export async function checkIds(
  argument: string,
  ids: readonly string[] | null | undefined,
  kinds: readonly EntityKind[],
  loaders: Pick<EntityLoaders, 'kind'>,
): Promise<void> {
  await Promise.all((ids ?? []).map((id) => checkId(argument, id, kinds, loaders)));
}

async function checkId(
  argument: string,
  id: string,
  kinds: readonly EntityKind[],
  loaders: Pick<EntityLoaders, 'kind'>,
): Promise<void> {
  const kind = await loaders.kind.load(id);
  if (kind !== null && kinds.includes(kind)) return;
  const wanted = kinds.map((one) => kindWords[one].es).join(', ');
  throw badUserInput(argument, () => ({
    es: `se esperaban claves de ${wanted}, pero llegó «${shown(id)}», que ${kind === null ? 'no se conoce' : `es de otra clase (${kindWords[kind].es})`}. Búsquela: sobremesa search <texto>.`,
    en: `expected ids of ${kinds.join(', ')}, but got "${shown(id)}", which is ${kind === null ? 'not known' : `a ${kind}`}. Take ids from what this API answers.`,
  }));
}

function words(argument: string, text: unknown): readonly string[] | null {
  if (typeof text !== 'string' || text.trim() === '') return null;
  checkText(`${argument}.text`, text);
  return fold(text).split(' ');
}
