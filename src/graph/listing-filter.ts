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
    /** Whether the clauses find what passes the field and nothing else. */
    readonly exact?: true;
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
  const leading = Object.entries(filter).flatMap(([name, { paths, lookup }]) => {
    if (paths !== undefined) return [linkedCandidates(name, paths, kinds)];
    return lookup === undefined ? [] : [lookedUpCandidates(name, lookup, kinds)];
  });
  const [only, ...others] = leading;
  if (only === undefined) return NO_CANDIDATES;
  // Nothing to choose from: a text without the choice is shorter by a third, and half as dear.
  if (others.length === 0)
    return `${only.clauses(`CASE WHEN ${only.isFew} THEN found END AS candidates, ${NAMED} AS named`)}
WITH candidates, CASE WHEN candidates IS NOT NULL THEN '${only.name}' END AS foundBy, named`;
  return `${leading.map((field) => field.clauses(way(field))).join('\n')}
WITH [${leading.map(({ name }) => name).join(', ')}] AS ways
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
  if (only === undefined || others.length > 0) return false;
  return only.lookup?.exact === true || (only.paths !== undefined && only.conditions === undefined);
}

/** Whether some field of a filter leads to entities, and does not only judge them. */
export function hasCandidates(filter: ListingFilter | undefined): filter is ListingFilter {
  return Object.values(filter ?? {}).some(({ paths, lookup }) => paths !== undefined || lookup !== undefined);
}

const NO_CANDIDATES = 'WITH NULL AS candidates, NULL AS foundBy, [] AS named';

/** What leads to the candidates of one field. */
interface Leading {
  readonly name: string;
  /** Clauses that bind `given`, the entities that the field names, and `found`, what it leads to; they return `returned`. */
  clauses(returned: string): string;
  /** Cypher for whether all that the field leads to is found. */
  readonly isFew: string;
}

function linkedCandidates(name: string, paths: readonly Path[], kinds: readonly EntityKind[]): Leading {
  const hub = isHub(paths, 'it', kinds);
  const [told, start, isFew] =
    hub === null
      ? ['', 'given', FEW_FOUND]
      : [`, max(${hub}) AS isHub`, 'CASE WHEN isHub THEN [] ELSE given END', `NOT isHub AND ${FEW_FOUND}`];
  return {
    name,
    isFew,
    clauses: (returned) => `CALL () {
UNWIND $filter.${name} AS id
MATCH (it:Entity {id: id})
WITH collect(it) AS given${told}
WITH *, COLLECT {
UNWIND ${start} AS it
${expansion(paths, 'it', kinds)}
RETURN n
LIMIT toInteger($few) + 1
} AS found
RETURN ${returned}
}`,
  };
}

function lookedUpCandidates(
  name: string,
  { clauses, unless, names }: NonNullable<FilterField['lookup']>,
  kinds: readonly EntityKind[],
): Leading {
  const [told, once, isFew] =
    unless === undefined
      ? ['WITH', '', FEW_FOUND]
      : [
          `WITH $filter.${name} IS NULL OR ${unless} AS isHub\nWITH isHub,`,
          'UNWIND CASE WHEN isHub THEN [] ELSE [1] END AS once\n',
          `NOT isHub AND ${FEW_FOUND}`,
        ];
  return {
    name,
    isFew,
    clauses: (returned) => `CALL () {
${told} ${names === true ? `COLLECT { UNWIND $filter.${name} AS id MATCH (it:Entity {id: id}) RETURN it }` : '[]'} AS given, COLLECT {
${once}${clauses}${isOfKinds(kinds)}
WITH DISTINCT n
RETURN n
LIMIT toInteger($few) + 1
} AS found
RETURN ${returned}
}`,
  };
}

const FEW_FOUND = 'size(found) <= $few';

/** The id and the label of each entity that a field names. */
const NAMED = `[it IN given | [it.id, ${labelOf('it')}]]`;

/** What a field leads to as one of the ways among which the one with the fewest is chosen; nothing where it leads to many. */
function way({ name, isFew }: Leading): string {
  return `{by: '${name}', named: ${NAMED}, found: CASE WHEN $filter.${name} IS NOT NULL AND ${isFew} THEN found END} AS ${name}`;
}

function isOfKinds(kinds: readonly EntityKind[]): string {
  return kinds.length === entityKinds.length ? '' : `\nAND n:${kinds.map((kind) => kindOf(kind).label).join('|')}`;
}
