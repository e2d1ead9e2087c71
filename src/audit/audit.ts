import { validatePackage, type DataPackage } from '../dataset/checking.ts';
import { LISTED, problemList, type Problem, type Report } from '../dataset/problem.ts';
import type { Explained, Examination } from './check.ts';
import { checks } from './checks.ts';
import { countRows, type SourceCounts } from './counts.ts';
import { auditedRows, growingKnown } from './reading.ts';

/** A problem, and the check that found it. */
export interface AuditProblem extends Problem {
  readonly check: string;
}

/** What an audit of a valid package found. */
export interface Audit {
  readonly dataPackage: DataPackage;
  readonly report: Report & { readonly problems: readonly AuditProblem[] };
  /** How many problems each check found, none left out. */
  readonly found: Readonly<Record<string, number>>;
  readonly explained: readonly Explained[];
  readonly sources: readonly SourceCounts[];
}

/** An audit, or how many problems keep the package from being audited. */
export type AuditOutcome = Audit | { readonly dataPackage: null; readonly report: Report };

/** Examines in a valid package what its rows say together, from its files alone. */
export async function auditPackage(directory: string): Promise<AuditOutcome> {
  const { report, dataPackage } = await validatePackage(directory);
  if (dataPackage === null) return { report, dataPackage };
  const known = await growingKnown(dataPackage);
  const explained: Explained[] = [];
  const running = Object.entries(checks).map(([name, check]) => {
    const list = problemList();
    const examination = check(known, {
      problem: ({ file, line }, column, finding) => {
        list.add(file, line, column, finding);
      },
      explained: (entity) => explained.push(entity),
    });
    return { name, list, examination };
  });
  const counts = countRows(known);
  const examinations: readonly Examination[] = [...running.map(({ examination }) => examination), counts];
  for await (const row of auditedRows(dataPackage, known)) for (const { row: show } of examinations) show(row);
  for (const { end } of examinations) end?.();
  const reports = running.map(({ name, list }) => ({ check: name, ...list.report() }));
  return {
    dataPackage,
    report: {
      problems: reports
        .flatMap(({ check, problems }) => problems.map((problem) => ({ check, ...problem })))
        .slice(0, LISTED),
      total: reports.reduce((sum, { total }) => sum + total, 0),
    },
    found: Object.fromEntries(reports.map(({ check, total }) => [check, total])),
    explained,
    sources: counts.sources(),
  };
}
