import type { Read } from './floor-answers.ts';

/** Who could work on an axis, by hand, with the points of docs/order-of-collaborators.md. */

/** The axis under which most programs stand. */
const busiest = `MATCH (a:PriorityAxis)
RETURN a.id
ORDER BY COUNT { (a)<-[:UNDER_AXIS]-(:Program) } DESC, a.id
LIMIT 1`;

const suggested = `CALL () {
  MATCH (:PriorityAxis {id: $id})<-[r:UNDER_AXIS]-(:Theme)<-[s:ABOUT]-(n:Actor)
  WITH n, count(DISTINCT s) AS facts, max(r.basis = 'STATED' AND s.basis = 'STATED') AS stated, max(s.asOf) AS newest
  RETURN n, 24 / CASE WHEN stated THEN 1 ELSE 2 END + CASE WHEN facts > 3 THEN 3 ELSE facts - 1 END AS points, newest
  UNION ALL
  MATCH (:PriorityAxis {id: $id})<-[q:UNDER_AXIS]-(:Theme)<-[r:ABOUT]-(:Position)<-[s:HOLDS]-(n:Person)
  WITH n, count(DISTINCT s) AS facts, max(q.basis = 'STATED' AND r.basis = 'STATED' AND s.basis = 'STATED') AS stated, max(s.asOf) AS newest
  RETURN n, 24 / CASE WHEN stated THEN 1 ELSE 2 END + CASE WHEN facts > 3 THEN 3 ELSE facts - 1 END AS points, newest
  UNION ALL
  MATCH (:PriorityAxis {id: $id})<-[r:UNDER_AXIS]-(p:Program)-[s:LISTED_UNDER]->(body)
  WITH body, count(DISTINCT s) AS facts, max(r.basis = 'STATED' AND s.basis = 'STATED') AS stated, max(s.asOf) AS newest
  CALL (body) {
    RETURN body AS n, 1 AS share
    UNION ALL
    MATCH (body)<-[:AFFILIATED_WITH]-(n:Person)
    RETURN DISTINCT n, 2 AS share
  }
  WITH n, share, sum(facts) AS facts, max(stated) AS stated, max(newest) AS newest
  RETURN n, 12 / CASE WHEN stated THEN 1 ELSE 2 END / share + CASE WHEN facts > 3 THEN 3 ELSE facts - 1 END AS points, newest
}
WITH n, sum(points) AS points, max(coalesce(newest, '')) AS newest
ORDER BY points DESC, newest DESC, n.sortName, n.id
LIMIT 10
RETURN n.id, n.name`;

export async function busiestAxis(read: Read) {
  const [row = []] = await read(busiest, {});
  return { id: row[0] ?? null };
}

export async function suggestions(read: Read, id: string) {
  const rows = await read(suggested, { id });
  return { suggestCollaborators: { nodes: rows.map(([actor, name]) => ({ id: actor, name })) } };
}
