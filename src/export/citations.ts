import { toCitation } from '../fields/source-rows.ts';
import type { CitationRecord } from '../fields/source.record.ts';
import type { Reader } from '../graph/graph.ts';
import { citationsById } from '../graph/source-queries.ts';
import type { Language } from './request.ts';

export type Citation = Pick<CitationRecord, 'id' | 'place' | 'placeEn' | 'source'>;

/** Resolves the ids of the citations of each row of a page, in their order. */
export type ReadCitations = (rows: readonly (readonly string[])[]) => Promise<readonly (readonly Citation[])[]>;

/** So many citations are kept at a time: most rows of a page cite the same few places. */
const KEPT = 20_000;

/** Makes a reader that asks for each citation once, as long as it keeps it. */
export function citationReader(graph: Reader): ReadCitations {
  const known = new Map<string, Citation>();
  return async (rows) => {
    if (known.size > KEPT) known.clear();
    const ids = [...new Set(rows.flat())].filter((id) => !known.has(id));
    if (ids.length > 0) for (const row of await graph.read(citationsById, { ids })) known.set(row[0], toCitation(row));
    return rows.map((cited) => cited.map((id) => known.get(id) ?? missing(id)));
  };
}

/** Where a fact stands, for people: “Title (2016), Annex 1”. */
export function placeInWords({ place, placeEn, source }: Citation, lang: Language): string {
  const year = source.year === null ? '' : ` (${source.year})`;
  return `${source.title}${year}, ${lang === 'en' ? placeEn : place}`;
}

function missing(id: string): never {
  throw new Error(`Expected the citation ${id} to be in the graph, but it is not there. Import the data again.`);
}
