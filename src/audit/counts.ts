import { listOf } from '../dataset/cell-text.ts';
import type { AuditedRow, Examination, Known } from './check.ts';

/** How many rows name a place or a source among their citations. */
export interface RowCounts {
  entities: number;
  facts: number;
  claims: number;
  /** Acts of agreements, parts of consultations, redirects. */
  others: number;
}

export interface PlaceCounts extends Readonly<RowCounts> {
  readonly id: string;
  readonly name: string;
}

/** The rows of a source: each once, however many of its places state it. */
export interface SourceCounts extends Readonly<RowCounts> {
  readonly id: string;
  readonly title: string;
  readonly places: readonly PlaceCounts[];
}

interface Counting extends Examination {
  sources(): readonly SourceCounts[];
}

/** Counts what comes from each source and from each of its places. */
export function countRows({ citations }: Pick<Known, 'citations'>): Counting {
  const sources = new Map<string, RowCounts & { id: string; title: string; places: PlaceCounts[] }>();
  const places = new Map<string, RowCounts & PlaceCounts>();
  return {
    row(row) {
      const { table, cell } = row;
      const id = cell('id');
      if (table.holds.what === 'records' && table.holds.kind === 'SOURCE')
        sources.set(id, { id, title: cell('title'), ...none(), places: [] });
      if (table.holds.what === 'records' && table.holds.kind === 'PLACE') {
        const place = { id, name: cell('name'), ...none() };
        places.set(id, place);
        sources.get(cell('source'))?.places.push(place);
      }
      const cited = citationsOf(row).flatMap((citation) => citations.get(citation) ?? []);
      const what = countedAs(row);
      for (const place of new Set(cited.map((citation) => places.get(citation.place))))
        if (place !== undefined) place[what] += 1;
      for (const source of new Set(cited.map((citation) => sources.get(citation.source))))
        if (source !== undefined) source[what] += 1;
    },
    sources: () => [...sources.values()],
  };
}

/** Every citation that a row names, in whatever column. */
export function citationsOf({ table, cell }: AuditedRow): readonly string[] {
  return table.columns
    .filter(({ type, refersTo }) => type === 'list' && refersTo?.includes('citations') === true)
    .flatMap(({ name }) => listOf(cell(name)));
}

export function none(): RowCounts {
  return { entities: 0, facts: 0, claims: 0, others: 0 };
}

/** What a row is counted as. */
export function countedAs({ table: { holds } }: AuditedRow): keyof RowCounts {
  if (holds.what === 'entities') return 'entities';
  if (holds.what === 'ties') return 'facts';
  return holds.what === 'records' && holds.kind === 'CLAIM' ? 'claims' : 'others';
}
