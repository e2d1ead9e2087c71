/**
 * Measures the search for tables of 25 by number of candidates, with ten quotas, some hundred presences, and one seat for
 * each institution:
 *
 *     npm run bench:seating
 *
 * Of both times the one of the processor says more where the machine has other work to do.
 */
import type { Seater, SeatingProblem, SeatingRule } from '../src/answers/invitations/seating-problem.ts';
import { createSeater } from '../src/answers/invitations/seating/create-seater.ts';
import { randomOf } from './generated/random.ts';

const SIZES = [80, 500, 2000];
const KINDS = ['with a focus', 'without a focus', 'impossible'] as const;
const REPEATS = 7;

type Kind = (typeof KINDS)[number];

interface Figures {
  /** Milliseconds until the answer. */
  readonly taken: number;
  /** Milliseconds of the processor, in all threads. */
  readonly computed: number;
}

for (const candidates of SIZES) {
  const seater = createSeater({ pause: 0 });
  const first = await measure(seater, tableOf(candidates, 'with a focus', 0), 'seated');
  console.log(`${candidates} candidates, milliseconds (of the processor):`);
  console.log(`  the first, with the start of its thread: ${shown(first)}`);
  for (const kind of KINDS) {
    const figures: Figures[] = [];
    for (let seed = 1; seed <= REPEATS; seed += 1) {
      const problem = tableOf(candidates, kind, seed);
      figures.push(await measure(seater, problem, kind === 'impossible' ? 'impossible' : 'seated'));
    }
    figures.sort((one, other) => one.computed - other.computed);
    console.log(`  ${kind}: median ${shown(figures[(REPEATS - 1) / 2])}, longest ${shown(figures.at(-1))}`);
  }
  await seater.close();
}

async function measure(seater: Seater, problem: SeatingProblem, expected: string): Promise<Figures> {
  const before = process.cpuUsage();
  const start = performance.now();
  const answer = await seater.seat(problem);
  const taken = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  if (answer.outcome !== expected)
    throw new Error(`Expected a problem that is ${expected}, but it is ${answer.outcome}.`);
  if (answer.outcome === 'seated' && !answer.provenOptimal) console.log('  (the next one was not proven)');
  return { taken, computed: (user + system) / 1000 };
}

function shown(figures: Figures | undefined): string {
  return figures === undefined ? '–' : `${figures.taken.toFixed(0)} (${figures.computed.toFixed(0)})`;
}

/** Made-up people of four sectors, ten axes, thirty themes, sixty places, and an institution for each three. */
function tableOf(count: number, kind: Kind, seed: number): SeatingProblem {
  const random = randomOf(`seating ${count} ${seed}`);
  const lists = (length: number): number[][] => Array.from({ length }, () => []);
  const institutions = lists(Math.max(60, Math.round(count * 0.3)));
  const sectorOf = institutions.map(() => (random.chance(0.45) ? 0 : 1 + random.below(3)));
  const [sectors, axes, themes, places] = [lists(4), lists(10), lists(30), lists(60)];
  const candidates = Array.from({ length: count }, (_, index) => {
    const institution = random.below(institutions.length);
    const sector = sectorOf[institution] ?? 0;
    institutions[institution]?.push(index);
    sectors[sector]?.push(index);
    for (const axis of new Set([random.below(10), random.below(10)])) axes[axis]?.push(index);
    for (const theme of new Set([random.below(30), random.below(30)])) themes[theme]?.push(index);
    if (random.chance(0.5)) random.pick(places).push(index);
    const points = kind === 'without a focus' ? 0 : Math.floor(random.next() * random.next() * 60);
    return {
      id: `person-${random.below(1e9)}-${index}`,
      points,
      required: index === 0,
      profile: `${sector}`,
      guest: false,
    };
  });
  const quota = (members: readonly number[] | undefined, min: number, max: number | null = null): SeatingRule => ({
    members: members ?? [],
    min,
    max,
  });
  const present = (groups: readonly number[][], points: number) =>
    groups.filter((members) => members.length > 0).map((members) => ({ members, points }));
  return {
    size: 25,
    candidates,
    rules: [
      quota(sectors[0], kind === 'impossible' ? 15 : 3, kind === 'impossible' ? null : 8),
      quota(sectors[1], 4),
      quota(sectors[2], kind === 'impossible' ? 8 : 3, 9),
      quota(sectors[3], 3),
      quota(axes[2], 7),
      quota(axes[3], 4, 12),
      ...[0, 1, 2, 3].map((theme) => quota(themes[theme], 1, 4)),
      ...institutions.map((members) => quota(members, 0, 1)),
    ],
    presences: [...present(axes, 20), ...present(sectors, 20), ...present(themes, 5), ...present(places, 3)],
    alternates: 3,
  };
}
