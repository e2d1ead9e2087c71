import { entityKinds, kindOf } from '../model/kinds.ts';
import { recordKinds, recordOf } from '../model/records.ts';
import { tieKinds, type TieKind } from '../model/ties.ts';
import type { Graph, Reader } from './graph.ts';
import type { Query } from './query.ts';

/** A constraint or an index, and the statement that creates it unless it is there. */
interface SchemaPart {
  readonly name: string;
  readonly text: string;
}

/** How far the constraints and indexes of the model are there. */
interface SchemaState {
  readonly isReady: boolean;
  /** Names of those that the database does not have. */
  readonly missing: readonly string[];
  /** Names of those that it is still building, or failed to build. */
  readonly notOnline: readonly string[];
}

const nodeLabels = [
  'Entity',
  ...entityKinds.map((kind) => kindOf(kind).label),
  ...recordKinds.map((kind) => recordOf(kind).label),
  'Redirect',
  'SharedRow',
  'Dataset',
  'Revision',
];

const constraints: readonly SchemaPart[] = [
  ...nodeLabels.map((label) => constraint(`${snake(label)}_id`, `(n:${label})`)),
  ...tieKinds.map((kind) => constraint(`${kind.toLowerCase()}_tie_id`, `()-[n:${kind}]-()`)),
];

/** The words by which entities are searched: those of `src/model/search-words.ts`, which are folded already. */
export const SEARCH_INDEX = 'entityWords';

/** Pages walk an index of the order and the id; what belongs to a subject is found by the subject's id. */
const indexes: readonly SchemaPart[] = [
  rangeIndex('Entity', ['sortName', 'id']),
  ...entityKinds.flatMap((kind) =>
    Object.values(kindOf(kind).orders).map((order) => rangeIndex(kindOf(kind).label, [order, 'id'])),
  ),
  ...recordKinds.flatMap(ownerIndex),
  relationshipIndex('CONSULTED_IN', 'sector'),
  textIndex('Entity', 'searchText'),
  fullText(SEARCH_INDEX, '(n:Entity)', ['searchWords', 'contextWords'], 'whitespace'),
  fullText('entityCitations', '(n:Entity)', ['citations'], 'keyword'),
  fullText('tieCitations', `()-[n:${tieKinds.join('|')}]-()`, ['citations'], 'keyword'),
];

/** Every constraint and index of the graph; the names are constant, so that creating them again changes nothing. */
export const schemaParts: readonly SchemaPart[] = [...constraints, ...indexes];

/** What former versions created and none needs any more. */
const retiredIndexes = ['entityNames'];

/** The longest wait for indexes to be built, in seconds. */
const LONGEST_WAIT = 300;

/** Creates the constraints and indexes that the database lacks, and waits until all of them can be used. */
export async function ensureSchema(graph: Graph): Promise<void> {
  const { missing } = await schemaState(graph);
  const lacking = new Set(missing);
  // A transaction each for constraints and indexes: one by one, each costs a flush to the disk.
  for (const parts of [constraints, indexes]) {
    await graph.write(async (writer) => {
      for (const { name, text } of parts) if (lacking.has(name)) await writer.run(`create ${name}`, text);
    });
  }
  for (const name of retiredIndexes) await graph.execute(`drop ${name}`, `DROP INDEX ${name} IF EXISTS`);
  await graph.execute('awaitIndexes', 'CALL db.awaitIndexes($seconds)', { seconds: LONGEST_WAIT });
}

const indexStates: Query<object, readonly [name: string, state: string]> = {
  name: 'indexStates',
  text: 'SHOW INDEXES YIELD name, state RETURN name, state',
};

/** Tells which constraints and indexes are missing or not online. Throws GraphError. */
export async function schemaState(graph: Reader): Promise<SchemaState> {
  // Each unique constraint owns an index of the same name.
  const states = new Map(await graph.read(indexStates, {}));
  const names = schemaParts.map(({ name }) => name);
  const missing = names.filter((name) => !states.has(name));
  const notOnline = names.filter((name) => states.has(name) && states.get(name) !== 'ONLINE');
  return { isReady: missing.length === 0 && notOnline.length === 0, missing, notOnline };
}

/** A package that the graph holds. */
export interface DatasetState {
  readonly id: string;
  readonly version: string;
  /** Hash of its content. */
  readonly hash: string;
  /** LOADING while it is written in several transactions, or when that was interrupted. */
  readonly state: 'LOADING' | 'COMPLETE';
  readonly rows: number;
}

const allDatasetStates: Query<
  object,
  readonly [id: string, version: string, hash: string, state: DatasetState['state'], rows: number]
> = {
  name: 'datasetStates',
  text: 'MATCH (d:Dataset) RETURN d.id, d.version, d.hash, d.state, d.rows ORDER BY d.id',
};

/** The packages that the graph holds, whole or not, by id. Throws GraphError. */
export async function datasetStates(graph: Reader): Promise<readonly DatasetState[]> {
  const rows = await graph.read(allDatasetStates, {});
  return rows.map(([id, version, hash, state, count]) => ({ id, version, hash, state, rows: count }));
}

function constraint(name: string, pattern: string): SchemaPart {
  return { name, text: `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR ${pattern} REQUIRE n.id IS UNIQUE` };
}

function rangeIndex(label: string, properties: readonly string[]): SchemaPart {
  const name = [label, ...properties].map(snake).join('_');
  return {
    name,
    text: `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (${properties.map((property) => `n.${property}`).join(', ')})`,
  };
}

/** What a property of a fact names besides its ends is found by that property. */
function relationshipIndex(type: TieKind, property: string): SchemaPart {
  const name = [type.toLowerCase(), property].map(snake).join('_');
  return { name, text: `CREATE INDEX ${name} IF NOT EXISTS FOR ()-[n:${type}]-() ON (n.${property})` };
}

/** For words that stand anywhere in a text: an index of its groups of three letters. */
function textIndex(label: string, property: string): SchemaPart {
  const name = [label, property].map(snake).join('_');
  return { name, text: `CREATE TEXT INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (n.${property})` };
}

/** The first column of a record that refers to a kind of entity is what the record belongs to; claims have any subject. */
function ownerIndex(kind: (typeof recordKinds)[number]): readonly SchemaPart[] {
  const { label, columns } = recordOf(kind);
  const owner =
    kind === 'CLAIM'
      ? 'subject'
      : columns.find(({ refersTo }) => refersTo?.some((target) => entityKinds.some((known) => known === target)))?.name;
  return owner === undefined ? [] : [rangeIndex(label, [owner])];
}

function fullText(name: string, pattern: string, properties: readonly string[], analyzer: string): SchemaPart {
  const list = properties.map((property) => `n.${property}`).join(', ');
  return {
    name,
    text: `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR ${pattern} ON EACH [${list}] OPTIONS {indexConfig: {\`fulltext.analyzer\`: '${analyzer}'}}`,
  };
}

function snake(name: string): string {
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}
