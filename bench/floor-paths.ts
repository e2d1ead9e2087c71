import type { Read } from './floor-answers.ts';

/** Facts of work and from a place to its government, as one would name them by hand. */
const WORK =
  'AFFILIATED_WITH|MEMBER_OF|LISTED_UNDER|RUNS|WITH_PARTNER|UNDER_AGREEMENT|PARTY_TO|COLLABORATES_WITH|CONTRIBUTED_TO|TOOK_PART_IN|RECEIVED|GRANTED|GOVERNS';

const ENDS = `MATCH (a:Entity {id: $from})
MATCH (b:Entity {id: $to})
WITH a, b, toInteger(COUNT { (:Entity) } * 0.02) AS most`;
const PATHS = `allShortestPaths((a)-[:${WORK}*..6]-(b))`;
const AROUND = 'all(n IN nodes(p) WHERE n = a OR n = b OR COUNT { (n)--() } <= most)';
/** The first of several that are as short, and its steps. */
const STEPS = `WITH p
ORDER BY size([r IN relationships(p) WHERE r.basis <> 'STATED']), [n IN nodes(p) | n.sortName], [n IN nodes(p) | n.id]
LIMIT 1
UNWIND range(0, length(p) - 1) AS step
WITH step, nodes(p)[step] AS x, nodes(p)[step + 1] AS y
MATCH (x)-[r:${WORK}]-(y)
RETURN step, x.id, x.name, y.id, y.name, type(r), r.id
ORDER BY step, r.basis DESC, r.id`;

/** Around the hubs from the start, in one statement. */
const around = `${ENDS}
MATCH p = ${PATHS}
WHERE ${AROUND}
${STEPS}`;

/** Without a condition; then the number of hubs on it tells whether it will do. */
const plain = `${ENDS}
MATCH p = ${PATHS}
WHERE none(n IN nodes(p)[1..-1] WHERE COUNT { (n)--() } > most)
${STEPS}`;

/** Hubs on the shortest ways that there are with them. */
const hubs = `${ENDS}
MATCH p = ${PATHS}
UNWIND nodes(p)[1..-1] AS n
WITH DISTINCT n, most
WHERE COUNT { (n)--() } > most
RETURN n.id, n.name
ORDER BY n.sortName, n.id`;

/**
 * Two ends with one shortest path, so that whoever answers gives the same: on which no hub stands, or in whose place one
 * through a hub would be shorter. Of those that were tried, the pair with the longest.
 */
const endsOfPath = (isBare: boolean) => `MATCH (a:Actor)
WHERE COUNT { (a)--() } > 2
WITH a
ORDER BY a.id
LIMIT 120
WITH collect(a) AS actors, toInteger(COUNT { (:Entity) } * 0.02) AS most
UNWIND range(0, size(actors) - 1) AS at
UNWIND range(1, 4) AS next
WITH actors[at] AS a, actors[(at + next * 7) % size(actors)] AS b, most
WHERE a <> b
CALL (a, b, most) {
  MATCH p = ${PATHS}
  WHERE ${AROUND}
  RETURN collect(length(p)) AS lengths
}
WITH a, b, most, lengths
WHERE size(lengths) = 1
CALL (a, b, most) {
  MATCH p = ${PATHS}
  RETURN length(p) AS open, count(p) AS number
}
WITH a, b, lengths[0] AS length, open, number
WHERE ${isBare ? 'open = length AND number = 1' : 'open < length'}
RETURN a.id, b.id
ORDER BY length DESC, a.id, b.id
LIMIT 1`;

export async function pathEnds(read: Read, kind: string) {
  const [row = []] = await read(endsOfPath(kind === 'bare'), {});
  return { from: row[0] ?? null, to: row[1] ?? null };
}

/** The shortest path between two ends; `check` looks without a condition first. */
export async function path(read: Read, from: string, to: string, way: string) {
  return { paths: { paths: await shortest(read, { from, to }, way) } };
}

/** The same with what was left out. */
export async function pathAroundHubs(read: Read, from: string, to: string, way: string) {
  const [paths, left] = await Promise.all([shortest(read, { from, to }, way), read(hubs, { from, to })]);
  return { paths: { paths, leftOut: left.map(([id, name]) => ({ id, name })) } };
}

interface Step {
  readonly from: unknown;
  readonly to: unknown;
  readonly ties: unknown[];
}

async function shortest(read: Read, ends: { readonly from: string; readonly to: string }, way: string) {
  const looked = way === 'check' ? await read(plain, ends) : [];
  const rows = looked.length > 0 ? looked : await read(around, ends);
  const steps: Step[] = [];
  for (const [step, fromId, fromName, toId, toName, tieKind, id] of rows) {
    const known = (steps[Number(step)] ??= {
      from: { id: fromId, name: fromName },
      to: { id: toId, name: toName },
      ties: [],
    });
    known.ties.push({ id, tieKind });
  }
  return steps.length === 0 ? [] : [{ length: steps.length, steps }];
}
