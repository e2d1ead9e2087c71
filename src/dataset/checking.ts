import { join } from 'node:path';

import { tables, type Table } from '../model/tables.ts';
import { contentHash, type ContentHash } from './content-hash.ts';
import { checkDeclaration } from './declaration-checks.ts';
import { isReadable } from './file-checks.ts';
import { idIndex } from './id-index.ts';
import { idCheck, type Known } from './link-checks.ts';
import { DESCRIPTOR_FILE, readDescriptor, type PackageDescriptor } from './package-descriptor.ts';
import { problemList, type Finding, type ProblemList, type Report } from './problem.ts';
import { tableChecker } from './table-checks.ts';
import { pathOfTable, tableRows } from './table-reading.ts';

/** A package of which every row has been checked. */
export interface DataPackage {
  readonly directory: string;
  readonly descriptor: PackageDescriptor;
  /** Hash of what it says, whatever the form of its files. */
  readonly hash: string;
  /** Number of rows of each table. */
  readonly rows: ReadonlyMap<string, number>;
  readonly total: number;
}

interface CheckedPackage {
  readonly report: Report;
  /** `null` where the report has problems. */
  readonly dataPackage: DataPackage | null;
}

/** Checks everything about the data package in a folder and reports all problems together; throws for none of them. */
export async function validatePackage(directory: string): Promise<CheckedPackage> {
  const problems = problemList();
  const descriptor = await readDescriptor(directory, problems);
  if (descriptor === null) return { report: problems.report(), dataPackage: null };
  checkDeclaration(descriptor, problems);
  const known: Known = { ids: idIndex(), incomplete: new Set(), sourceOfPlace: new Map() };
  const hash = contentHash();
  const rows = new Map<string, number>();
  // One after the other in the order of the model: a table refers to the ids of the tables before it.
  for (const [number, table] of tables.entries()) {
    rows.set(table.name, await checkTable({ directory, descriptor, known, hash, problems }, table, number));
  }
  checkHome(descriptor, known, problems);
  const report = problems.report();
  if (report.total > 0) return { report, dataPackage: null };
  const total = [...rows.values()].reduce((sum, count) => sum + count, 0);
  return { report, dataPackage: { directory, descriptor, hash: hash.digest(descriptor), rows, total } };
}

interface Checking {
  readonly directory: string;
  readonly descriptor: PackageDescriptor;
  readonly known: Known;
  readonly hash: ContentHash;
  readonly problems: ProblemList;
}

/** Checks a table and returns how many rows it has. */
async function checkTable(
  { directory, descriptor, known, hash, problems }: Checking,
  table: Table,
  number: number,
): Promise<number> {
  const path = pathOfTable(descriptor, table);
  if (path === undefined || !(await isReadable(join(directory, path), path, problems))) {
    known.incomplete.add(number);
    return 0;
  }
  // Until a header with ids has come: what refers to the table is then not to blame.
  known.incomplete.add(number);
  const checker = tableChecker({ table, number, path, fields: fieldsOf(descriptor, table), known, problems });
  let rows = 0;
  const reading = tableRows(directory, path, table, {
    onHeader(names) {
      if (names.includes('id')) known.incomplete.delete(number);
      checker.header(names);
    },
    onSkipped: ({ line, finding }) => {
      known.incomplete.add(number);
      problems.add(path, line, null, finding);
    },
  });
  for await (const row of reading) {
    checker.row(row);
    hash.addRow(table.name, row.cells);
    rows += 1;
  }
  checker.end();
  return rows;
}

function fieldsOf(descriptor: PackageDescriptor, table: Table) {
  return descriptor.resources.find(({ name }) => name === table.name)?.schema.fields ?? [];
}

/** The descriptor names entities of the package itself. */
function checkHome({ sobremesa }: PackageDescriptor, known: Known, problems: ProblemList): void {
  const note = (property: string, finding: Finding | null) => {
    if (finding !== null) problems.add(DESCRIPTOR_FILE, null, `sobremesa.${property}`, finding);
  };
  note('homeCity', idCheck(['cities'], known)(sobremesa.homeCity));
  note('homeGovernment', idCheck(['government-entities'], known)(sobremesa.homeGovernment));
  note('planner.governmentSector', idCheck(['sectors'], known)(sobremesa.planner.governmentSector));
}
