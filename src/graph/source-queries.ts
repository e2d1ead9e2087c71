import type { Query } from './query.ts';

/** The columns of a source in every statement, bound to `s`. */
const SOURCE_COLUMNS = 's.id, s.title, s.publisher, s.publishedOn, s.language, s.url, s.licence';

export type SourceColumns = readonly [
  id: string,
  title: string,
  publisher: string | null,
  publishedOn: string | null,
  language: string,
  url: string | null,
  licence: string | null,
];

export type CitationRow = readonly [
  id: string,
  place: string,
  placeEn: string | null,
  detail: string | null,
  detailEn: string | null,
  ...source: SourceColumns,
];

export const citationsById: Query<{ readonly ids: readonly string[] }, CitationRow> = {
  name: 'citationsById',
  text: `UNWIND $ids AS id
MATCH (c:Citation {id: id})-[:AT]->(p:Place)-[:IN_SOURCE]->(s:Source)
RETURN c.id, p.name, p.nameEn, c.detail, c.detailEn, ${SOURCE_COLUMNS}`,
};

export const sourcesById: Query<{ readonly ids: readonly string[] }, SourceColumns> = {
  name: 'sourcesById',
  text: `UNWIND $ids AS id
MATCH (s:Source {id: id})
RETURN ${SOURCE_COLUMNS}`,
};

export const allSources: Query<{ readonly datasets: readonly string[] | null }, SourceColumns> = {
  name: 'allSources',
  text: `MATCH (s:Source)
WHERE $datasets IS NULL OR any(dataset IN $datasets WHERE dataset IN s.datasets)
RETURN ${SOURCE_COLUMNS}
ORDER BY coalesce(s.publishedOn, '') DESC, s.title, s.id`,
};

export type PlaceColumns = readonly [id: string, source: string, name: string, nameEn: string | null];

export const placesById: Query<{ readonly ids: readonly string[] }, PlaceColumns> = {
  name: 'placesById',
  text: `UNWIND $ids AS id
MATCH (p:Place {id: id})
RETURN p.id, p.source, p.name, p.nameEn`,
};

export const placesOfSources: Query<
  { readonly parents: readonly string[] },
  readonly [parent: string, ...place: PlaceColumns]
> = {
  name: 'placesOfSources',
  text: `UNWIND $parents AS parent
MATCH (:Source {id: parent})<-[:IN_SOURCE]-(p:Place)
RETURN parent, p.id, p.source, p.name, p.nameEn
ORDER BY p.id`,
};

export const citationsOfSources: Query<
  { readonly parents: readonly string[]; readonly afterId: string; readonly limit: number },
  readonly [parent: string, ...citation: CitationRow]
> = {
  name: 'citationsOfSources',
  text: `UNWIND $parents AS parent
MATCH (s:Source {id: parent})
CALL (s) {
  MATCH (s)<-[:IN_SOURCE]-(p:Place)<-[:AT]-(c:Citation)
  WHERE c.id > $afterId
  RETURN c, p
  ORDER BY c.id
  LIMIT toInteger($limit)
}
RETURN parent, c.id, p.name, p.nameEn, c.detail, c.detailEn, ${SOURCE_COLUMNS}`,
};

export const citationCountOfSources: Query<
  { readonly parents: readonly string[] },
  readonly [parent: string, count: number]
> = {
  name: 'citationCountOfSources',
  text: `UNWIND $parents AS parent
MATCH (s:Source {id: parent})
RETURN parent, COUNT { (s)<-[:IN_SOURCE]-()<-[:AT]-() }`,
};

export type ClaimColumns = readonly [
  id: string,
  subject: string,
  property: string,
  value: string,
  rank: 'PREFERRED' | 'NORMAL' | 'DEPRECATED',
  note: string | null,
  citations: readonly string[],
];

const CLAIM_COLUMNS = 'c.id, c.subject, c.property, c.value, c.rank, c.note, c.citations';

export const claimsById: Query<{ readonly ids: readonly string[] }, ClaimColumns> = {
  name: 'claimsById',
  text: `UNWIND $ids AS id
MATCH (c:Claim {id: id})
RETURN ${CLAIM_COLUMNS}`,
};

export const claimsBySubject: Query<
  { readonly subjects: readonly string[] },
  readonly [subject: string, ...claim: ClaimColumns]
> = {
  name: 'claimsBySubject',
  text: `UNWIND $subjects AS subject
MATCH (c:Claim {subject: subject})
RETURN subject, ${CLAIM_COLUMNS}
ORDER BY c.property, CASE c.rank WHEN 'PREFERRED' THEN 0 WHEN 'NORMAL' THEN 1 ELSE 2 END, c.id`,
};
