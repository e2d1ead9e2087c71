import type { DataPackage } from '../dataset/checking.ts';
import { pathOfTable, tableRows } from '../dataset/table-reading.ts';
import { recordOf } from '../model/records.ts';
import { tables, type Table } from '../model/tables.ts';
import type { AuditedRow, Cited, Claim, Known } from './check.ts';

/** What the checks know, growing while the rows are read. */
export interface GrowingKnown extends Known {
  readonly publishedOn: Map<string, string>;
  readonly citations: Map<string, Cited>;
}

/** Begins to know a package: its claims, which come after what they are about, are read ahead. */
export async function growingKnown(dataPackage: DataPackage): Promise<GrowingKnown> {
  const claims: Claim[] = [];
  const table = tables.find(({ name }) => name === recordOf('CLAIM').table);
  for await (const { file, line, cell } of table === undefined ? [] : rowsOf(dataPackage, table))
    claims.push({
      file,
      line,
      subject: cell('subject'),
      property: cell('property'),
      value: cell('value'),
      rank: cell('rank'),
    });
  return { claims, publishedOn: new Map(), citations: new Map() };
}

/** Every row of a package, in the order of the model; sources and citations become known as they pass. */
export async function* auditedRows(dataPackage: DataPackage, known: GrowingKnown): AsyncGenerator<AuditedRow> {
  for (const table of tables) {
    for await (const row of rowsOf(dataPackage, table)) {
      learn(known, row);
      yield row;
    }
  }
}

async function* rowsOf({ directory, descriptor }: DataPackage, table: Table): AsyncGenerator<AuditedRow> {
  const file = pathOfTable(descriptor, table) ?? '';
  const at = new Map(table.columns.map(({ name }, position) => [name, position]));
  for await (const { line, cells } of tableRows(directory, file, table))
    yield { table, file, line, cell: (column) => cells[at.get(column) ?? -1] ?? '' };
}

function learn({ publishedOn, citations }: GrowingKnown, { table, cell }: AuditedRow): void {
  const { holds } = table;
  if (holds.what !== 'records') return;
  if (holds.kind === 'SOURCE') publishedOn.set(cell('id'), cell('publishedOn'));
  if (holds.kind === 'CITATION') citations.set(cell('id'), { source: cell('source'), place: cell('place') });
}
