import type { Config } from '../config.ts';
import { joinDatabase } from '../database.ts';
import { validatePackage } from '../dataset/checking.ts';
import type { RowCounts } from '../dataset/comparing.ts';
import { formatReport } from '../dataset/format-report.ts';
import {
  importPackage,
  removePackage,
  type Difference,
  type Imported,
  type ImportOptions,
  type Removed,
} from '../dataset/importing.ts';
import type { Report } from '../dataset/problem.ts';
import type { Graph } from '../graph/graph.ts';
import { exitCodes } from './exit-codes.ts';
import { progress } from './progress.ts';

export interface PackageOptions {
  /** Tells what would be done, and writes nothing. */
  readonly dryRun?: boolean;
  /** As one line of JSON. */
  readonly json?: boolean;
}

/** Checks a data package and prints everything that is wrong with it. */
export async function validate(directory: string): Promise<number> {
  const { report, dataPackage } = await validatePackage(directory);
  process.stdout.write(`${formatReport(report)}\n`);
  if (dataPackage === null) return exitCodes.badPackage;
  const { descriptor, total } = dataPackage;
  process.stdout.write(`${descriptor.title}, version ${descriptor.version}: ${total} rows.\n`);
  const others = descriptor.sobremesa.buildsOn ?? [];
  if (others.length > 0)
    process.stdout.write(
      `Ids that it does not state itself were not checked: they belong to ${others.join(', ')}, and "sobremesa import" looks for them there.\n`,
    );
  return exitCodes.done;
}

/** Checks a data package and writes what differs from the graph, beside a running server too. */
export async function importDirectory(config: Config, directory: string, options: PackageOptions): Promise<number> {
  const imported = await inDatabase(config, options, (graph, given) => importPackage(graph, directory, given));
  return tellOutcome(imported, options, `Mend ${directory} and import it again.`);
}

/** Removes a package from the graph; what other packages state stays. */
export async function removeDataset(config: Config, dataset: string, options: PackageOptions): Promise<number> {
  const removed = await inDatabase(config, options, (graph, given) => removePackage(graph, dataset, given));
  return tellOutcome(removed, options, 'Mend the packages that are named, import them and remove it again.');
}

async function inDatabase<T>(
  config: Config,
  { dryRun = false }: PackageOptions,
  work: (graph: Graph, options: ImportOptions) => Promise<T>,
): Promise<T> {
  const { tell, clear } = progress();
  const database = await joinDatabase(config, tell);
  try {
    return await work(database.graph, {
      isDryRun: dryRun,
      onProgress: (table, rows, total) => tell(`Writing: ${rows} of ${total} rows (${table})`),
    });
  } finally {
    clear();
    await database.close();
  }
}

function tellOutcome(outcome: Imported | Removed, { json = false }: PackageOptions, next: string): number {
  const write = (text: string) => void process.stdout.write(`${text}\n`);
  if (outcome.outcome === 'invalid') {
    if (json) write(JSON.stringify({ outcome: 'invalid', ...problemsOf(outcome.report) }));
    else write(`${formatReport(outcome.report)}\nNothing was written. ${next}`);
    return exitCodes.badPackage;
  }
  write(json ? JSON.stringify(asJson(outcome)) : asText(outcome));
  return exitCodes.done;
}

function problemsOf({ problems, total }: Report) {
  return {
    total,
    problems: problems.map(({ expected, mend, ...problem }) => ({ ...problem, expected: expected.en, mend: mend.en })),
  };
}

type Done = Difference & { readonly outcome: string };

function asJson({ outcome, dataset, hash, tables, milliseconds }: Done) {
  return { outcome, dataset, hash, milliseconds, ...sumOf(tables), tables: Object.fromEntries(tables) };
}

const columns = ['added', 'changed', 'removed', 'unchanged'] as const satisfies readonly (keyof RowCounts)[];

/** The tables in which something differs, the sum of all, and what became of it. */
function asText({ outcome, dataset, hash, tables, milliseconds }: Done): string {
  const differing = [...tables].filter(([, counts]) => counts.added + counts.changed + counts.removed > 0);
  const ofHash = hash === '' ? '' : ` (content hash ${hash})`;
  const ending = {
    unchanged: `Nothing to do: the graph holds exactly this package${ofHash}.`,
    compared: 'Nothing was written: this is what would be done.',
    loaded: `Imported ${dataset} in ${seconds(milliseconds)}${ofHash}.`,
    removed: `Removed ${dataset} in ${seconds(milliseconds)}. What other packages state stays.`,
  }[outcome];
  if (differing.length === 0) return ending ?? '';
  const lines = [...differing, ['all tables', sumOf(tables)] as const].map(([name, counts]) =>
    line(
      columns.map((column) => String(counts[column])),
      name,
    ),
  );
  return [line(columns, 'table'), ...lines, ending].join('\n');
}

function line(cells: readonly string[], name: string): string {
  return `${cells.map((cell) => cell.padStart(10)).join('')}  ${name}`;
}

function sumOf(tables: ReadonlyMap<string, RowCounts>): RowCounts {
  const counts = [...tables.values()];
  const sum = (column: keyof RowCounts) => counts.reduce((total, one) => total + one[column], 0);
  return { added: sum('added'), changed: sum('changed'), removed: sum('removed'), unchanged: sum('unchanged') };
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
