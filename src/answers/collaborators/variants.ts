import type { FilterParameters } from '../../graph/listing.ts';
import type { Query } from '../../graph/query.ts';

/** One statement for each set of fields of a filter that a client may give. */
export interface Variants<P extends object, R extends readonly unknown[]> {
  /** @param given the fields that have a value; others of the filter's are left alone */
  of(given: readonly string[]): Query<P, R>;
  /** Those with one field alone, and with all: they are there from the start. */
  readonly queries: readonly Query<P, R>[];
}

/**
 * The text has the parts of the given fields only: with all of them the database plans it for seconds, which is longer
 * than a statement may take. What a client combines is built when it is first asked for.
 * @param textOf the text for some of the fields, in the order of `fields`
 * @param alone the fields that may be given alone, when some need another one
 */
export function variants<P extends object, R extends readonly unknown[]>(
  name: string,
  fields: readonly string[],
  textOf: (given: readonly string[]) => string,
  alone: readonly string[] = fields,
): Variants<P, R> {
  const known = new Map<string, Query<P, R>>();
  const of = (given: readonly string[]) => {
    const wanted = fields.filter((field) => given.includes(field));
    const suffix = wanted.length === fields.length ? '.filtered' : wanted.length === 0 ? '' : `.by.${wanted.join('+')}`;
    const query = known.get(suffix) ?? { name: `${name}${suffix}`, text: textOf(wanted) };
    known.set(suffix, query);
    return query;
  };
  return { of, queries: [...alone.map((field) => of([field])), of(fields)] };
}

/** The fields of a filter that were given. */
export function fieldsOf(filter: FilterParameters): readonly string[] {
  return Object.keys(filter).filter((field) => filter[field] !== null);
}
