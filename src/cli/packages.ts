import type { Config } from '../config.ts';
import { joinDatabase } from '../database.ts';
import { validatePackage } from '../dataset/checking.ts';
import type { RowCounts } from '../dataset/comparing.ts';
import { DatasetError } from '../dataset/dataset-error.ts';
import { formatReport, reportAsJson } from '../dataset/format-report.ts';
import { importPackage, removePackage, type Imported, type ImportOptions, type Removed } from '../dataset/importing.ts';
import type { Graph } from '../graph/graph.ts';
import { exitCodes } from './exit-codes.ts';
import { progress } from './progress.ts';

export type ReportLanguage = 'es' | 'en';

export interface PackageOptions {
  /** Tells what would be done, and writes nothing. */
  readonly dryRun?: boolean;
  /** As one line of JSON, in English. */
  readonly json?: boolean;
  readonly lang?: ReportLanguage;
}

/** Checks a data package and prints everything that is wrong with it. */
export async function validate(directory: string, lang: ReportLanguage = 'en'): Promise<number> {
  const { report, dataPackage } = await validatePackage(directory);
  process.stdout.write(`${formatReport(report, { lang })}\n`);
  if (dataPackage === null) return exitCodes.badPackage;
  const { descriptor, total } = dataPackage;
  const version = {
    es: `versión ${descriptor.version}: ${total} filas`,
    en: `version ${descriptor.version}: ${total} rows`,
  };
  process.stdout.write(`${descriptor.title}, ${version[lang]}.\n`);
  const others = descriptor.sobremesa.buildsOn ?? [];
  if (others.length > 0) process.stdout.write(`${words[lang].trusted(others.join(', '))}\n`);
  return exitCodes.done;
}

/** Checks a data package and writes what differs from the graph, beside a running server too. */
export async function importDirectory(config: Config, directory: string, options: PackageOptions): Promise<number> {
  const imported = await inDatabase(config, options, (graph, given) => importPackage(graph, directory, given));
  if (imported instanceof DatasetError) return tellFailure(imported, options);
  return tellOutcome(imported, options, words[options.lang ?? 'en'].mendPackage(directory));
}

/** Removes a package from the graph; what other packages state stays. */
export async function removeDataset(config: Config, dataset: string, options: PackageOptions): Promise<number> {
  const removed = await inDatabase(config, options, (graph, given) => removePackage(graph, dataset, given));
  if (removed instanceof DatasetError) return tellFailure(removed, options);
  return tellOutcome(removed, options, words[options.lang ?? 'en'].mendOthers);
}

const words = {
  en: {
    trusted: (others: string) =>
      `Ids that it does not state itself were not checked: they belong to ${others}, and "sobremesa import" looks for them there.`,
    writing: (rows: number, total: number, table: string) => `Writing: ${rows} of ${total} rows (${table})`,
    mendPackage: (directory: string) => `Nothing was written. Mend ${directory} and import it again.`,
    mendOthers: 'Nothing was written. Mend the packages that are named, import them and remove it again.',
    columns: { added: 'added', changed: 'changed', removed: 'removed', unchanged: 'unchanged' },
    table: 'table',
    allTables: 'all tables',
    hash: 'content hash',
    unchanged: 'Nothing to do: the graph holds exactly this package',
    compared: 'Nothing was written: this is what would be done.',
    loaded: (dataset: string, time: string) => `Imported ${dataset} in ${time}`,
    removed: (dataset: string, time: string) => `Removed ${dataset} in ${time}. What other packages state stays.`,
  },
  es: {
    trusted: (others: string) =>
      `Los ids que no están en el paquete no se revisaron: son de ${others}, y "sobremesa import" los busca allí.`,
    writing: (rows: number, total: number, table: string) => `Escribiendo: ${rows} de ${total} filas (${table})`,
    mendPackage: (directory: string) => `No se escribió nada. Corrija ${directory} y cárguelo de nuevo.`,
    mendOthers: 'No se escribió nada. Corrija los paquetes que se nombran, cárguelos y quítelo de nuevo.',
    columns: { added: 'nuevas', changed: 'cambiadas', removed: 'quitadas', unchanged: 'iguales' },
    table: 'tabla',
    allTables: 'todas las tablas',
    hash: 'huella del contenido',
    unchanged: 'Nada que hacer: el grafo tiene exactamente este paquete',
    compared: 'No se escribió nada: esto es lo que se haría.',
    loaded: (dataset: string, time: string) => `Se cargó ${dataset} en ${time}`,
    removed: (dataset: string, time: string) => `Se quitó ${dataset} en ${time}. Queda lo que otros paquetes dicen.`,
  },
} as const;

async function inDatabase<T>(
  config: Config,
  { dryRun = false, lang = 'en' }: PackageOptions,
  work: (graph: Graph, options: ImportOptions) => Promise<T>,
): Promise<T | DatasetError> {
  const { tell, clear } = progress();
  const database = await joinDatabase(config, tell);
  try {
    return await work(database.graph, {
      isDryRun: dryRun,
      onProgress: (table, rows, total) => tell(words[lang].writing(rows, total, table)),
    });
  } catch (cause) {
    if (cause instanceof DatasetError) return cause;
    throw cause;
  } finally {
    clear();
    await database.close();
  }
}

function tellFailure({ words: said }: DatasetError, { lang = 'en' }: PackageOptions): number {
  process.stderr.write(`${said[lang]}\n`);
  return exitCodes.failed;
}

function tellOutcome(outcome: Imported | Removed, { json = false, lang = 'en' }: PackageOptions, next: string): number {
  const write = (text: string) => void process.stdout.write(`${text}\n`);
  if (outcome.outcome === 'invalid') {
    if (json) write(JSON.stringify({ outcome: 'invalid', ...reportAsJson(outcome.report) }));
    else write(`${formatReport(outcome.report, { lang })}\n${next}`);
    return exitCodes.badPackage;
  }
  write(json ? JSON.stringify(asJson(outcome)) : asText(outcome, lang));
  return exitCodes.done;
}

type Done = Exclude<Imported | Removed, { readonly outcome: 'invalid' }>;

function asJson({ outcome, dataset, hash, tables, milliseconds }: Done) {
  return { outcome, dataset, hash, milliseconds, ...sumOf(tables), tables: Object.fromEntries(tables) };
}

const columns = ['added', 'changed', 'removed', 'unchanged'] as const satisfies readonly (keyof RowCounts)[];

/** The tables in which something differs, the sum of all, and what became of it. */
function asText(done: Done, lang: ReportLanguage): string {
  const { columns: headings, table, allTables } = words[lang];
  const differing = [...done.tables].filter(([, counts]) => counts.added + counts.changed + counts.removed > 0);
  if (differing.length === 0) return endingOf(done, lang);
  const lines = [...differing, [allTables, sumOf(done.tables)] as const].map(([name, counts]) =>
    line(
      columns.map((column) => String(counts[column])),
      name,
    ),
  );
  const heading = line(
    columns.map((column) => headings[column]),
    table,
  );
  return [heading, ...lines, endingOf(done, lang)].join('\n');
}

function endingOf({ outcome, dataset, hash, milliseconds }: Done, lang: ReportLanguage): string {
  const said = words[lang];
  const time = `${(milliseconds / 1000).toFixed(1)} s`;
  switch (outcome) {
    case 'unchanged':
      return `${said.unchanged} (${said.hash} ${hash}).`;
    case 'compared':
      return said.compared;
    case 'loaded':
      return `${said.loaded(dataset, time)} (${said.hash} ${hash}).`;
    case 'removed':
      return said.removed(dataset, time);
  }
}

function line(cells: readonly string[], name: string): string {
  return `${cells.map((cell) => cell.padStart(10)).join('')}  ${name}`;
}

function sumOf(tables: ReadonlyMap<string, RowCounts>): RowCounts {
  const counts = [...tables.values()];
  const sum = (column: keyof RowCounts) => counts.reduce((total, one) => total + one[column], 0);
  return { added: sum('added'), changed: sum('changed'), removed: sum('removed'), unchanged: sum('unchanged') };
}
