import type DataLoader from 'dataloader';

import { groupRows, singleLoader } from '../../fields/loader-family.ts';
import type { Reader } from '../../graph/graph.ts';
import { actsOfAgreements } from './agreements.cypher.ts';
import type { AgreementActRecord } from './agreements.record.ts';

/** The acts about agreements, in their order. */
export function agreementActs(reader: Reader): DataLoader<string, readonly AgreementActRecord[]> {
  return singleLoader<string, readonly AgreementActRecord[]>(async (agreements) => {
    const rows = await reader.read(actsOfAgreements, { agreements });
    return groupRows(rows, ([, number, act, on, text, textEn, citationIds]) => ({
      number,
      act,
      on,
      text,
      textEn,
      citationIds,
    }));
  }, []);
}
