import type { Column, Properties } from './column.ts';

/** How the entities of a kind can be ordered: the name of the order and the property that holds its key. */
export type Orders = Readonly<Record<string, SortProperty>>;
export type SortProperty = 'sortName' | 'sortDate' | 'sortListing';

interface KindDefinition {
  readonly label: string;
  readonly table: string;
  /** Actors can work with others. */
  readonly actor: boolean;
  readonly orders: Orders;
  /** What only this kind has; every kind has the common columns besides. */
  readonly columns: readonly Column[];
}

const acronym = { name: 'acronym', type: 'string', description: 'Acronym as printed.' } as const;
const website = { name: 'website', type: 'url', description: 'Web address as printed.' } as const;
const foundedOn = {
  name: 'foundedOn',
  type: 'date',
  description: 'When it was created, as precisely as the source says.',
} as const;
const startsOn = { name: 'startsOn', type: 'date', description: 'First day, month or year.' } as const;
const endsOn = { name: 'endsOn', type: 'date', description: 'Last day, month or year.' } as const;
const rank = {
  name: 'rank',
  type: 'integer',
  description: 'Place in the order of importance that the source gives; 1 is first.',
} as const;
const year = { name: 'year', type: 'year', description: 'Year as printed.' } as const;
const status = {
  name: 'status',
  type: 'string',
  required: true,
  values: [
    'UNSPECIFIED',
    'PROPOSED',
    'ANNOUNCED',
    'PLANNED',
    'NEGOTIATED',
    'SIGNED',
    'RATIFIED',
    'ONGOING',
    'SUSPENDED',
    'ENDED',
  ],
  description: 'What the source says of its state, in the source’s own terms; UNSPECIFIED where it does not say.',
} as const;

const byName = { NAME: 'sortName' } as const satisfies Orders;
const byNameOrDate = { NAME: 'sortName', DATE: 'sortDate' } as const satisfies Orders;

/** The columns that every entity table begins with. */
export const entityColumns = [
  {
    name: 'id',
    type: 'string',
    required: true,
    unique: true,
    description: 'Stable id in lower case: letters a to z, digits and hyphens. Unique over all tables.',
  },
  {
    name: 'name',
    type: 'string',
    required: true,
    description: 'The fullest official form printed; for positions and proposals the text, retold in Spanish.',
  },
  { name: 'nameEn', type: 'string', description: 'The name in English, or the text retold in English.' },
  { name: 'aliases', type: 'list', description: 'Every other printed form, acronym and language, separated by " | ".' },
] as const satisfies readonly Column[];

/** The column that every table of facts ends with. */
export const citationsColumn = {
  name: 'citations',
  type: 'list',
  required: true,
  refersTo: ['citations'],
  description: 'Ids of the citations that state the row, separated by " | ".',
} as const satisfies Column;

/** Every kind of entity: its label in the graph, its table in the package and what only it has. */
export const kinds = {
  PERSON: {
    label: 'Person',
    table: 'people',
    actor: true,
    orders: byName,
    columns: [
      { name: 'givenName', type: 'string', required: true, description: 'Given names as printed.' },
      { name: 'surname1', type: 'string', required: true, description: 'First surname; people are sorted under it.' },
      { name: 'surname2', type: 'string', description: 'Second surname, where printed.' },
    ],
  },
  ORGANIZATION: {
    label: 'Organization',
    table: 'organizations',
    actor: true,
    orders: byName,
    columns: [
      acronym,
      {
        name: 'organizationType',
        type: 'string',
        required: true,
        values: [
          'COMPANY',
          'UNIVERSITY',
          'RESEARCH_CENTER',
          'CIVIL_SOCIETY',
          'FOUNDATION',
          'FESTIVAL',
          'CULTURAL_SPACE',
          'MEDIA',
          'PUBLISHER',
          'CHAMBER',
          'INTERNATIONAL_BODY',
          'PROJECT_OFFICE',
          'OTHER',
        ],
        description: 'What sort of organization it is, from how the source names it; OTHER where it does not show.',
      },
      website,
      foundedOn,
    ],
  },
  GOVERNMENT_ENTITY: {
    label: 'GovernmentEntity',
    table: 'government-entities',
    actor: true,
    orders: byName,
    columns: [
      acronym,
      {
        name: 'level',
        type: 'string',
        required: true,
        values: ['CITY', 'STATE', 'FEDERAL', 'SUPRANATIONAL', 'FOREIGN_CITY', 'FOREIGN_STATE', 'FOREIGN_NATIONAL'],
        description: 'The level of government, seen from the home city.',
      },
      website,
      foundedOn,
    ],
  },
  NETWORK: { label: 'Network', table: 'networks', actor: true, orders: byName, columns: [acronym, website, foundedOn] },
  CITY: {
    label: 'City',
    table: 'cities',
    actor: true,
    orders: byName,
    columns: [
      { name: 'latitude', type: 'number', description: 'Degrees north, WGS 84, from a cited public source.' },
      { name: 'longitude', type: 'number', description: 'Degrees east, WGS 84, from a cited public source.' },
    ],
  },
  STATE: { label: 'State', table: 'states', actor: true, orders: byName, columns: [] },
  COUNTRY: {
    label: 'Country',
    table: 'countries',
    actor: false,
    orders: byName,
    columns: [{ name: 'iso2', type: 'string', description: 'ISO 3166-1 alpha-2 code, from a cited public source.' }],
  },
  REGION: {
    label: 'Region',
    table: 'regions',
    actor: false,
    orders: byName,
    columns: [
      {
        name: 'scheme',
        type: 'string',
        required: true,
        description: 'The set of regions it belongs to, such as "dialogos-cdmx-2016".',
      },
      rank,
    ],
  },
  PROGRAM: {
    label: 'Program',
    table: 'programs',
    actor: false,
    orders: { NAME: 'sortName', LISTING: 'sortListing' },
    columns: [
      {
        name: 'origin',
        type: 'string',
        required: true,
        values: ['LISTED', 'DESCRIBED'],
        description: 'LISTED is an entry of a table of the source; DESCRIBED is told in running text.',
      },
      status,
      { name: 'table', type: 'integer', description: 'Number of the table that lists it.' },
      { name: 'row', type: 'integer', description: 'Row of that table; 1 is the first below the heading.' },
      { name: 'position', type: 'integer', description: 'Place of the entry in its row; 1 is first.' },
    ],
  },
  PRIORITY_AXIS: { label: 'PriorityAxis', table: 'priority-axes', actor: false, orders: byName, columns: [rank] },
  THEME: { label: 'Theme', table: 'themes', actor: false, orders: byName, columns: [] },
  AGREEMENT: {
    label: 'Agreement',
    table: 'agreements',
    actor: false,
    orders: byNameOrDate,
    columns: [
      {
        name: 'agreementType',
        type: 'string',
        required: true,
        values: ['TWINNING', 'COOPERATION', 'STRATEGIC', 'MEMORANDUM', 'LETTER_OF_INTENT', 'OTHER'],
        description: 'What the source calls it.',
      },
      status,
    ],
  },
  EVENT: { label: 'Event', table: 'events', actor: false, orders: byNameOrDate, columns: [startsOn, endsOn] },
  RECOGNITION: { label: 'Recognition', table: 'recognitions', actor: false, orders: byNameOrDate, columns: [year] },
  PUBLICATION: {
    label: 'Publication',
    table: 'publications',
    actor: false,
    orders: byNameOrDate,
    columns: [
      year,
      { name: 'publisher', type: 'string', description: 'Publisher as printed.' },
      { name: 'url', type: 'url', description: 'Web address as printed.' },
    ],
  },
  CONSULTATION: {
    label: 'Consultation',
    table: 'consultations',
    actor: false,
    orders: byNameOrDate,
    columns: [startsOn, endsOn],
  },
  SECTOR: { label: 'Sector', table: 'sectors', actor: false, orders: byName, columns: [rank] },
  RECOMMENDATION: {
    label: 'Recommendation',
    table: 'recommendations',
    actor: false,
    orders: byName,
    columns: [{ name: 'number', type: 'integer', description: 'Number that the source gives it.' }],
  },
  PROPOSAL: {
    label: 'Proposal',
    table: 'proposals',
    actor: false,
    orders: byName,
    columns: [
      {
        name: 'stance',
        type: 'string',
        required: true,
        values: ['ADVISED', 'ADVISED_AGAINST'],
        description: 'Whether the source advises it or advises against it.',
      },
      { name: 'number', type: 'integer', description: 'Place in the source’s list.' },
    ],
  },
  POSITION: {
    label: 'Position',
    table: 'positions',
    actor: false,
    orders: byName,
    columns: [
      {
        name: 'positionForm',
        type: 'string',
        required: true,
        values: ['ASK', 'OFFER', 'VIEW'],
        description: 'Whether the person asks for something, offers it or states a view.',
      },
    ],
  },
} as const satisfies Record<string, KindDefinition>;

export type EntityKind = keyof typeof kinds;
export type Kinds = typeof kinds;
/** The kinds that can work with others. */
export type ActorKind = { [K in EntityKind]: Kinds[K]['actor'] extends true ? K : never }[EntityKind];
export type OwnProperties<K extends EntityKind> = K extends EntityKind ? Properties<Kinds[K]['columns']> : never;

// Object.keys types its result as string[]; the keys of a literal are exactly its type's.
export const entityKinds = Object.keys(kinds) as readonly EntityKind[];
export const actorKinds = entityKinds.filter((kind): kind is ActorKind => kinds[kind].actor);

/** A kind as its definition says it, without the literal types. */
export function kindOf(kind: EntityKind): KindDefinition {
  return kinds[kind];
}
