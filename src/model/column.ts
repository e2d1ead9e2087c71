export interface InTwoLanguages {
  readonly es: string;
  readonly en: string;
}

/** A column of a table of the data package; the same name is the property in the graph. */
export interface Column {
  readonly name: string;
  /** `list` is several values in one cell, separated by ` | `. `date` is an EDTF level 0 date. */
  readonly type: 'string' | 'list' | 'integer' | 'number' | 'boolean' | 'date' | 'year' | 'url';
  readonly description: string;
  readonly required?: true;
  readonly unique?: true;
  /** The closed vocabulary of the column. */
  readonly values?: readonly string[];
  /** The values as words of a sentence. */
  readonly words?: Readonly<Record<string, InTwoLanguages>>;
  /** What each value of the column is the id of: entity kinds, or `tables` without a kind. */
  readonly refersTo?: readonly string[];
  /** Kept in the package only: it becomes an end of a tie or a link, not a property. */
  readonly link?: true;
}

type Value<C extends Column> = C extends { values: readonly (infer V)[] }
  ? V
  : C['type'] extends 'list'
    ? readonly string[]
    : C['type'] extends 'integer' | 'number' | 'year'
      ? number
      : C['type'] extends 'boolean'
        ? boolean
        : string;

/** The properties that a list of columns describes: `null` where a cell may be empty; a list is never null. */
export type Properties<Columns extends readonly Column[]> = {
  readonly [C in Columns[number] as C extends { link: true } ? never : C['name']]: C extends
    { required: true } | { type: 'list' } | { type: 'boolean' }
    ? Value<C>
    : Value<C> | null;
};

/** The columns that are stored as properties, in their order. */
export function propertyColumns(columns: readonly Column[]): readonly Column[] {
  return columns.filter((column) => column.link !== true);
}
