import type { Reader } from '../graph/graph.ts';
import { citedLoaders, type CitedLoaders } from './cited-loaders.ts';
import { datasetLoaders, type DatasetLoaders } from './dataset-loaders.ts';
import { entityLoaders, type EntityLoaders } from './entity-loaders.ts';
import type { Part } from './lazy-parts.ts';
import { sourceLoaders, type SourceLoaders } from './source-loaders.ts';
import { tieLoaders, type TieLoaders } from './tie-loaders.ts';

/** What every field loads from; made anew for each request. */
export interface Loaders extends EntityLoaders, TieLoaders, SourceLoaders, CitedLoaders, DatasetLoaders {}

export const loaderParts: readonly Part<Reader, Loaders>[] = [
  entityLoaders,
  tieLoaders,
  sourceLoaders,
  (reader, { keep }) => citedLoaders(reader, keep),
  datasetLoaders,
];
