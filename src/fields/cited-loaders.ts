import type DataLoader from 'dataloader';

import {
  entitiesOfCitations,
  entityCountOfCitations,
  tieCountOfCitations,
  tiesOfCitations,
} from '../graph/cited-queries.ts';
import { toEntity } from '../graph/entity-record.ts';
import type { Reader } from '../graph/graph.ts';
import { citationCountOfSources, citationsOfSources, placesOfSources } from '../graph/source-queries.ts';
import { toTie, type TieRecord } from '../graph/tie-record.ts';
import type { EntityLoaders, PageEntry } from './entity-loaders.ts';
import { groupRows, loaderFamily, singleLoader } from './loader-family.ts';
import type { CitationRecord, PlaceRecord } from './source.record.ts';
import { toCitation, toPlace } from './source-rows.ts';

interface IdPage {
  readonly afterId: string;
  readonly limit: number;
}

interface NamePage extends IdPage {
  readonly afterKey: string;
  readonly full: boolean;
}

/** What sources and citations lead to. */
export interface CitedLoaders {
  readonly placesOfSource: DataLoader<string, readonly PlaceRecord[]>;
  citationsOfSource(page: IdPage): DataLoader<string, readonly CitationRecord[]>;
  readonly citationCountOfSource: DataLoader<string, number>;
  tiesOfCitation(page: IdPage): DataLoader<string, readonly TieRecord[]>;
  readonly tieCountOfCitation: DataLoader<string, number>;
  entitiesOfCitation(page: NamePage): DataLoader<string, readonly PageEntry[]>;
  readonly entityCountOfCitation: DataLoader<string, number>;
}

export function citedLoaders(reader: Reader, keep: EntityLoaders['keep']): CitedLoaders {
  return {
    placesOfSource: singleLoader<string, readonly PlaceRecord[]>(
      async (parents) => groupRows(await reader.read(placesOfSources, { parents }), ([, ...place]) => toPlace(place)),
      [],
    ),
    citationsOfSource: loaderFamily<IdPage, string, readonly CitationRecord[]>(
      (page) => JSON.stringify(page),
      async (page, parents) =>
        groupRows(await reader.read(citationsOfSources, { ...page, parents }), ([, ...citation]) =>
          toCitation(citation),
        ),
      [],
    ),
    citationCountOfSource: singleLoader(
      async (parents) => new Map(await reader.read(citationCountOfSources, { parents })),
      0,
    ),
    tiesOfCitation: loaderFamily<IdPage, string, readonly TieRecord[]>(
      (page) => JSON.stringify(page),
      async (page, parents) =>
        groupRows(await reader.read(tiesOfCitations, { ...page, parents }), (row) => toTie(row, 1)),
      [],
    ),
    tieCountOfCitation: singleLoader(
      async (parents) => new Map(await reader.read(tieCountOfCitations, { parents })),
      0,
    ),
    entitiesOfCitation: loaderFamily<NamePage, string, readonly PageEntry[]>(
      (page) => JSON.stringify(page),
      async (page, parents) =>
        groupRows(await reader.read(entitiesOfCitations, { ...page, parents }), (row) => {
          const entity = toEntity(row, 2);
          keep(entity);
          return { key: row[1], entity };
        }),
      [],
    ),
    entityCountOfCitation: singleLoader(
      async (parents) => new Map(await reader.read(entityCountOfCitations, { parents })),
      0,
    ),
  };
}
