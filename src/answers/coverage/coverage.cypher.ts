import { nameColumns } from '../../graph/entity-record.ts';
import { byParticipant, partnersUnder, peopleUnder, programsUnder } from '../../graph/found-under.ts';
import { officialOrder, vocabulary, type LinkedList } from '../../graph/linked-list.ts';
import { ofDatasets } from '../../graph/listing-filter.ts';
import { pageText } from '../../graph/listing-text.ts';
import { OF_DATASETS, ways, type PageQuery } from '../../graph/listing.ts';
import { expansion } from '../../graph/path.ts';
import type { Query } from '../../graph/query.ts';
import { entityKinds, kindOf, type EntityKind } from '../../model/kinds.ts';
import type { Measure } from './coverage.record.ts';

export const dimensions = [
  'PRIORITY_AXIS',
  'GOVERNMENT_ENTITY',
  'NETWORK',
  'CITY',
  'COUNTRY',
  'REGION',
  'SECTOR',
  'THEME',
] as const satisfies readonly EntityKind[];
export type Dimension = (typeof dimensions)[number];

/** Small closed lists, read as the root's lists of them are. */
export const vocabularies: ReadonlyMap<Dimension, LinkedList> = new Map(
  (['PRIORITY_AXIS', 'COUNTRY', 'REGION', 'SECTOR', 'THEME'] as const).map((kind) => [kind, vocabulary(kind)]),
);

/** Of kinds that may be many, the first by name. */
export const headingPages: ReadonlyMap<Dimension, PageQuery> = new Map(
  dimensions
    .filter((kind) => !vocabularies.has(kind))
    .map((kind) => [
      kind,
      {
        name: `coverageHeadings.${kind}`,
        text: pageText({ kinds: [kind], filter: { datasets: ofDatasets } }, { order: 'sortName', descending: false }),
        ofFew: null,
      },
    ]),
);

/** Rows: names of an entity, in the official order. */
export const headingsById: Query<
  { readonly ids: readonly string[]; readonly datasets: readonly string[] | null },
  readonly unknown[]
> = {
  name: 'coverageHeadingsById',
  text: `UNWIND $ids AS id
MATCH (n:Entity {id: id})
WHERE ${OF_DATASETS}
WITH DISTINCT n
${officialOrder}
RETURN ${nameColumns('n', entityKinds)}`,
};

/** One map: the database plans a text anew for lists of another size and for what is null, but not for what a map holds. */
export interface MemberParameters {
  readonly filter: {
    readonly headings: readonly string[];
    readonly datasets: readonly string[] | null;
    /** Whether the order of the keys matters. */
    readonly ordered: boolean;
  };
}

/** Rows: a heading and the keys of what belongs to it, by name; the key of a partner has the program that names it before it. */
export type MemberQuery = Query<MemberParameters, readonly [heading: string, keys: readonly string[]]>;

type ByDimension = Readonly<Record<Exclude<Dimension, 'SECTOR'>, readonly string[]>>;

const programWays: ByDimension = {
  PRIORITY_AXIS: programsUnder.axes,
  GOVERNMENT_ENTITY: programsUnder.governmentEntities,
  NETWORK: programsUnder.networks,
  CITY: programsUnder.places,
  COUNTRY: programsUnder.places,
  REGION: programsUnder.places,
  THEME: programsUnder.themes,
};

const peopleWays: ByDimension = {
  PRIORITY_AXIS: peopleUnder.axes,
  GOVERNMENT_ENTITY: peopleUnder.institutions,
  NETWORK: peopleUnder.networks,
  CITY: peopleUnder.places,
  COUNTRY: peopleUnder.places,
  REGION: peopleUnder.places,
  THEME: peopleUnder.themes,
};

/** What belongs to the headings of a dimension, for each measure. */
export const members: ReadonlyMap<Measure, ReadonlyMap<Dimension, MemberQuery>> = new Map([
  ['PROGRAMS', queriesOf('PROGRAMS', (dimension) => `${programsOf(dimension)}\n${stated('n')}`)],
  ['PEOPLE', queriesOf('PEOPLE', (dimension) => `${peopleOf(dimension)}\n${stated('n')}`)],
  ['PARTNERS', queriesOf('PARTNERS', partnersOf)],
]);

/** Clauses that bind each program under `it` to `n`, once. */
function programsOf(dimension: Dimension): string {
  return dimension === 'SECTOR'
    ? `${participants('person')}\n${expansion(ways(byParticipant.programs), 'person', ['PROGRAM'])}`
    : expansion(ways(programWays[dimension]), 'it', ['PROGRAM']);
}

/** The same for people. */
function peopleOf(dimension: Dimension): string {
  return dimension === 'SECTOR' ? participants('n') : expansion(ways(peopleWays[dimension]), 'it', ['PERSON']);
}

/** Under some dimensions a partner is found by the program that names it, under the others by what it is itself. */
function partnersOf(dimension: Dimension): string {
  const own = ownWay(dimension);
  return own === null
    ? `${programsOf(dimension)}
MATCH (n)-[:WITH_PARTNER]->(partner)
WITH n AS program, partner
${stated('program')}`
    : `${own}
MATCH (n)<-[:WITH_PARTNER]-(program)
WITH program, n AS partner
${stated('program')}`;
}

/** Clauses that bind to `n` what a partner can be under `it`. */
function ownWay(dimension: Dimension): string | null {
  switch (dimension) {
    case 'NETWORK':
      return expansion(ways(partnersUnder.networks), 'it', entityKinds);
    case 'CITY':
    case 'COUNTRY':
    case 'REGION':
      return expansion(ways(partnersUnder.places), 'it', entityKinds);
    case 'SECTOR':
      return `${participants('person')}\n${expansion(ways(byParticipant.partners), 'person', entityKinds)}`;
    default:
      return null;
  }
}

/** Clauses that bind the people who took part in the sector `it`: a participation names its sector. */
function participants(person: string): string {
  return `MATCH (${person})-[participation:CONSULTED_IN]->()
WHERE participation.sector = heading
WITH DISTINCT ${person}`;
}

function stated(variable: string): string {
  return `WHERE $filter.datasets IS NULL OR any(dataset IN $filter.datasets WHERE dataset IN ${variable}.datasets)`;
}

function queriesOf(measure: Measure, clauses: (dimension: Dimension) => string): ReadonlyMap<Dimension, MemberQuery> {
  const [counted, key] = measure === 'PARTNERS' ? ['partner', "program.id + ' ' + partner.id"] : ['n', 'n.id'];
  return new Map(
    dimensions.map((dimension) => [
      dimension,
      {
        name: `coverage.${measure}.${dimension}`,
        text: `UNWIND $filter.headings AS heading
MATCH (it:${kindOf(dimension).label} {id: heading})
RETURN heading, COLLECT {
${clauses(dimension)}
RETURN ${key}
ORDER BY CASE WHEN $filter.ordered THEN ${counted}.sortName ELSE '' END, CASE WHEN $filter.ordered THEN ${counted}.id ELSE '' END
}`,
      },
    ]),
  );
}
