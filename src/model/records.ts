import type { Column } from './column.ts';
import { citationsColumn } from './kinds.ts';

/** A table that is neither a kind of entity nor a kind of tie. */
interface RecordTable {
  readonly table: string;
  /** Label of its nodes in the graph. */
  readonly label: string;
  /** What its ids start with, before the colon. */
  readonly prefix: string;
  readonly columns: readonly Column[];
}

const id = (example: string) =>
  ({
    name: 'id',
    type: 'string',
    required: true,
    unique: true,
    description: `Stable id, such as "${example}".`,
  }) as const;

/** A small ordered table of a consultation: each row retold in two languages and cited. */
const orderedPart = <const C extends readonly Column[]>(prefix: string, columns: C) =>
  [
    id(`${prefix}:dialogos-cdmx-global/1`),
    {
      name: 'consultation',
      type: 'string',
      required: true,
      refersTo: ['CONSULTATION'],
      description: 'Id of the consultation.',
    },
    { name: 'number', type: 'integer', required: true, description: 'Place in the source’s order; 1 is first.' },
    { name: 'text', type: 'string', required: true, description: 'Retold in Spanish.' },
    { name: 'textEn', type: 'string', required: true, description: 'Retold in English.' },
    ...columns,
    citationsColumn,
  ] as const;

export const records = {
  SOURCE: {
    table: 'sources',
    label: 'Source',
    prefix: 'source',
    columns: [
      id('source:la-ciudad-de-mexico-en-el-mundo-2016'),
      { name: 'title', type: 'string', required: true, description: 'Title as printed.' },
      { name: 'publisher', type: 'string', description: 'Publisher as printed.' },
      { name: 'publishedOn', type: 'date', description: 'Date of the document, as precisely as it says.' },
      { name: 'language', type: 'string', required: true, description: 'ISO 639-1 code of its language.' },
      { name: 'url', type: 'url', description: 'Web address where printed.' },
      { name: 'licence', type: 'string', description: 'Conditions of reuse, where stated.' },
    ],
  },
  PLACE: {
    table: 'places',
    label: 'Place',
    prefix: 'place',
    columns: [
      id('place:cdmx-en-el-mundo/anexo-1/gobierno'),
      { name: 'source', type: 'string', required: true, refersTo: ['sources'], description: 'Id of the source.' },
      {
        name: 'name',
        type: 'string',
        required: true,
        description: 'Where in the document: part, table and row, annex and sector, paragraph.',
      },
      { name: 'nameEn', type: 'string', description: 'The same in English.' },
    ],
  },
  CITATION: {
    table: 'citations',
    label: 'Citation',
    prefix: 'citation',
    columns: [
      id('citation:cdmx-en-el-mundo/anexo-1/gobierno'),
      { name: 'source', type: 'string', required: true, refersTo: ['sources'], description: 'Id of the source.' },
      {
        name: 'place',
        type: 'string',
        required: true,
        refersTo: ['places'],
        description: 'Id of a place of that source.',
      },
      {
        name: 'detail',
        type: 'string',
        description: 'Where in the place, when it is long: an entry, a note, a figure.',
      },
      {
        name: 'detailEn',
        type: 'string',
        description: 'The same in English; empty where it reads the same, such as a printed heading.',
      },
    ],
  },
  CLAIM: {
    table: 'claims',
    label: 'Claim',
    prefix: 'claim',
    columns: [
      id('claim:dialogos-cdmx-global/participants/annex'),
      {
        name: 'subject',
        type: 'string',
        required: true,
        description: 'Id of the entity or of the tie that the claim is about.',
      },
      {
        name: 'property',
        type: 'string',
        required: true,
        description: 'What is claimed: a property of the subject, or a figure.',
      },
      { name: 'value', type: 'string', required: true, description: 'The claimed value, as text.' },
      {
        name: 'rank',
        type: 'string',
        required: true,
        values: ['PREFERRED', 'NORMAL', 'DEPRECATED'],
        description: 'PREFERRED is the value that the subject itself carries.',
      },
      { name: 'note', type: 'string', description: 'Why it is preferred or deprecated, or how it was counted.' },
      citationsColumn,
    ],
  },
  AGREEMENT_ACT: {
    table: 'agreement-acts',
    label: 'AgreementAct',
    prefix: 'agreement-act',
    columns: [
      id('agreement-act:agreement/1'),
      {
        name: 'agreement',
        type: 'string',
        required: true,
        refersTo: ['AGREEMENT'],
        description: 'Id of the agreement.',
      },
      { name: 'number', type: 'integer', required: true, description: 'Order of the acts; 1 is first.' },
      {
        name: 'act',
        type: 'string',
        required: true,
        values: [
          'ANNOUNCED',
          'PROPOSED',
          'NEGOTIATED',
          'SIGNED',
          'RATIFIED',
          'RENEWED',
          'RELAUNCHED',
          'SUSPENDED',
          'ENDED',
        ],
        description: 'The act in the document’s word; not a legal finding.',
      },
      { name: 'on', type: 'date', description: 'When, as precisely as the source says.' },
      { name: 'text', type: 'string', description: 'Retold in Spanish.' },
      { name: 'textEn', type: 'string', description: 'Retold in English.' },
      citationsColumn,
    ],
  },
  OBJECTIVE: {
    table: 'consultation-objectives',
    label: 'Objective',
    prefix: 'objective',
    columns: orderedPart('objective', [
      {
        name: 'term',
        type: 'string',
        required: true,
        values: ['GENERAL', 'SHORT', 'MEDIUM', 'LONG'],
        description: 'Term of the objective.',
      },
    ]),
  },
  PHASE: { table: 'consultation-phases', label: 'Phase', prefix: 'phase', columns: orderedPart('phase', []) },
  QUESTION_BLOCK: {
    table: 'consultation-question-blocks',
    label: 'QuestionBlock',
    prefix: 'question-block',
    columns: orderedPart('question-block', []),
  },
  SESSION: {
    table: 'consultation-sessions',
    label: 'Session',
    prefix: 'session',
    columns: orderedPart('session', [
      { name: 'on', type: 'date', description: 'When, as precisely as the source says.' },
      { name: 'size', type: 'integer', description: 'How many people, where stated.' },
    ]),
  },
  EXCLUSION: {
    table: 'consultation-exclusions',
    label: 'Exclusion',
    prefix: 'exclusion',
    columns: orderedPart('exclusion', []),
  },
  PARTNER_PREFERENCE: {
    table: 'consultation-partner-preferences',
    label: 'PartnerPreference',
    prefix: 'partner-preference',
    columns: orderedPart('partner-preference', []),
  },
} as const satisfies Record<string, RecordTable>;

/** Retired ids and their heirs. */
export const redirects = {
  table: 'redirects',
  columns: [
    { name: 'id', type: 'string', required: true, unique: true, description: 'The retired id.' },
    { name: 'heir', type: 'string', required: true, description: 'The id of the entity that took its place.' },
    citationsColumn,
  ],
} as const satisfies { table: string; columns: readonly Column[] };

export type RecordKind = keyof typeof records;

// Object.keys types its result as string[]; the keys of a literal are exactly its type's.
export const recordKinds = Object.keys(records) as readonly RecordKind[];

/** A record table as its definition says it, without the literal types. */
export function recordOf(kind: RecordKind): RecordTable {
  return records[kind];
}
