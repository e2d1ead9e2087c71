/** A list as a client asks for it, and the pattern from which both ways to answer it by hand are written. */
export interface ListQuestion {
  /** The star stands for what it is asked about. */
  readonly title: string;
  readonly limit: number;
  /** The query; its variable `$id` is what the list is asked about. */
  readonly ask: string;
  /** Asked about a leaf too. */
  readonly rare?: true;
  /** Label of what is listed, in whose order an index can be walked. */
  readonly label: string;
  /** From `(it)` to `(n)`; one of them must lead there. */
  readonly patterns: readonly string[];
  /** Where the answer is put: the field of the root, and for a list below a node the field there. */
  readonly field: string;
  readonly below?: string;
  /** Where `it` is only named by a fact. */
  readonly itself?: string;
  /** Whose number is what a hub has much of. */
  readonly subjects: string;
}

const filtered = (field: string, input: string) =>
  `query Filtered($id: ID!) { ${field}(first: 50, filter: { ${input}: [$id] }) { nodes { id name } pageInfo { hasNextPage } } }`;
const below = 'PART_OF|GOVERNS|BASED_IN|IN_STATE|IN_COUNTRY|IN_REGION*0..8';

const busiest = (label: string, relationship: string) =>
  `MATCH (s:${label}) WITH s, COUNT { (s)${relationship}() } AS number WHERE number > 0`;

/** What is asked of lists that hang on a hub, and of filters that cross a relation. */
export const listQuestions: Readonly<Record<string, ListQuestion>> = {
  members: {
    title: 'nested page at * of members',
    limit: 1.3,
    ask: 'query Members($id: ID!) { node(id: $id) { ... on Network { members(first: 50) { nodes { id name } pageInfo { hasNextPage } } } } }',
    label: 'Entity',
    patterns: ['(it)<-[:MEMBER_OF]-(n)'],
    field: 'node',
    below: 'members',
    subjects: busiest('Network', '<-[:MEMBER_OF]-'),
  },
  axisPrograms: {
    title: 'nested page at * of programs',
    limit: 1.3,
    ask: 'query Programs($id: ID!) { node(id: $id) { ... on PriorityAxis { programs(first: 50) { nodes { id name } pageInfo { hasNextPage } } } } }',
    label: 'Program',
    patterns: ['(it)<-[:UNDER_AXIS]-(n:Program)'],
    field: 'node',
    below: 'programs',
    subjects: busiest('PriorityAxis', '<-[:UNDER_AXIS]-'),
  },
  institution: {
    title: 'people by institution, *',
    limit: 1.3,
    ask: filtered('people', 'institutions'),
    rare: true,
    label: 'Person',
    patterns: ['(it)<-[:PART_OF*0..8]-()<-[:AFFILIATED_WITH]-(n)'],
    field: 'people',
    subjects: busiest('Organization', '<-[:AFFILIATED_WITH]-'),
  },
  network: {
    title: 'people by network, *',
    limit: 1.3,
    ask: filtered('people', 'networks'),
    rare: true,
    label: 'Person',
    patterns: ['(it)<-[:MEMBER_OF*0..1]-()<-[:AFFILIATED_WITH*0..1]-(n:Person)'],
    field: 'people',
    subjects: busiest('Network', '<-[:MEMBER_OF]-'),
  },
  sector: {
    title: 'people by sector, *',
    limit: 1.3,
    ask: filtered('people', 'sectors'),
    label: 'Person',
    patterns: ['(n)-[participation:CONSULTED_IN]->()'],
    itself: 'participation.sector',
    field: 'people',
    subjects: 'MATCH (s:Sector) MATCH ()-[r:CONSULTED_IN {sector: s.id}]->() WITH s, count(r) AS number',
  },
  axis: {
    title: 'people by axis, *',
    limit: 1.3,
    ask: filtered('people', 'axes'),
    label: 'Person',
    patterns: [
      '(it)<-[:UNDER_AXIS]-()-[:LISTED_UNDER]->()<-[:AFFILIATED_WITH]-(n)',
      '(it)<-[:UNDER_AXIS]-()<-[:ABOUT]-()<-[:HOLDS*0..1]-(n:Person)',
    ],
    field: 'people',
    subjects: busiest('PriorityAxis', '<-[:UNDER_AXIS]-'),
  },
  place: {
    title: 'people by place, *',
    limit: 1.3,
    ask: filtered('people', 'places'),
    rare: true,
    label: 'Person',
    patterns: [
      `(it)<-[:${below}]-()-[:AFFILIATED_WITH|MEMBER_OF|RUNS|PARTY_TO|COLLABORATES_WITH|CONTRIBUTED_TO|TOOK_PART_IN|RECEIVED|GRANTED]-(n:Person)`,
      `(it)<-[:${below}]-()<-[:NAMES]-()<-[:HOLDS]-(n)`,
    ],
    field: 'people',
    subjects: busiest('City', '<-[:BASED_IN]-'),
  },
  partner: {
    title: 'programs by partner, *',
    limit: 1.3,
    ask: filtered('programs', 'partners'),
    rare: true,
    label: 'Program',
    patterns: [`(it)<-[:${below}]-()<-[:WITH_PARTNER]-(n)`],
    field: 'programs',
    subjects: busiest('Organization', '<-[:WITH_PARTNER]-'),
  },
  programAxis: {
    title: 'programs by axis, *',
    limit: 1.3,
    ask: filtered('programs', 'axes'),
    label: 'Program',
    patterns: ['(it)<-[:UNDER_AXIS]-(n:Program)'],
    field: 'programs',
    subjects: busiest('PriorityAxis', '<-[:UNDER_AXIS]-'),
  },
};

/** The ids of what has most of it, and of what has little. */
export function subjectsText({ subjects }: ListQuestion): string {
  return `${subjects}
ORDER BY number DESC, s.id
WITH collect(s.id) AS ids
RETURN ids[0], ids[toInteger(size(ids) * 0.9)]`;
}

/** Gathers all, then sorts: for leaves. */
export function gatherText({ patterns, itself }: ListQuestion): string {
  const [only = '', ...others] = patterns;
  const branches = patterns.map((pattern) => `MATCH ${pattern}\nRETURN n`).join('\nUNION\n');
  const found = others.length === 0 ? `MATCH ${only}` : `CALL (it) {\n${branches}\n}`;
  return `${itself === undefined ? `MATCH (it:Entity {id: $id})\n${found}` : `${found}\nWHERE ${itself} = $id`}
WITH DISTINCT n
ORDER BY n.sortName, n.id
LIMIT 51
RETURN n.id, n.name`;
}

/** Walks the index in its order: for hubs. */
export function walkText({ label, patterns, itself }: ListQuestion): string {
  return `MATCH (n:${label})
USING INDEX n:${label}(sortName, id)
WHERE n.sortName >= '' AND n.id IS NOT NULL
WITH n
ORDER BY n.sortName, n.id
WHERE ${patterns.map((pattern) => `EXISTS { ${pattern} WHERE ${itself ?? 'it.id'} = $id }`).join(' OR ')}
RETURN n.id, n.name
LIMIT 51`;
}
