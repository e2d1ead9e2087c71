import { entityKinds, kindOf, type EntityKind } from '../model/kinds.ts';
import { labelOf } from './entity-record.ts';
import { expansion, isHub, leads, type Path } from './path.ts';

/** What one field of a filter asks of a listed entity `n`. */
export interface FilterField {
  /**
   * Cypher over `n` and `$filter`, all of which must hold when the field was given. An EXISTS that is compared with
   * something else than OR is looked up for every `n`, given or not.
   */
  readonly conditions?: readonly string[];
  /** The ways to `n` from the entities whose ids the field holds. */
  readonly paths?: readonly Path[];
  /** Where no path leads to `n`: clauses that find each `n` by an index. */
  readonly lookup?: {
    readonly clauses: string;
    /** Cypher for when the index is of no use. */
    readonly unless?: string;
    /** Whether the values are ids of entities. */
    readonly names?: true;
  };
}

/** The fields of a filter; the value of each is in the parameter `$filter`, `null` where the client said nothing. */
export type ListingFilter = Readonly<Record<string, FilterField>>;

/** A field of ids: it holds for what one of these patterns joins to one of them. */
export function linkedBy(...patterns: readonly string[]): FilterField {
  return { paths: patterns.map((pattern) => ({ pattern })) };
}

/** A field that is a condition on the entity alone, or on what no pattern can say. */
export function holds(...conditions: readonly string[]): FilterField {
  return { conditions };
}

/** Every word stands somewhere in the entity's names; the index is of groups of three letters. */
export const inNames: FilterField = {
  conditions: ['all(word IN $filter.text WHERE n.searchText CONTAINS word)'],
  lookup: {
    clauses: `WITH reduce(longest = '', word IN $filter.text | CASE WHEN size(word) > size(longest) THEN word ELSE longest END) AS longest
MATCH (n:Entity)
USING TEXT INDEX n:Entity(searchText)
WHERE n.searchText CONTAINS longest`,
    unless: 'all(word IN $filter.text WHERE size(word) < 3)',
  },
};

/** Every filter can ask for what one of some packages states. */
export const ofDatasets = holds('any(dataset IN $filter.datasets WHERE dataset IN n.datasets)');

/** Cypher for whether `n` passes the filter; `by` is the variable with the name of the field, if any,
 * of which that is known already. */
export function passes(filter: ListingFilter, by?: 'by' | 'foundBy'): string {
  return Object.entries(filter)
    .flatMap(([name, { conditions = [], paths }]) => {
      const given = `$filter.${name}`;
      const isKnown = by === undefined ? '' : `${by} = '${name}' OR `;
      return [
        ...conditions.map((condition) => `(${given} IS NULL OR ${condition})`),
        ...(paths === undefined ? [] : [`(${isKnown}${given} IS NULL OR ${leads(paths, `it.id IN ${given}`)})`]),
      ];
    })
    .join('\nAND ');
}

/**
 * Clauses that bind `candidates` to a list of entities among which all that pass the filter are, and `foundBy` to the
 * field that found them: the field with the fewest, found by walking from its ids. Both are null when no field leads
 * to `$few` or less: then going through all entities in their order meets enough of them soon. `named` has the id and
 * the label of each entity that the filter names, so that its ids need no statement of their own to be checked.
 */
export function candidates(filter: ListingFilter, kinds: readonly EntityKind[]): string {
  const fields = Object.entries(filter).flatMap(([name, { paths, lookup }]) => {
    if (paths !== undefined) return [{ name, clauses: (found: string) => linkedCandidates(name, paths, kinds, found) }];
    return lookup === undefined
      ? []
      : [{ name, clauses: (found: string) => lookedUpCandidates(name, lookup, kinds, found) }];
  });
  const [only, ...others] = fields;
  if (only === undefined) return NO_CANDIDATES;
  // Nothing to choose from: a text without the choice is shorter by a third, and half as dear.
  if (others.length === 0)
    return `${only.clauses(`${foundFew(only.name)} AS candidates, ${NAMED} AS named`)}
WITH candidates, CASE WHEN candidates IS NOT NULL THEN '${only.name}' END AS foundBy, named`;
  return `${fields.map(({ name, clauses }) => clauses(way(name))).join('\n')}
WITH [${fields.map(({ name }) => name).join(', ')}] AS ways
WITH reduce(best = NULL, way IN ways | CASE WHEN best.found IS NULL OR size(way.found) < size(best.found) THEN way ELSE best END) AS best,
  reduce(all = [], way IN ways | all + way.named) AS named
WITH best.found AS candidates, CASE WHEN best.found IS NOT NULL THEN best.by END AS foundBy, named`;
}

/** Cypher for the id and the label of each entity that a filter names, as `candidates` binds them. */
export function namedBy(filter: ListingFilter = {}): string {
  const ids = Object.entries(filter)
    .filter(([, { paths, lookup }]) => paths !== undefined || lookup?.names === true)
    .map(([name]) => `$filter.${name}`);
  if (ids.length === 0) return 'NULL';
  return namedIn(ids.length === 1 ? ids : ids.map((list) => `coalesce(${list}, [])`));
}

/** The same of the entities whose ids stand in some lists. */
export function namedIn(lists: readonly string[]): string {
  return `COLLECT { UNWIND ${lists.join(' + ')} AS id MATCH (it:Entity {id: id}) RETURN [it.id, ${labelOf('it')}] }`;
}

/** Whether what leads to the candidates of a filter is all that it asks of them. */
export function isFoundAlone(filter: ListingFilter): boolean {
  const [only, ...others] = Object.values(filter);
  return only?.paths !== undefined && only.conditions === undefined && others.length === 0;
}

/** Whether some field of a filter leads to entities, and does not only judge them. */
export function hasCandidates(filter: ListingFilter | undefined): filter is ListingFilter {
  return Object.values(filter ?? {}).some(({ paths, lookup }) => paths !== undefined || lookup !== undefined);
}

const NO_CANDIDATES = 'WITH NULL AS candidates, NULL AS foundBy, [] AS named';

/** @param found what the clauses return of `given` and `found` */
function linkedCandidates(name: string, paths: readonly Path[], kinds: readonly EntityKind[], found: string): string {
  return `CALL () {
UNWIND $filter.${name} AS id
MATCH (it:Entity {id: id})
WITH collect(it) AS given, max(${isHub(paths, 'it', kinds) ?? 'false'}) AS isHub
WITH given, isHub, COLLECT {
UNWIND CASE WHEN isHub THEN [] ELSE given END AS it
${expansion(paths, 'it', kinds)}
RETURN n
LIMIT toInteger($few) + 1
} AS found
RETURN ${found}
}`;
}

function lookedUpCandidates(
  name: string,
  { clauses, unless = 'false', names }: NonNullable<FilterField['lookup']>,
  kinds: readonly EntityKind[],
  found: string,
): string {
  return `CALL () {
WITH $filter.${name} IS NULL OR ${unless} AS isHub
WITH isHub, ${names === true ? `COLLECT { UNWIND $filter.${name} AS id MATCH (it:Entity {id: id}) RETURN it }` : '[]'} AS given, COLLECT {
UNWIND CASE WHEN isHub THEN [] ELSE [1] END AS once
${clauses}${isOfKinds(kinds)}
WITH DISTINCT n
RETURN n
LIMIT toInteger($few) + 1
} AS found
RETURN ${found}
}`;
}

/** The id and the label of each entity that a field names. */
const NAMED = `[it IN given | [it.id, ${labelOf('it')}]]`;

/** What a field found; nothing where it was not given or leads to many. */
function foundFew(name: string): string {
  return `CASE WHEN $filter.${name} IS NULL OR isHub OR size(found) > $few THEN NULL ELSE found END`;
}

/** The same as one of the ways among which the one with the fewest is chosen. */
function way(name: string): string {
  return `{by: '${name}', named: ${NAMED}, found: ${foundFew(name)}} AS ${name}`;
}

function isOfKinds(kinds: readonly EntityKind[]): string {
  return kinds.length === entityKinds.length ? '' : `\nAND n:${kinds.map((kind) => kindOf(kind).label).join('|')}`;
}
