import { propertyColumns, type Column } from '../model/column.ts';
import { kindOf, type EntityKind } from '../model/kinds.ts';
import { tieOf, type TieKind } from '../model/ties.ts';
import { placeInWords } from './citations.ts';
import type { ExportedEnd, ExportedEntity, ExportedTie } from './pages.ts';
import type { Language } from './request.ts';

/** The types that GEXF and GraphML share; a long holds any whole number of a package. */
export type AttributeType = 'string' | 'boolean' | 'long' | 'double';

/** One column of a table of nodes or edges. */
export interface Attribute<T> {
  readonly name: string;
  readonly type: AttributeType;
  /** `null` where there is none. */
  value(thing: T): string | number | boolean | null;
}

/** Between the values of a list in one cell, as in the package format. */
const BETWEEN = ' | ';

/** The name of an entity in a language, or the one it has. */
export function nameIn({ name, nameEn }: Pick<ExportedEnd, 'name' | 'nameEn'>, lang: Language): string {
  return lang === 'en' ? (nameEn ?? name) : name;
}

/** What a tie says, read from its start to its end. */
export function relationIn({ tie }: ExportedTie, lang: Language): string {
  return tieOf(tie.tieKind).forward[lang];
}

/** What a node carries besides id and label: what all kinds have, and what any of these kinds has of its own. */
export function nodeAttributes(kinds: readonly EntityKind[], lang: Language): readonly Attribute<ExportedEntity>[] {
  const own = ownColumns(kinds.map((kind) => kindOf(kind).columns));
  return [
    text('kind', ({ entity }) => entity.kind),
    { name: 'actor', type: 'boolean', value: ({ entity }) => kindOf(entity.kind).actor },
    text('name', ({ entity }) => entity.name),
    text('nameEn', ({ entity }) => entity.nameEn),
    list('aliases', ({ entity }) => entity.detail?.aliases ?? []),
    ...own.map((column) => fromColumn<ExportedEntity>(column, ({ entity }) => entity.detail)),
    ...provenance(lang),
  ];
}

/** What an edge carries besides id, ends and label. */
export function edgeAttributes(ties: readonly TieKind[], lang: Language): readonly Attribute<ExportedTie>[] {
  return [
    text('kind', ({ tie }) => tie.tieKind),
    text('class', ({ tie }) => tieOf(tie.tieKind).class),
    { name: 'symmetric', type: 'boolean', value: ({ tie }) => tieOf(tie.tieKind).symmetric === true },
    text('basis', ({ tie }) => tie.basis),
    text('since', ({ tie }) => tie.since),
    text('until', ({ tie }) => tie.until),
    text('asOf', ({ tie }) => tie.asOf),
    { name: 'open', type: 'boolean', value: ({ tie }) => tie.open },
    text('note', ({ tie }) => tie.note),
    ...ownTieAttributes(ties),
    ...provenance(lang),
  ];
}

/** What some kinds of ties have of their own. */
export function ownTieAttributes(ties: readonly TieKind[]): readonly Attribute<ExportedTie>[] {
  const own = ownColumns(ties.map((kind) => tieOf(kind).columns));
  return own.map((column) => fromColumn<ExportedTie>(column, ({ tie }) => tie.own));
}

/** A value as the text of a cell. */
export function textOfValue(value: string | number | boolean | null): string {
  return value === null ? '' : String(value);
}

function provenance(lang: Language): readonly Attribute<Pick<ExportedTie, 'datasets' | 'citations'>>[] {
  return [
    list('datasets', ({ datasets }) => datasets),
    list('sources', ({ citations }) => citations.map((citation) => placeInWords(citation, lang))),
    list('citations', ({ citations }) => citations.map(({ id }) => id)),
  ];
}

/** The columns of several tables, each name once: columns of one name have one type in the model, as a test checks. */
function ownColumns(tables: readonly (readonly Column[])[]): readonly Column[] {
  return [...new Map(tables.flatMap(propertyColumns).map((column) => [column.name, column])).values()];
}

function fromColumn<T>(column: Column, holder: (thing: T) => object | null): Attribute<T> {
  const { name } = column;
  return {
    name,
    type: typeOf(column),
    value(thing) {
      // Whatever a kind has, it is read by the name of the column; of other kinds there is no such property.
      const value = (holder(thing) as Readonly<Record<string, unknown>> | null)?.[name];
      if (Array.isArray(value)) return joined(value);
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
    },
  };
}

function typeOf({ type }: Column): AttributeType {
  switch (type) {
    case 'integer':
    case 'year':
      return 'long';
    case 'number':
      return 'double';
    case 'boolean':
      return 'boolean';
    default:
      return 'string';
  }
}

function text<T>(name: string, value: (thing: T) => string | null): Attribute<T> {
  return { name, type: 'string', value };
}

function list<T>(name: string, values: (thing: T) => readonly string[]): Attribute<T> {
  return text(name, (thing) => joined(values(thing)));
}

function joined(values: readonly unknown[]): string | null {
  return values.length === 0 ? null : values.map(String).join(BETWEEN);
}
