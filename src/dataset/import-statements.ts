import { recordOf } from '../model/records.ts';
import { SEARCH_FORM } from '../model/search-words.ts';
import { tieKinds, type TieKind } from '../model/ties.ts';

/**
 * Counts the transactions of imports. It is a lock too: of two imports at once the second waits for the first, and
 * sees by the number that it compared its package with a graph that is no more.
 */
export const nextRevision = {
  name: 'nextRevision',
  text: `MERGE (r:Revision {id: 'graph'})
ON CREATE SET r.searchForm = ${SEARCH_FORM}
SET r.number = coalesce(r.number, 0) + 1
RETURN r.number`,
};

/** Announces that the graph is emptied of what an older version of the program loaded. */
export const beginClearing = {
  name: 'beginClearing',
  text: "MATCH (d:Dataset {id: $id})\nSET d.state = 'LOADING', d.hash = ''",
};

/** Commits by itself. */
export const clearUnstated = {
  name: 'clearUnstated',
  text: `MATCH (n)
WHERE n.datasets IS NULL AND NOT n:Dataset AND NOT n:Revision AND NOT n:SharedRow
CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS`,
};

/** Announces an import. */
export const beginDataset = {
  name: 'beginDataset',
  text: `MERGE (d:Dataset {id: $id})
SET d.state = 'LOADING', d.version = $version, d.hash = $hash, d.rows = toInteger($rows)`,
};

export const completeDataset = {
  name: 'completeDataset',
  text: `MATCH (d:Dataset {id: $id})
SET d.state = 'COMPLETE', d.title = $title, d.loadedAt = $loadedAt, d.licences = $licences, d.citation = $citation,
  d.homeCity = $homeCity, d.homeGovernment = $homeGovernment, d.planner = $planner,
  d.descriptor = $descriptor, d.tables = $tables`,
};

export const removeDataset = { name: 'removeDataset', text: 'MATCH (d:Dataset {id: $id})\nDELETE d' };

/** Keeps what each package states of rows that several state. Rows: id, dataset, table, row, cells. */
export const keepSharedRows = {
  name: 'keepSharedRows',
  text: `UNWIND $rows AS row
MERGE (s:SharedRow {id: row[0]})
SET s.dataset = row[1], s.table = row[2], s.row = row[3], s.cells = row[4]`,
};

export const dropSharedRows = {
  name: 'dropSharedRows',
  text: 'UNWIND $ids AS id\nMATCH (s:SharedRow {id: id})\nDELETE s',
};

/** The citations of some sources. */
export const citationsOfSources = {
  name: 'citationsOfSources',
  text: `UNWIND $sources AS source
MATCH (:Source {id: source})<-[:IN_SOURCE]-(:Place)<-[:AT]-(c:Citation)
RETURN c.id`,
};

/** The dates of sources that a package shares, as all that state them say together. */
export const sharedSources = {
  name: 'sharedSources',
  text: `MATCH (s:Source)
WHERE size(s.datasets) > 1 AND $dataset IN s.datasets
RETURN s.id, s.publishedOn`,
};

/** Gives ties that rest on some citations, or have some ids, the date of their newest source; all ties without citations. */
export const dateTies: ReadonlyMap<TieKind, { readonly name: string; readonly text: string }> = new Map(
  tieKinds.map((kind) => [
    kind,
    {
      name: `dateTies.${kind}`,
      text: `MATCH ()-[r:${kind}]->()
WHERE $citations IS NULL OR r.id IN $ids OR any(citation IN r.citations WHERE citation IN $citations)
CALL (r) {
  UNWIND r.citations AS citation
  MATCH (:Citation {id: citation})-[:AT]->(:Place)-[:IN_SOURCE]->(s:Source)
  RETURN max(s.publishedOn) AS newest
}
WITH r, newest
WHERE coalesce(r.asOf, '') <> coalesce(newest, '')
SET r.asOf = newest`,
    },
  ]),
);

/** Orders each agreement by the date of its first dated act. */
export const dateAgreements = {
  name: 'dateAgreements',
  text: `MATCH (n:Agreement)
CALL (n) {
  MATCH (act:${recordOf('AGREEMENT_ACT').label} {agreement: n.id})
  WHERE act.on IS NOT NULL
  WITH act
  ORDER BY act.number, act.id
  LIMIT 1
  RETURN collect(act.on) AS dates
}
WITH n, coalesce(dates[0], '') AS date
WHERE n.sortDate <> date
SET n.sortDate = date`,
};
