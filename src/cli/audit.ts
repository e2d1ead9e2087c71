import { auditPackage, type Audit } from '../audit/audit.ts';
import { formatReport, reportAsJson } from '../dataset/format-report.ts';
import type { Report } from '../dataset/problem.ts';
import { exitCodes } from './exit-codes.ts';
import type { ReportLanguage } from './packages.ts';

export interface AuditOptions {
  /** As one line of JSON, in English, with what the text only counts. */
  readonly json?: boolean;
  readonly lang?: ReportLanguage;
}

/** Examines what the rows of a valid package say together, and prints the problems and what comes from each source. */
export async function audit(directory: string, { json = false, lang = 'en' }: AuditOptions): Promise<number> {
  const write = (text: string) => void process.stdout.write(`${text}\n`);
  const outcome = await auditPackage(directory);
  if (outcome.dataPackage === null) {
    write(
      json
        ? JSON.stringify(asInvalid(directory, outcome.report))
        : words[lang].invalid(directory, outcome.report.total),
    );
    return exitCodes.badPackage;
  }
  write(json ? JSON.stringify(asJson(outcome)) : asText(outcome, lang));
  return outcome.report.total === 0 ? exitCodes.done : exitCodes.badPackage;
}

const words = {
  en: {
    invalid: (directory: string, total: number) =>
      `Not audited: ${directory} is not valid yet (${total} ${total === 1 ? 'problem' : 'problems'}). Run validate first, which lists them: sobremesa validate ${directory}`,
    columns: { entities: 'entities', facts: 'facts', claims: 'claims', others: 'others' },
    source: 'source',
    explained: (count: number) =>
      `Without ties, and explained by a claim: ${count}. With --json they are listed, and the counts of each place.`,
  },
  es: {
    invalid: (directory: string, total: number) =>
      `Sin auditar: ${directory} todavía no es válido (${total} ${total === 1 ? 'problema' : 'problemas'}). Ejecute antes validate, que los lista: sobremesa validate ${directory} --lang es`,
    columns: { entities: 'entidades', facts: 'hechos', claims: 'afirmaciones', others: 'otras' },
    source: 'fuente',
    explained: (count: number) =>
      `Sin hechos de trabajo, con una afirmación que dice por qué: ${count}. Con --json se listan, y lo que viene de cada lugar.`,
  },
} as const;

function asInvalid(directory: string, report: Report) {
  return { outcome: 'invalid', ...reportAsJson(report), next: `sobremesa validate ${directory}` };
}

function asJson({ dataPackage: { descriptor, hash }, report, found, explained, sources }: Audit) {
  return {
    outcome: report.total === 0 ? 'clean' : 'problems',
    dataset: descriptor.name,
    version: descriptor.version,
    hash,
    ...reportAsJson(report),
    found,
    explained,
    sources,
  };
}

const columns = ['entities', 'facts', 'claims', 'others'] as const;

/** The problems, how many each check found, and what comes from each source. */
function asText({ report, found, explained, sources }: Audit, lang: ReportLanguage): string {
  const { columns: headings, source, explained: explanation } = words[lang];
  const failing = Object.entries(found).filter(([, total]) => total > 0);
  return [
    formatReport(report, { lang }),
    ...(failing.length === 0 ? [] : [failing.map(([check, total]) => `${check} ${total}`).join(', ')]),
    '',
    line(
      columns.map((column) => headings[column]),
      source,
    ),
    ...sources.map((counts) =>
      line(
        columns.map((column) => String(counts[column])),
        counts.id,
      ),
    ),
    '',
    explanation(explained.length),
  ].join('\n');
}

function line(cells: readonly string[], name: string): string {
  return `${cells.map((cell) => cell.padStart(14)).join('')}  ${name}`;
}
