/**
 * The ways in which work joins an entity `face` to an actor `n`. Rows: `n`, the way, the fact `s` on the side of `n`, and
 * whether all facts of the way are stated. Two partners of one program are not joined: the program works with each.
 */
export const sharedWork = `MATCH (face)-[s:AFFILIATED_WITH|MEMBER_OF|COLLABORATES_WITH]-(n:Actor)
    RETURN n, type(s) AS way, s, s.basis = 'STATED' AS stated
    UNION ALL
    MATCH (face)-[r:PARTY_TO]->(:Agreement)<-[s:PARTY_TO]-(n:Actor)
    RETURN n, 'AGREEMENT' AS way, s, r.basis = 'STATED' AND s.basis = 'STATED' AS stated
    UNION ALL
    MATCH (face)-[r:LISTED_UNDER|RUNS]-(:Program)-[s:LISTED_UNDER|RUNS|WITH_PARTNER]-(n:Actor)
    RETURN n, 'PROGRAM' AS way, s, r.basis = 'STATED' AND s.basis = 'STATED' AS stated
    UNION ALL
    MATCH (face)<-[r:WITH_PARTNER]-(:Program)-[s:LISTED_UNDER|RUNS]-(n:Actor)
    RETURN n, 'PROGRAM' AS way, s, r.basis = 'STATED' AND s.basis = 'STATED' AS stated`;

/** The same, and the weaker ways besides: a network or an event that both were in. */
export const anySharedWork = `${sharedWork}
    UNION ALL
    MATCH (face)-[r:MEMBER_OF]->(:Network)<-[s:MEMBER_OF]-(n:Actor)
    RETURN n, 'NETWORK' AS way, s, r.basis = 'STATED' AND s.basis = 'STATED' AS stated
    UNION ALL
    MATCH (face)-[r:TOOK_PART_IN|CONTRIBUTED_TO]->(:Event)<-[s:TOOK_PART_IN|CONTRIBUTED_TO]-(n:Actor)
    RETURN n, 'EVENT' AS way, s, r.basis = 'STATED' AND s.basis = 'STATED' AS stated`;

/**
 * A city and the government of it are as one: `MATCH` and its condition, of the actor and its other side. A government that
 * ended, or that another one succeeded, is no more what the city is today.
 */
export function asOne(actor: string, other: string): string {
  return `MATCH (${actor})-[rule:GOVERNS]-(${other}:Actor)
    WHERE rule.until IS NULL AND NOT EXISTS { (${actor})<-[:SUCCEEDED]-() } AND NOT EXISTS { (${other})<-[:SUCCEEDED]-() }`;
}

/**
 * Whose work an actor has: its own; that of its government or city; and, of a person, that of the bodies where it had a
 * post. Rows: the entity `face`, and the facts `lending` that lead to it, none for the actor itself.
 */
export function faces(actor: string): string {
  return `RETURN ${actor} AS face, [] AS lending
    UNION ALL
    ${asOne(actor, 'face')}
    RETURN face, [rule] AS lending
    UNION ALL
    MATCH (${actor})-[post:AFFILIATED_WITH]->(face:Actor)
    WITH face, post
    ORDER BY post.id
    RETURN face, collect(post) AS lending`;
}

/** The points of one way, from how many `facts` it has, whether they are stated, and whether they come through another. */
export const POINTS = `$weights[way] / (CASE WHEN stated THEN 1 ELSE 2 END) / (CASE WHEN through THEN 2 ELSE 1 END)
      + CASE WHEN facts - 1 > $mostRepeated THEN $mostRepeated ELSE facts - 1 END`;

/**
 * Clauses that cut a page out of a list `ranked` of [actor, points, date], in the order of the answers: from the actor with
 * the id `$afterId` on, itself included, so that whoever asks sees that it still stands there. There is always a row, if
 * only for the number of all.
 */
export const pageOfRanked = `CALL (ranked) {
  WITH ranked, [row IN ranked WHERE $afterId <> '' AND row[0].id = $afterId][0] AS anchor
  UNWIND ranked AS row
  WITH row[0] AS n, row[1] AS points, row[2] AS newest, anchor
  WHERE $afterId = '' OR points < anchor[1] OR (points = anchor[1] AND (newest < anchor[2] OR (newest = anchor[2] AND (
    n.sortName > anchor[0].sortName OR (n.sortName = anchor[0].sortName AND n.id >= $afterId)))))
  WITH n, points, newest
  ORDER BY points DESC, newest DESC, n.sortName, n.id
  LIMIT toInteger($limit)
  RETURN collect(n) AS page
}
UNWIND CASE WHEN size(page) = 0 THEN [NULL] ELSE page END AS n`;
