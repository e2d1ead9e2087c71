import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setInterval } from 'node:timers';

import { importPackage } from '../src/dataset/importing.ts';
import { graphAt, openDatabase, packageOf } from './database.ts';

/** What an import needed, of the Node process alone. */
export interface MemoryFigures {
  readonly rows: number;
  readonly milliseconds: number;
  /** Bytes in use after collecting garbage, above those before the import, at the worst moment seen; for a row. */
  readonly heapPerRow: number;
  /** Megabytes of the process at its largest, with garbage and what Node itself takes. */
  readonly largest: number;
}

/** A made-up world of about a million rows. */
const ACTORS = 151_400;
const SAMPLE_EVERY = 250;

/** Imports a million rows in a process of its own and tells what memory that took; minutes. */
export async function measureMemory(): Promise<MemoryFigures> {
  const { directory, remove } = await packageOf(ACTORS);
  const database = await openDatabase();
  try {
    const child = fork(import.meta.filename, [database.uri, directory], {
      execArgv: [...process.execArgv, '--expose-gc'],
    });
    const [answer] = (await once(child, 'message')) as [MemoryFigures];
    return answer;
  } finally {
    await database.stop();
    await remove();
  }
}

async function importHere(uri: string, directory: string): Promise<void> {
  const inUse = () => {
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const graph = graphAt(uri);
  const before = inUse();
  let most = before;
  const sampling = setInterval(() => (most = Math.max(most, inUse())), SAMPLE_EVERY);
  const start = performance.now();
  const imported = await importPackage(graph, directory);
  const milliseconds = performance.now() - start;
  clearInterval(sampling);
  await graph.close();
  if (imported.outcome !== 'loaded') throw new Error(`Expected an import, but the outcome was "${imported.outcome}".`);
  const rows = [...imported.tables.values()].reduce((sum, { added }) => sum + added, 0);
  const figures: MemoryFigures = {
    rows,
    milliseconds,
    heapPerRow: (most - before) / rows,
    largest: process.resourceUsage().maxRSS / 1024,
  };
  process.send?.(figures);
  process.disconnect();
}

const [, file, uri, directory] = process.argv;
if (file === import.meta.filename && uri !== undefined && directory !== undefined) await importHere(uri, directory);
