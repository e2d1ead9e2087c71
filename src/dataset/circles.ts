import type { Table } from '../model/tables.ts';
import { tieOf } from '../model/ties.ts';
import type { Compared, StatedRow } from './comparing.ts';
import { cycleCheck } from './cycle-check.ts';
import type { Finding } from './problem.ts';
import { storedRows } from './stored-rows.ts';
import { fileOfTable } from './table-reading.ts';

/** Finds circles that only the parts of several packages form together: each package alone is free of them. */
interface Circles {
  add(row: StatedRow): void;
  /** Looks at the other packages and notes what was found. */
  check(): Promise<void>;
}

/** `null` for a table whose rows may form circles, and where there is no other package. */
export function circlesBeside(compared: Compared, table: Table): Circles | null {
  const { graph, dataset, dataPackage, others, problems } = compared;
  const { holds } = table;
  if (holds.what !== 'ties' || holds.kind !== 'PART_OF' || others.length === 0) return null;
  const { from, to } = tieOf(holds.kind);
  const file = fileOfTable(dataPackage?.descriptor, table);
  const lines = new Map<string, number>();
  const circles = cycleCheck(
    () => true,
    (row) => [row.cell(from.column), row.cell(to.column)],
    (_, path) => {
      const [line = null] = path.flatMap((part, at) => lines.get(pair(part, path[at + 1])) ?? []);
      problems.add(file, line, to.column, inCircle(path));
    },
  );
  // The columns of every table of ties begin with the id and the two ends.
  const step = (line: number, [, start = '', end = '']: readonly string[]) =>
    circles.check({ line, cell: (column) => (column === from.column ? start : end) });
  return {
    add({ line, cells }) {
      lines.set(pair(cells[1], cells[2]), line);
      step(line, cells);
    },
    async check() {
      for await (const { cells, datasets } of storedRows(graph, table))
        if (datasets.some((id) => id !== dataset)) step(0, cells);
      circles.end?.();
    },
  };
}

function pair(part = '', whole = ''): string {
  return `${part} ${whole}`;
}

function inCircle(path: readonly string[]): Finding {
  return {
    value: path.join(' → '),
    expected: {
      es: 'partes que no formen un círculo con las de otros paquetes',
      en: 'parts that form no circle with those of other packages',
    },
    mend: { es: 'quite o corrija una de las filas del círculo', en: 'remove or correct one of the rows of the circle' },
  };
}
