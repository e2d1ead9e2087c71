import { entityColumns } from '../../graph/entity-record.ts';
import type { Query } from '../../graph/query.ts';
import { tieColumns } from '../../graph/tie-record.ts';
import { entityKinds, kindOf, type EntityKind } from '../../model/kinds.ts';
import { tieKinds, type TieKind } from '../../model/ties.ts';
import { gatheredApart, rules, surroundings, type SectionKey } from './brief.sections.ts';

/** What lies below a place or a body, as `found-under.ts` has it. */
const DOWN = 'PART_OF|GOVERNS|BASED_IN|IN_STATE|IN_COUNTRY|IN_REGION';
const UP = 'IN_STATE|IN_COUNTRY|IN_REGION|PRIORITIZED_IN';

const tie = (variable: string) => tieColumns(variable, `startNode(${variable})`, `endNode(${variable})`, tieKinds);

/**
 * The members of a brief: the entity; the city that it governs, or the governments of the city that it is, which count
 * as the entity's own unless another government succeeded them; what lies below; of a person, the bodies of the person.
 * Rows: entity asked, how many members there are, whether the member is the entity's own, the member, and a fact that
 * makes it one (null for the entity itself). At the seeds 88 hits for a city of one body, 2,383 for the home city.
 */
export const briefMembers: Query<
  {
    readonly ids: readonly string[];
    readonly full: boolean;
    /** How many members are looked at: the nearest first. */
    readonly most: number;
  },
  readonly [parent: string, total: number, isOwn: boolean, ...entityAndTie: readonly unknown[]]
> = {
  name: 'briefMembers',
  text: `UNWIND $ids AS parent
MATCH (it:Entity {id: parent})
CALL (it) {
  CALL (it) {
    RETURN it AS root
    UNION
    MATCH (it)-[:GOVERNS]->(root:City)
    WHERE NOT EXISTS { (it)<-[:SUCCEEDED]-() }
    RETURN root
  }
  WITH it, collect(root) AS roots
  CALL (it, roots) {
    UNWIND roots AS root
    MATCH path = (root)<-[:${DOWN}*0..8]-(s:Entity)
    RETURN s, length(path) AS distance
    UNION
    MATCH (it)-[:AFFILIATED_WITH]->(s)
    RETURN s, 1 AS distance
  }
  WITH roots, s, min(distance) AS distance
  WITH roots, s, distance, s IN roots OR EXISTS {
    MATCH (s)-[:GOVERNS]->(city:City)
    WHERE city IN roots AND NOT EXISTS { (s)<-[:SUCCEEDED]-() }
  } AS isOwn
  ORDER BY isOwn DESC, distance, s.sortName, s.id
  WITH collect([s, isOwn]) AS reached
  WITH size(reached) AS total, reached[..toInteger($most)] AS members
  WITH total, members, [member IN members | member[0]] AS known
  UNWIND members AS member
  WITH total, known, member[0] AS s, member[1] AS isOwn
  CALL (s, known) {
    OPTIONAL MATCH (s)-[r:${DOWN}]->(above)
    WHERE above IN known
    RETURN r
    UNION
    MATCH (s)<-[r:AFFILIATED_WITH]-(:Person)
    WHERE startNode(r) = known[0]
    RETURN r
  }
  RETURN total, isOwn, s, r
}
RETURN parent, total, isOwn, ${entityColumns('s', entityKinds)}, ${tie('r')}
ORDER BY isOwn DESC, s.sortName, s.id, r.id`,
};

/** What a brief is gathered from. */
export interface Scope {
  readonly parent: string;
  readonly members: readonly string[];
  /** Those that are the entity itself. */
  readonly own: readonly string[];
  /** The kinds of facts of the other members that are told. */
  readonly kinds: readonly TieKind[];
  /** The home cities and governments that it does not comprise itself. */
  readonly home: readonly string[];
  /** Whether bodies and people are gathered for it: not for a person, whose own facts tell them. */
  readonly gathersPeople: boolean;
}

interface Gathering {
  readonly scopes: readonly Scope[];
  readonly full: boolean;
  /** How many other ends of each section are wanted. */
  readonly limit: number;
  /** How many facts of each. */
  readonly few: number;
}

/**
 * The facts of the members, by section and other end: the entity's own first, then by sort name. The facts that lead up
 * from a place are followed to their end, and what the people of a body asked or offered is told with it. Rows: entity asked, section, how many other ends the section has, how many
 * facts this one has, then the other end and one of its facts. At the seeds 677 hits for a city of ten facts, 9,720 for
 * the home city: each fact of the members is gathered, for the number of those left out is told.
 */
export const briefFacts: Query<
  Gathering,
  readonly [parent: string, section: SectionKey, total: number, facts: number, ...entityAndTie: readonly unknown[]]
> = {
  name: 'briefFacts',
  text: `UNWIND $scopes AS scope
WITH scope, COLLECT {
  UNWIND scope.home AS home
  MATCH (:Entity {id: home})-[:MEMBER_OF]->(network:Network)
  RETURN network
} AS shared
CALL (scope, shared) {
  UNWIND scope.members AS id
  MATCH (s:Entity {id: id})
  WITH s, shared, scope, id IN scope.own AS isOwn
  CALL (s, scope, isOwn) {
    MATCH (s)-[r]-(o:Entity)
    WHERE (isOwn OR type(r) IN scope.kinds) AND NOT (type(r) = 'GOVERNS' AND startNode(r) = s AND o.id IN scope.own)
    RETURN r, s AS near, o, 0 AS steps
    UNION
    MATCH (s)-[way:${UP}*2..4]->(:Entity)
    WHERE isOwn
    UNWIND range(1, size(way) - 1) AS steps
    WITH way[steps] AS r, steps
    RETURN r, startNode(r) AS near, endNode(r) AS o, steps
    UNION
    MATCH (s)<-[:AFFILIATED_WITH]-(near:Person)-[r:HOLDS]->(o:Position)
    WHERE isOwn
    RETURN r, near, o, 1 AS steps
  }
  WITH shared, isOwn, r, o, steps, ${sectionExpression()} AS place
  WITH isOwn, r, o, steps, CASE WHEN place = 'NETWORKS' AND o IN shared THEN 'SHARED_NETWORKS' ELSE place END AS section
  WHERE section <> '' AND (isOwn OR NOT section IN ['MEMBERS', 'WHO'])
  WITH section, o, r, min(CASE WHEN isOwn THEN steps ELSE 10 END) AS distance
  ORDER BY r.id
  WITH section, o, min(distance) AS distance, collect(r) AS ties
  ORDER BY distance, o.sortName, o.id
  WITH section, collect([o, ties]) AS others
  UNWIND range(0, size(others) - 1) AS at
  WITH section, size(others) AS total, at, others[at][0] AS o, others[at][1] AS ties
  WHERE at < toInteger($limit)
  UNWIND ties[..toInteger($few)] AS r
  RETURN section, total, at, o, size(ties) AS facts, r
}
RETURN scope.parent, section, total, facts, ${entityColumns('o', entityKinds)}, ${tie('r')}
ORDER BY scope.parent, section, at, r.id`,
};

/**
 * The bodies among the members with what they ran, joined or contributed to; those that did first. Governments that did
 * none of it are told elsewhere, and a body that is not also a city is no body of its own. The first of an empty list of facts is no fact. Rows: entity asked, how many bodies, how many such facts this one has, the body, and
 * one of its facts, or null.
 */
export const briefBodies: Query<
  Gathering,
  readonly [parent: string, total: number, facts: number, ...entityAndTie: readonly unknown[]]
> = {
  name: 'briefBodies',
  text: `UNWIND $scopes AS scope
CALL (scope) {
  UNWIND CASE WHEN scope.gathersPeople THEN scope.members ELSE [] END AS id
  MATCH (s:Entity {id: id})
  WHERE s:Organization|GovernmentEntity|Network AND (id <> scope.parent OR size(scope.own) > 1)
  WITH s, COLLECT {
    MATCH (s)-[r:LISTED_UNDER|RUNS|WITH_PARTNER|CONTRIBUTED_TO]-(:Entity)
    RETURN r
    ORDER BY r.id
  } AS ties
  WHERE size(ties) > 0 OR NOT EXISTS { (s)-[:GOVERNS]->() }
  WITH s, ties
  ORDER BY size(ties) = 0, s.sortName, s.id
  WITH collect([s, ties]) AS bodies
  UNWIND range(0, size(bodies) - 1) AS at
  WITH size(bodies) AS total, at, bodies[at][0] AS s, bodies[at][1] AS ties
  WHERE at < toInteger($limit)
  UNWIND CASE WHEN size(ties) = 0 THEN [ties[0]] ELSE ties[..toInteger($few)] END AS r
  RETURN total, at, s, size(ties) AS facts, r
}
RETURN scope.parent, total, facts, ${entityColumns('s', entityKinds)}, ${tie('r')}
ORDER BY scope.parent, at, r.id`,
};

/**
 * People who deal with the members: of theirs, or consulted there; who met them at an event; and through a body that
 * listed or ran a program with them. Rows: entity asked, how many people, how near (0 direct, 1 by an event, 2 through a
 * body), how many chains of facts lead to the person, the number of the chain, the person, and a fact of the chain.
 */
export const briefPeople: Query<
  Gathering,
  readonly [
    parent: string,
    total: number,
    distance: number,
    chains: number,
    chain: number,
    ...entityAndTie: readonly unknown[],
  ]
> = {
  name: 'briefPeople',
  text: `UNWIND $scopes AS scope
CALL (scope) {
  UNWIND CASE WHEN scope.gathersPeople THEN scope.members ELSE [] END AS id
  MATCH (s:Entity {id: id})
  CALL (s) {
    MATCH (s)<-[a:AFFILIATED_WITH|CONSULTED_IN]-(p:Person)
    RETURN p, [a] AS chain, 0 AS distance
    UNION
    MATCH (s:Sector)-[:OF_CONSULTATION]->()<-[a:CONSULTED_IN]-(p:Person)
    WHERE a.sector = s.id
    RETURN p, [a] AS chain, 0 AS distance
    UNION
    MATCH (s)-[b:TOOK_PART_IN|CONTRIBUTED_TO|HELD_IN]-(:Event)<-[a:TOOK_PART_IN|CONTRIBUTED_TO]-(p:Person)
    RETURN p, [a, b] AS chain, 1 AS distance
    UNION
    MATCH (s)-[c:LISTED_UNDER|RUNS|WITH_PARTNER]-(:Program)-[b:LISTED_UNDER|RUNS]-(:Actor)<-[a:AFFILIATED_WITH]-(p:Person)
    RETURN p, [a, b, c] AS chain, 2 AS distance
    UNION
    MATCH (s:Program)-[b:LISTED_UNDER|RUNS]-(:Actor)<-[a:AFFILIATED_WITH]-(p:Person)
    RETURN p, [a, b] AS chain, 2 AS distance
  }
  WITH DISTINCT p, chain, distance, reduce(key = '', r IN chain | key + r.id + ' ') AS key
  ORDER BY distance, key
  WITH p, collect([distance, chain]) AS chains
  WITH p, chains[0][0] AS distance, [way IN chains WHERE way[0] = chains[0][0] | way[1]] AS chains
  ORDER BY distance, p.sortName, p.id
  WITH collect([p, distance, chains]) AS people
  UNWIND range(0, size(people) - 1) AS at
  WITH size(people) AS total, at, people[at][0] AS p, people[at][1] AS distance, people[at][2] AS chains
  WHERE at < toInteger($limit)
  UNWIND range(0, size(chains) - 1) AS number
  WITH total, at, p, distance, chains, number
  WHERE number < 3
  UNWIND range(0, size(chains[number]) - 1) AS step
  RETURN total, at, p, distance, size(chains) AS found, number, step, chains[number][step] AS r
}
RETURN scope.parent, total, distance, found, number, ${entityColumns('p', entityKinds)}, ${tie('r')}
ORDER BY scope.parent, at, number, step`,
};

/**
 * What else is said of the things in briefs. Rows: thing, then another end and a fact.
 */
export const briefSurroundings: Query<
  {
    readonly ids: readonly string[];
    readonly home: readonly string[];
    readonly full: boolean;
    readonly few: number;
  },
  readonly [thing: string, ...entityAndTie: readonly unknown[]]
> = {
  name: 'briefSurroundings',
  text: `UNWIND $ids AS id
MATCH (n:Entity {id: id})
CALL (n) {
  MATCH (n)-[r:${surroundings.join('|')}]-(o:Entity)
  WHERE NOT n:Network
  RETURN r, o
  ORDER BY type(r), o.sortName, o.id, r.id
  LIMIT toInteger($few)
  UNION
  UNWIND $home AS home
  MATCH (o:Entity {id: home})-[r:MEMBER_OF]->(n)
  RETURN r, o
}
RETURN id, ${entityColumns('o', entityKinds)}, ${tie('r')}
ORDER BY id, o.sortName, o.id, r.id`,
};

export const statements = [briefMembers, briefFacts, briefBodies, briefPeople, briefSurroundings] as const;

/** Cypher for the section of the fact `r` between the member `near` and `o`; the empty text for what is gathered apart. */
function sectionExpression(): string {
  const branches = [
    ...rules.map((rule) => [conditionOf(rule), rule.section] as const),
    ...gatheredApart.map((rule) => [conditionOf(rule), ''] as const),
  ];
  return `CASE\n${branches.map(([when, then]) => `    WHEN ${when} THEN '${then}'`).join('\n')}\n    ELSE 'OTHER'\n  END`;
}

function conditionOf({ ties, end, others }: (typeof rules)[number]): string {
  return [
    `type(r) IN [${ties.map((kind) => `'${kind}'`).join(', ')}]`,
    ...(end === undefined ? [] : [`${end === 'from' ? 'startNode' : 'endNode'}(r) = near`]),
    ...(others === undefined ? [] : [`o:${labelsOf(others)}`]),
  ].join(' AND ');
}

function labelsOf(kinds: readonly EntityKind[]): string {
  return kinds.map((kind) => kindOf(kind).label).join('|');
}
