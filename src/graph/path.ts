import { entityKinds, kindOf, type EntityKind } from '../model/kinds.ts';
import { tieKinds, tieOf, type TieKind } from '../model/ties.ts';

/** A way through the graph from an entity `it` to listed entities `n`. */
export interface Path {
  /** A chain of nodes and relationships, such as `(it)<-[:PART_OF*0..8]-()<-[:AFFILIATED_WITH]-(n)`. */
  readonly pattern: string;
  /** A condition on what the pattern names. */
  readonly where?: string;
}

/** Cypher for whether a path leads to `n` from an `it` of which a condition holds; read from `n`, which has few ties. */
export function leads(paths: readonly Path[], condition: string): string {
  return paths
    .map(({ pattern, where }) => `EXISTS { ${pattern} WHERE ${[where, condition].filter(Boolean).join(' AND ')} }`)
    .join(' OR ');
}

/** Clauses that find each `n` once, from `it` under another name; they forget everything but `n`. */
export function expansion(paths: readonly Path[], start: string, kinds: readonly EntityKind[]): string {
  const [only, ...others] = paths.map((path) => steps(path, start, kinds));
  if (only === undefined) throw new Error('Expected at least one path to what is listed, but got none.');
  if (others.length === 0) return only;
  const branches = [only, ...others].map((clauses) => `${clauses}\nRETURN n`);
  return `CALL (${start}) {\n${branches.join('\nUNION\n')}\n}\nWITH DISTINCT n`;
}

/**
 * Cypher for whether so many ties leave `it` that the paths lead to more than `$few`; null where the database does not
 * store the number. Where a path goes on, or only some of the ends are listed, it is a guess: then ten times as many,
 * or twice as many, are let through. The fewer entities there are to walk through, the sooner walking is better: as the square root.
 */
export function isHub(
  paths: readonly Path[],
  start: string,
  kinds: readonly EntityKind[],
  few = fewOf(indexedLabel(kinds)),
): string | null {
  const tests = paths.flatMap((path) => {
    const { relationships } = partsOf(path);
    const [first = '', ...others] = relationships;
    if (!isStored(first)) return [];
    const isLong = others.length > 0 || path.where !== undefined;
    const guess = isLong ? '10 * ' : labelNeeded(first, kinds) ? '2 * ' : '';
    return [`COUNT { (${start})${first}() } > ${guess}${few}`];
  });
  return tests.length === paths.length ? [...new Set(tests)].join(' OR ') : null;
}

/** Whether a path is one relationship, all of whose ends are listed or passed over by their label. */
export function isOneStep({ pattern, where }: Path): boolean {
  return where === undefined && partsOf({ pattern }).relationships.length === 1;
}

/** The label whose index of an order holds all of some kinds. */
export function indexedLabel(kinds: readonly EntityKind[]): string {
  const [only, ...others] = kinds;
  return only !== undefined && others.length === 0 ? kindOf(only).label : 'Entity';
}

/** Cypher for the threshold `$few`, which is measured at 80,000 entities, at the number of those with a label. */
export function fewOf(label: string): string {
  return `toInteger($few * sqrt(COUNT { (:${label}) } / 80000.0))`;
}

/** Cypher for the number of entities that a path leads to, where the database stores it. */
export function storedCount(path: Path, start: string, kinds: readonly EntityKind[]): string | null {
  const { relationships } = partsOf(path);
  const [only = '', ...others] = relationships;
  if (others.length > 0 || path.where !== undefined || !isStored(only) || labelNeeded(only, kinds)) return null;
  return typesOf(only).some((kind) => tieOf(kind).parallel === true) ? null : `COUNT { (${start})${only}() }`;
}

/**
 * What the steps of a path reach is kept once each before the next step: otherwise an axis leads to the people of a
 * body as often as the body has programs under it (2,000,000 hits instead of 80,000 at 100,000 actors).
 */
function steps({ pattern, where }: Path, start: string, kinds: readonly EntityKind[]): string {
  const { nodes, relationships } = partsOf({ pattern });
  const label = labelNeeded(relationships.at(-1) ?? '', kinds) ? `:${labelsOf(kinds)}` : '';
  if (where !== undefined)
    return `MATCH ${renamed(pattern, start).replace('(n)', `(n${label})`)}\nWHERE ${renamed(where, start)}\nWITH DISTINCT n`;
  return relationships
    .map((relationship, at) => {
      const isLast = at === relationships.length - 1;
      const from = at === 0 ? renamed(nodes[0] ?? '', start) : `step${at}`;
      const to = isLast ? `n${label}` : `step${at + 1}${nodes[at + 1] ?? ''}`;
      return `MATCH (${from})${relationship}(${to})\nWITH DISTINCT ${isLast ? 'n' : `step${at + 1}`}`;
    })
    .join('\n');
}

function renamed(cypher: string, start: string): string {
  return cypher.replace(/\bit\b/g, start);
}

/** The nodes of a pattern, without their brackets, and the relationships between them. */
function partsOf({ pattern }: Path): { readonly nodes: readonly string[]; readonly relationships: readonly string[] } {
  const parts = pattern.split(/\(([^()]*)\)/);
  return {
    nodes: parts.filter((_, at) => at % 2 === 1),
    relationships: parts.filter((_, at) => at % 2 === 0).slice(1, -1),
  };
}

/** Cypher that excludes what a path leads to besides the listed kinds, for a walk through the index of all entities. */
export function onlyKinds(paths: readonly Path[], kinds: readonly EntityKind[]): string {
  const isMixed =
    kinds.length > 1 && paths.some((path) => labelNeeded(partsOf(path).relationships.at(-1) ?? '', kinds));
  return isMixed ? `n:${labelsOf(kinds)} AND ` : '';
}

/** The database stores how many relationships of one type and direction a node has. */
function isStored(relationship: string): boolean {
  return /^<?-\[\w*:\w+\]->?$/.test(relationship);
}

function typesOf(relationship: string): readonly TieKind[] {
  const types = new Set(relationship.match(/[A-Z_]+/g) ?? []);
  return tieKinds.filter((kind) => types.has(kind));
}

/** Whether a relationship may lead to something else than the listed kinds. */
function labelNeeded(relationship: string, kinds: readonly EntityKind[]): boolean {
  if (kinds.length === entityKinds.length) return false;
  if (relationship.includes('*')) return true;
  const ends = typesOf(relationship).flatMap((kind) => [
    ...(relationship.endsWith('>') ? [] : tieOf(kind).from.kinds),
    ...(relationship.startsWith('<') ? [] : tieOf(kind).to.kinds),
  ]);
  return ends.some((kind) => !kinds.includes(kind));
}

function labelsOf(kinds: readonly EntityKind[]): string {
  return kinds.map((kind) => kindOf(kind).label).join('|');
}
