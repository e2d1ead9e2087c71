import type { Column } from '../model/column.ts';
import { fold } from '../model/fold.ts';
import { kindOf } from '../model/kinds.ts';
import { ownWords } from '../model/search-words.ts';
import type { Table } from '../model/tables.ts';
import { tieOf } from '../model/ties.ts';
import { listOf, valueOf } from './cell-text.ts';

/** What a property of the graph takes from other tables than its own. */
export interface Lookups {
  /** When the source of a citation was published; '' where it does not say. */
  publishedOn(citation: string): string;
  /** When the first dated act of an agreement was; '' for none. */
  firstActOn(agreement: string): string;
}

/** The cells of a checked row, by column. */
export type Cells = (column: string) => string;

/** A property that the loader writes, and its value for a row; `null` is not written. */
interface RowProperty {
  readonly name: string;
  readonly isInteger: boolean;
  value(cells: Cells, lookups: Lookups): unknown;
}

/** The properties of the node or relationship that a row becomes. */
export function rowProperties(table: Table): readonly RowProperty[] {
  const own = table.columns.filter((column) => column.link !== true).map(columnProperty);
  const { holds } = table;
  if (holds.what === 'ties')
    return [
      ...own,
      derived('asOf', (cells, lookups) => latest(listOf(cells('citations')).map(lookups.publishedOn)) || null),
    ];
  if (holds.what !== 'entities') return own;
  const { orders, columns } = kindOf(holds.kind);
  const { kind } = holds;
  const hasAcronym = columns.some((column) => column.name === 'acronym');
  const ordered = new Set<string>(Object.values(orders));
  const sortName = (cells: Cells) =>
    fold(kind === 'PERSON' ? ['surname1', 'surname2', 'givenName'].map(cells).join(' ') : cells('name'));
  return [
    ...own,
    derived('sortName', sortName),
    derived('searchText', (cells) => searchText(namesOf(cells, hasAcronym))),
    derived('searchWords', (cells) => ownWords(kind, { forms: namesOf(cells, hasAcronym), sortName: sortName(cells) })),
    ...(ordered.has('sortDate') ? [derived('sortDate', sortDate)] : []),
    ...(ordered.has('sortListing') ? [derived('sortListing', sortListing)] : []),
  ];
}

/** The kinds of the ends of a tie, for the statement that finds them; `null` for a mixed end. */
export function endLabel(table: Table, end: 'from' | 'to'): string {
  if (table.holds.what !== 'ties') return 'Entity';
  const [only, ...others] = tieOf(table.holds.kind)[end].kinds;
  return only !== undefined && others.length === 0 ? kindOf(only).label : 'Entity';
}

function columnProperty(column: Column): RowProperty {
  return {
    name: column.name,
    isInteger: column.type === 'integer' || column.type === 'year',
    value: (cells) => valueOf(column, cells(column.name)),
  };
}

function derived(name: string, value: RowProperty['value']): RowProperty {
  return { name, isInteger: false, value };
}

/** Dates of level 0 are ordered as texts: of "2016" and "2016-03" the more precise comes later. */
function latest(dates: readonly string[]): string {
  return dates.reduce((last, date) => (date > last ? date : last), '');
}

function namesOf(cells: Cells, hasAcronym: boolean): readonly string[] {
  const names = [cells('name'), cells('nameEn'), ...listOf(cells('aliases')), hasAcronym ? cells('acronym') : ''];
  return names.filter((name) => name !== '');
}

function searchText(names: readonly string[]): string {
  return names
    .map(fold)
    .filter((name) => name !== '')
    .join(' | ');
}

function sortDate(cells: Cells, lookups: Lookups): string {
  return cells('startsOn') || cells('year') || lookups.firstActOn(cells('id'));
}

/** Padded, so that the order of the texts is that of the document. */
function sortListing(cells: Cells): string {
  if (cells('table') === '') return '';
  return ['table', 'row', 'position'].map((column) => cells(column).padStart(4, '0')).join('/');
}
