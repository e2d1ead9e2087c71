import type DataLoader from 'dataloader';

import { groupRows, loaderFamily } from '../../fields/loader-family.ts';
import type { Reader } from '../../graph/graph.ts';
import { records } from '../../model/records.ts';
import { ownColumns, partsOfConsultations, type PartKind, type PartRow } from './consultations.cypher.ts';
import type { ConsultationPartRecord, ObjectiveRecord, SessionRecord } from './consultations.record.ts';

interface PartRecords {
  readonly OBJECTIVE: ObjectiveRecord;
  readonly SESSION: SessionRecord;
}

export type PartRecord<K extends PartKind> = K extends keyof PartRecords ? PartRecords[K] : ConsultationPartRecord;

/** The rows of the ordered tables of consultations, in their order. */
export interface ConsultationParts {
  parts<K extends PartKind>(kind: K): DataLoader<string, readonly PartRecord<K>[]>;
}

export function consultationParts(reader: Reader): ConsultationParts {
  const loaders = loaderFamily<PartKind, string, readonly ConsultationPartRecord[]>(
    (kind) => kind,
    async (kind, consultations) => {
      const query = partsOfConsultations.get(kind);
      if (query === undefined) throw new Error(`Expected a statement for the table of ${kind}, but there is none.`);
      return groupRows(await reader.read(query, { consultations }), (row) => toPart(kind, row));
    },
    [],
  );
  return {
    // The statement of a table returns the columns of that table, which the importer has checked.
    parts: <K extends PartKind>(kind: K) => loaders(kind) as unknown as DataLoader<string, readonly PartRecord<K>[]>,
  };
}

function toPart(kind: PartKind, [, number, text, textEn, citationIds, ...own]: PartRow): ConsultationPartRecord {
  const particular = Object.fromEntries(ownColumns(kind).map((name, index) => [name, own[index] ?? null]));
  return { partType: records[kind].label, number, text, textEn, citationIds, ...particular };
}
