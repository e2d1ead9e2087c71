import type { Driver } from 'neo4j-driver';
import neo4j from 'neo4j-driver';

import { gatherText, subjectsText, walkText, type ListQuestion } from './floor-lists.ts';
import * as statements from './floor-statements.ts';

type Row = readonly unknown[];

/** Runs a statement; rows are its columns. */
export type Read = (text: string, parameters: object) => Promise<readonly Row[]>;

/** The bare driver: one session and one round trip for a statement. */
export function readerOf(driver: Driver, onStatement: () => void): Read {
  return async (text, parameters) => {
    onStatement();
    const session = driver.session({ database: 'neo4j', defaultAccessMode: neo4j.session.READ });
    const { records } = await session.run(text, parameters);
    void session.close();
    // The driver's records hold their columns in the order of RETURN.
    return records.map((record) => record.map((column: unknown) => column) as Row);
  };
}

/** Actors with their ties, under the same names as the aliases of the query. */
export async function actors(read: Read, ids: readonly string[]) {
  const [names, rows] = await Promise.all([
    read(statements.actorNames, { ids }),
    read(statements.actorsWithTies, { ids }),
  ]);
  const cited = [...new Set(rows.flatMap((row) => row[6] as readonly string[]))];
  const placeOf = new Map(
    (await read(statements.places, { ids: cited })).map(([id, name, detail]) => [
      id,
      { place: typeof detail === 'string' ? `${String(name)}, ${detail}` : name },
    ]),
  );
  const found = new Map(
    names.map(([id, name, aliases]) => [id, { id, name, aliases, ties: { nodes: [] as unknown[] } }]),
  );
  for (const [id, tieKind, basis, leaves, otherId, otherName, citations] of rows) {
    const actor = found.get(id);
    if (actor === undefined) continue;
    const self = { id, name: actor.name };
    const other = { id: otherId, name: otherName };
    const [from, to] = leaves === true ? [self, other] : [other, self];
    actor.ties.nodes.push({
      tieKind,
      basis,
      from,
      to,
      citations: (citations as readonly string[]).map((citation) => placeOf.get(citation)),
    });
  }
  return Object.fromEntries(ids.map((id, index) => [`a${index}`, found.get(id) ?? null]));
}

export async function actorsWith(read: Read, ties: number, first: number) {
  return { ids: (await read(statements.actorsWith, { ties, first })).map(([id]) => id) };
}

export async function point(read: Read, id: string) {
  const [row] = await read(statements.point, { id });
  return { node: row === undefined ? null : { id: row[0], name: row[1], aliases: row[2] } };
}

/** Who has most and who has little of what a question asks about. */
export async function subjects(read: Read, question: ListQuestion) {
  const [row = []] = await read(subjectsText(question), {});
  return { ids: row };
}

const PAGE = 50;

export async function list(read: Read, question: ListQuestion, way: string, id: string) {
  const rows = await read(way === 'walk' ? walkText(question) : gatherText(question), { id });
  const nodes = rows.slice(0, PAGE).map(([listed, name]) => ({ id: listed, name }));
  const answer = { nodes, pageInfo: { hasNextPage: rows.length > PAGE } };
  return { [question.field]: question.below === undefined ? answer : { [question.below]: answer } };
}

export async function memberCount(read: Read, id: string) {
  const [row = []] = await read(statements.memberCount, { id });
  return { node: { members: { totalCount: row[0] } } };
}

/** The first ties of an actor, of all kinds or memberships alone. */
export async function ties(read: Read, id: string, way: string, kind: string) {
  const [gathered, walked] =
    kind === ''
      ? [statements.tiesGathered, statements.tiesWalked]
      : [statements.membershipsGathered, statements.membershipsWalked];
  const rows = await read(way === 'walk' ? walked : gathered, { id });
  const nodes = rows.map(([tieKind, leaves, name, otherId, otherName]) => {
    const [self, other] = [
      { id, name },
      { id: otherId, name: otherName },
    ];
    return leaves === true ? { tieKind, from: self, to: other } : { tieKind, from: other, to: self };
  });
  return { node: { ties: { nodes } } };
}

/** Where the program stands that has a share of all programs before it. */
export async function programAt(read: Read, depth: number) {
  const [row = []] = await read(statements.programAt, { depth });
  return { place: row[0] };
}

export async function busiest(read: Read, what: string) {
  const [row = []] = await read(what === 'network' ? statements.busiestNetwork : statements.busiestActor, {});
  return { id: row[0] };
}

export async function programPage(read: Read, first: number, after: string | undefined) {
  const [key, id] =
    after === undefined ? ['', ''] : (JSON.parse(Buffer.from(after, 'base64url').toString()) as [string, string]);
  const rows = await read(statements.programPage, { key, id, limit: first + 1 });
  const kept = rows.slice(0, first);
  const last = kept.at(-1);
  const endCursor = last === undefined ? null : Buffer.from(JSON.stringify([last[0], last[1]])).toString('base64url');
  const nodes = kept.map((row) => ({
    id: row[1],
    name: row[2],
    origin: row[3],
    table: row[4],
    row: row[5],
    position: row[6],
  }));
  return { programs: { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor } } };
}

/** Programs by axis and body: counted by the database, or in memory from what hangs on what. */
export async function coverage(read: Read, way: string, columnIds: readonly string[]) {
  const [rows, columns, counts] = await Promise.all([
    read(statements.axesInOrder, {}),
    read(statements.bodiesInOrder, { ids: columnIds }),
    way === 'database' ? countedByDatabase(read, columnIds) : countedInMemory(read, columnIds),
  ]);
  const headings = (found: readonly Row[]) => found.map(([id, name]) => ({ entity: { id, name } }));
  return {
    coverage: {
      rows: headings(rows),
      columns: headings(columns),
      cells: rows.map(([row]) =>
        columns.map(([column]) => ({ count: counts.cells.get(`${String(row)} ${String(column)}`) ?? 0 })),
      ),
      rowTotals: rows.map(([id]) => counts.rows.get(id) ?? 0),
      columnTotals: columns.map(([id]) => counts.columns.get(id) ?? 0),
      total: counts.total,
    },
  };
}

async function countedByDatabase(read: Read, ids: readonly string[]) {
  const [cells, rows, columns, [total = []]] = await Promise.all([
    read(statements.coverageCells, { ids }),
    read(statements.coverageRows, { ids }),
    read(statements.coverageColumns, { ids }),
    read(statements.coverageTotal, { ids }),
  ]);
  return {
    cells: new Map(cells.map(([axis, body, count]) => [`${String(axis)} ${String(body)}`, count])),
    rows: new Map(rows.map(([id, count]) => [id, count])),
    columns: new Map(columns.map(([id, count]) => [id, count])),
    total: total[0],
  };
}

async function countedInMemory(read: Read, ids: readonly string[]) {
  const found = await read(statements.coveragePrograms, { ids });
  const cells = new Map<string, number>();
  const columns = new Map<unknown, number>();
  const byRow = new Map<unknown, Set<unknown>>();
  const all = new Set<unknown>();
  const more = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [body, programs, axesOfEach] of found) {
    for (const [at, program] of (programs as readonly string[]).entries()) {
      const under = (axesOfEach as readonly (readonly string[])[])[at] ?? [];
      if (under.length === 0) continue;
      all.add(program);
      more(columns, body);
      for (const axis of under) {
        more(cells, `${axis} ${String(body)}`);
        byRow.set(axis, (byRow.get(axis) ?? new Set()).add(program));
      }
    }
  }
  return { cells, columns, rows: new Map([...byRow].map(([axis, { size }]) => [axis, size])), total: all.size };
}

export async function busiestBodies(read: Read) {
  return { ids: (await read(statements.busiestBodies, {})).map(([id]) => id) };
}

/** The first page of shared partners, with the names of their bodies and programs. */
export async function sharedPartners(read: Read) {
  const rows = await read(statements.sharedPartners, {});
  const named = (ids: unknown, names: unknown) =>
    (ids as readonly string[]).map((id, at) => ({ id, name: (names as readonly string[])[at] }));
  const nodes = rows.map(([id, name, bodyIds, bodyNames, programIds, programNames]) => ({
    partner: { id, name },
    governmentEntities: named(bodyIds, bodyNames),
    programs: named(programIds, programNames),
  }));
  return { sharedPartners: { nodes } };
}

/** Four levels in three round trips; what hangs on a body is read once, however many programs lead to it. */
export async function axes(read: Read, way: string) {
  const first = await read(way === 'walk' ? statements.axesWithProgramsWalked : statements.axesWithPrograms, {});
  const second = await read(statements.bodiesOfPrograms, { ids: distinct(first, 2) });
  const bodies = { ids: distinct(second, 1) };
  const [people, programs] = await Promise.all([
    read(statements.peopleOfBodies, bodies),
    read(statements.programsOfBodies, bodies),
  ]);

  const programsOf = groupedTwice(
    programs,
    ([, id, name]) => ({ id, name, axes: [] as unknown[] }),
    ({ axes }, [, , , id, name]) => axes.push({ id, name }),
  );
  const peopleOf = groupedTwice(
    people,
    ([, id, name]) => ({ id, name, affiliations: [] as unknown[] }),
    ({ affiliations }, [, , , role, id, name]) => affiliations.push({ role, institution: { id, name } }),
  );
  const bodiesOf = grouped(second, ([, id, name]) => ({
    id,
    name,
    people: { nodes: peopleOf.get(id) ?? [] },
    programs: { nodes: programsOf.get(id) ?? [] },
  }));
  const programsUnder = grouped(first, ([, , id, name]) => ({
    id,
    name,
    governmentEntities: { nodes: bodiesOf.get(id) ?? [] },
  }));
  const axisNames = new Map(first.map(([id, name]) => [id, name]));
  return {
    priorityAxes: [...axisNames].map(([id, name]) => ({ id, name, programs: { nodes: programsUnder.get(id) ?? [] } })),
  };
}

/** Members of the groups that the first column names: one for each id in the second, with a part for each of its rows. */
function groupedTwice<Member>(
  rows: readonly Row[],
  member: (row: Row) => Member,
  addPart: (member: Member, row: Row) => void,
): Map<unknown, readonly Member[]> {
  const groups = new Map<unknown, Map<unknown, Member>>();
  for (const row of rows) {
    const [key, id] = row;
    const group = groups.get(key) ?? new Map<unknown, Member>();
    groups.set(key, group);
    const known = group.get(id) ?? member(row);
    group.set(id, known);
    addPart(known, row);
  }
  return new Map([...groups].map(([key, group]) => [key, [...group.values()]]));
}

function distinct(rows: readonly Row[], column: number): readonly unknown[] {
  return [...new Set(rows.map((row) => row[column]))];
}

function grouped<Value>(rows: readonly Row[], value: (row: Row) => Value): Map<unknown, Value[]> {
  const groups = new Map<unknown, Value[]>();
  for (const row of rows) {
    const group = groups.get(row[0]);
    if (group === undefined) groups.set(row[0], [value(row)]);
    else group.push(value(row));
  }
  return groups;
}
