/** A document that the graph was made from. */
export interface SourceRecord {
  readonly recordKind: 'SOURCE';
  readonly id: string;
  readonly title: string;
  readonly year: number | null;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly language: string;
  readonly url: string | null;
  readonly licence: string | null;
}

/** A place in a source. */
export interface PlaceRecord {
  readonly recordKind: 'PLACE';
  readonly id: string;
  readonly sourceId: string;
  readonly placeName: string;
  readonly placeNameEn: string | null;
}

/** Where a fact stands. `place` joins the place with the detail of the citation. */
export interface CitationRecord {
  readonly recordKind: 'CITATION';
  readonly id: string;
  readonly place: string;
  readonly placeEn: string;
  readonly source: SourceRecord;
}

/** One of several values that the sources give for a property. */
export interface ClaimRecord {
  readonly recordKind: 'CLAIM';
  readonly id: string;
  readonly subjectId: string;
  readonly property: string;
  readonly value: string;
  readonly claimRank: 'PREFERRED' | 'NORMAL' | 'DEPRECATED';
  readonly note: string | null;
  readonly citationIds: readonly string[];
}
