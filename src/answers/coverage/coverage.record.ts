import type { EntityRecord } from '../../graph/entity-record.ts';

export type Measure = 'PROGRAMS' | 'PEOPLE' | 'PARTNERS';

export interface CoverageMatrixRecord {
  readonly rows: readonly CoverageHeadingRecord[];
  readonly columns: readonly CoverageHeadingRecord[];
  readonly cells: readonly (readonly CoverageCellRecord[])[];
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  readonly total: number;
}

export interface CoverageHeadingRecord {
  readonly entity: EntityRecord;
}

export interface CoverageCellRecord {
  readonly measure: Measure;
  readonly count: number;
  /** What is counted, by name where the request asks for it. */
  readonly ids: readonly string[];
  /** How many entities all cells of its matrix give together, when each gives so many at most. */
  readonly givenInAll: (first: number) => number;
}
