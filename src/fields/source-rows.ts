import type { CitationRow, ClaimColumns, PlaceColumns, SourceColumns } from '../graph/source-queries.ts';
import type { CitationRecord, ClaimRecord, PlaceRecord, SourceRecord } from './source.record.ts';

export function toSource([id, title, publisher, publishedOn, language, url, licence]: SourceColumns): SourceRecord {
  const year = publishedOn === null ? null : Number(publishedOn.slice(0, 4));
  return { recordKind: 'SOURCE', id, title, year, publisher, publishedOn, language, url, licence };
}

export function toPlace([id, sourceId, placeName, placeNameEn]: PlaceColumns): PlaceRecord {
  return { recordKind: 'PLACE', id, sourceId, placeName, placeNameEn };
}

export function toCitation([id, place, placeEn, detail, ...source]: CitationRow): CitationRecord {
  const within = (name: string) => (detail === null ? name : `${name}, ${detail}`);
  return {
    recordKind: 'CITATION',
    id,
    place: within(place),
    placeEn: within(placeEn ?? place),
    source: toSource(source),
  };
}

export function toClaim([id, subjectId, property, value, claimRank, note, citationIds]: ClaimColumns): ClaimRecord {
  return { recordKind: 'CLAIM', id, subjectId, property, value, claimRank, note, citationIds };
}
