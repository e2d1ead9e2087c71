import { cpus, loadavg, totalmem } from 'node:os';

import type { Figures, Outcome } from './measure.ts';

/** Where the figures were taken: they mean something only beside each other. */
export function machine(): string {
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${processor?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${memory} GB, load ${loadavg()[0]?.toFixed(1) ?? '?'}; Node ${process.version}`;
}

/** The outcomes as a table; times in milliseconds. */
export function table(outcomes: readonly Outcome[]): string {
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

function cellsOf({ name, limit, objects, ours, floor, ratio }: Outcome): readonly string[] {
  const pair = (figure: keyof Figures, digits: number) => [ours[figure].toFixed(digits), floor[figure].toFixed(digits)];
  const verdict = ratio <= limit ? 'ok' : 'missed';
  return [
    name,
    String(objects),
    ...pair('median', 2),
    ratio.toFixed(2),
    `≤ ${limit}`,
    verdict,
    ...pair('p99', 1),
    ...pair('cpu', 2),
    ...pair('statements', 0),
  ];
}
