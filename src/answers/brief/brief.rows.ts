import { ENTITY_COLUMNS, toEntity, type EntityRecord } from '../../graph/entity-record.ts';
import { toTie, type TieRecord } from '../../graph/tie-record.ts';
import type { Acquaintance, Counted, Other } from './brief.material.ts';
import { linesOf, type SectionKey } from './brief.sections.ts';

/** Keeps an entity that a statement has read, so that it is not read again. */
type Keep = (entity: EntityRecord) => void;

type FactRow = readonly [parent: string, section: SectionKey, total: number, facts: number, ...unknown[]];

/** The facts of each section, by their other ends. */
export function toSections(rows: readonly FactRow[], keep: Keep): ReadonlyMap<SectionKey, Counted<Other>> {
  const bySection = new Map<SectionKey, (readonly [total: number, facts: number, ...unknown[]])[]>();
  for (const [, section, ...row] of rows) bySection.set(section, [...(bySection.get(section) ?? []), row]);
  return new Map([...bySection].map(([section, own]) => [section, toCounted(section, own, keep)]));
}

/** Other ends with their facts, as many as a section has lines. */
export function toCounted(
  section: SectionKey,
  rows: readonly (readonly [total: number, facts: number, ...unknown[]])[],
  keep: Keep,
): Counted<Other> {
  const others = new Map<string, { entity: EntityRecord; facts: number; ties: TieRecord[] }>();
  for (const [, facts, ...columns] of rows) {
    const { entity, tie } = withTie(columns, keep);
    const other = others.get(entity.id) ?? { entity, facts, ties: [] };
    if (tie !== null) other.ties.push(tie);
    others.set(entity.id, other);
  }
  return { total: rows[0]?.[0] ?? 0, found: [...others.values()].slice(0, linesOf(section)) };
}

type PersonRow = readonly [
  parent: string,
  total: number,
  distance: number,
  chains: number,
  chain: number,
  ...columns: unknown[],
];

/** People with the chains of facts that lead to them. */
export function toPeople(rows: readonly PersonRow[], keep: Keep): Counted<Acquaintance> {
  const people = new Map<string, { person: EntityRecord; distance: number; found: number; chains: TieRecord[][] }>();
  for (const [, , distance, found, number, ...columns] of rows) {
    const { entity, tie } = withTie(columns, keep);
    const person = people.get(entity.id) ?? { person: entity, distance, found, chains: [] };
    if (tie !== null) (person.chains[number] ??= []).push(tie);
    people.set(entity.id, person);
  }
  return { total: rows[0]?.[1] ?? 0, found: [...people.values()].slice(0, linesOf('PEOPLE')) };
}

/** Reads the columns of an entity and those of a fact, which may be missing. */
export function withTie(columns: readonly unknown[], keep: Keep): { entity: EntityRecord; tie: TieRecord | null } {
  const entity = toEntity(columns);
  keep(entity);
  return { entity, tie: columns[ENTITY_COLUMNS] === null ? null : toTie(columns, ENTITY_COLUMNS) };
}
