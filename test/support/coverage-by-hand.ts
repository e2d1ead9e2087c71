import { closure, plain, rowsOf } from './seed-rows.ts';

// What the descriptions of the dimensions promise, computed from the files of a package alone.

export const dimensionTables = {
  PRIORITY_AXIS: 'priority-axes',
  GOVERNMENT_ENTITY: 'government-entities',
  NETWORK: 'networks',
  CITY: 'cities',
  COUNTRY: 'countries',
  REGION: 'regions',
  SECTOR: 'sectors',
  THEME: 'themes',
} as const;
export type Dimension = keyof typeof dimensionTables;
// Object.keys types its result as string[]; the keys of a literal are exactly its type's.
export const dimensions = Object.keys(dimensionTables) as readonly Dimension[];
export const measures = ['PROGRAMS', 'PEOPLE', 'PARTNERS'] as const;
export type Measure = (typeof measures)[number];

type Ids = ReadonlySet<string>;

export interface Matrix {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly number[])[];
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  readonly total: number;
}

/** The package in a folder, asked by plain loops. */
export function coverageByHand(directory: string) {
  const rows = (table: string) => rowsOf(directory, table);
  const pairs = (table: string, from: string, to: string) =>
    rows(table).map((row) => [row[from] ?? '', row[to] ?? ''] as const);
  const across = (table: string, of: string, column: string, ends: Ids): readonly string[] =>
    pairs(table, of, column)
      .filter(([, end]) => ends.has(end))
      .map(([one]) => one);
  const all = (table: string) => new Set(rows(table).map(({ id = '' }) => id));
  const only = (ids: Iterable<string>, table: string): Ids => new Set([...ids].filter((id) => all(table).has(id)));

  const units = pairs('parts', 'parent', 'unit');
  const wholes = pairs('parts', 'unit', 'parent');
  const lying = [
    ...pairs('place-regions', 'region', 'place'),
    ...pairs('place-countries', 'country', 'place'),
    ...pairs('city-states', 'state', 'city'),
    ...pairs('governments', 'place', 'government'),
    ...pairs('seats', 'place', 'body'),
    ...units,
  ];
  const facts = [
    ...pairs('affiliations', 'person', 'institution'),
    ...pairs('memberships', 'member', 'network'),
    ...pairs('program-listings', 'program', 'governmentEntity'),
    ...pairs('program-operations', 'operator', 'program'),
    ...pairs('program-partners', 'program', 'partner'),
    ...pairs('agreement-parties', 'party', 'agreement'),
    ...pairs('collaborations', 'actor', 'collaborator'),
    ...pairs('contributions', 'contributor', 'work'),
    ...pairs('event-participations', 'participant', 'event'),
    ...pairs('recognition-receipts', 'receiver', 'recognition'),
    ...pairs('recognition-grants', 'giver', 'recognition'),
  ];
  const workingWith = (ends: Ids) =>
    facts.flatMap(([from, to]) => [...(ends.has(to) ? [from] : []), ...(ends.has(from) ? [to] : [])]);
  const membersOf = (network: string) => across('memberships', 'member', 'network', new Set([network]));
  const inSector = (sector: string) => across('participations', 'person', 'sector', new Set([sector]));
  const about = (theme: string) => new Set(across('topics', 'entity', 'theme', new Set([theme])));
  const ofAxis = (axis: string) => new Set(across('axis-placements', 'entity', 'axis', new Set([axis])));
  const partners = (programs: Iterable<string>) => across('program-partners', 'partner', 'program', new Set(programs));
  const listedOrRun = (bodies: Ids) => [
    ...across('program-listings', 'program', 'governmentEntity', bodies),
    ...across('program-operations', 'program', 'operator', bodies),
  ];
  const named = (bodies: Ids) => across('program-partners', 'program', 'partner', bodies);
  const staff = (bodies: Ids) => across('affiliations', 'person', 'institution', bodies);
  const listing = (programs: Ids) => new Set(across('program-listings', 'governmentEntity', 'program', programs));
  const saying = (subjects: Ids) => [...subjects, ...across('position-holders', 'person', 'position', subjects)];
  const bodiesOfSector = (sector: string) =>
    closure(across('affiliations', 'institution', 'person', new Set(inSector(sector))), wholes);

  const programs: Readonly<Record<Dimension, (id: string) => Iterable<string>>> = {
    PRIORITY_AXIS: ofAxis,
    GOVERNMENT_ENTITY: (id) => listedOrRun(closure([id], units)),
    NETWORK: (id) => [...named(new Set([id])), ...across('program-operations', 'program', 'operator', new Set([id]))],
    CITY: (id) => workingWith(closure([id], lying)),
    COUNTRY: (id) => workingWith(closure([id], lying)),
    REGION: (id) => workingWith(closure([id], lying)),
    SECTOR: (id) => [...listedOrRun(bodiesOfSector(id)), ...named(bodiesOfSector(id))],
    THEME: about,
  };
  const peopleIn = (place: string) => {
    const there = closure([place], lying);
    return [...workingWith(there), ...saying(new Set(across('position-references', 'position', 'entity', there)))];
  };
  const people: Readonly<Record<Dimension, (id: string) => Iterable<string>>> = {
    PRIORITY_AXIS: (id) => [
      ...staff(listing(ofAxis(id))),
      ...saying(new Set([...only(ofAxis(id), 'themes')].flatMap((theme) => [...about(theme)]))),
    ],
    GOVERNMENT_ENTITY: (id) => staff(closure([id], units)),
    NETWORK: (id) => [...membersOf(id), ...staff(new Set([id, ...membersOf(id)]))],
    CITY: peopleIn,
    COUNTRY: peopleIn,
    REGION: peopleIn,
    SECTOR: inSector,
    THEME: (id) => [...staff(listing(about(id))), ...saying(about(id))],
  };
  /** What a partner may be itself; of the other dimensions its programs decide. */
  const own: Partial<Readonly<Record<Dimension, (id: string) => Ids>>> = {
    NETWORK: (id) => new Set([id, ...membersOf(id)]),
    CITY: (id) => closure([id], lying),
    COUNTRY: (id) => closure([id], lying),
    REGION: (id) => closure([id], lying),
    SECTOR: (id) => new Set([...inSector(id), ...bodiesOfSector(id)]),
  };

  /** The keys of what belongs to a heading: a program, a person, or a program and its partner. */
  const belonging = (measure: Measure, dimension: Dimension, id: string): Ids => {
    if (measure === 'PROGRAMS') return only(programs[dimension](id), 'programs');
    if (measure === 'PEOPLE') return only(people[dimension](id), 'people');
    const partnersThere = own[dimension]?.(id);
    const programsThere = partnersThere === undefined ? only(programs[dimension](id), 'programs') : all('programs');
    return new Set(
      pairs('program-partners', 'program', 'partner')
        .filter(([program, partner]) => programsThere.has(program) && partnersThere?.has(partner) !== false)
        .map(([program, partner]) => `${program} ${partner}`),
    );
  };

  const headings = (dimension: Dimension): readonly string[] => {
    const keyOf = ({ scheme = '', rank = '', name = '', id = '' }: Readonly<Record<string, string>>) =>
      [scheme, rank === '' ? '0' : rank, plain(name), id] as const;
    return [...rows(dimensionTables[dimension])]
      .sort((one, other) => compare(keyOf(one), keyOf(other)))
      .map(({ id = '' }) => id);
  };

  const matrix = (rowDimension: Dimension, columnDimension: Dimension, measure: Measure): Matrix => {
    const partnerOf = (key: string) => key.split(' ').at(-1) ?? '';
    const isShared = measure === 'PARTNERS' && rowDimension === columnDimension;
    const keys = (dimension: Dimension) =>
      headings(dimension).map((id) => {
        const found = belonging(measure, dimension, id);
        return isShared ? new Set([...found].map(partnerOf)) : found;
      });
    const [inRows, inColumns] = [keys(rowDimension), keys(columnDimension)];
    const common = (some: Ids, others: readonly Ids[]) =>
      new Set([...some].filter((key) => others.some((other) => other.has(key))).map(partnerOf)).size;
    const union = new Set(inRows.flatMap((keysOfRow) => [...keysOfRow]));
    return {
      rows: headings(rowDimension),
      columns: headings(columnDimension),
      cells: inRows.map((row) => inColumns.map((column) => common(row, [column]))),
      rowTotals: inRows.map((row) => common(row, inColumns)),
      columnTotals: inColumns.map((column) => common(column, inRows)),
      total: common(union, inColumns),
    };
  };

  /** Partners with the bodies and programs that share them, most bodies first. */
  const sharedPartners = (minimum: number) =>
    [...new Set(rows('program-partners').map(({ partner = '' }) => partner))]
      .map((partner) => {
        const naming = new Set(across('program-partners', 'program', 'partner', new Set([partner])));
        const listed = new Set(across('program-listings', 'program', 'governmentEntity', all('government-entities')));
        return {
          partner,
          bodies: [...listing(naming)].sort(),
          programs: [...naming].filter((program) => listed.has(program)).sort(),
        };
      })
      .filter(({ bodies, programs: naming }) => bodies.length >= minimum && naming.length > 1);

  return { headings, matrix, sharedPartners, partners };
}

function compare(one: readonly string[], other: readonly string[]): number {
  for (const [at, key] of one.entries()) {
    const against = other[at] ?? '';
    if (key !== against) return key < against ? -1 : 1;
  }
  return 0;
}
