import { recordOf } from '../model/records.ts';
import { tables, type Table } from '../model/tables.ts';
import type { PackageDescriptor } from './package-descriptor.ts';
import type { Cells, Lookups } from './row-values.ts';
import { pathOfTable, tableRows } from './table-reading.ts';

/** Lookups that learn from the rows as they pass: sources and citations come before what they are looked up for. */
export interface GrowingLookups extends Lookups {
  add(table: Table, cells: Cells): void;
  /** Learns what other packages say of the date of a source. */
  addDate(source: string, publishedOn: string): void;
  /** Whether all rows of a table are needed, also when none of them is to be written. */
  learnsFrom(table: Table): boolean;
}

/** For a package that is no more. */
export const noLookups: GrowingLookups = {
  publishedOn: () => '',
  firstActOn: () => '',
  add: () => undefined,
  addDate: () => undefined,
  learnsFrom: () => false,
};

/** Prepares the lookups of a load. The acts of agreements come after the agreements, so that they are read ahead. */
export async function gatherLookups(directory: string, descriptor: PackageDescriptor): Promise<GrowingLookups> {
  const firstActs = await readFirstActs(directory, descriptor);
  const sourceDates = new Map<string, string>();
  const citationDates = new Map<string, string>();
  return {
    publishedOn: (citation) => citationDates.get(citation) ?? '',
    firstActOn: (agreement) => firstActs.get(agreement)?.on ?? '',
    learnsFrom: ({ name }) => name === recordOf('SOURCE').table || name === recordOf('CITATION').table,
    addDate: (source, publishedOn) => void sourceDates.set(source, publishedOn),
    add({ name }, cells) {
      if (name === recordOf('SOURCE').table) sourceDates.set(cells('id'), cells('publishedOn'));
      if (name === recordOf('CITATION').table) citationDates.set(cells('id'), sourceDates.get(cells('source')) ?? '');
    },
  };
}

interface Act {
  readonly id: string;
  readonly number: number;
  readonly on: string;
}

async function readFirstActs(directory: string, descriptor: PackageDescriptor): Promise<ReadonlyMap<string, Act>> {
  const acts = new Map<string, Act>();
  const table = tables.find(({ name }) => name === recordOf('AGREEMENT_ACT').table);
  if (table === undefined) return acts;
  const at = (column: string) => table.columns.findIndex(({ name }) => name === column);
  const [idAt, agreementAt, numberAt, onAt] = [at('id'), at('agreement'), at('number'), at('on')];
  for await (const { cells } of tableRows(directory, pathOfTable(descriptor, table) ?? '', table)) {
    const act = {
      id: cells[idAt] ?? '',
      agreement: cells[agreementAt] ?? '',
      number: Number(cells[numberAt]),
      on: cells[onAt] ?? '',
    };
    const first = acts.get(act.agreement);
    if (act.on !== '' && (first === undefined || isBefore(act, first))) acts.set(act.agreement, act);
  }
  return acts;
}

/** As the database orders them: of one number, by the id. */
function isBefore(one: Act, other: Act): boolean {
  return one.number < other.number || (one.number === other.number && one.id < other.id);
}
