import { entityColumns } from '../../graph/entity-record.ts';
import { actorsUnder } from '../../graph/found-under.ts';
import { expansion } from '../../graph/path.ts';
import { actorKinds } from '../../model/kinds.ts';
import { ofLabelsAndNames } from './judging.cypher.ts';
import type { RankedQuery } from './ranked-page.ts';
import { anySharedWork, asOne, faces, pageOfRanked, POINTS } from './ways.cypher.ts';

/** The fields of `CollaboratorFilter` that lead to actors by ways of the graph. */
const linked = ['axes', 'themes', 'places', 'networks'] as const;

/**
 * Those who share work with some actors, in order; and among them those who pass a filter. The ways of a filter are walked
 * once from its ids, for all parents, and not from each collaborator: a body with thousands of programs lists thousands of
 * people, each of whom would look through its programs.
 */
export const collaborators: RankedQuery = { name: 'collaborators', text: ranked() };
export const collaboratorsFiltered: RankedQuery = {
  name: 'collaborators.filtered',
  text: ranked({
    known: `WITH ${linked.map(foundUnder).join(',\n')}\n`,
    names: linked,
    conditions: [
      ...linked.map((field) => `($filter.${field} IS NULL OR n IN ${field})`),
      '($filter.sectors IS NULL OR EXISTS { (n)-[participation:CONSULTED_IN]->() WHERE participation.sector IN $filter.sectors })',
      ...ofLabelsAndNames,
    ],
  }),
};

interface Filtered {
  readonly known: string;
  readonly names: readonly string[];
  readonly conditions: readonly string[];
}

function ranked({ known, names, conditions }: Filtered = { known: '', names: [], conditions: [] }): string {
  const scope = ['p', ...names].join(', ');
  return `${known}UNWIND $parents AS parent
MATCH (p:Entity {id: parent})
CALL (${scope}) {
  WITH ${scope}, COLLECT { ${asOne('p', 'other')} RETURN other } + p AS self
  CALL (p) {
    ${faces('p')}
  }
  WITH *, size(lending) > 0 AS through
  CALL (face) {
    ${anySharedWork}
  }
  WITH *
  WHERE NOT $statedOnly OR (stated AND NOT through)
  WITH ${[...names, 'self'].join(', ')}, n, way, through, max(stated) AS stated, count(DISTINCT s) AS facts, max(coalesce(s.asOf, '')) AS newest
  WITH ${[...names, 'self'].join(', ')}, n, max(newest) AS newest, sum(${POINTS}) AS points
  WHERE ${['NOT n IN self', ...conditions].join('\n    AND ')}
  RETURN collect([n, points, newest]) AS ranked
}
${pageOfRanked}
RETURN parent, size(ranked), ${entityColumns('n', actorKinds)}`;
}

function foundUnder(field: (typeof linked)[number]): string {
  const paths = actorsUnder[field].map((pattern) => ({ pattern }));
  return `COLLECT {
  UNWIND $filter.${field} AS id
  MATCH (it:Entity {id: id})
  ${expansion(paths, 'it', actorKinds)}
  RETURN n
} AS ${field}`;
}
