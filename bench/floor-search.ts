import type { Read } from './floor-answers.ts';

/** A full-text search of one word, by hand: everything that has it is ranked and sorted. */

/** The word that most names have. */
const commonest = `MATCH (n:Entity)
UNWIND split(n.searchText, ' ') AS word
WITH word, count(*) AS names
WHERE size(word) > 3
RETURN word
ORDER BY names DESC, word
LIMIT 1`;

const found = `CALL db.index.fulltext.queryNodes('entityWords', 'searchWords:' + $word + '* contextWords:' + $word + '*') YIELD node AS n
WITH n, CASE
    WHEN n.searchWords CONTAINS ' _n_' + $word + ' ' THEN 1
    WHEN n.searchWords CONTAINS ' _n_' + $word THEN 2
    WHEN n.searchWords CONTAINS ' ' + $word THEN 3
    ELSE 4
  END AS rank
ORDER BY rank, n.sortName, n.id
LIMIT 10
RETURN n.id, n.name`;

/** The same for a word that fills the first ten by names that begin with it: the index of the order has them together. */
const begun = `MATCH (n:Entity)
USING INDEX n:Entity(sortName, id)
WHERE n.sortName STARTS WITH $word AND n.id IS NOT NULL
WITH n
ORDER BY n.sortName, n.id
WHERE n.searchWords CONTAINS ' _n_' + $word AND NOT n.searchWords CONTAINS ' _n_' + $word + ' '
RETURN n.id, n.name
LIMIT 10`;

export async function commonWord(read: Read) {
  const [row = []] = await read(commonest, {});
  return { word: row[0] };
}

export async function search(read: Read, way: string, word: string) {
  const rows = await read(way === 'walk' ? begun : found, { word });
  return { search: { nodes: rows.map(([id, name]) => ({ id, name })) } };
}
