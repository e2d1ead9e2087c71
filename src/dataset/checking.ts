import { join } from 'node:path';

import { tables, type Table } from '../model/tables.ts';
import { canonicalCells } from './cell-text.ts';
import { packageHash, tableHash } from './content-hash.ts';
import { checkDeclaration } from './declaration-checks.ts';
import { isReadable } from './file-checks.ts';
import { idIndex } from './id-index.ts';
import { idCheck, numberOfTable, type Known } from './link-checks.ts';
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
  /** Every table of the model, by name. */
  readonly tables: ReadonlyMap<string, TableContent>;
  /** Number of rows of all tables. */
  readonly total: number;
}

/** What a table of a package holds. */
export interface TableContent {
  readonly rows: number;
  /** Hash of what they say. */
  readonly hash: string;
}

interface CheckedPackage {
  readonly report: Report;
  /** `null` where the report has problems. */
  readonly dataPackage: DataPackage | null;
}

/** The ids that other packages state, for a package that builds on them. */
export type IdsOf = (datasets: readonly string[]) => AsyncIterable<{ readonly table: string; readonly id: string }>;

/**
 * Checks everything about the data package in a folder and reports all problems together; throws for none of them.
 * Of a package that builds on others, ids that it does not state itself are looked for in `idsOf`; without it, as
 * where there is no graph, they are taken on trust.
 */
export async function validatePackage(directory: string, idsOf?: IdsOf): Promise<CheckedPackage> {
  const problems = problemList();
  const descriptor = await readDescriptor(directory, problems);
  if (descriptor === null) return { report: problems.report(), dataPackage: null };
  checkDeclaration(descriptor, problems);
  const known: Known = { ids: idIndex(), incomplete: new Set(), trustsOthers: false, sourceOfPlace: new Map() };
  await learnIds(descriptor.sobremesa.buildsOn?.filter((id) => id !== descriptor.name) ?? [], known, idsOf);
  const contents = new Map<string, TableContent>();
  // One after the other in the order of the model: a table refers to the ids of the tables before it.
  for (const [number, table] of tables.entries()) {
    contents.set(table.name, await checkTable({ directory, descriptor, known, problems }, table, number));
  }
  checkHome(descriptor, known, problems);
  const report = problems.report();
  if (report.total > 0) return { report, dataPackage: null };
  const total = [...contents.values()].reduce((sum, { rows }) => sum + rows, 0);
  const hash = packageHash(
    descriptor,
    [...contents].map(([name, content]) => [name, content.hash]),
  );
  return { report, dataPackage: { directory, descriptor, hash, tables: contents, total } };
}

/** Learns which ids the rows may name beside their own. */
async function learnIds(buildsOn: readonly string[], known: Known, idsOf: IdsOf | undefined): Promise<void> {
  if (buildsOn.length === 0) return;
  if (idsOf === undefined) known.trustsOthers = true;
  else for await (const { table, id } of idsOf(buildsOn)) known.ids.learn(id, numberOfTable(table));
}

interface Checking {
  readonly directory: string;
  readonly descriptor: PackageDescriptor;
  readonly known: Known;
  readonly problems: ProblemList;
}

/** Checks a table and returns what it holds. */
async function checkTable(
  { directory, descriptor, known, problems }: Checking,
  table: Table,
  number: number,
): Promise<TableContent> {
  const hash = tableHash();
  const path = pathOfTable(descriptor, table);
  if (path === undefined || !(await isReadable(join(directory, path), path, problems))) {
    known.incomplete.add(number);
    return { rows: 0, hash: hash.digest() };
  }
  // Until a header with ids has come: what refers to the table is then not to blame.
  known.incomplete.add(number);
  const canonical = canonicalCells(table.columns);
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
    hash.addRow(canonical(row.cells));
    rows += 1;
  }
  checker.end();
  return { rows, hash: hash.digest() };
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
