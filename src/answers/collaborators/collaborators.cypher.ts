import { entityColumns } from '../../graph/entity-record.ts';
import { actorsUnder } from '../../graph/found-under.ts';
import { expansion } from '../../graph/path.ts';
import { actorKinds } from '../../model/kinds.ts';
import { ofActorAlone } from './judging.cypher.ts';
import type { RankedParameters, RankedRow } from './ranked-page.ts';
import { variants } from './variants.ts';
import { anySharedWork, asOne, faces, pageOfRanked, POINTS } from './ways.cypher.ts';

/** The fields of `CollaboratorFilter` that lead to actors by ways of the graph. */
const linked = ['axes', 'themes', 'places', 'networks'] as const;

const conditions: Readonly<Record<string, string>> = {
  ...Object.fromEntries(linked.map((field) => [field, `n IN ${field}`])),
  sectors: 'EXISTS { (n)-[participation:CONSULTED_IN]->() WHERE participation.sector IN $filter.sectors }',
  ...ofActorAlone,
};

/**
 * Those who share work with some actors, in order; and among them those who pass a filter. The ways of a filter are walked
 * once from its ids, for all parents, and not from each collaborator: a body with thousands of programs lists thousands of
 * people, each of whom would look through its programs.
 *
 * At 10,000 actors 16,000 hits for a body with 406 programs and 1,523 collaborators, 79,000 with a theme and an axis that
 * 2,300 are found under: some ten for each fact that is looked at.
 */
export const collaborators = variants<RankedParameters, RankedRow>(
  'collaborators',
  Object.keys(conditions),
  (given) => {
    const found = linked.filter((field) => given.includes(field));
    const names = [...found, 'self'].join(', ');
    return `${found.map(foundUnder).join('')}UNWIND $parents AS parent
MATCH (p:Entity {id: parent})
CALL (${['p', ...found].join(', ')}) {
  WITH *, COLLECT { ${asOne('p', 'other')} RETURN other } + p AS self
  CALL (p) {
    ${faces('p')}
  }
  WITH *, size(lending) > 0 AS through
  CALL (face) {
    ${anySharedWork}
  }
  WITH *
  WHERE NOT $statedOnly OR (stated AND NOT through)
  WITH ${names}, n, way, through, max(stated) AS stated, count(DISTINCT s) AS facts, max(coalesce(s.asOf, '')) AS newest
  WITH ${names}, n, max(newest) AS newest, sum(${POINTS}) AS points
  WHERE ${['NOT n IN self', ...given.flatMap((field) => conditions[field] ?? [])].join('\n    AND ')}
  RETURN collect([n, points, newest]) AS ranked
}
${pageOfRanked}
RETURN parent, size(ranked), ${entityColumns('n', actorKinds)}`;
  },
);

function foundUnder(field: (typeof linked)[number]): string {
  const paths = actorsUnder[field].map((pattern) => ({ pattern }));
  return `CALL () {
  UNWIND $filter.${field} AS id
  MATCH (it:Entity {id: id})
  ${expansion(paths, 'it', actorKinds)}
  RETURN collect(n) AS ${field}
}
`;
}
