import { at, type OrderedProblem } from './ordered-problem.ts';

/** Which rules and presences are looked at, and whether points are: the fewer, the more candidates are alike. */
export interface Aspects {
  readonly rules: readonly number[];
  readonly presences: readonly number[];
  readonly points: boolean;
  /** Whether tables are looked at, too, that break these rules. */
  readonly broken: boolean;
}

/**
 * Candidates who need not sit and between whom nothing that is looked at tells, but their ids: in the best table the
 * earliest of them sit, for whoever sits could be exchanged with an earlier one who does not, which is as good and comes
 * first. So a number says who of them sits, and the search never compares tables that differ in names only.
 */
export interface Peers {
  /** Earliest id first. Only as many as can ever sit. */
  readonly members: readonly number[];
  readonly points: number;
  readonly rules: readonly number[];
  readonly presences: readonly number[];
}

/** A rule as it is for the seats that are still open once those sit who must. */
export interface OpenRule {
  readonly rule: number;
  readonly min: number;
  readonly max: number;
}

export interface OpenSeats {
  readonly seats: number;
  /** Those that can still be broken. */
  readonly rules: readonly OpenRule[];
  /** Those whose points are not certain yet. */
  readonly presences: readonly number[];
  readonly peers: readonly Peers[];
}

export function openSeats(problem: OrderedProblem, aspects: Aspects): OpenSeats {
  const required = problem.candidates.map((candidate) => candidate.required);
  const seats = problem.size - required.filter(Boolean).length;
  const sitting = (members: readonly number[]): number => members.filter((member) => at(required, member)).length;
  const rules = aspects.rules.flatMap((rule) => {
    const { members, min, max } = at(problem.rules, rule);
    const already = sitting(members);
    const open = { rule, min: min - already, max: max - already };
    return open.min <= 0 && open.max >= Math.min(seats, members.length - already) ? [] : [open];
  });
  const presences = aspects.presences.filter((presence) => sitting(at(problem.presences, presence).members) === 0);
  return { seats, rules, presences, peers: peersIn(problem, { seats, rules, presences }, aspects) };
}

type Openings = Omit<OpenSeats, 'peers'>;

function peersIn(problem: OrderedProblem, { seats, rules, presences }: Openings, aspects: Aspects): Peers[] {
  const maxOf = new Map(rules.map(({ rule, max }) => [rule, aspects.broken ? seats : max]));
  const open = new Set(presences);
  const alike = new Map<string, { rules: number[]; presences: number[]; members: number[] }>();
  for (const [candidate, { required }] of problem.candidates.entries()) {
    if (required) continue;
    const own = {
      rules: at(problem.rulesOf, candidate).filter((rule) => maxOf.has(rule)),
      presences: at(problem.presencesOf, candidate).filter((presence) => open.has(presence)),
    };
    const key = `${own.rules.join()}|${own.presences.join()}`;
    const group = alike.get(key);
    if (group === undefined) alike.set(key, { ...own, members: [candidate] });
    else group.members.push(candidate);
  }
  return [...alike.values()].flatMap((group) => {
    const most = Math.min(seats, ...group.rules.map((rule) => maxOf.get(rule) ?? seats));
    return byPoints(problem, group.members, Math.max(0, most), aspects.points).map(({ worth, members }) => ({
      ...group,
      points: worth,
      members,
    }));
  });
}

/**
 * Of candidates who differ in points only, those with the most: where no more than `most` of them can sit, another one
 * would have to sit while one with more points does not, and the exchange of the two would be better.
 */
function byPoints(
  { candidates }: OrderedProblem,
  members: readonly number[],
  most: number,
  points: boolean,
): { readonly worth: number; readonly members: number[] }[] {
  const worth = (member: number): number => (points ? at(candidates, member).points : 0);
  const best = [...members].sort((one, other) => worth(other) - worth(one)).slice(0, most);
  const worths = [...new Set(best.map(worth))];
  return worths.map((value) => ({ worth: value, members: best.filter((member) => worth(member) === value) }));
}
