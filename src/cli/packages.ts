import type { Config } from '../config.ts';
import { joinDatabase } from '../database.ts';
import { validatePackage } from '../dataset/checking.ts';
import { formatReport } from '../dataset/format-report.ts';
import { importPackage, type Imported } from '../dataset/importing.ts';
import { exitCodes } from './exit-codes.ts';
import { progress } from './progress.ts';

/** Checks a data package and prints everything that is wrong with it. */
export async function validate(directory: string): Promise<number> {
  const { report, dataPackage } = await validatePackage(directory);
  process.stdout.write(`${formatReport(report)}\n`);
  if (dataPackage === null) return exitCodes.badPackage;
  process.stdout.write(
    `${dataPackage.descriptor.title}, version ${dataPackage.descriptor.version}: ${dataPackage.total} rows.\n`,
  );
  return exitCodes.done;
}

/** Checks a data package and loads it, beside a running server too. */
export async function importDirectory(config: Config, directory: string): Promise<number> {
  const { tell, clear } = progress();
  const database = await joinDatabase(config, tell);
  try {
    const imported = await importPackage(database.graph, directory, {
      onProgress: (table, rows, total) => tell(`Loading: ${rows} of ${total} rows (${table})`),
    });
    clear();
    return tellOutcome(imported, directory);
  } finally {
    clear();
    await database.close();
  }
}

function tellOutcome(imported: Imported, directory: string): number {
  if (imported.outcome === 'invalid') {
    process.stdout.write(
      `${formatReport(imported.report)}\nNothing was written. Mend ${directory} and import it again.\n`,
    );
    return exitCodes.badPackage;
  }
  const hash = `content hash ${imported.hash}`;
  if (imported.outcome === 'unchanged') {
    process.stdout.write(`Nothing to do: the graph holds exactly this package (${hash}).\n`);
    return exitCodes.done;
  }
  const filled = [...imported.counts].filter(([, rows]) => rows > 0);
  const total = filled.reduce((sum, [, rows]) => sum + rows, 0);
  const lines = filled.map(([table, rows]) => `  ${String(rows).padStart(7)}  ${table}`);
  process.stdout.write(
    `Loaded ${total} rows in ${(imported.milliseconds / 1000).toFixed(1)} s (${hash}):\n${lines.join('\n')}\n`,
  );
  return exitCodes.done;
}
