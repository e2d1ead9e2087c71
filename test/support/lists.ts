import type { Asker } from './seeded-graph.ts';

/** The lists of the root that come in pages, and the types of their arguments. */
export const rootLists = {
  people: { filter: 'PersonFilter', order: 'NameOrder', tables: ['people'] },
  organizations: { filter: 'OrganizationFilter', order: 'NameOrder', tables: ['organizations'] },
  governmentEntities: { filter: 'GovernmentEntityFilter', order: 'NameOrder', tables: ['government-entities'] },
  networks: { filter: 'NetworkFilter', order: 'NameOrder', tables: ['networks'] },
  cities: { filter: 'CityFilter', order: 'NameOrder', tables: ['cities'] },
  programs: { filter: 'ProgramFilter', order: 'ProgramOrder', tables: ['programs'] },
  agreements: { filter: 'AgreementFilter', order: 'DatedOrder', tables: ['agreements'] },
  events: { filter: 'EventFilter', order: 'DatedOrder', tables: ['events'] },
  recognitions: { filter: 'RecognitionFilter', order: 'DatedOrder', tables: ['recognitions'] },
  publications: { filter: 'PublicationFilter', order: 'DatedOrder', tables: ['publications'] },
  entities: {
    filter: 'EntityFilter',
    order: 'NameOrder',
    tables: [
      'people',
      'organizations',
      'government-entities',
      'networks',
      'cities',
      'states',
      'countries',
      'regions',
      'programs',
      'priority-axes',
      'themes',
      'agreements',
      'events',
      'recognitions',
      'publications',
      'consultations',
      'sectors',
      'recommendations',
      'proposals',
      'positions',
    ],
  },
} as const;

export type RootList = keyof typeof rootLists;
// Object.keys types its result as string[]; the keys of a literal are exactly its type's.
export const rootListNames = Object.keys(rootLists) as readonly RootList[];

export interface Walk {
  readonly size?: number;
  readonly from?: 'begin' | 'end';
  readonly filter?: object;
  readonly orderBy?: object;
}

export interface Walked {
  /** Ids in the order of the list, whichever way it was walked. */
  readonly ids: readonly string[];
  /** What each page said of the number of all. */
  readonly totals: ReadonlySet<number>;
}

const LONGEST_WALK = 2000;

/** Asks for one page after the other until there is none, from either end. */
export async function walk(
  { ask }: Pick<Asker, 'ask'>,
  list: RootList,
  { size = 100, from = 'begin', filter, orderBy }: Walk = {},
): Promise<Walked> {
  const [count, cursor] = from === 'begin' ? ['first', 'after'] : ['last', 'before'];
  const { filter: filterType, order } = rootLists[list];
  const query = `query ($filter: ${filterType}, $orderBy: ${order}, $size: Int, $cursor: String) {
    page: ${list}(filter: $filter, orderBy: $orderBy, ${count}: $size, ${cursor}: $cursor) {
      totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`;
  const totals = new Set<number>();
  let ids: readonly string[] = [];
  for (let place: string | null = null, pages = 0; pages < LONGEST_WALK; pages += 1) {
    const { page } = await ask(query, { filter, orderBy, size, cursor: place });
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
    const found: readonly string[] = page.nodes.map(({ id }: { id: string }) => id);
    totals.add(page.totalCount);
    ids = from === 'begin' ? [...ids, ...found] : [...found, ...ids];
    place = from === 'begin' ? endCursor : startCursor;
    if (!(from === 'begin' ? hasNextPage : hasPreviousPage)) return { ids, totals };
  }
  throw new Error(`Expected the list ${list} to end within ${LONGEST_WALK} pages, but it goes on.`);
}
