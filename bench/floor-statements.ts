/**
 * What one would write by hand for these answers alone: constant texts, the columns needed and no more, as few round
 * trips as the data allow. Where two ways were thinkable, the faster one stands here.
 */

/** Rows: actor, then a tie, whether it leaves the actor, its other end and the ids of its citations. */
export const actorsWithTies = `UNWIND $ids AS id
MATCH (e:Entity {id: id})
CALL (e) {
  MATCH (e)-[r]-(o:Entity)
  RETURN r, o
  ORDER BY o.sortName, o.id, r.id
  LIMIT 50
}
RETURN id, type(r), r.basis, startNode(r) = e, o.id, o.name, r.citations`;

export const actorNames = `UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e.id, e.name, e.aliases`;

export const places = `UNWIND $ids AS id
MATCH (c:Citation {id: id})-[:AT]->(p:Place)
RETURN id, p.name, c.detail`;

/** The actors whose number of ties is nearest to one, so that an answer is as large at every size of the graph. */
export const actorsWith = `MATCH (a:Actor)
RETURN a.id
ORDER BY abs(COUNT { (a)--() } - $ties), a.id
LIMIT toInteger($first)`;

export const point = `MATCH (a:Entity {id: $id})
RETURN a.id, a.name, a.aliases`;

/** Place of a program in the order of names. */
export const programAt = `MATCH (p:Program)
WITH p.sortName AS key, p.id AS id
ORDER BY key, id
WITH collect([key, id]) AS places
RETURN places[toInteger(size(places) * $depth)]`;

export const busiestNetwork = `MATCH (n:Network)
RETURN n.id
ORDER BY COUNT { (n)<-[:MEMBER_OF]-() } DESC, n.id
LIMIT 1`;

export const busiestActor = `MATCH (a:Actor)
RETURN a.id
ORDER BY COUNT { (a)--() } DESC, a.id
LIMIT 1`;

export const memberCount = `MATCH (n:Network {id: $id})
RETURN COUNT { (n)<-[:MEMBER_OF]-() }`;

const tie = 'type(r), startNode(r) = e, e.name, o.id, o.name';

export const tiesGathered = `MATCH (e:Entity {id: $id})
MATCH (e)-[r]-(o:Entity)
RETURN ${tie}
ORDER BY o.sortName, o.id, r.id
LIMIT 50`;

export const tiesWalked = `MATCH (e:Entity {id: $id})
CALL (e) {
  MATCH (o:Entity)
  USING INDEX o:Entity(sortName, id)
  WHERE o.sortName >= '' AND o.id IS NOT NULL
  WITH e, o
  ORDER BY o.sortName, o.id
  MATCH (o)-[r]-(other)
  WHERE other = e
  RETURN r, o
  ORDER BY o.sortName, o.id, r.id
  LIMIT 50
}
RETURN ${tie}`;

export const membershipsGathered = tiesGathered.replace('[r]', '[r:MEMBER_OF]');
export const membershipsWalked = tiesWalked.replace('[r]', '[r:MEMBER_OF]');

export const programPage = `MATCH (p:Program)
USING INDEX p:Program(sortName, id)
WHERE p.sortName >= $key AND p.id IS NOT NULL AND (p.sortName > $key OR p.id > $id)
RETURN p.sortName, p.id, p.name, p.origin, p.table, p.row, p.position
ORDER BY p.sortName, p.id
LIMIT toInteger($limit)`;

export const axesWithPrograms = `MATCH (a:PriorityAxis)
CALL (a) {
  MATCH (a)<-[:UNDER_AXIS]-(p:Program)
  RETURN p
  ORDER BY p.sortName, p.id
  LIMIT 24
}
RETURN a.id, a.name, p.id, p.name
ORDER BY a.rank, a.sortName, a.id, p.sortName, p.id`;

/** The same where an axis has thousands. */
export const axesWithProgramsWalked = `MATCH (a:PriorityAxis)
CALL (a) {
  MATCH (p:Program)
  USING INDEX p:Program(sortName, id)
  WHERE p.sortName >= '' AND p.id IS NOT NULL
  WITH a, p
  ORDER BY p.sortName, p.id
  WHERE EXISTS { (p)-[:UNDER_AXIS]->(x) WHERE x = a }
  RETURN p
  LIMIT 24
}
RETURN a.id, a.name, p.id, p.name
ORDER BY a.rank, a.sortName, a.id, p.sortName, p.id`;

export const bodiesOfPrograms = `UNWIND $ids AS id
MATCH (p:Program {id: id})
CALL (p) {
  MATCH (p)-[:LISTED_UNDER]->(g)
  RETURN g
  ORDER BY g.sortName, g.id
  LIMIT 2
}
RETURN id, g.id, g.name`;

export const peopleOfBodies = `UNWIND $ids AS id
MATCH (g:GovernmentEntity {id: id})
CALL (g) {
  MATCH (g)<-[:PART_OF*0..8]-()<-[:AFFILIATED_WITH]-(p)
  WITH DISTINCT p
  RETURN p
  ORDER BY p.sortName, p.id
  LIMIT 2
}
CALL (p) {
  MATCH (p)-[r:AFFILIATED_WITH]->(o)
  RETURN r, o
  ORDER BY o.sortName, o.id, r.id
}
RETURN id, p.id, p.name, r.role, o.id, o.name`;

export const programsOfBodies = `UNWIND $ids AS id
MATCH (g:GovernmentEntity {id: id})
CALL (g) {
  MATCH (g)<-[:PART_OF*0..8]-()-[:LISTED_UNDER|RUNS]-(p:Program)
  WITH DISTINCT p
  RETURN p
  ORDER BY p.sortName, p.id
  LIMIT 12
}
CALL (p) {
  MATCH (p)-[:UNDER_AXIS]->(a:PriorityAxis)
  RETURN a
  ORDER BY a.rank, a.sortName, a.id
}
RETURN id, p.id, p.name, a.id, a.name`;

export const axesInOrder = `MATCH (a:PriorityAxis)
RETURN a.id, a.name
ORDER BY a.rank, a.sortName, a.id`;

export const bodiesInOrder = `UNWIND $ids AS id
MATCH (g:GovernmentEntity {id: id})
RETURN g.id, g.name
ORDER BY g.sortName, g.id`;

/** The bodies that have most programs of their own. */
export const busiestBodies = `MATCH (g:GovernmentEntity)
RETURN g.id
ORDER BY COUNT { (g)<-[:LISTED_UNDER]-() } DESC, g.id
LIMIT 100`;

const programsOfEach = `UNWIND $ids AS id
MATCH (g:GovernmentEntity {id: id})<-[:PART_OF*0..8]-()-[:LISTED_UNDER|RUNS]-(p:Program)
WITH DISTINCT id, p
MATCH (p)-[:UNDER_AXIS]->(a:PriorityAxis)`;

export const coverageCells = `${programsOfEach}
RETURN a.id, id, count(*)`;

export const coverageRows = `${programsOfEach}
RETURN a.id, count(DISTINCT p)`;

export const coverageColumns = `${programsOfEach}
RETURN id, count(DISTINCT p)`;

export const coverageTotal = `${programsOfEach}
RETURN count(DISTINCT p)`;

/** Rows: a body, its programs and the axes of each. */
export const coveragePrograms = `UNWIND $ids AS id
MATCH (g:GovernmentEntity {id: id})<-[:PART_OF*0..8]-()-[:LISTED_UNDER|RUNS]-(p:Program)
WITH DISTINCT id, p
WITH id, p.id AS program, COLLECT { MATCH (p)-[:UNDER_AXIS]->(a:PriorityAxis) RETURN a.id } AS axes
RETURN id, collect(program), collect(axes)`;

export const sharedPartners = `MATCH (p:Program)-[:WITH_PARTNER]->(x)
MATCH (p)-[:LISTED_UNDER]->(g)
WITH x, count(DISTINCT g) AS bodies, count(DISTINCT p) AS programs
WHERE bodies > 1 AND programs > 1
WITH x, bodies
ORDER BY bodies DESC, x.sortName, x.id
LIMIT 20
CALL (x) {
  MATCH (x)<-[:WITH_PARTNER]-()-[:LISTED_UNDER]->(g)
  WITH DISTINCT g
  ORDER BY g.sortName, g.id
  LIMIT 100
  RETURN collect(g.id) AS bodyIds, collect(g.name) AS bodyNames
}
CALL (x) {
  MATCH (x)<-[:WITH_PARTNER]-(p)
  WHERE EXISTS { (p)-[:LISTED_UNDER]->() }
  WITH p
  ORDER BY p.sortName, p.id
  LIMIT 100
  RETURN collect(p.id) AS programIds, collect(p.name) AS programNames
}
RETURN x.id, x.name, bodyIds, bodyNames, programIds, programNames
ORDER BY bodies DESC, x.sortName, x.id`;
