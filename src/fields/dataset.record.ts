/** A data package that is loaded. */
export interface DatasetRecord {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly hash: string;
  readonly loadedAt: string;
  readonly rows: number;
  readonly licences: readonly string[];
  readonly howToCite: string;
  readonly homeCityId: string;
  readonly homeGovernmentId: string;
}
