import { nameColumns } from '../../graph/entity-record.ts';
import { BELOW, DOWN, peopleUnder } from '../../graph/found-under.ts';
import { vocabulary } from '../../graph/linked-list.ts';
import { ways } from '../../graph/listing.ts';
import { expansion } from '../../graph/path.ts';
import type { Query } from '../../graph/query.ts';
import { tieColumns } from '../../graph/tie-record.ts';
import { entityKinds } from '../../model/kinds.ts';
import { tieKinds } from '../../model/ties.ts';
import type { Way } from './invitations.record.ts';

export const sectorList = vocabulary('SECTOR');
export const axisList = vocabulary('PRIORITY_AXIS');

/**
 * What each package begins a table with. Rows: its id, and JSON: what its descriptor says under `planner`. A graph that
 * was filled before packages were asked for it has the whole descriptor alone, which holds the same.
 */
export const plannerDefaults: Query<object, readonly [dataset: string, text: string | null]> = {
  name: 'plannerDefaults',
  text: `MATCH (d:Dataset)
WHERE d.loadedAt IS NOT NULL
RETURN d.id, coalesce(d.planner, d.descriptor)
ORDER BY d.id`,
};

/** Clauses that give `top`, the institution as which `body` counts: a unit counts with its whole, a government's singly. */
const asOneInstitution = `MATCH whole = (body)-[:PART_OF*0..8]->(top)
    WHERE body:GovernmentEntity AND top = body
      OR none(part IN nodes(whole) WHERE part:GovernmentEntity)
        AND NOT EXISTS { (top)-[:PART_OF]->(above) WHERE NOT above:GovernmentEntity }`;

/**
 * Rows: a person, the name by which lists are ordered, and how many positions it holds; then ids of the sectors, and of the
 * institutions as which its own count.
 */
export const seatFacts: Query<
  { readonly filter: { readonly people: readonly string[] } },
  readonly [
    person: string,
    sortName: string,
    positions: number,
    sectors: readonly string[],
    institutions: readonly string[],
  ]
> = {
  name: 'seatFacts',
  text: `UNWIND $filter.people AS id
MATCH (n:Person {id: id})
RETURN id, n.sortName, COUNT { (n)-[:HOLDS]->() }, COLLECT {
  MATCH (n)-[participation:CONSULTED_IN]->()
  RETURN DISTINCT participation.sector AS sector
  ORDER BY sector
}, COLLECT {
  MATCH (n)-[:AFFILIATED_WITH]->(body)
  WITH DISTINCT body
  CALL (body) {
    ${asOneInstitution}
    RETURN top
  }
  RETURN DISTINCT top.id AS institution
  ORDER BY institution
}`,
};

/** Rows: an institution, the ids of itself and of all of which it is a unit, and of those as which it counts. */
export const institutionFacts: Query<
  { readonly ids: readonly string[] },
  readonly [institution: string, wholes: readonly string[], institutions: readonly string[]]
> = {
  name: 'institutionFacts',
  text: `UNWIND $ids AS id
MATCH (body:Organization|GovernmentEntity|Network {id: id})
RETURN id, COLLECT {
  MATCH (body)-[:PART_OF*0..8]->(above)
  RETURN DISTINCT above.id AS whole
  ORDER BY whole
}, COLLECT {
  ${asOneInstitution}
  RETURN DISTINCT top.id AS institution
  ORDER BY institution
}`,
};

/** Rows: an institution, and which of some people had a role at it or at a unit of it. */
export const peopleOfInstitutions: Query<
  { readonly ids: readonly string[]; readonly people: readonly string[] },
  readonly [institution: string, people: readonly string[]]
> = {
  name: 'peopleOfInstitutions',
  text: `UNWIND $ids AS institution
MATCH (it:Organization|GovernmentEntity|Network {id: institution})
RETURN institution, COLLECT {
${expansion(ways(peopleUnder.institutions), 'it', ['PERSON'])}
WHERE n.id IN $people
RETURN n.id AS person
ORDER BY person
}`,
};

/**
 * Whom and what a table is about, by ids. One map: the database plans a text anew for lists of another size, but not for
 * what a map holds.
 */
export interface AboutParameters {
  readonly filter: {
    readonly people: readonly string[];
    readonly axes: readonly string[];
    readonly themes: readonly string[];
    readonly places: readonly string[];
  };
}

/**
 * How people are found under axes and themes, as in `peopleUnder`, read from the people: an axis may have thousands of
 * others. Rows: a person, an axis or theme, and how many positions and themes of its own the person has there.
 */
export const ownTopics: Query<AboutParameters, readonly [person: string, heading: string, own: number]> = {
  name: 'ownTopics',
  text: `UNWIND $filter.people AS id
MATCH (n:Person {id: id})
CALL (n) {
  MATCH (n)-[:HOLDS*0..1]->(holder:Person|Position)-[:ABOUT]->(theme)-[:UNDER_AXIS]->(it)
  WHERE it.id IN $filter.axes
  RETURN it, CASE WHEN holder = n THEN theme.id ELSE holder.id END AS what
  UNION
  MATCH (n)-[:HOLDS*0..1]->(holder:Person|Position)-[:ABOUT]->(it)
  WHERE it.id IN $filter.themes
  RETURN it, holder.id AS what
}
RETURN id, it.id, count(DISTINCT what)`,
};

/**
 * The same through institutions. Rows: a person, an axis or theme, how many programs there are listed under a body of the
 * person, and how many themes of the body are there, which puts nobody under it. What a body has is counted once for all
 * of its people; a person of two bodies has two rows.
 */
export const institutionTopics: Query<
  AboutParameters,
  readonly [person: string, heading: string, programs: number, themes: number]
> = {
  name: 'institutionTopics',
  text: `UNWIND $filter.people AS id
MATCH (n:Person {id: id})
CALL (n) {
  MATCH (n)-[:AFFILIATED_WITH]->(body)
  RETURN DISTINCT body
}
WITH body, collect(id) AS staff
CALL (body) {
  MATCH (body)<-[:LISTED_UNDER]-(program:Program)-[:UNDER_AXIS]->(it)
  WHERE it.id IN $filter.axes
  RETURN it, program.id AS program, NULL AS theme
  UNION
  MATCH (body)<-[:LISTED_UNDER]-(program:Program)-[:ABOUT]->(it)
  WHERE it.id IN $filter.themes
  RETURN it, program.id AS program, NULL AS theme
  UNION
  MATCH (body)-[:ABOUT]->(theme)-[:UNDER_AXIS]->(it)
  WHERE it.id IN $filter.axes
  RETURN it, NULL AS program, theme.id AS theme
  UNION
  MATCH (body)-[:ABOUT]->(it)
  WHERE it.id IN $filter.themes
  RETURN it, NULL AS program, it.id AS theme
}
WITH staff, it, count(DISTINCT program) AS programs, count(DISTINCT theme) AS themes
UNWIND staff AS person
RETURN person, it.id, programs, themes`,
};

/**
 * How people are found under the places that are asked for, and under every region. Rows: a person, a place, how many
 * positions of the person name it or what lies there, how many facts of work lead there, and whether it is a region. The
 * way up from a city is walked once for all whom it leads to.
 */
export const placesOfPeople: Query<
  AboutParameters,
  readonly [person: string, heading: string, positions: number, work: number, isRegion: boolean]
> = {
  name: 'placesOfPeople',
  text: `UNWIND $filter.people AS id
MATCH (n:Person {id: id})
CALL (n) {
  MATCH ${fromSpot(peopleUnder.places[0]).replace('-[:', '-[fact:')}
  RETURN spot, fact.id AS fact, NULL AS said
  UNION
  MATCH ${fromSpot(peopleUnder.places[1]).replace('()', '(position)')}
  RETURN spot, NULL AS fact, position.id AS said
}
WITH spot, collect([id, fact, said]) AS links
CALL (spot) {
  MATCH (spot)-[:${DOWN}*0..8]->(it)
  WHERE it:Region OR it.id IN $filter.places
  RETURN DISTINCT it
}
UNWIND links AS link
RETURN link[0] AS person, it.id, count(DISTINCT link[2]), count(DISTINCT link[1]), it:Region`,
};

/** A way to people under a place, from what lies in it: how to get up from there is another question. */
function fromSpot(pattern: string): string {
  return pattern.replace(BELOW, '(spot)');
}

/** How many facts of one way a reason can tell of. */
const MOST_TOLD = 5;

/** Clauses that bind `chain` to the shortest way up from a `spot` to each of the places `it`. */
const upToPlaces = `CALL (spot) {
    MATCH up = (spot)-[:${DOWN}*0..8]->(it)
    WHERE it.id IN $filter.places
    WITH it, relationships(up) AS chain
    ORDER BY size(chain), [step IN chain | step.id]
    RETURN it, collect(chain)[0] AS chain
  }`;

/** The facts of each way: a fact that several ways would tell twice is told by the first alone. */
const reasonWays: readonly (readonly [way: Way, clauses: string])[] = [
  [
    'POSITION',
    `MATCH (n)-[s:HOLDS]->(position)-[r:ABOUT]->(theme)-[q:UNDER_AXIS]->(it)
  WHERE it.id IN $filter.axes
  WITH it, position, s, r, q
  ORDER BY theme.sortName, r.id
  WITH it, position, collect([s, r, q])[0] AS facts
  RETURN it, 'POSITION' AS way, facts, position.id AS label`,
  ],
  [
    'POSITION',
    `MATCH (n)-[s:HOLDS]->(position)-[r:ABOUT]->(it)
  WHERE it.id IN $filter.themes
  RETURN it, 'POSITION' AS way, [s, r] AS facts, position.id AS label`,
  ],
  [
    'POSITION',
    `MATCH (n)-[s:HOLDS]->(position)-[r:NAMES]->(spot)
  ${upToPlaces}
  WITH it, position, [s, r] + chain AS facts
  ORDER BY size(facts), [fact IN facts | fact.id]
  WITH it, position, collect(facts)[0] AS facts
  RETURN it, 'POSITION' AS way, facts, position.id AS label`,
  ],
  [
    'TOPIC',
    `MATCH (n)-[s:ABOUT]->(theme)-[r:UNDER_AXIS]->(it)
  WHERE it.id IN $filter.axes
  RETURN it, 'TOPIC' AS way, [s, r] AS facts, theme.sortName AS label`,
  ],
  [
    'TOPIC',
    `MATCH (n)-[s:ABOUT]->(it)
  WHERE it.id IN $filter.themes
  RETURN it, 'TOPIC' AS way, [s] AS facts, s.id AS label`,
  ],
  [
    'PROGRAM',
    `MATCH (n)-[post:AFFILIATED_WITH]->(body)<-[s:LISTED_UNDER]-(program)-[r:UNDER_AXIS]->(it)
  WHERE it.id IN $filter.axes
  WITH it, body, program, post, s, r
  ORDER BY post.id, r.id
  WITH it, body, program, collect([post, s, r])[0] AS facts
  RETURN it, 'PROGRAM' AS way, facts, body.id + ' ' + program.sortName + program.id AS label`,
  ],
  [
    'PROGRAM',
    `MATCH (n)-[post:AFFILIATED_WITH]->(body)<-[s:LISTED_UNDER]-(program:Program)-[r:ABOUT]->(it)
  WHERE it.id IN $filter.themes
  WITH it, body, program, post, s, r
  ORDER BY post.id, r.id
  WITH it, body, program, collect([post, s, r])[0] AS facts
  RETURN it, 'PROGRAM' AS way, facts, body.id + ' ' + program.sortName + program.id AS label`,
  ],
  [
    'INSTITUTION',
    `MATCH (n)-[post:AFFILIATED_WITH]->(body)-[s:ABOUT]->(theme)-[r:UNDER_AXIS]->(it)
  WHERE it.id IN $filter.axes
  WITH it, post, s, r, theme
  ORDER BY post.id
  WITH it, s, r, theme, collect(post)[0] AS post
  RETURN it, 'INSTITUTION' AS way, [post, s, r] AS facts, theme.sortName + s.id AS label`,
  ],
  [
    'INSTITUTION',
    `MATCH (n)-[post:AFFILIATED_WITH]->(body)-[s:ABOUT]->(it)
  WHERE it.id IN $filter.themes
  WITH it, post, s
  ORDER BY post.id
  WITH it, s, collect(post)[0] AS post
  RETURN it, 'INSTITUTION' AS way, [post, s] AS facts, s.id AS label`,
  ],
  [
    'WORK',
    `MATCH ${fromSpot(peopleUnder.places[0]).replace('-[:', '-[s:')}
  ${upToPlaces}
  RETURN it, 'WORK' AS way, [s] + chain AS facts, s.id AS label`,
  ],
  [
    'VOICE',
    `MATCH (n)-[s:HOLDS]->(position)
  RETURN n AS it, 'VOICE' AS way, [s] AS facts, position.id AS label`,
  ],
  [
    'SECTOR',
    `MATCH (n)-[s:CONSULTED_IN]->()
  MATCH (it:Sector {id: s.sector})
  RETURN it, 'SECTOR' AS way, [s] AS facts, s.id AS label`,
  ],
  [
    'POST',
    `MATCH (n)-[s:AFFILIATED_WITH]->(it)
  RETURN it, 'POST' AS way, [s] AS facts, s.id AS label`,
  ],
];

/**
 * Why people have a seat. Rows: the person, what the reason is about, the way, how many such reasons there are, and the
 * number of this one among them; then columns of a fact, the form and the rank of its end, and columns of both of its ends. In
 * the order of the facts of each reason.
 */
export type SeatReasonRow = readonly [
  person: string,
  about: string,
  way: Way,
  total: number,
  number: number,
  ...columns: readonly unknown[],
];

export const seatReasons: Query<AboutParameters, SeatReasonRow> = {
  name: 'seatReasons',
  text: `UNWIND $filter.people AS id
MATCH (n:Person {id: id})
CALL (n) {
  ${reasonWays.map(([, clauses]) => clauses).join('\n  UNION ALL\n  ')}
}
WITH n, it, way, facts, label
ORDER BY label, [fact IN facts | fact.id]
WITH n, it, way, collect(facts) AS found
WITH n, it, way, size(found) AS total, found[..${MOST_TOLD}] AS few
UNWIND range(0, size(few) - 1) AS number
UNWIND range(0, size(few[number]) - 1) AS at
WITH *, few[number][at] AS r
RETURN n.id AS person, it.id AS about, way, total, number, ${tieColumns('r', 'startNode(r)', 'endNode(r)', tieKinds)}, endNode(r).positionForm, endNode(r).rank, ${nameColumns('startNode(r)', entityKinds)}, ${nameColumns('endNode(r)', entityKinds)}
ORDER BY person, about, way, number, at`,
};
