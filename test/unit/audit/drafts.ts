import { auditPackage, type Audit, type AuditProblem } from '../../../src/audit/audit.ts';
import type { AuditedRow } from '../../../src/audit/check.ts';
import { formatReport } from '../../../src/dataset/format-report.ts';
import { tables } from '../../../src/model/tables.ts';
import { smallPackage, withRow, withRows, writePackage, type PackageDraft, type Row } from '../../support/packages.ts';

export const cited = { citations: 'citation:report/1' };
export const stated = { basis: 'STATED', ...cited };

const untied = [
  'beto-rio',
  'facultad-de-mareas',
  'gobierno-de-puerto-claro',
  'programa-mareas',
  'convenio-de-mareas',
  'feria-de-mareas',
  'consulta',
];

/** A package that the audit finds nothing in: the small one, with the reason why so many of its things have no ties. */
export const clean: PackageDraft = withRows(smallPackage, 'claims', (rows) => [
  ...rows,
  ...untied.map((id) => withoutTies(id)),
]);

/** A claim that tells why an entity has no ties. */
export function withoutTies(subject: string, cells: Row = {}): Row {
  return {
    id: `claim:${subject}/without-ties`,
    subject,
    property: 'withoutTies',
    value: 'solo como ejemplo',
    rank: 'PREFERRED',
    ...cited,
    ...cells,
  };
}

/** An organization that needs no ties. */
export function withOrganization(draft: PackageDraft, id: string, cells: Row): PackageDraft {
  const row = { id, organizationType: 'OTHER', ...cited, ...cells };
  return withRow(withRow(draft, 'organizations', row), 'claims', withoutTies(id));
}

/** Audits a package, which must be valid. */
export async function auditOf(draft: PackageDraft): Promise<Audit> {
  const outcome = await auditPackage(await writePackage(draft));
  if (outcome.dataPackage === null) throw new Error(formatReport(outcome.report));
  return outcome;
}

/** What an audit finds, in short: the check, the place and the value. */
export async function foundIn(draft: PackageDraft): Promise<readonly string[]> {
  return (await auditOf(draft)).report.problems.map(short);
}

function short({ check, file, line, column, value }: AuditProblem): string {
  return [check, `${file}:${line ?? ''}`, column ?? '-', value ?? '-'].join(' · ');
}

/** A row as a check is shown it, without files. */
export function rowOf(name: string, line: number, cells: Row): AuditedRow {
  const table = tables.find((one) => one.name === name);
  if (table === undefined) throw new Error(`Expected a table of the model, but got ${name}.`);
  return { table, file: `${name}.csv`, line, cell: (column) => cells[column] ?? '' };
}
