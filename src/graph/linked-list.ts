import { kindOf, type EntityKind } from '../model/kinds.ts';
import type { TieKind } from '../model/ties.ts';
import { entityColumns } from './entity-record.ts';
import { OF_DATASETS, type ListedEnd } from './listing.ts';
import type { Query } from './query.ts';

/** A short list of entities that is given whole: what a pattern links to a parent, or everything of a kind. */
export interface LinkedList<K extends EntityKind = EntityKind> {
  readonly kinds: readonly K[];
  /** Each entity once, in the order of the lists, with the parents in whose lists it stands. */
  readonly query: Query<
    {
      readonly parents: readonly string[];
      readonly full: boolean;
      /** For a vocabulary only. */
      readonly datasets?: readonly string[] | null;
    },
    readonly [parents: readonly string[], ...entity: readonly unknown[]]
  >;
}

/** Small closed vocabularies are ordered as their source orders them, then by name. */
export const officialOrder = "ORDER BY coalesce(n.scheme, ''), coalesce(n.rank, n.number, 0), n.sortName, n.id";

/** What some ties link to a parent. */
export function linkedList<K extends EntityKind>(
  name: string,
  kinds: readonly K[],
  ties: readonly TieKind[],
  listedEnd: ListedEnd,
): LinkedList<K> {
  const types = ties.join('|');
  const labels = kinds.map((kind) => kindOf(kind).label).join('|');
  return patternList(
    name,
    kinds,
    listedEnd === 'from' ? `(p)<-[:${types}]-(n:${labels})` : `(p)-[:${types}]->(n:${labels})`,
  );
}

/**
 * What a pattern from the parent `p` to the listed `n` finds. Hundreds of parents share a few entities: sorted and returned
 * once each, they take two thirds of the time that a list for each parent took (891 programs under 5 axes: 6.4 ms of 10).
 */
export function patternList<K extends EntityKind>(name: string, kinds: readonly K[], pattern: string): LinkedList<K> {
  return {
    kinds,
    query: {
      name,
      text: `UNWIND $parents AS parent
MATCH (p:Entity {id: parent})
MATCH ${pattern}
WITH n, collect(DISTINCT parent) AS parents
${officialOrder}
RETURN parents, ${entityColumns('n', kinds)}`,
    },
  };
}

/** Everything of a kind, or what some packages state of it; the only parent is the empty text. */
export function vocabulary<K extends EntityKind>(kind: K): LinkedList<K> {
  return {
    kinds: [kind],
    query: {
      name: `vocabulary.${kind}`,
      text: `MATCH (n:${kindOf(kind).label})\nWHERE ${OF_DATASETS}\nRETURN [''], ${entityColumns('n', [kind])}\n${officialOrder}`,
    },
  };
}
