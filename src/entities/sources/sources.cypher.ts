import type { Query } from '../../graph/query.ts';

export type DatasetColumns = readonly [
  id: string,
  title: string,
  version: string,
  hash: string,
  loadedAt: string,
  rows: number,
  licences: readonly string[],
  citation: string,
  homeCity: string,
  homeGovernment: string,
];

export const allDatasets: Query<object, DatasetColumns> = {
  name: 'allDatasets',
  text: `MATCH (d:Dataset {state: 'COMPLETE'})
RETURN d.id, d.title, d.version, d.hash, d.loadedAt, d.rows, d.licences, d.citation, d.homeCity, d.homeGovernment
ORDER BY d.id`,
};
