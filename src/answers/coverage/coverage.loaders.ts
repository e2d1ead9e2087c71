import type DataLoader from 'dataloader';

import { loaderFamily } from '../../fields/loader-family.ts';
import type { Reader } from '../../graph/graph.ts';
import { members, type Dimension, type MemberParameters } from './coverage.cypher.ts';
import type { Members } from './counting.ts';
import type { Measure } from './coverage.record.ts';

export interface MemberRequest extends Omit<MemberParameters['filter'], 'headings'> {
  readonly measure: Measure;
  readonly dimension: Dimension;
}

export interface CoverageLoaders {
  /** What belongs to headings of a dimension, by heading. */
  coverageMembers(request: MemberRequest): DataLoader<string, Members>;
}

export function coverageLoaders(reader: Reader): CoverageLoaders {
  return {
    coverageMembers: loaderFamily<MemberRequest, string, Members>(
      (request) => JSON.stringify(request),
      async ({ measure, dimension, ...rest }, headings) => {
        const query = members.get(measure)?.get(dimension);
        if (query === undefined)
          throw new Error(`Expected a statement for ${measure} by ${dimension}, but there is none.`);
        return new Map(await reader.read(query, { filter: { ...rest, headings } }));
      },
      [],
    ),
  };
}
