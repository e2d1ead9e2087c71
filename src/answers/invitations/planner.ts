import { z } from 'zod';

import type { Reader } from '../../graph/graph.ts';
import { plannerDefaults } from './invitations.cypher.ts';

/** What a package begins a table with. */
export interface Planner {
  readonly size: number;
  readonly everySectorAtLeast: number;
  readonly governmentSector: string;
  /** As a fraction: the seats of the government's sector are at most so many parts of all. */
  readonly governmentShareAtMost: readonly [parts: number, of: number];
  readonly maxPerInstitution: number;
}

/** A package that a table is planned for, and what it says of tables; nothing where it says nothing. */
export interface PlannedFor {
  readonly dataset: string;
  readonly planner: Planner | null;
}

/** Where no package says how many. */
export const PLAIN_SIZE = 25;
export const PLAIN_PER_INSTITUTION = 1;

/** The most seats of the government's sector at a table. */
export function shareOf(size: number, { governmentShareAtMost: [parts, of] }: Planner): number {
  return Math.floor((size * parts) / of);
}

const planner = z.looseObject({
  size: z.number(),
  everySectorAtLeast: z.number(),
  governmentSector: z.string(),
  governmentShareAtMost: z.string(),
  maxPerInstitution: z.number(),
});
const kept = z.union([planner, z.looseObject({ sobremesa: z.looseObject({ planner }) })]);

/**
 * The package whose defaults hold: the one that is named, or the only one that is loaded; `null` when several are and
 * none is named.
 */
export async function plannedFor(named: string | null, graph: Reader): Promise<PlannedFor | null> {
  const rows = await graph.read(plannerDefaults, {});
  const [only, ...others] = named === null ? rows : rows.filter(([dataset]) => dataset === named);
  return only === undefined || others.length > 0 ? null : { dataset: only[0], planner: toPlanner(only[1]) };
}

/** An import has checked it; a package that was written by hand into the graph has none. */
function toPlanner(text: string | null): Planner | null {
  const known = text === null ? null : kept.safeParse(JSON.parse(text)).data;
  if (known == null) return null;
  const found = 'size' in known ? planner.parse(known) : planner.parse(known.sobremesa.planner);
  const [parts = 1, of = 1] = found.governmentShareAtMost.split('/').map(Number);
  return { ...found, governmentShareAtMost: [parts, of] };
}
