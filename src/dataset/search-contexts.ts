import { kindOfLabel, labelOf } from '../graph/entity-record.ts';
import type { Graph } from '../graph/graph.ts';
import type { Query } from '../graph/query.ts';
import { kindOf, type EntityKind } from '../model/kinds.ts';
import { contextWords, ownWords, plainWords, SEARCH_FORM } from '../model/search-words.ts';
import { tieOf, type TieKind } from '../model/ties.ts';
import type { TableChange } from './comparing.ts';
import type { Run, Together } from './transactions.ts';

const PAGE = 5000;

/** Kinds and facts whose rows may change by which words a person is found: roles, institutions and what these are part of. */
const kinds: readonly EntityKind[] = ['PERSON', 'ORGANIZATION', 'GOVERNMENT_ENTITY', 'NETWORK'];
const facts: readonly TieKind[] = ['AFFILIATED_WITH', 'PART_OF'];
const tables: ReadonlySet<string> = new Set([
  ...kinds.map((kind) => kindOf(kind).table),
  ...facts.map((kind) => tieOf(kind).table),
]);

/** Whether what an import writes to a table may change by which roles and institutions people are found. */
export function changesContexts({ table, created, changed, removed, shared }: TableChange): boolean {
  if (!tables.has(table.name)) return false;
  return created === 'all' || created.size + changed.size + removed.length + shared.length > 0;
}

/** What a person is found by besides the names. Rows: id, words as they are, roles and institutions. */
const personContexts = {
  name: 'personContexts',
  text: `MATCH (n:Person)
USING INDEX SEEK n:Person(id)
WHERE n.id > $after
WITH n
ORDER BY n.id
LIMIT toInteger($limit)
RETURN n.id, n.contextWords, COLLECT { MATCH (n)-[r:AFFILIATED_WITH]->(body) RETURN [r.role, body.id] }`,
};

/** The words of some bodies and of what they are part of: of many people in one body they are asked once. */
const bodyWords = {
  name: 'bodyWords',
  text: `UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN id, COLLECT { MATCH (n)-[:PART_OF*0..8]->(body) RETURN DISTINCT body.searchWords }`,
};

const setContexts = {
  name: 'setContexts',
  text: `UNWIND $rows AS row
MATCH (n:Person {id: row[0]})
SET n.contextWords = row[1]`,
};

/**
 * Gives every person the words of the roles and of the institutions, with what these are part of, by which the search
 * finds people too. All people are looked at, and those written whose words differ: one body may be above thousands.
 */
export async function settleContexts(together: Together): Promise<void> {
  const words: BodyWords = new Map();
  const place: { after: string | null } = { after: '' };
  while (place.after !== null) {
    const { after } = place;
    await together(PAGE, async (run) => {
      place.after = await settlePage(run, after, words);
    });
  }
}

/** By the id of a body, its words and those of what it is part of. */
type BodyWords = Map<string, string>;

/** Settles a page of people; gives the last of them, or `null` when there are no more. */
async function settlePage(run: Run, after: string, words: BodyWords): Promise<string | null> {
  const page = await run(personContexts.name, personContexts.text, { after, limit: PAGE });
  // Columns of `personContexts`.
  const people = page as readonly PersonRow[];
  await learnWords(run, people, words);
  const rows = people.flatMap((person) => contextRow(person, words));
  if (rows.length > 0) await run(setContexts.name, setContexts.text, { rows });
  return people.length < PAGE ? null : (people.at(-1)?.[0] ?? null);
}

type PersonRow = readonly [
  id: string,
  before: string | null,
  affiliations: readonly (readonly [role: string | null, body: string])[],
];

async function learnWords(run: Run, people: readonly PersonRow[], words: BodyWords): Promise<void> {
  const bodies = people.flatMap(([, , affiliations]) => affiliations.map(([, body]) => body));
  const ids = [...new Set(bodies.filter((body) => !words.has(body)))];
  if (ids.length === 0) return;
  // Columns of `bodyWords`.
  const rows = (await run(bodyWords.name, bodyWords.text, { ids })) as readonly (readonly [
    string,
    readonly string[],
  ])[];
  for (const [id, spacedWords] of rows) words.set(id, [...new Set(spacedWords.flatMap(plainWords))].join(' '));
}

/** The id and the words of a person whose words differ from what the graph holds; nothing for another. */
function contextRow(
  [id, before, affiliations]: PersonRow,
  words: BodyWords,
): readonly (readonly [string, string | null])[] {
  const roles = affiliations.flatMap(([role]) => role ?? []);
  const institutions = affiliations.map(([, body]) => words.get(body) ?? '');
  const now = contextWords(roles, institutions) || null;
  return now === before ? [] : [[id, now]];
}

type NamesRow = readonly [
  id: string,
  label: string,
  sortName: string,
  name: string,
  nameEn: string | null,
  aliases: readonly string[] | null,
  acronym: string | null,
];

const namesOfAll: Query<{ readonly after: string; readonly limit: number }, NamesRow> = {
  name: 'namesOfAll',
  text: `MATCH (n:Entity)
USING INDEX SEEK n:Entity(id)
WHERE n.id > $after
RETURN n.id, ${labelOf('n')}, n.sortName, n.name, n.nameEn, n.aliases, n.acronym
ORDER BY n.id
LIMIT toInteger($limit)`,
};

const heldForm: Query<object, readonly [form: number]> = {
  name: 'searchForm',
  text: "MATCH (r:Revision {id: 'graph'}) RETURN coalesce(r.searchForm, 0)",
};

const setWords = {
  name: 'setWords',
  text: `UNWIND $rows AS row
MATCH (n:Entity {id: row[0]})
SET n.searchWords = row[1]`,
};

const setForm = { name: 'setSearchForm', text: "MATCH (r:Revision {id: 'graph'}) SET r.searchForm = toInteger($form)" };

/** The statements of this file, for the list of all. */
export const searchContextStatements = [
  personContexts,
  bodyWords,
  setContexts,
  namesOfAll,
  heldForm,
  setWords,
  setForm,
];

/** Gives what a former version loaded the words by which this one searches; a graph that has them is left alone. */
export async function renewSearchWords(graph: Graph): Promise<void> {
  const [held] = await graph.read(heldForm, {});
  if (held === undefined || held[0] === SEARCH_FORM) return;
  let after: string | null = '';
  while (after !== null) {
    const entities: readonly NamesRow[] = await graph.read(namesOfAll, { after, limit: PAGE });
    await graph.execute(setWords.name, setWords.text, {
      rows: entities.map((entity) => [entity[0], wordsOfRow(entity)]),
    });
    after = entities.length < PAGE ? null : (entities.at(-1)?.[0] ?? null);
  }
  await settleContexts((_, writes) => graph.write(({ run }) => writes(run)));
  await graph.execute(setForm.name, setForm.text, { form: SEARCH_FORM });
}

function wordsOfRow([id, label, sortName, name, nameEn, aliases, acronym]: NamesRow): string {
  const kind = kindOfLabel(label);
  if (kind === undefined) throw new Error(`Expected ${id} to carry the label of a kind of entity, but got ${label}.`);
  return ownWords(kind, { forms: [name, nameEn ?? '', ...(aliases ?? []), acronym ?? ''], sortName });
}
