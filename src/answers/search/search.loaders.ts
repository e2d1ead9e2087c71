import type DataLoader from 'dataloader';

import { groupRows, singleLoader } from '../../fields/loader-family.ts';
import type { Reader } from '../../graph/graph.ts';
import { distinctionFacts } from './search.cypher.ts';
import type { DistinctionFact } from './search.record.ts';

export interface SearchLoaders {
  /** The facts that tell an entity from others of its name. */
  readonly distinctions: DataLoader<string, readonly DistinctionFact[]>;
}

export function searchLoaders(reader: Reader): SearchLoaders {
  return {
    distinctions: singleLoader<string, readonly DistinctionFact[]>(
      async (ids) =>
        groupRows(
          await reader.read(distinctionFacts, { ids }),
          ([, date, kind, role, printed, asOf, name, nameEn]) => ({
            kind,
            role,
            printed,
            asOf,
            name,
            nameEn,
            date,
          }),
        ),
      [],
    ),
  };
}
