import { sumOf, type IntegerProgram, type Row } from './integer-program.ts';
import { at, type OrderedProblem } from './ordered-problem.ts';
import { openSeats, type OpenSeats, type Peers } from './peers.ts';
import { setTable } from './table.ts';

/**
 * The search for the best table as an integer program: a column for the number of each kind of peers who sit, then one
 * for each presence, which is 1 only if somebody of it sits, and is worth its points.
 */
export interface TableProgram {
  readonly program: IntegerProgram;
  readonly peers: readonly Peers[];
  /** Points that every table has: of those who must sit, and of the presences that they are. */
  readonly certain: number;
  /** Who sits when so many of each kind of peers do: those who must, and the earliest of the peers. */
  readonly seatedBy: (values: readonly number[]) => number[];
}

export function tableProgram(problem: OrderedProblem): TableProgram {
  const open = openSeats(problem, {
    rules: [...problem.rules.keys()],
    presences: [...problem.presences.keys()],
    points: true,
    broken: false,
  });
  const { peers, presences } = open;
  const required = [...problem.candidates.keys()].filter((candidate) => at(problem.candidates, candidate).required);
  return {
    program: {
      columns: [
        ...peers.map(({ members, points }) => ({ least: 0, most: members.length, points })),
        ...presences.map((presence) => ({ least: 0, most: 1, points: at(problem.presences, presence).points })),
      ],
      rows: [...seatRows(open), ...presenceRows(open)],
    },
    peers,
    certain: setTable(problem, required).points,
    seatedBy: (values) => [...required, ...peers.flatMap(({ members }, kind) => members.slice(0, at(values, kind)))],
  };
}

/** Every seat is taken, every rule kept: the columns are the numbers of each kind of peers. */
export function seatRows({ seats, rules, peers }: OpenSeats): Row[] {
  const kinds = kindsBy(peers, (kind) => kind.rules);
  return [
    { terms: sumOf([...peers.keys()]), least: seats, most: seats },
    ...rules.map(({ rule, min, max }) => ({ terms: sumOf(kinds.get(rule) ?? []), least: min, most: max })),
  ];
}

function presenceRows({ peers, presences }: OpenSeats): Row[] {
  const kinds = kindsBy(peers, (kind) => kind.presences);
  return presences.map((presence, index) => ({
    terms: [...sumOf(kinds.get(presence) ?? []), { column: peers.length + index, factor: -1 }],
    least: 0,
    most: Infinity,
  }));
}

function kindsBy(peers: readonly Peers[], groups: (kind: Peers) => readonly number[]): Map<number, number[]> {
  const kinds = new Map<number, number[]>();
  for (const [kind, own] of peers.entries()) {
    for (const group of groups(own)) kinds.set(group, [...(kinds.get(group) ?? []), kind]);
  }
  return kinds;
}
