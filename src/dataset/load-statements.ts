import { entityKinds, kindOf, type EntityKind } from '../model/kinds.ts';
import { recordOf, type RecordKind } from '../model/records.ts';
import { tables, type Table } from '../model/tables.ts';
import { tieOf } from '../model/ties.ts';
import { endLabel, rowProperties, type Cells, type Lookups } from './row-values.ts';

/** A statement that writes; it returns one row, how many rows of the package it wrote. */
export interface WriteStatement {
  readonly name: string;
  readonly text: string;
}

/** How the rows of a table become parts of the graph: constant texts, and the list of values that a row sends. */
interface LoadStatements {
  /** Takes `$rows`, and `$datasets`, which is the same for all of them. */
  readonly create: WriteStatement;
  /** Takes `$rows`, each with its own datasets at the end, and gives what the graph has of them these values instead. */
  readonly change: WriteStatement;
  /** Takes `$ids`. */
  readonly remove: WriteStatement;
  /** Values come as lists in the order of the properties: a map for every row would send the names again and again. */
  values(cells: Cells, lookups: Lookups): readonly unknown[];
}

/** The statements of each table, by the table's name; built once from the model. */
export const loadStatements: ReadonlyMap<string, LoadStatements> = new Map(
  tables.map((table) => [table.name, statementsOf(table)]),
);

/** The statements of a table. */
export function statementsFor({ name }: Table): LoadStatements {
  const statements = loadStatements.get(name);
  if (statements === undefined)
    throw new Error(`Expected statements for the table ${name}, but there are none: they are built from the model.`);
  return statements;
}

function statementsOf(table: Table): LoadStatements {
  const properties = rowProperties(table);
  const ends = endColumns(table);
  const map = properties
    .map(({ name, isInteger }, at) => `${name}: ${isInteger ? `toInteger(row[${at}])` : `row[${at}]`}`)
    .join(', ');
  const write = (verb: string, pattern: string) => ({
    name: `${verb}.${table.name}`,
    text: `UNWIND $rows AS row\n${pattern}\nRETURN count(*)`,
  });
  return {
    create: write('load', creation(table, `{${map}, datasets: $datasets}`, properties.length)),
    change: write(
      'change',
      changing(table, `{${map}, datasets: row[${properties.length + ends.length}]}`, properties.length),
    ),
    remove: { name: `remove.${table.name}`, text: removal(table) },
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

function creation(table: Table, map: string, at: number): string {
  const { holds } = table;
  const link = linkOf(table, at);
  if (holds.what === 'entities') return `CREATE (:${labelsOf(holds.kind).join(':')} ${map})`;
  if (holds.what === 'ties') return tieCreation(table, holds.kind, map, at);
  if (link === null) return `CREATE (:${labelOf(table)} ${map})`;
  return `${link.target}\nCREATE (:${labelOf(table)} ${map})-[:${link.type}]->(target)`;
}

/** A tie is made anew, for its ends may have changed; a node keeps what hangs on it, even when its kind changes. */
function changing(table: Table, map: string, at: number): string {
  const { holds } = table;
  if (holds.what === 'ties')
    return `MATCH ()-[old:${holds.kind} {id: row[0]}]->()\nDELETE old\nWITH row\n${tieCreation(table, holds.kind, map, at)}`;
  if (holds.what === 'entities') {
    const labels = labelsOf(holds.kind);
    const others = [...entityKinds.map((kind) => kindOf(kind).label), 'Actor'].filter(
      (label) => !labels.includes(label),
    );
    return `MATCH (n:Entity {id: row[0]})\nSET n = ${map}\nSET n:${labels.join(':')}\nREMOVE n:${others.join(':')}`;
  }
  const link = linkOf(table, at);
  const changed = `MATCH (n:${labelOf(table)} {id: row[0]})`;
  if (link === null) return `${changed}\nSET n = ${map}`;
  return `${changed}-[old:${link.type}]->()\nSET n = ${map}\nDELETE old\nWITH n, row\n${link.target}\nCREATE (n)-[:${link.type}]->(target)`;
}

function removal(table: Table): string {
  const { holds } = table;
  return holds.what === 'ties'
    ? `UNWIND $ids AS id\nMATCH ()-[r:${holds.kind} {id: id}]->()\nDELETE r`
    : `UNWIND $ids AS id\nMATCH (n:${labelOf(table)} {id: id})\nDETACH DELETE n`;
}

function tieCreation(table: Table, type: string, map: string, at: number): string {
  return `MATCH (f:${endLabel(table, 'from')} {id: row[${at}]})
MATCH (t:${endLabel(table, 'to')} {id: row[${at + 1}]})
CREATE (f)-[:${type} ${map}]->(t)`;
}

/** What a record or a redirect hangs on. */
function linkOf({ holds }: Table, at: number): { readonly target: string; readonly type: string } | null {
  const link = (label: string, type: string) => ({ target: `MATCH (target:${label} {id: row[${at}]})`, type });
  if (holds.what === 'redirects') return link('Entity', 'LEADS_TO');
  if (holds.what !== 'records') return null;
  if (holds.kind === 'PLACE') return link('Source', 'IN_SOURCE');
  return holds.kind === 'CITATION' ? link('Place', 'AT') : null;
}

function labelsOf(kind: EntityKind): readonly string[] {
  const { label, actor } = kindOf(kind);
  return ['Entity', ...(actor ? ['Actor'] : []), label];
}

/** The label of a table's nodes, or the type of its relationships. */
export function labelOf({ holds }: Table): string {
  switch (holds.what) {
    case 'entities':
      return kindOf(holds.kind).label;
    case 'records':
      return recordOf(holds.kind).label;
    case 'redirects':
      return 'Redirect';
    case 'ties':
      return holds.kind;
  }
}
