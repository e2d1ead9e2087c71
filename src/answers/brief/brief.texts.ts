import type { InTwoLanguages } from '../../model/column.ts';
import type { EntityKind } from '../../model/kinds.ts';
import type { TieKind } from '../../model/ties.ts';
import type { Family, SectionKey } from './brief.sections.ts';

/** Titles of the sections; those that read otherwise for some, by what the brief is about. */
export const titles: Readonly<Record<SectionKey, InTwoLanguages & Readonly<Partial<Record<Family, InTwoLanguages>>>>> =
  {
    WHO: {
      es: 'Qué es',
      en: 'What it is',
      PLACE: { es: 'Dónde está', en: 'Where it is' },
      PERSON: { es: 'Quién es', en: 'Who it is' },
    },
    GOVERNMENTS: { es: 'Gobierno', en: 'Government' },
    PARTIES: { es: 'Quién toma parte', en: 'Who takes part' },
    ACTS: { es: 'Actos', en: 'Acts' },
    OPERATORS: {
      es: 'Unidades',
      en: 'Units',
      PLACE: { es: 'Quién opera ahí', en: 'Who operates there' },
    },
    AGREEMENTS: { es: 'Acuerdos y sus actos', en: 'Agreements and their acts' },
    PROGRAMS: { es: 'Programas y contrapartes', en: 'Programs and partners' },
    WORK: { es: 'Colaboración', en: 'Collaboration' },
    PEOPLE: { es: 'Personas', en: 'People', PLACE: { es: 'Personas que la tratan', en: 'People who deal with it' } },
    EVENTS: { es: 'Encuentros y eventos', en: 'Meetings and events' },
    SHARED_NETWORKS: { es: 'Redes compartidas con la ciudad sede', en: 'Networks shared with the home city' },
    NETWORKS: {
      es: 'Redes',
      en: 'Networks',
    },
    MEMBERS: { es: 'Miembros', en: 'Members' },
    ASKED: {
      es: 'Qué se pide u ofrece',
      en: 'What is asked or offered',
      PERSON: { es: 'Qué pidió, ofreció u opinó', en: 'What the person asked, offered or thought' },
    },
    ACTORS: { es: 'Quién se ocupa de ello', en: 'Who deals with it' },
    RECOGNITIONS: { es: 'Reconocimientos', en: 'Recognitions' },
    PUBLICATIONS: { es: 'Publicaciones', en: 'Publications' },
    PARTS: { es: 'Qué comprende', en: 'What it comprises' },
    PLACES: { es: 'Lugares que comprende', en: 'Places within it' },
    THEMES: { es: 'Temas', en: 'Themes' },
    OTHER: { es: 'Otros hechos', en: 'Other facts' },
    DOUBTS: { es: 'Contradicciones y observaciones', en: 'Contradictions and remarks' },
    MISSING: {
      es: 'Sin registro (no quiere decir que no exista)',
      en: 'Nothing on record (which does not mean that there is nothing)',
    },
  };

/** What a brief says when it found nothing of a section, or none of some facts of it. */
interface Absence {
  readonly kinds: readonly EntityKind[];
  readonly section: SectionKey;
  readonly ties?: readonly TieKind[];
  readonly text: InTwoLanguages;
}

const places = ['CITY', 'STATE', 'COUNTRY', 'REGION'] as const;
const bodies = ['ORGANIZATION', 'GOVERNMENT_ENTITY', 'NETWORK'] as const;
const actors = ['PERSON', ...bodies, ...places] as const;

export const absences: readonly Absence[] = [
  {
    kinds: ['CITY', 'STATE', 'COUNTRY'],
    section: 'GOVERNMENTS',
    text: { es: 'Sin registro de su gobierno', en: 'No government on record' },
  },
  {
    kinds: ['PERSON'],
    section: 'WHO',
    ties: ['AFFILIATED_WITH'],
    text: { es: 'Sin registro de un cargo o institución', en: 'No post or institution on record' },
  },
  {
    kinds: ['PERSON'],
    section: 'WHO',
    ties: ['CONSULTED_IN'],
    text: { es: 'Sin registro de que fuera consultada', en: 'No consultation of the person on record' },
  },
  {
    kinds: ['PROGRAM'],
    section: 'PARTIES',
    ties: ['LISTED_UNDER', 'RUNS'],
    text: { es: 'Sin registro de quién lo lleva', en: 'Nobody who runs it on record' },
  },
  {
    kinds: ['PROGRAM'],
    section: 'PARTIES',
    ties: ['WITH_PARTNER'],
    text: { es: 'Sin registro de contrapartes', en: 'No partner on record' },
  },
  {
    kinds: ['AGREEMENT', 'EVENT', 'RECOGNITION', 'PUBLICATION', 'PROPOSAL'],
    section: 'PARTIES',
    text: { es: 'Sin registro de quién toma parte', en: 'Nobody who takes part on record' },
  },
  {
    kinds: ['AGREEMENT'],
    section: 'ACTS',
    text: { es: 'Sin registro de actos con fecha', en: 'No act on record' },
  },
  {
    kinds: ['EVENT'],
    section: 'WHO',
    ties: ['HELD_IN'],
    text: { es: 'Sin registro del lugar', en: 'No place on record' },
  },
  {
    kinds: places,
    section: 'OPERATORS',
    text: { es: 'Sin registro de instituciones de ahí', en: 'No institution there on record' },
  },
  {
    kinds: [...actors, 'PROGRAM'],
    section: 'AGREEMENTS',
    text: { es: 'Sin registro de acuerdos', en: 'No agreement on record' },
  },
  {
    kinds: [...actors, 'AGREEMENT', 'THEME', 'PRIORITY_AXIS'],
    section: 'PROGRAMS',
    text: { es: 'Sin registro de programas', en: 'No program on record' },
  },
  {
    kinds: actors,
    section: 'WORK',
    text: { es: 'Sin registro de otra colaboración', en: 'No other collaboration on record' },
  },
  {
    kinds: [...places, ...bodies, 'CONSULTATION', 'SECTOR'],
    section: 'PEOPLE',
    text: { es: 'Sin registro de personas que la traten', en: 'No people who deal with it on record' },
  },
  { kinds: places, section: 'EVENTS', text: { es: 'Sin registro de encuentros', en: 'No meeting on record' } },
  {
    kinds: places,
    section: 'SHARED_NETWORKS',
    text: {
      es: 'Sin registro de redes compartidas con la ciudad sede',
      en: 'No network shared with the home city on record',
    },
  },
  {
    kinds: ['ORGANIZATION', 'GOVERNMENT_ENTITY'],
    section: 'NETWORKS',
    text: { es: 'Sin registro de redes', en: 'No network on record' },
  },
  { kinds: ['NETWORK'], section: 'MEMBERS', text: { es: 'Sin registro de miembros', en: 'No member on record' } },
  {
    kinds: [...places, 'THEME'],
    section: 'ASKED',
    text: { es: 'Sin registro de posiciones que lo nombren', en: 'No position that names it on record' },
  },
  {
    kinds: bodies,
    section: 'ASKED',
    text: {
      es: 'Sin registro de posiciones de su gente o que la nombren',
      en: 'No position of its people, or that names it, on record',
    },
  },
  {
    kinds: ['PERSON'],
    section: 'ASKED',
    text: { es: 'Sin registro de lo que pidió u ofreció', en: 'Nothing asked or offered on record' },
  },
];

/** What a person did with a position, by its form. */
export const positionVerbs: Readonly<Record<'ASK' | 'OFFER' | 'VIEW', InTwoLanguages>> = {
  ASK: { es: 'pidió', en: 'asked' },
  OFFER: { es: 'ofreció', en: 'offered' },
  VIEW: { es: 'opinó', en: 'held' },
};

/** Properties of claims as words; another one is given as it is written. */
export const propertyWords: Readonly<Record<string, InTwoLanguages>> = {
  name: { es: 'nombre', en: 'name' },
  nameEn: { es: 'nombre en inglés', en: 'English name' },
  acronym: { es: 'siglas', en: 'acronym' },
  abbreviation: { es: 'abreviatura', en: 'abbreviation' },
  status: { es: 'estado', en: 'status' },
  number: { es: 'número', en: 'number' },
  rank: { es: 'orden de importancia', en: 'rank' },
  startsOn: { es: 'comienzo', en: 'beginning' },
  endsOn: { es: 'fin', en: 'end' },
  date: { es: 'fecha', en: 'date' },
  publishedOn: { es: 'fecha de publicación', en: 'publication date' },
  foundedOn: { es: 'fundación', en: 'foundation' },
  website: { es: 'sitio web', en: 'website' },
  role: { es: 'papel', en: 'role' },
  roleAsPrinted: { es: 'cargo impreso', en: 'role as printed' },
  affiliationAsPrinted: { es: 'institución impresa', en: 'affiliation as printed' },
  participantCount: { es: 'número de participantes', en: 'number of participants' },
  members: { es: 'miembros', en: 'members' },
  purpose: { es: 'propósito', en: 'purpose' },
  rationale: { es: 'razón', en: 'rationale' },
  reason: { es: 'razón', en: 'reason' },
  scope: { es: 'alcance', en: 'scope' },
  edition: { es: 'edición', en: 'edition' },
  activities: { es: 'actividades', en: 'activities' },
  createdBy: { es: 'creación', en: 'created by' },
  legalStatus: { es: 'condición jurídica', en: 'legal status' },
  withoutTies: { es: 'por qué no tiene vínculos', en: 'why it has no ties' },
  readAs: { es: 'leído como', en: 'read as' },
  venue: { es: 'sede', en: 'venue' },
  coordination: { es: 'coordinación', en: 'coordination' },
  format: { es: 'formato', en: 'format' },
  firstStageOn: { es: 'primera etapa', en: 'first stage' },
  populationServed: { es: 'población atendida', en: 'population served' },
  memberAsPrinted: { es: 'miembro impreso', en: 'member as printed' },
  acronymAsPrinted: { es: 'siglas impresas', en: 'acronym as printed' },
  agreementCount: { es: 'número de acuerdos', en: 'number of agreements' },
  proposalCount: { es: 'número de propuestas', en: 'number of proposals' },
  staffCount: { es: 'personal', en: 'staff' },
  cityCount: { es: 'número de ciudades', en: 'number of cities' },
  governmentShare: { es: 'parte del gobierno', en: 'share of the government' },
  interviewKind: { es: 'tipo de entrevista', en: 'kind of interview' },
  coversPeriod: { es: 'periodo', en: 'period' },
  potential: { es: 'potencial', en: 'potential' },
  powers: { es: 'facultades', en: 'powers' },
  functions: { es: 'funciones', en: 'functions' },
  competition: { es: 'competencia', en: 'competition' },
  presence: { es: 'presencia', en: 'presence' },
  destination: { es: 'destino', en: 'destination' },
  effect: { es: 'efecto', en: 'effect' },
  goal: { es: 'meta', en: 'goal' },
  contents: { es: 'contenido', en: 'contents' },
  direction: { es: 'dirección', en: 'direction' },
  investment: { es: 'inversión', en: 'investment' },
  nextStep: { es: 'siguiente paso', en: 'next step' },
  expectedBenefit: { es: 'beneficio esperado', en: 'expected benefit' },
  opportunity: { es: 'oportunidad', en: 'opportunity' },
  challenges: { es: 'retos', en: 'challenges' },
};

/** Values of the closed vocabulary of states, as words. */
export const statusWords: Readonly<Record<string, InTwoLanguages>> = {
  PROPOSED: { es: 'propuesto', en: 'proposed' },
  ANNOUNCED: { es: 'anunciado', en: 'announced' },
  PLANNED: { es: 'planeado', en: 'planned' },
  NEGOTIATED: { es: 'negociado', en: 'negotiated' },
  SIGNED: { es: 'firmado', en: 'signed' },
  RATIFIED: { es: 'ratificado', en: 'ratified' },
  RENEWED: { es: 'renovado', en: 'renewed' },
  RELAUNCHED: { es: 'relanzado', en: 'relaunched' },
  ONGOING: { es: 'en curso', en: 'ongoing' },
  SUSPENDED: { es: 'suspendido', en: 'suspended' },
  ENDED: { es: 'terminado', en: 'ended' },
  UNSPECIFIED: { es: 'sin precisar', en: 'unspecified' },
};

/** The small words of lines and pages. */
export const words = {
  and: { es: 'y', en: 'and' },
  andBeforeI: { es: 'e', en: 'and' },
  amongOthers: { es: ', entre otros', en: ', among others' },
  since: { es: 'desde', en: 'since' },
  until: { es: 'hasta', en: 'until' },
  about: { es: 'Sobre', en: 'About' },
  preferred: { es: 'valor preferido', en: 'preferred value' },
  throughIt: { es: 'a través de esa institución (inferido), por', en: 'through that institution (inferred), by' },
  sector: { es: 'sector', en: 'sector' },
  brief: { es: 'Ficha', en: 'Brief' },
  sources: { es: 'Fuentes', en: 'Sources' },
  data: { es: 'Datos', en: 'Data' },
  namedAt: { es: 'Dónde se nombra', en: 'Where it is named' },
} as const satisfies Readonly<Record<string, InTwoLanguages>>;

/** Said of what comes to a person by way of a body. */
export function through(body: InTwoLanguages): InTwoLanguages {
  return { es: `A través de ${body.es} (inferido):`, en: `Through ${body.en} (inferred):` };
}

/** Said where a section or a line leaves some out. */
export function moreLines(count: number): InTwoLanguages {
  return { es: `y ${count} más`, en: `and ${count} more` };
}

export function moreFacts(count: number): InTwoLanguages {
  return count === 1
    ? { es: 'y 1 hecho más', en: 'and 1 more fact' }
    : { es: `y ${count} hechos más`, en: `and ${count} more facts` };
}

/** How to read a page, below its title. */
export const howToRead: InTwoLanguages = {
  es: 'Lo que decían las fuentes en su fecha, no lo que vale hoy. El número remite a la fuente y el año es el de ella.',
  en: 'What the sources said at their date, not what holds today. The number leads to the source, and the year is its year.',
};

/** Said where what lies below was too much to look at whole. */
export const notWhole: InTwoLanguages = {
  es: 'Lo que comprende es tanto que solo se miró una parte: los números que siguen son mínimos.',
  en: 'It comprises so much that only a part was looked at: the numbers below are lower bounds.',
};
