import { answers } from '../answers/register.ts';
import { subjects } from '../entities/register.ts';
import {
  entitiesOfCitations,
  entityCountOfCitations,
  tieCountOfCitations,
  tiesOfCitations,
} from '../graph/cited-queries.ts';
import { entitiesById, labelsById } from '../graph/entity-queries.ts';
import type { LinkedList } from '../graph/linked-list.ts';
import { withOfFew } from '../graph/list-query.ts';
import type { Listing } from '../graph/listing.ts';
import * as sourceQueries from '../graph/source-queries.ts';
import {
  tieDegrees,
  tiesArriving,
  tiesBetween,
  tiesById,
  tiesLeaving,
  tiesOfEntity,
  tiesOfEntityOfKinds,
  tiesOfEntityByKind,
  tieTotal,
} from '../graph/tie-listing.ts';

/** A statement without its types. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Every statement that a request can send: the set is fixed when the program starts. */
export function fixedStatements(): readonly Statement[] {
  return [...commonStatements, ...[...subjects, ...answers].flatMap(({ statements }) => statements.flatMap(queriesOf))];
}

const commonStatements: readonly Statement[] = [
  entitiesById,
  labelsById,
  ...[tiesOfEntity, tiesOfEntityOfKinds, ...tiesOfEntityByKind.values()].flatMap(withOfFew),
  tieTotal,
  tieDegrees,
  tiesBetween,
  ...tiesLeaving.values(),
  ...tiesArriving.values(),
  ...tiesById.values(),
  tiesOfCitations,
  tieCountOfCitations,
  entitiesOfCitations,
  entityCountOfCitations,
  ...Object.values(sourceQueries),
];

function queriesOf(source: Listing | LinkedList | Statement): readonly Statement[] {
  if ('queries' in source) return source.evidence === undefined ? source.queries : [...source.queries, source.evidence];
  return 'query' in source ? [source.query] : [source];
}

/** What stands for each parameter where a statement is only planned or tried: nothing matches it. */
const standIns: Readonly<Record<string, unknown>> = {
  parents: [''],
  people: [''],
  ids: [''],
  subjects: [''],
  consultations: [''],
  agreements: [''],
  pairs: [['', '']],
  pages: [['', ['']]],
  weights: {},
  mostRepeated: 0,
  scopes: [],
  home: [''],
  most: 1,
  afterKey: '',
  afterId: '',
  afterTie: '',
  afterCount: 0,
  from: '',
  to: '',
  avoid: [],
  kinds: [],
  includeHubs: false,
  first: 1,
  limit: 1,
  few: 1,
  full: false,
  statedOnly: false,
  self: false,
  query: 'searchWords:none',
  afterRank: 0,
  asked: {
    whole: ' none ',
    begins: ' none',
    sorted: 'none',
    words: [' none'],
    kinds: null,
    queries: Array.from({ length: 5 }, () => 'searchWords:none'),
  },
};

/** Parameters with which a statement runs and finds as good as nothing; a filter that is not named is left out. */
export function standInParameters({ text }: Statement): Readonly<Record<string, unknown>> {
  const names = new Set([...text.matchAll(/\$(\w+)/g)].map(([, name = '']) => name));
  return Object.fromEntries([...names].map((name) => [name, standIns[name] ?? null]));
}
