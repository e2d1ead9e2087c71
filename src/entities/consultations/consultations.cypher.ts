import { linkedList, patternList, vocabulary } from '../../graph/linked-list.ts';
import { across } from '../../graph/listing.ts';
import type { Query } from '../../graph/query.ts';
import { propertyColumns } from '../../model/column.ts';
import { actorKinds, entityKinds } from '../../model/kinds.ts';
import { recordOf, type RecordKind } from '../../model/records.ts';

export const consultations = vocabulary('CONSULTATION');
export const sectors = vocabulary('SECTOR');
export const recommendations = vocabulary('RECOMMENDATION');

export const sectorsOfConsultation = linkedList('sectorsOfConsultation', ['SECTOR'], ['OF_CONSULTATION'], 'from');
export const recommendationsOfConsultation = linkedList(
  'recommendationsOfConsultation',
  ['RECOMMENDATION'],
  ['OF_CONSULTATION'],
  'from',
);
export const consultationOfSector = linkedList('consultationOfSector', ['CONSULTATION'], ['OF_CONSULTATION'], 'to');
export const proposalsOfRecommendation = linkedList('proposalsOfRecommendation', ['PROPOSAL'], ['HAS_PROPOSAL'], 'to');
export const proposersOfProposal = linkedList('proposersOfProposal', actorKinds, ['PROPOSED'], 'from');
export const personOfPosition = linkedList('personOfPosition', ['PERSON'], ['HOLDS'], 'from');
export const regionsOfPosition = patternList('regionsOfPosition', ['REGION'], '(p)-[:NAMES]->(n:Region)');
export const partnersOfPosition = across('partnersOfPosition', entityKinds, ['NAMES'], 'to');

export const partKinds = [
  'OBJECTIVE',
  'PHASE',
  'QUESTION_BLOCK',
  'SESSION',
  'EXCLUSION',
  'PARTNER_PREFERENCE',
] as const satisfies readonly RecordKind[];
export type PartKind = (typeof partKinds)[number];

/** Rows: consultation, number, text, English text, citations, then the table's own columns. */
export type PartRow = readonly [
  consultation: string,
  number: number,
  text: string,
  textEn: string,
  citations: readonly string[],
  ...own: readonly unknown[],
];
export type PartQuery = Query<{ readonly consultations: readonly string[] }, PartRow>;

const commonColumns: ReadonlySet<string> = new Set(['id', 'consultation', 'number', 'text', 'textEn', 'citations']);

/** The columns that only one of the ordered tables of a consultation has. */
export function ownColumns(kind: PartKind): readonly string[] {
  return propertyColumns(recordOf(kind).columns)
    .map(({ name }) => name)
    .filter((name) => !commonColumns.has(name));
}

/** One text for each of the ordered tables. */
export const partsOfConsultations: ReadonlyMap<PartKind, PartQuery> = new Map(
  partKinds.map((kind) => [
    kind,
    {
      name: `partsOfConsultations.${kind}`,
      text: `UNWIND $consultations AS consultation
MATCH (x:${recordOf(kind).label} {consultation: consultation})
RETURN ${['consultation', ...['number', 'text', 'textEn', 'citations', ...ownColumns(kind)].map((name) => `x.${name}`)].join(', ')}
ORDER BY x.number, x.id`,
    },
  ]),
);
