import { cpus, loadavg, totalmem } from 'node:os';

import type { Size } from './database.ts';
import type { MemoryFigures } from './import-memory.ts';
import type { ImportFigures } from './imports.ts';
import type { Effort, Figures, Outcome } from './measure.ts';

/** An operation on a graph, as the ours, and on a smaller one, as the floor. */
export interface GrowthOutcome {
  readonly small: Size;
  readonly large: Size;
  readonly outcome: Outcome;
}

/** What was measured at one size. */
export interface Table {
  readonly size: Size;
  readonly outcomes: readonly Outcome[];
}

/** What a run measured. */
export interface Results {
  readonly tables?: readonly Table[];
  readonly growth?: readonly GrowthOutcome[];
  readonly imports?: { readonly size: Size; readonly figures: ImportFigures }[];
  readonly memory?: MemoryFigures;
}

/** Prints what was measured, as tables or as JSON. */
export function print(results: Results, { json, blocks, requests }: Effort & { readonly json?: true }): void {
  if (json === true) {
    console.log(JSON.stringify({ machine: machine(), ...results }, null, 2));
    return;
  }
  console.log(machine());
  for (const { size, outcomes } of results.tables ?? [])
    console.log(
      `\n${named(size)}; one request at a time; ${blocks} blocks of ${requests} to each side; milliseconds.\n\n${table(outcomes)}`,
    );
  for (const { small, large, outcome } of results.growth ?? [])
    console.log(
      `\n${outcome.name}, ${named(large)} against ${named(small)}: ${outcome.ours.median.toFixed(2)} ms / ${outcome.floor.median.toFixed(2)} ms = ${outcome.ratio.toFixed(2)} (≤ ${outcome.limit}, ${verdictOf(outcome)})`,
    );
  for (const { size, figures } of results.imports ?? []) console.log(`\n${importLines(size, figures)}`);
  if (results.memory !== undefined) console.log(`\n${memoryLines(results.memory)}`);
}

const FIRST_LOAD = 0.85;
const BYTES_A_ROW = 300;

function importLines(size: Size, { rows, checking, firstLoad, bareLoop, changed, unchanged }: ImportFigures): string {
  const perSecond = (milliseconds: number) => `${Math.round((rows / milliseconds) * 1000)} rows/s`;
  const share = bareLoop / firstLoad;
  return [
    `Imports, ${named(size)}, ${rows} rows`,
    `  check        ${Math.round(checking)} ms`,
    `  first load   ${Math.round(firstLoad)} ms, ${perSecond(firstLoad)}`,
    `  bare UNWIND  ${Math.round(bareLoop)} ms, ${perSecond(bareLoop)}; first load reaches ${share.toFixed(2)} of it (≥ ${FIRST_LOAD}, ${share >= FIRST_LOAD ? 'ok' : 'missed'})`,
    ...(changed === null
      ? []
      : [`  1 % changed  ${Math.round(changed.milliseconds)} ms with the check, ${changed.rows} rows differ`]),
    `  unchanged    ${Math.round(unchanged)} ms with the check`,
  ].join('\n');
}

function memoryLines({ rows, milliseconds, heapPerRow, largest }: MemoryFigures): string {
  return [
    `Memory of an import of ${rows} rows, ${Math.round(milliseconds / 1000)} s`,
    `  in use at the worst moment  ${Math.round(heapPerRow)} bytes a row (≤ ${BYTES_A_ROW}, ${heapPerRow <= BYTES_A_ROW ? 'ok' : 'missed'})`,
    `  process at its largest      ${Math.round(largest)} MB`,
  ].join('\n');
}

function named(size: Size): string {
  return size === 'seed' ? 'the seeds' : `${size} actors`;
}

/** Where the figures were taken: they mean something only beside each other. */
function machine(): string {
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${processor?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${memory} GB, load ${loadavg()[0]?.toFixed(1) ?? '?'}; Node ${process.version}`;
}

/** The outcomes as a table; times in milliseconds. */
function table(outcomes: readonly Outcome[]): string {
  const rows = [headings, ...outcomes.map(cellsOf)];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
  return [...lines.slice(0, 1), widths.map((width) => '─'.repeat(width)).join('  '), ...lines.slice(1)].join('\n');
}

const headings = [
  'operation',
  'objects',
  'ours ms',
  'floor ms',
  'ratio',
  'limit',
  '',
  'p99 ours',
  'floor',
  'CPU ours',
  'floor',
  'statements ours',
  'floor',
];

function cellsOf(outcome: Outcome): readonly string[] {
  const { name, limit, objects, ours, floor, ratio } = outcome;
  const pair = (figure: keyof Figures, digits: number) => [ours[figure].toFixed(digits), floor[figure].toFixed(digits)];
  return [
    name,
    String(objects),
    ...pair('median', 2),
    ratio.toFixed(2),
    `≤ ${limit}`,
    verdictOf(outcome),
    ...pair('p99', 1),
    ...pair('cpu', 2),
    ...pair('statements', 0),
  ];
}

function verdictOf({ ratio, limit }: Outcome): string {
  return ratio <= limit ? 'ok' : 'missed';
}
