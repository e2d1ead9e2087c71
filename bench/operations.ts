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

/** The actor whose ties are many: a department with programs, people, networks and themes. */
const HUB = 'secretaria-de-cultura-cdmx';
const ALIASES = 20;
const PAGE = 50;

/**
 * The first operations of the table of speeds. The far page begins at cursors that the servers themselves give,
 * and the twenty actors are the first by name that the floor lists.
 */
export async function operationsOf(askers: Askers): Promise<readonly Operation[]> {
  const { ids } = (await askers.floor(get('/busiest-actors', { first: ALIASES }))) as {
    readonly ids: readonly string[];
  };
  return [
    { name: 'one actor with its ties', limit: 1.5, ours: graphql(actors([HUB])), floor: get('/actors', { ids: HUB }) },
    {
      name: `${ALIASES} aliases of it`,
      limit: 1.5,
      ours: graphql(actors(ids)),
      floor: get('/actors', { ids: ids.join() }),
    },
    {
      name: `page of ${PAGE}, first`,
      limit: 1.3,
      ours: graphql(page, { first: PAGE }),
      floor: get('/programs', { first: PAGE }),
    },
    await farPage(askers),
    { name: 'four levels', limit: 1.6, ours: graphql(levels), floor: get('/axes') },
  ];
}

/** Counts what an answer holds, lists and scalars apart. */
export function objectsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const below = Object.values(value).reduce<number>((sum, member) => sum + objectsIn(member), 0);
  return Array.isArray(value) ? below : below + 1;
}

/** The last page that is full. */
async function farPage({ ours, floor }: Askers): Promise<Operation> {
  const { programs } = (await ours(graphql('{ programs(first: 0) { totalCount } }'))) as {
    programs: { totalCount: number };
  };
  const before = Math.max(1, programs.totalCount - PAGE);
  const variables = { first: PAGE, after: endOf(await ours(graphql(page, { first: before }))) };
  const floorAfter = endOf(await floor(get('/programs', { first: before })));
  return {
    name: `page of ${PAGE}, far`,
    limit: 1.3,
    ours: graphql(page, variables),
    floor: get('/programs', { first: PAGE, after: floorAfter }),
  };
}

function endOf(answer: unknown): string {
  return (answer as { programs: { pageInfo: { endCursor: string } } }).programs.pageInfo.endCursor;
}

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
