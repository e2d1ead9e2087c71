import { sumOf, type Column, type IntegerProgram, type Row, type Term } from './integer-program.ts';
import type { Optimiser } from './optimiser.ts';
import { at } from './ordered-problem.ts';
import { reachableValues } from './reachable-values.ts';
import type { TableProgram } from './table-program.ts';

/** What is left to decide between the tables with the most points. */
export interface OpenQuestion {
  /** The candidates whom some tables with so many points may seat and others not, by id. */
  readonly undecided: readonly number[];
  /** Who sits at all those tables. */
  readonly decided: readonly number[];
  /** A column for each who is undecided, 1 if that one sits; then one for each presence. */
  readonly program: IntegerProgram;
}

/** Leaves out who sits at all tables with so many points, and who at none. */
export function openQuestion(optimiser: Optimiser, model: TableProgram, points: number): OpenQuestion {
  const { program, peers, certain, seatedBy } = model;
  const ranges = reachableValues(program, optimiser.prices(program), points - certain);
  const undecided = peers
    .flatMap(({ members }, kind) => {
      const { least, most } = at(ranges, kind);
      return members.slice(least, most).map((candidate) => ({ candidate, kind }));
    })
    .sort((one, other) => one.candidate - other.candidate);
  const columnsOf: number[][] = peers.map(() => []);
  for (const [column, { kind }] of undecided.entries()) at(columnsOf, kind).push(column);
  const presences = ranges.slice(peers.length);
  const parts = [
    ...columnsOf.map((columns, kind) => ({ base: at(ranges, kind).least, columns })),
    ...presences.map((_, index) => ({ base: 0, columns: [undecided.length + index] })),
  ];
  return {
    undecided: undecided.map(({ candidate }) => candidate),
    decided: seatedBy(ranges.map(({ least }) => least)),
    program: {
      columns: [...undecided.map(() => ONE_OR_ZERO), ...presences.map((range) => ({ ...range, points: 0 }))],
      rows: [
        ...program.rows.map((row) => expandRow(row, parts)),
        expandRow(pointsRow(program, points - certain), parts),
        // Of peers the earlier ones sit, here as in the program of the table.
        ...columnsOf.flatMap((columns) => columns.slice(1).map((column, index) => inTurn(at(columns, index), column))),
      ],
    },
  };
}

/** What a column of the program of the table has become: a number, and columns whose sum is added to it. */
interface Part {
  readonly base: number;
  readonly columns: readonly number[];
}

const ONE_OR_ZERO: Column = { least: 0, most: 1, points: 0 };

function expandRow({ terms, least, most }: Row, parts: readonly Part[]): Row {
  const base = terms.reduce((sum, { column, factor }) => sum + factor * at(parts, column).base, 0);
  const expanded = terms.flatMap(({ column, factor }) => sumOf(at(parts, column).columns, factor));
  return { terms: expanded, least: least - base, most: most - base };
}

function pointsRow({ columns }: IntegerProgram, points: number): Row {
  const terms = columns.map((column, index) => ({ column: index, factor: column.points }));
  return { terms: terms.filter(({ factor }) => factor > 0), least: points, most: Infinity };
}

function inTurn(earlier: number, later: number): Row {
  const terms: Term[] = [
    { column: earlier, factor: 1 },
    { column: later, factor: -1 },
  ];
  return { terms, least: 0, most: Infinity };
}
