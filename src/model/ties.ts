import type { Column, InTwoLanguages, Properties } from './column.ts';
import { actorKinds, entityKinds, type EntityKind } from './kinds.ts';

export type TieClass = 'WORK' | 'PLACE' | 'CLASSIFICATION' | 'STRUCTURE';

interface End {
  /** Column of the table that holds the id of this end. */
  readonly column: string;
  readonly kinds: readonly EntityKind[];
}

interface TieDefinition {
  /** What its ids start with, before the colon. */
  readonly prefix: string;
  readonly table: string;
  /** The type in the API; without one it is a PlainTie. */
  readonly type?: string;
  readonly class: TieClass;
  readonly from: End;
  readonly to: End;
  /** Two entities may be joined by several of them, such as two posts at one body. */
  readonly parallel?: true;
  /** The direction means nothing: the smaller id is `from`. */
  readonly symmetric?: true;
  readonly columns: readonly Column[];
  /** Its name read from `from` to `to`, and from `to` to `from`. */
  readonly forward: InTwoLanguages;
  readonly backward: InTwoLanguages;
  /** The fact in the past tense. `{x}` is an end or a property; a part in brackets goes when its property is missing. */
  readonly sentence: InTwoLanguages;
}

const bodies = ['ORGANIZATION', 'GOVERNMENT_ENTITY', 'NETWORK'] as const;
const worldPlaces = ['COUNTRY', 'REGION'] as const;
const role = {
  name: 'role',
  type: 'string',
  description: 'Role as printed; empty where the source names none.',
} as const;

/** What every tie table has after its ends and its own columns. */
export const tieColumns = [
  {
    name: 'basis',
    type: 'string',
    required: true,
    values: ['STATED', 'INFERRED'],
    description: 'STATED by the source, or INFERRED from what it says; then the note says how.',
  },
  { name: 'note', type: 'string', description: 'How it was inferred, or what a reader must know.' },
  { name: 'since', type: 'date', description: 'From when, as precisely as the source says.' },
  { name: 'until', type: 'date', description: 'Until when, as precisely as the source says.' },
  { name: 'open', type: 'boolean', description: 'true where the source ends the list with "among others".' },
] as const satisfies readonly Column[];

/**
 * The table of ties: every kind of fact between two entities, with its ends, its class, its names in both
 * directions and languages, and the sentence that states it.
 */
export const ties = {
  AFFILIATED_WITH: {
    prefix: 'affiliation',
    table: 'affiliations',
    type: 'Affiliation',
    class: 'WORK',
    parallel: true,
    from: { column: 'person', kinds: ['PERSON'] },
    to: { column: 'institution', kinds: bodies },
    columns: [role],
    forward: { es: 'tenía un papel en', en: 'had a role at' },
    backward: { es: 'contaba con', en: 'had on its staff or board' },
    sentence: { es: '{from} figuraba[ como «{role}»] en {to}', en: '{from} was listed[ as “{role}”] at {to}' },
  },
  CONSULTED_IN: {
    prefix: 'participation',
    table: 'participations',
    type: 'Participation',
    class: 'CLASSIFICATION',
    from: { column: 'person', kinds: ['PERSON'] },
    to: { column: 'consultation', kinds: ['CONSULTATION'] },
    columns: [
      {
        name: 'sector',
        type: 'string',
        required: true,
        refersTo: ['SECTOR'],
        description: 'Id of the sector of the consultation that lists the person.',
      },
      { name: 'roleAsPrinted', type: 'string', description: 'Role, letter by letter.' },
      { name: 'affiliationAsPrinted', type: 'string', description: 'Institution, letter by letter.' },
      { name: 'quoted', type: 'boolean', required: true, description: 'Whether the document quotes the person.' },
      { name: 'quotedName', type: 'string', description: 'Name under the quotation, letter by letter.' },
      {
        name: 'quotedAffiliation',
        type: 'string',
        description: 'Role or institution under the quotation, letter by letter.',
      },
      { name: 'quotationCitations', type: 'list', refersTo: ['citations'], description: 'Where the quotations stand.' },
    ],
    forward: { es: 'fue consultada en', en: 'was consulted in' },
    backward: { es: 'consultó a', en: 'consulted' },
    sentence: {
      es: '{from} figuraba entre las personas consultadas en {to}',
      en: '{from} was listed among the people consulted in {to}',
    },
  },
  MEMBER_OF: {
    prefix: 'membership',
    table: 'memberships',
    type: 'Membership',
    class: 'WORK',
    from: { column: 'member', kinds: actorKinds },
    to: { column: 'network', kinds: ['NETWORK'] },
    columns: [{ name: 'post', type: 'string', description: 'Post held in the network, only from running text.' }],
    forward: { es: 'era miembro de', en: 'was a member of' },
    backward: { es: 'tenía por miembro a', en: 'had as a member' },
    sentence: { es: '{from} era miembro de {to}[, como {post}]', en: '{from} was a member of {to}[, as {post}]' },
  },
  LISTED_UNDER: {
    prefix: 'program-listing',
    table: 'program-listings',
    type: 'ProgramListing',
    class: 'WORK',
    from: { column: 'program', kinds: ['PROGRAM'] },
    to: { column: 'governmentEntity', kinds: ['GOVERNMENT_ENTITY'] },
    columns: [
      { name: 'joint', type: 'boolean', required: true, description: 'true where the row names several bodies.' },
    ],
    forward: { es: 'estaba en la lista de', en: 'was listed under' },
    backward: { es: 'tenía en su lista', en: 'had in its list' },
    sentence: { es: '«{from}» estaba en la lista de {to}', en: '“{from}” was listed under {to}' },
  },
  RUNS: {
    prefix: 'program-operation',
    table: 'program-operations',
    type: 'ProgramOperation',
    class: 'WORK',
    parallel: true,
    from: { column: 'operator', kinds: actorKinds },
    to: { column: 'program', kinds: ['PROGRAM'] },
    columns: [role],
    forward: { es: 'llevaba', en: 'ran' },
    backward: { es: 'estaba a cargo de', en: 'was run by' },
    sentence: { es: '{from} llevaba «{to}»[ como {role}]', en: '{from} ran “{to}”[ as {role}]' },
  },
  WITH_PARTNER: {
    prefix: 'program-partner',
    table: 'program-partners',
    type: 'ProgramPartner',
    class: 'WORK',
    from: { column: 'program', kinds: ['PROGRAM'] },
    to: { column: 'partner', kinds: [...actorKinds, ...worldPlaces] },
    columns: [
      { name: 'part', type: 'string', description: 'Part of the partner in the program, as the entry words it.' },
    ],
    forward: { es: 'nombraba como contraparte a', en: 'named as a partner' },
    backward: { es: 'era contraparte de', en: 'was a partner of' },
    sentence: {
      es: '«{from}» nombraba como contraparte a {to}[ ({part})]',
      en: '“{from}” named {to} as a partner[ ({part})]',
    },
  },
  UNDER_AXIS: {
    prefix: 'axis-placement',
    table: 'axis-placements',
    class: 'CLASSIFICATION',
    from: { column: 'entity', kinds: ['PROGRAM', 'THEME'] },
    to: { column: 'axis', kinds: ['PRIORITY_AXIS'] },
    columns: [],
    forward: { es: 'pertenecía al eje', en: 'was under the axis' },
    backward: { es: 'reunía', en: 'gathered' },
    sentence: { es: '«{from}» estaba bajo el eje «{to}»', en: '“{from}” was under the axis “{to}”' },
  },
  UNDER_AGREEMENT: {
    prefix: 'agreement-program',
    table: 'agreement-programs',
    class: 'WORK',
    from: { column: 'program', kinds: ['PROGRAM'] },
    to: { column: 'agreement', kinds: ['AGREEMENT'] },
    columns: [],
    forward: { es: 'se apoyaba en', en: 'rested on' },
    backward: { es: 'daba marco a', en: 'gave the frame for' },
    sentence: { es: '«{from}» se apoyaba en el acuerdo «{to}»', en: '“{from}” rested on the agreement “{to}”' },
  },
  ABOUT: {
    prefix: 'topic',
    table: 'topics',
    class: 'CLASSIFICATION',
    from: { column: 'entity', kinds: entityKinds.filter((kind) => kind !== 'THEME') },
    to: { column: 'theme', kinds: ['THEME'] },
    columns: [],
    forward: { es: 'trataba de', en: 'was about' },
    backward: { es: 'era tema de', en: 'was a theme of' },
    sentence: { es: '«{from}» trataba de «{to}»', en: '“{from}” was about “{to}”' },
  },
  PARTY_TO: {
    prefix: 'agreement-party',
    table: 'agreement-parties',
    type: 'AgreementParty',
    class: 'WORK',
    from: { column: 'party', kinds: actorKinds },
    to: { column: 'agreement', kinds: ['AGREEMENT'] },
    columns: [role],
    forward: { es: 'era parte de', en: 'was a party to' },
    backward: { es: 'tenía por parte a', en: 'had as a party' },
    sentence: { es: '{from} era parte de «{to}»[, como {role}]', en: '{from} was a party to “{to}”[, as {role}]' },
  },
  COLLABORATES_WITH: {
    prefix: 'collaboration',
    table: 'collaborations',
    type: 'Collaboration',
    class: 'WORK',
    parallel: true,
    from: { column: 'actor', kinds: actorKinds },
    to: { column: 'collaborator', kinds: [...actorKinds, ...worldPlaces] },
    columns: [
      {
        name: 'form',
        type: 'string',
        required: true,
        values: [
          'FUNDING',
          'EXCHANGE',
          'TECHNICAL_ASSISTANCE',
          'VISIT',
          'HOUSE_ABROAD',
          'JOINT_WORK',
          'DIALOGUE',
          'OTHER',
        ],
        words: {
          FUNDING: { es: 'financiamiento', en: 'funding' },
          EXCHANGE: { es: 'intercambio', en: 'exchange' },
          TECHNICAL_ASSISTANCE: { es: 'asistencia técnica', en: 'technical assistance' },
          VISIT: { es: 'visita', en: 'visit' },
          HOUSE_ABROAD: { es: 'casa en el exterior', en: 'house abroad' },
          JOINT_WORK: { es: 'trabajo conjunto', en: 'joint work' },
          DIALOGUE: { es: 'diálogo', en: 'dialogue' },
          OTHER: { es: 'otra forma', en: 'another form' },
        },
        description:
          'How they worked together. EXCHANGE, JOINT_WORK and DIALOGUE are symmetric: of two actors the smaller id comes first.',
      },
    ],
    forward: { es: 'colaboraba con', en: 'worked with' },
    backward: { es: 'colaboraba con', en: 'worked with' },
    sentence: { es: '{from} colaboraba con {to}[ ({form})]', en: '{from} worked with {to}[ ({form})]' },
  },
  CONTRIBUTED_TO: {
    prefix: 'contribution',
    table: 'contributions',
    type: 'Contribution',
    class: 'WORK',
    parallel: true,
    from: { column: 'contributor', kinds: actorKinds },
    to: { column: 'work', kinds: ['CONSULTATION', 'EVENT', 'PROGRAM', 'PUBLICATION'] },
    columns: [role],
    forward: { es: 'contribuyó a', en: 'contributed to' },
    backward: { es: 'contó con la contribución de', en: 'had a contribution from' },
    sentence: { es: '{from} contribuyó a «{to}»[ como {role}]', en: '{from} contributed to “{to}”[ as {role}]' },
  },
  TOOK_PART_IN: {
    prefix: 'event-participation',
    table: 'event-participations',
    type: 'EventParticipation',
    class: 'WORK',
    parallel: true,
    from: { column: 'participant', kinds: [...actorKinds, 'COUNTRY', 'PROGRAM'] },
    to: { column: 'event', kinds: ['EVENT'] },
    columns: [role],
    forward: { es: 'tomó parte en', en: 'took part in' },
    backward: { es: 'contó con', en: 'was attended by' },
    sentence: { es: '{from} tomó parte en «{to}»[ como {role}]', en: '{from} took part in “{to}”[ as {role}]' },
  },
  RECEIVED: {
    prefix: 'recognition-receipt',
    table: 'recognition-receipts',
    class: 'WORK',
    from: { column: 'receiver', kinds: [...actorKinds, 'PROGRAM'] },
    to: { column: 'recognition', kinds: ['RECOGNITION'] },
    columns: [],
    forward: { es: 'recibió', en: 'received' },
    backward: { es: 'fue para', en: 'went to' },
    sentence: { es: '{from} recibió «{to}»', en: '{from} received “{to}”' },
  },
  GRANTED: {
    prefix: 'recognition-grant',
    table: 'recognition-grants',
    class: 'WORK',
    from: { column: 'giver', kinds: [...actorKinds, 'PROGRAM'] },
    to: { column: 'recognition', kinds: ['RECOGNITION'] },
    columns: [],
    forward: { es: 'otorgó', en: 'granted' },
    backward: { es: 'fue otorgado por', en: 'was granted by' },
    sentence: { es: '{from} otorgó «{to}»', en: '{from} granted “{to}”' },
  },
  PUBLISHED_IN: {
    prefix: 'publication-place',
    table: 'publication-places',
    class: 'CLASSIFICATION',
    from: { column: 'publication', kinds: ['PUBLICATION'] },
    to: { column: 'city', kinds: ['CITY'] },
    columns: [],
    forward: { es: 'se publicó en', en: 'was published in' },
    backward: { es: 'fue lugar de publicación de', en: 'was the place of publication of' },
    sentence: { es: '«{from}» se publicó en {to}', en: '“{from}” was published in {to}' },
  },
  PART_OF: {
    prefix: 'part',
    table: 'parts',
    class: 'STRUCTURE',
    from: { column: 'unit', kinds: bodies },
    to: { column: 'parent', kinds: bodies },
    columns: [],
    forward: { es: 'formaba parte de', en: 'was part of' },
    backward: { es: 'comprendía', en: 'comprised' },
    sentence: { es: '{from} formaba parte de {to}', en: '{from} was part of {to}' },
  },
  SUCCEEDED: {
    prefix: 'succession',
    table: 'successions',
    type: 'Succession',
    class: 'STRUCTURE',
    from: { column: 'successor', kinds: ['GOVERNMENT_ENTITY'] },
    to: { column: 'predecessor', kinds: ['GOVERNMENT_ENTITY'] },
    columns: [{ name: 'on', type: 'date', description: 'When it took the other’s place.' }],
    forward: { es: 'sucedió a', en: 'succeeded' },
    backward: { es: 'fue sucedida por', en: 'was succeeded by' },
    sentence: { es: '{from} sucedió a {to}[ en {on}]', en: '{from} succeeded {to}[ in {on}]' },
  },
  GOVERNS: {
    prefix: 'government',
    table: 'governments',
    class: 'STRUCTURE',
    from: { column: 'government', kinds: ['GOVERNMENT_ENTITY'] },
    to: { column: 'place', kinds: ['CITY', 'STATE', 'COUNTRY'] },
    columns: [],
    forward: { es: 'gobernaba', en: 'governed' },
    backward: { es: 'estaba gobernada por', en: 'was governed by' },
    sentence: { es: '{from} gobernaba {to}', en: '{from} governed {to}' },
  },
  BASED_IN: {
    prefix: 'seat',
    table: 'seats',
    class: 'PLACE',
    from: { column: 'body', kinds: bodies },
    to: { column: 'place', kinds: ['CITY', 'COUNTRY'] },
    columns: [],
    forward: { es: 'tenía sede en', en: 'was based in' },
    backward: { es: 'era sede de', en: 'was the seat of' },
    sentence: { es: '{from} tenía sede en {to}', en: '{from} was based in {to}' },
  },
  IN_STATE: {
    prefix: 'city-state',
    table: 'city-states',
    class: 'PLACE',
    from: { column: 'city', kinds: ['CITY'] },
    to: { column: 'state', kinds: ['STATE'] },
    columns: [],
    forward: { es: 'estaba en el estado', en: 'was in the state' },
    backward: { es: 'comprendía la ciudad', en: 'contained the city' },
    sentence: { es: '{from} estaba en el estado {to}', en: '{from} was in the state {to}' },
  },
  IN_COUNTRY: {
    prefix: 'place-country',
    table: 'place-countries',
    class: 'PLACE',
    from: { column: 'place', kinds: ['CITY', 'STATE'] },
    to: { column: 'country', kinds: ['COUNTRY'] },
    columns: [],
    forward: { es: 'estaba en el país', en: 'was in the country' },
    backward: { es: 'comprendía', en: 'contained' },
    sentence: { es: '{from} estaba en {to}', en: '{from} was in {to}' },
  },
  IN_REGION: {
    prefix: 'place-region',
    table: 'place-regions',
    class: 'PLACE',
    from: { column: 'place', kinds: ['CITY', 'STATE', 'COUNTRY'] },
    to: { column: 'region', kinds: ['REGION'] },
    columns: [],
    forward: { es: 'estaba en la región', en: 'was in the region' },
    backward: { es: 'comprendía', en: 'contained' },
    sentence: { es: '{from} estaba en la región {to}', en: '{from} was in the region {to}' },
  },
  HELD_IN: {
    prefix: 'event-place',
    table: 'event-places',
    class: 'PLACE',
    from: { column: 'event', kinds: ['EVENT'] },
    to: { column: 'place', kinds: ['CITY', 'STATE', 'COUNTRY'] },
    columns: [],
    forward: { es: 'se celebró en', en: 'was held in' },
    backward: { es: 'fue sede de', en: 'hosted' },
    sentence: { es: '«{from}» se celebró en {to}', en: '“{from}” was held in {to}' },
  },
  OF_CONSULTATION: {
    prefix: 'consultation-part',
    table: 'consultation-parts',
    class: 'CLASSIFICATION',
    from: { column: 'entity', kinds: ['SECTOR', 'RECOMMENDATION'] },
    to: { column: 'consultation', kinds: ['CONSULTATION'] },
    columns: [],
    forward: { es: 'era parte de la consulta', en: 'belonged to the consultation' },
    backward: { es: 'comprendía', en: 'comprised' },
    sentence: { es: '«{from}» era parte de {to}', en: '“{from}” belonged to {to}' },
  },
  PRIORITIZED_IN: {
    prefix: 'prioritization',
    table: 'prioritizations',
    type: 'Prioritization',
    class: 'CLASSIFICATION',
    from: { column: 'entity', kinds: ['PRIORITY_AXIS', 'REGION', 'CITY', 'COUNTRY'] },
    to: { column: 'consultation', kinds: ['CONSULTATION'] },
    columns: [
      {
        name: 'rank',
        type: 'integer',
        description: 'Place in the order of importance; 1 is first, empty where none is given.',
      },
    ],
    forward: { es: 'fue prioridad en', en: 'was a priority in' },
    backward: { es: 'dio prioridad a', en: 'gave priority to' },
    sentence: {
      es: '«{from}» fue prioridad[ número {rank}] en {to}',
      en: '“{from}” was a priority of {to}[, number {rank}]',
    },
  },
  HOLDS: {
    prefix: 'position-holder',
    table: 'position-holders',
    class: 'CLASSIFICATION',
    from: { column: 'person', kinds: ['PERSON'] },
    to: { column: 'position', kinds: ['POSITION'] },
    columns: [],
    forward: { es: 'sostuvo que', en: 'held that' },
    backward: { es: 'fue dicho por', en: 'was said by' },
    sentence: { es: '{from} sostuvo: {to}', en: '{from} held: {to}' },
  },
  NAMES: {
    prefix: 'position-reference',
    table: 'position-references',
    class: 'CLASSIFICATION',
    from: { column: 'position', kinds: ['POSITION'] },
    to: { column: 'entity', kinds: [...actorKinds, ...worldPlaces] },
    columns: [],
    forward: { es: 'nombraba a', en: 'named' },
    backward: { es: 'fue nombrada en', en: 'was named in' },
    sentence: { es: '«{from}» nombraba a {to}', en: '“{from}” named {to}' },
  },
  HAS_PROPOSAL: {
    prefix: 'recommendation-proposal',
    table: 'recommendation-proposals',
    class: 'CLASSIFICATION',
    from: { column: 'recommendation', kinds: ['RECOMMENDATION'] },
    to: { column: 'proposal', kinds: ['PROPOSAL'] },
    columns: [],
    forward: { es: 'incluía la propuesta', en: 'included the proposal' },
    backward: { es: 'era propuesta de', en: 'was a proposal of' },
    sentence: { es: '«{from}» incluía la propuesta «{to}»', en: '“{from}” included the proposal “{to}”' },
  },
  PROPOSED: {
    prefix: 'proposal-origin',
    table: 'proposal-origins',
    type: 'ProposalOrigin',
    class: 'CLASSIFICATION',
    from: { column: 'proposer', kinds: actorKinds },
    to: { column: 'proposal', kinds: ['PROPOSAL'] },
    columns: [{ name: 'on', type: 'date', description: 'When it was proposed.' }],
    forward: { es: 'propuso', en: 'proposed' },
    backward: { es: 'fue propuesta de', en: 'was proposed by' },
    sentence: { es: '{from} propuso «{to}»[ en {on}]', en: '{from} proposed “{to}”[ in {on}]' },
  },
  POSSIBLY_SAME_AS: {
    prefix: 'possible-identity',
    table: 'possible-identities',
    class: 'STRUCTURE',
    symmetric: true,
    from: { column: 'entity', kinds: entityKinds },
    to: { column: 'other', kinds: entityKinds },
    columns: [],
    forward: { es: 'podía ser lo mismo que', en: 'was possibly the same as' },
    backward: { es: 'podía ser lo mismo que', en: 'was possibly the same as' },
    sentence: { es: '«{from}» y «{to}» podían ser lo mismo', en: '“{from}” and “{to}” were possibly the same' },
  },
  DISTINCT_FROM: {
    prefix: 'distinction',
    table: 'distinctions',
    class: 'STRUCTURE',
    symmetric: true,
    from: { column: 'entity', kinds: entityKinds },
    to: { column: 'other', kinds: entityKinds },
    columns: [],
    forward: { es: 'no era lo mismo que', en: 'was not the same as' },
    backward: { es: 'no era lo mismo que', en: 'was not the same as' },
    sentence: { es: '«{from}» y «{to}» no eran lo mismo', en: '“{from}” and “{to}” were not the same' },
  },
} as const satisfies Record<string, TieDefinition>;

export type TieKind = keyof typeof ties;
export type Ties = typeof ties;
export type TieProperties<K extends TieKind> = K extends TieKind ? Properties<Ties[K]['columns']> : never;

// Object.keys types its result as string[]; the keys of a literal are exactly its type's.
export const tieKinds = Object.keys(ties) as readonly TieKind[];

/** A tie as its definition says it, without the literal types. */
export function tieOf(kind: TieKind): TieDefinition {
  return ties[kind];
}

const kindByPrefix = new Map(tieKinds.map((kind) => [tieOf(kind).prefix, kind]));

/** The kind of a tie, read from its id; undefined for an id that is not a tie's. */
export function tieKindOfId(id: string): TieKind | undefined {
  return kindByPrefix.get(id.slice(0, Math.max(0, id.indexOf(':'))));
}
