import { kindOf } from '../model/kinds.ts';
import { recordKinds, recordOf, type RecordKind } from '../model/records.ts';
import { tables, type Table } from '../model/tables.ts';
import { tieOf } from '../model/ties.ts';
import { endLabel, rowProperties, type Cells, type Lookups } from './row-values.ts';

/** How the rows of a table become parts of the graph: one constant text, and the list of values that a row sends. */
interface LoadStatement {
  readonly name: string;
  /** Takes `$rows` and returns one row: how many it wrote. */
  readonly text: string;
  values(cells: Cells, lookups: Lookups): readonly unknown[];
}

/** The statement of each table, by the table's name; built once from the model. */
export const loadStatements: ReadonlyMap<string, LoadStatement> = new Map(
  tables.map((table) => [table.name, loadStatement(table)]),
);

const ownedLabels = ['Entity', ...recordKinds.map((kind) => recordOf(kind).label), 'Redirect'].join('|');

/** Removes everything that a package wrote, in the transaction in which it runs. */
export const clearGraph = { name: 'clearGraph', text: `MATCH (n:${ownedLabels})\nDETACH DELETE n` };

/** The same in transactions of its own: a large graph does not fit into the memory of one. */
export const clearGraphInBatches = {
  name: 'clearGraphInBatches',
  text: `MATCH (n:${ownedLabels})
CALL (n) {
  DETACH DELETE n
} IN TRANSACTIONS OF 5000 ROWS`,
};

/** Announces a load. Inside a transaction it is a lock too: of two loads at once the second waits for the first. */
export const beginDataset = {
  name: 'beginDataset',
  text: `MERGE (d:Dataset {id: $id})
SET d.state = 'LOADING', d.version = $version, d.hash = $hash, d.rows = toInteger($rows)`,
};

export const completeDataset = {
  name: 'completeDataset',
  text: `MATCH (d:Dataset {id: $id})
SET d.state = 'COMPLETE', d.title = $title, d.loadedAt = $loadedAt, d.licences = $licences, d.citation = $citation,
  d.homeCity = $homeCity, d.homeGovernment = $homeGovernment`,
};

/** Values come as lists in the order of the properties: a map for every row would send the names again and again. */
function loadStatement(table: Table): LoadStatement {
  const properties = rowProperties(table);
  const ends = endColumns(table);
  const map = properties
    .map(({ name, isInteger }, at) => `${name}: ${isInteger ? `toInteger(row[${at}])` : `row[${at}]`}`)
    .join(', ');
  return {
    name: `load.${table.name}`,
    text: `UNWIND $rows AS row\n${pattern(table, `{${map}, datasets: $datasets}`, properties.length)}\nRETURN count(*)`,
    values: (cells, lookups) => [...properties.map((property) => property.value(cells, lookups)), ...ends.map(cells)],
  };
}

/** The columns that a row's statement needs to find other nodes; their values come after those of the properties. */
function endColumns({ holds }: Table): readonly string[] {
  if (holds.what === 'ties') return [tieOf(holds.kind).from.column, tieOf(holds.kind).to.column];
  if (holds.what === 'redirects') return ['heir'];
  return holds.what === 'records' ? linkedColumns(holds.kind) : [];
}

function linkedColumns(kind: RecordKind): readonly string[] {
  if (kind === 'PLACE') return ['source'];
  return kind === 'CITATION' ? ['place'] : [];
}

function pattern(table: Table, map: string, at: number): string {
  const { holds } = table;
  switch (holds.what) {
    case 'entities':
      return `CREATE (:${['Entity', ...(kindOf(holds.kind).actor ? ['Actor'] : []), kindOf(holds.kind).label].join(':')} ${map})`;
    case 'ties':
      return `MATCH (f:${endLabel(table, 'from')} {id: row[${at}]})
MATCH (t:${endLabel(table, 'to')} {id: row[${at + 1}]})
CREATE (f)-[:${holds.kind} ${map}]->(t)`;
    case 'redirects':
      return `MATCH (e:Entity {id: row[${at}]})\nCREATE (:Redirect ${map})-[:LEADS_TO]->(e)`;
    case 'records':
      return recordPattern(holds.kind, map, at);
  }
}

function recordPattern(kind: RecordKind, map: string, at: number): string {
  const { label } = recordOf(kind);
  if (kind === 'PLACE') return `MATCH (s:Source {id: row[${at}]})\nCREATE (:${label} ${map})-[:IN_SOURCE]->(s)`;
  if (kind === 'CITATION') return `MATCH (p:Place {id: row[${at}]})\nCREATE (:${label} ${map})-[:AT]->(p)`;
  return `CREATE (:${label} ${map})`;
}
