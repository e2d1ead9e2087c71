import { listQuestions } from './floor-lists.ts';

/** The most that an answer of ours may take, as a multiple of the floor's time for the same answer. */
type Ratio = number;

/** A request to either server. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** JSON. */
  readonly body?: string;
}

/** One question, as a client asks our server and as it asks the floor. */
export interface Operation {
  readonly name: string;
  readonly limit: Ratio;
  readonly ours: HttpRequest;
  readonly floor: HttpRequest;
}

/** Asks one of the servers and gives back what it found: the `data` of ours, the whole answer of the floor. */
export interface Askers {
  ours(request: HttpRequest): Promise<unknown>;
  floor(request: HttpRequest): Promise<unknown>;
}

const ALIASES = 20;
const PAGE = 50;
/** Ties of the actor that is read alone, and of those that are read together: the same at every size. */
const SOME_TIES = 40;
const FEW_TIES = 10;

/** Every question of the table of speeds, about whom the database of this size has. */
export async function operationsOf(askers: Askers): Promise<readonly Operation[]> {
  const nearest = async (ties: number, first: number) => {
    const found = (await askers.floor(get('/actors-with', { ties, first }))) as { readonly ids: readonly string[] };
    return found.ids;
  };
  const one = await nearest(SOME_TIES, 1);
  const several = await nearest(FEW_TIES, ALIASES);
  const [alone = ''] = one;
  return [
    { name: POINT, limit: 1.5, ours: graphql(point, { id: alone }), floor: get('/point', { id: alone }) },
    { name: ONE_HOP, limit: 1.5, ours: graphql(actors(one)), floor: get('/actors', { ids: alone }) },
    {
      name: `${ALIASES} aliases of it`,
      limit: 1.5,
      ours: graphql(actors(several)),
      floor: get('/actors', { ids: several.join() }),
    },
    {
      name: `page of ${PAGE}, first`,
      limit: 1.3,
      ours: graphql(page, { first: PAGE }),
      floor: get('/programs', { first: PAGE }),
    },
    await farPage(askers),
    await fasterFloor(askers, {
      name: 'four levels',
      limit: 1.6,
      ours: graphql(levels),
      floors: ['gather', 'walk'].map((way) => get('/axes', { way })),
    }),
    ...(await listOperations(askers)),
    ...(await hubOperations(askers)),
    ...(await answerOperations(askers)),
    await commonSearch(askers),
    ...(await axisSuggestions(askers)),
    ...(await pathOperations(askers)),
  ];
}

/** What is compared between sizes, too: a point read and one hop. */
export const POINT = 'one actor';
export const ONE_HOP = 'one actor with its ties';

/** The questions of `floor-lists.ts`, of those that are asked about most and about some that is asked about little. */
async function listOperations(askers: Askers): Promise<readonly Operation[]> {
  const operations: Operation[] = [];
  for (const [question, { title, limit, ask, rare }] of Object.entries(listQuestions)) {
    const { ids } = (await askers.floor(get('/subjects', { question }))) as {
      readonly ids: readonly (string | null)[];
    };
    const [most = null, little = null] = ids;
    // A small package may have nothing to ask it about.
    if (most === null || little === null) continue;
    for (const [id, of] of rare === true
      ? [[most, 'a hub'] as const, [little, 'a leaf'] as const]
      : [[most, 'a hub'] as const])
      operations.push(
        await fasterFloor(askers, {
          name: title.replace('*', of),
          limit,
          ours: graphql(ask, { id }),
          floors: ['gather', 'walk'].map((way) => get('/list', { question, way, id })),
        }),
      );
  }
  return operations;
}

/** The count of a hub and its ties, which are no lists of entities. */
async function hubOperations(askers: Askers): Promise<readonly Operation[]> {
  const busiest = async (what: string) =>
    ((await askers.floor(get('/busiest', { what }))) as { readonly id: string | null }).id;
  const network = await busiest('network');
  const actor = await busiest('actor');
  const tiesOf = (name: string, id: string, kind: string) =>
    fasterFloor(askers, {
      name,
      limit: 1.5,
      ours: graphql(ties, { id, kinds: kind === '' ? null : [kind] }),
      floors: ['gather', 'walk'].map((way) => get('/ties', { id, way, kind })),
    });
  // A small package may have networks without members.
  const ofNetwork = async (id: string): Promise<readonly Operation[]> => [
    {
      name: 'count at a hub',
      limit: 1.3,
      ours: graphql(memberCount, { id }),
      floor: get('/member-count', { id }),
    },
    await tiesOf('ties at a hub, of one kind', id, 'MEMBER_OF'),
  ];
  return [
    ...(actor === null ? [] : [await tiesOf('ties at a hub, of all kinds', actor, '')]),
    ...(network === null ? [] : await ofNetwork(network)),
  ];
}

/** Questions over the whole graph; the matrix is of the bodies with most programs, because all would be too many. */
async function answerOperations(askers: Askers): Promise<readonly Operation[]> {
  const { ids } = (await askers.floor(get('/busiest-bodies'))) as { readonly ids: readonly string[] };
  return [
    await fasterFloor(askers, {
      name: 'coverage, axes by bodies',
      limit: 1.3,
      ours: graphql(coverage, { ids }),
      floors: ['database', 'memory'].map((way) => get('/coverage', { ids: ids.join(), way })),
    }),
    {
      name: 'shared partners, first page',
      limit: 1.6,
      ours: graphql(sharedPartners),
      floor: get('/shared-partners'),
    },
  ];
}

/** The first ten of the word that most names have. */
async function commonSearch(askers: Askers): Promise<Operation> {
  const { word } = (await askers.floor(get('/common-word'))) as { readonly word: string };
  const ours = graphql(searchQuery, { text: word });
  const floors = ['gathered', 'begun'].map((way) => get('/search', { way, word }));
  return fasterFloor(askers, { name: 'full-text top 10, common word', limit: 1.3, ours, floors });
}

/** The first ten who could work on the axis of most programs. */
async function axisSuggestions(askers: Askers): Promise<readonly Operation[]> {
  const { id } = (await askers.floor(get('/busiest-axis'))) as { readonly id: string | null };
  // A small package may have no axes.
  if (id === null) return [];
  const ours = graphql(suggestionsQuery, { axes: [id] });
  return [{ name: 'suggestions for an axis', limit: 1.3, ours, floor: get('/suggestions', { id }) }];
}

/** The shortest path between two ends: on which no hub stands, and around the hubs that would make it shorter. */
async function pathOperations(askers: Askers): Promise<readonly Operation[]> {
  const ways = async (name: string, kind: string, query: string, path: string): Promise<readonly Operation[]> => {
    const ends = (await askers.floor(get('/path-ends', { kind }))) as {
      readonly from: string | null;
      readonly to: string | null;
    };
    // A small package may have no such pair.
    if (ends.from === null || ends.to === null) return [];
    const { from, to } = ends;
    const floors = ['around', 'check'].map((way) => get(path, { from, to, way }));
    return [await fasterFloor(askers, { name, limit: 1.15, ours: graphql(query, { from, to }), floors })];
  };
  return [
    ...(await ways('path of up to 6 ties', 'bare', pathQuery(''), '/path')),
    ...(await ways('path around hubs', 'hubs', pathQuery('leftOut { id name }'), '/path-around-hubs')),
  ];
}

/** How often each way by hand is asked before the faster one is chosen, unless that takes longer than TRYING. */
const TRIES = 300;
/** Milliseconds. */
const TRYING = 1500;

/** By hand one would write for a small or for a large answer; the faster of the two, once warm, is the floor at this size. */
async function fasterFloor(
  { floor }: Askers,
  { floors, ...operation }: Omit<Operation, 'floor'> & { readonly floors: readonly HttpRequest[] },
): Promise<Operation> {
  const timed: { readonly request: HttpRequest; readonly time: number }[] = [];
  for (const request of floors) {
    const times: number[] = [];
    try {
      const end = performance.now() + TRYING;
      while (times.length < TRIES && (performance.now() < end || times.length < 2)) {
        const start = performance.now();
        await floor(request);
        times.push(performance.now() - start);
      }
    } catch (cause) {
      // A way that the database stops for its time is not the faster one.
      if (cause instanceof Error && cause.message.includes('TransactionTimedOut')) continue;
      throw cause;
    }
    // The first is planned, and the first half is warm-up.
    const warm = times.slice(Math.ceil(times.length / 2)).sort((one, other) => one - other);
    timed.push({ request, time: warm[Math.floor(warm.length / 2)] ?? Infinity });
  }
  const [fastest] = timed.sort((one, other) => one.time - other.time);
  if (fastest === undefined) throw new Error('Expected at least one way to answer by hand, but got none.');
  return { ...operation, floor: fastest.request };
}

/** Counts what an answer holds, lists and scalars apart. */
export function objectsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const below = Object.values(value).reduce<number>((sum, member) => sum + objectsIn(member), 0);
  return Array.isArray(value) ? below : below + 1;
}

const DEPTH = 0.9;

/** The page at most of the way through the list; a cursor of ours is made of one that it gave and the floor's place. */
async function farPage({ ours, floor }: Askers): Promise<Operation> {
  const { place } = (await floor(get('/program-at', { depth: DEPTH }))) as {
    readonly place: readonly [string, string];
  };
  const first = (await ours(graphql(page, { first: 1 }))) as { programs: { pageInfo: { endCursor: string } } };
  const [mark] = JSON.parse(Buffer.from(first.programs.pageInfo.endCursor, 'base64url').toString()) as [string];
  const cursor = (...parts: readonly string[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  return {
    name: `page of ${PAGE}, far`,
    limit: 1.3,
    ours: graphql(page, { first: PAGE, after: cursor(mark, ...place) }),
    floor: get('/programs', { first: PAGE, after: cursor(...place) }),
  };
}

const point = `query Point($id: ID!) { node(id: $id) { ... on Actor { id name aliases } } }`;

function actors(ids: readonly string[]): string {
  return `query Actors {
${ids.map((id, index) => `  a${index}: node(id: ${JSON.stringify(id)}) { ...actor }`).join('\n')}
}
fragment actor on Actor {
  id
  name
  aliases
  ties(first: ${PAGE}) { nodes { tieKind basis from { id name } to { id name } citations { place } } }
}`;
}

const memberCount = `query Count($id: ID!) { node(id: $id) { ... on Network { members { totalCount } } } }`;

const coverage = `query Coverage($ids: [ID!]) {
  coverage(rows: PRIORITY_AXIS, columns: GOVERNMENT_ENTITY, columnIds: $ids) {
    rows { entity { id name } }
    columns { entity { id name } }
    cells { count }
    rowTotals
    columnTotals
    total
  }
}`;

const searchQuery = `query Search($text: String!) { search(text: $text, first: 10) { nodes { id name } } }`;

const suggestionsQuery = `query Suggestions($axes: [ID!]) {
  suggestCollaborators(filter: { axes: $axes }, first: 10) { nodes { id name } }
}`;

const sharedPartners = `query SharedPartners {
  sharedPartners { nodes { partner { id name } governmentEntities { id name } programs { id name } } }
}`;

const ties = `query Ties($id: ID!, $kinds: [TieKind!]) {
  node(id: $id) { ... on Actor { ties(first: ${PAGE}, kinds: $kinds) { nodes { tieKind from { id name } to { id name } } } } }
}`;

function pathQuery(besides: string): string {
  return `query Path($from: ID!, $to: ID!) {
  paths(from: $from, to: $to, maxLength: 6, first: 1) { paths { length steps { from { id name } to { id name } ties { id tieKind } } } ${besides} }
}`;
}

const page = `query Page($first: Int!, $after: String) {
  programs(first: $first, after: $after) { nodes { id name origin table row position } pageInfo { hasNextPage endCursor } }
}`;

const levels = `query Levels {
  priorityAxes {
    id
    name
    programs(first: 24) {
      nodes {
        id
        name
        governmentEntities(first: 2) {
          nodes {
            id
            name
            people(first: 2) { nodes { id name affiliations { role institution { id name } } } }
            programs(first: 12) { nodes { id name axes { id name } } }
          }
        }
      }
    }
  }
}`;

function graphql(query: string, variables: object = {}): HttpRequest {
  return { method: 'POST', path: '/graphql', body: JSON.stringify({ query, variables }) };
}

function get(path: string, parameters: Readonly<Record<string, string | number>> = {}): HttpRequest {
  const search = new URLSearchParams(
    Object.entries(parameters).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return { method: 'GET', path: search.size === 0 ? path : `${path}?${search}` };
}
