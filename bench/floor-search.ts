import type { Read } from './floor-answers.ts';

/** A full-text search of one word, by hand. Either way is right for any word. */

const FIRST = 10;

/** The word that most names have. */
const commonest = `MATCH (n:Entity)
UNWIND split(n.searchText, ' ') AS word
WITH word, count(*) AS names
WHERE size(word) > 3
RETURN word
ORDER BY names DESC, word
LIMIT 1`;

/** What has the word, whatever it is. */
const gathered = `CALL db.index.fulltext.queryNodes('entityWords', 'searchWords:' + $word + '* contextWords:' + $word + '*') YIELD node AS n
WITH n, CASE
    WHEN n.searchWords CONTAINS ' _n_' + $word + ' ' THEN 1
    WHEN n.searchWords CONTAINS ' _n_' + $word THEN 2
    WHEN n.searchWords CONTAINS ' ' + $word THEN 3
    ELSE 4
  END AS rank
ORDER BY rank, n.sortName, n.id
LIMIT ${FIRST}
RETURN n.id, n.name`;

/**
 * What has a name that is the word or begins with it, for words with which ten do: namesakes and other names by the
 * full-text index, what is sorted under it by the index of the order.
 */
const begun = `CALL () {
  CALL db.index.fulltext.queryNodes('entityWords', 'searchWords:_n_' + $word) YIELD node AS n
  RETURN 1 AS rank, n
  ORDER BY n.sortName, n.id
  LIMIT ${FIRST}
  UNION
  MATCH (n:Entity)
  USING INDEX n:Entity(sortName, id)
  WHERE n.sortName STARTS WITH $word AND n.id IS NOT NULL
  WITH n
  ORDER BY n.sortName, n.id
  WHERE n.searchWords CONTAINS ' _n_' + $word AND NOT n.searchWords CONTAINS ' _n_' + $word + ' '
  RETURN 2 AS rank, n
  LIMIT ${FIRST}
  UNION
  CALL db.index.fulltext.queryNodes('entityWords', '+searchWords:_o_' + $word + '* -searchWords:_n_' + $word) YIELD node AS n
  RETURN 2 AS rank, n
  ORDER BY n.sortName, n.id
  LIMIT ${FIRST}
}
RETURN n.id, n.name
ORDER BY rank, n.sortName, n.id
LIMIT ${FIRST}`;

export async function commonWord(read: Read) {
  const [row = []] = await read(commonest, {});
  return { word: row[0] };
}

export async function search(read: Read, way: string, word: string) {
  const looked = way === 'begun' ? await read(begun, { word }) : [];
  const rows = looked.length === FIRST ? looked : await read(gathered, { word });
  return { search: { nodes: rows.map(([id, name]) => ({ id, name })) } };
}
