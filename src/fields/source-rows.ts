import type { CitationRow, ClaimColumns, PlaceColumns, SourceColumns } from '../graph/source-queries.ts';
import type { CitationRecord, ClaimRecord, PlaceRecord, SourceRecord } from './source.record.ts';

export function toSource([id, title, publisher, publishedOn, language, url, licence]: SourceColumns): SourceRecord {
  const year = publishedOn === null ? null : Number(publishedOn.slice(0, 4));
  return { recordKind: 'SOURCE', id, title, year, publisher, publishedOn, language, url, licence };
}

export function toPlace([id, sourceId, placeName, placeNameEn]: PlaceColumns): PlaceRecord {
  return { recordKind: 'PLACE', id, sourceId, placeName, placeNameEn };
}

export function toCitation([id, place, placeEn, detail, detailEn, ...source]: CitationRow): CitationRecord {
  return {
    recordKind: 'CITATION',
    id,
    place: within(place, detail),
    placeEn: within(placeEn ?? place, detail === null ? null : (detailEn ?? detail)),
    source: toSource(source),
  };
}

function within(place: string, detail: string | null): string {
  return detail === null ? place : `${place}, ${detail}`;
}

export function toClaim([id, subjectId, property, value, claimRank, note, citationIds]: ClaimColumns): ClaimRecord {
  return { recordKind: 'CLAIM', id, subjectId, property, value, claimRank, note, citationIds };
}
