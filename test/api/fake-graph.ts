import { graphql, type GraphQLFormattedError } from 'graphql';

import { KnownHubs } from '../../src/graph/known-hubs.ts';
import type { Seat } from '../../src/answers/invitations/seating-problem.ts';
import { sharedPartnerCount } from '../../src/answers/shared-partners/shared-partners.cypher.ts';
import { headingPages, members } from '../../src/answers/coverage/coverage.cypher.ts';
import { pathQueries } from '../../src/answers/paths/paths.cypher.ts';
import { subjects } from '../../src/entities/register.ts';
import { ownColumns, partKinds } from '../../src/entities/consultations/consultations.cypher.ts';
import { statedBy } from '../../src/graph/dataset-queries.ts';
import { detailProperties } from '../../src/graph/entity-record.ts';
import type { Reader } from '../../src/graph/graph.ts';
import type { LinkedList } from '../../src/graph/linked-list.ts';
import type { Listing } from '../../src/graph/listing.ts';
import { TIE_COLUMNS } from '../../src/graph/tie-record.ts';
import { createContext } from '../../src/graphql/context.ts';
import { mask } from '../../src/graphql/masking.ts';
import { buildSchema } from '../../src/graphql/schema.ts';
import { propertyColumns, type Column } from '../../src/model/column.ts';
import {
  actorKinds,
  citationsColumn,
  entityColumns,
  entityKinds,
  kindOf,
  type EntityKind,
} from '../../src/model/kinds.ts';
import { recordOf } from '../../src/model/records.ts';
import { tieKindOfId, tieKinds, tieOf, type TieKind } from '../../src/model/ties.ts';
import { seat } from '../support/seat.ts';

export const schema = buildSchema();

type Row = readonly unknown[];
/** Every parameter of every statement; an answer reads those that its own statement takes. */
export interface Wanted {
  readonly parents: readonly string[];
  readonly ids: readonly string[];
  readonly subjects: readonly string[];
  readonly consultations: readonly string[];
  readonly agreements: readonly string[];
  readonly pairs: readonly (readonly [parent: string, other: string])[];
  readonly pages: readonly (readonly [parent: string, actors: readonly string[]])[];
  readonly kinds: readonly TieKind[];
  readonly headings: readonly string[];
  readonly scopes: readonly { readonly parent: string }[];
  readonly afterKey: string;
  readonly afterId: string;
  readonly afterTie: string;
  readonly limit: number;
  readonly full: boolean;
  readonly [filter: string]: unknown;
}
export type Answer = (wanted: Wanted) => readonly Row[];

export interface FakeGraph extends Reader {
  /** What was asked, in order. */
  readonly sent: { readonly name: string; readonly text: string; readonly wanted: Wanted }[];
  /** The names of what was asked, in order. */
  names(): readonly string[];
}

/**
 * A graph that answers each statement by its name. Every kind has the entities `<label>-1`, `<label>-2` and so on
 * (`person-1`, `priority-axis-2`), every kind of tie the facts `<prefix>:1` and so on; no value of theirs is empty.
 * @param size how many stand in each list
 * @param answers what some statements answer instead, by their names
 */
export function fakeGraph({
  size = 3,
  answers = {},
}: { readonly size?: number; readonly answers?: Readonly<Record<string, Answer>> } = {}): FakeGraph {
  const known = new Map([...usualAnswers(size), ...Object.entries(answers)]);
  const sent: { name: string; text: string; wanted: Wanted }[] = [];
  return {
    hubs: new KnownHubs(),
    sent,
    names: () => sent.map(({ name }) => name),
    read: async <R extends Row>(
      { name, text }: { readonly name: string; readonly text: string },
      parameters: object,
    ): Promise<readonly R[]> => {
      // An answer reads only the parameters of its own statement, and its rows are what that statement returns.
      // The fields of a filter come together, in one map.
      const { filter = null } = parameters as { readonly filter?: object | null };
      const wanted = { ...parameters, ...filter } as unknown as Wanted;
      sent.push({ name, text, wanted });
      const missing = parametersOf(text).filter((parameter) => !(parameter in parameters));
      if (missing.length > 0)
        throw new Error(
          `Expected the parameters ${missing.join(', ')} for the statement ${name}, which names them, but they were not given.`,
        );
      // What a client combines in a filter has a statement of its own, and the answer of all fields.
      const answer = known.get(name) ?? known.get(name.replace(/\.by\.[^.]+(\.few)?$/, '.filtered'));
      if (answer === undefined)
        throw new Error(
          `Expected an answer to the statement ${name}, but the fake graph has none: add one to usualAnswers.`,
        );
      const rows = answer(wanted);
      return (wanted['self'] === true ? rows.map(withParent) : rows) as unknown as readonly R[];
    },
  };
}

/** A row that tells the names of its parent beside its list, its count or its degrees. */
function withParent([parent, told]: Row): Row {
  const id = String(parent);
  const kind = kindOfFake(id);
  if (kind === undefined) return [parent, told, null];
  const [label, , name, nameEn] = entityRow(kind, id, false);
  return [parent, told, [label, name, nameEn]];
}

/** The parameters that a statement names; a database refuses to run it without one of them. */
function parametersOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\$(\w+)/g)].map(([, name = '']) => name))];
}

/** Asks the real schema over a fake graph; errors are masked as the server masks them. */
export async function ask(
  source: string,
  {
    graph = fakeGraph(),
    variables = {},
    seating = seat,
  }: {
    readonly graph?: FakeGraph;
    readonly variables?: Readonly<Record<string, unknown>>;
    readonly seating?: Seat;
  } = {},
) {
  const { data, errors = [] } = await graphql({
    schema,
    source,
    variableValues: variables,
    contextValue: createContext(graph, 'request-1', (work) => work(seating)),
  });
  const masked: readonly GraphQLFormattedError[] = errors.map((error) => mask(error.toJSON(), error));
  // graphql-js gives objects without a prototype, which no equality takes for plain ones.
  const plain: unknown = JSON.parse(JSON.stringify(data ?? null));
  return { data: plain, errors: masked, graph };
}

/** What stands in an answer at a path such as `people.nodes.0.id`. */
export function at(data: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
      data,
    );
}

/** The single error of a refused question: its code, the argument it names, and its message. */
export async function refusalOf(source: string, variables: Readonly<Record<string, unknown>> = {}) {
  const { errors } = await ask(source, { variables });
  const [error, ...others] = errors;
  if (error === undefined || others.length > 0)
    throw new Error(`Expected one error, but got ${errors.length}: ${JSON.stringify(errors)}`);
  return { code: error.extensions?.['code'], argument: error.extensions?.['argument'], message: error.message };
}

/** Columns of an entity, as statements return them: label, id, name, English name, detail if `full`. */
export function entityRow(
  kind: EntityKind,
  id: string,
  full: boolean,
  given: Readonly<Record<string, unknown>> = {},
): Row {
  const value = (name: string) =>
    name in given
      ? given[name]
      : valueOf(columnOf(name, [...entityColumns, ...kindOf(kind).columns, citationsColumn]), id);
  return [kindOf(kind).label, id, value('name'), value('nameEn'), full ? detailProperties[kind].map(value) : null];
}

/** Columns of a fact, as statements return them; its ends are the first of their kinds unless given. */
export function tieRow(kind: TieKind, id: string, given: Readonly<Record<string, unknown>> = {}): Row {
  const { from, to, columns } = tieOf(kind);
  const own = propertyColumns(columns).map((column) =>
    column.name in given ? given[column.name] : valueOf(column, id),
  );
  const usual = {
    from: firstOf(from.kinds),
    to: firstOf(to.kinds),
    basis: 'STATED',
    note: `note of ${id}`,
    since: '2014',
    until: '2015',
    open: true,
    asOf: '2016-05',
    citations: ['citation:1'],
  };
  const values = { ...usual, ...given };
  return [
    ...[kind, id, values.basis, values.citations],
    [values.note, values.since, values.until, values.open, values.asOf, ...own],
    ...[values.from, values.to],
  ];
}

/** The columns of a fact that touches an entity, of which the statement says only whether it leaves it; others follow. */
function touching(entity: string, [kind, id, basis, citations, rest, from, _to, ...other]: Row): Row {
  return [kind, id, basis, citations, rest, from === entity, ...other];
}

/** The row of a statement that found ways: of each, its entities and the fact that joins each to the next. */
export function waysRow(
  trails: number,
  ways: readonly { readonly entities: readonly Row[]; readonly ties: readonly Row[] }[],
  [avoided, leftOut]: readonly [number, readonly Row[]] = [0, []],
): Row {
  const rows = ways.flatMap(({ entities, ties }, way) =>
    entities.map((entity, place) => {
      const tie = ties[place];
      return [way, place, ...entity, ...(tie === undefined ? [] : touching(String(entity[1]), tie))];
    }),
  );
  return [avoided, trails, leftOut, rows];
}

/** A brief of a city in which a program, an organization and a person stand, as many as wanted; each is said twice. */
function briefAnswers(size: number): Answers {
  const parentsOf = ({ scopes }: Wanted) => scopes.map(({ parent }) => parent);
  const nothing = Array.from({ length: TIE_COLUMNS }, () => null);
  const partner = (parent: string, n: number) =>
    tieRow('WITH_PARTNER', `program-partner:${parent}/${n}`, { from: fakeId('PROGRAM', n), to: parent });
  const contribution = (event: string, person: string) =>
    tieRow('CONTRIBUTED_TO', `contribution:${person}/${event}`, { from: person, to: event });
  return [
    [
      'briefMembers',
      ({ ids }) => ids.map((id) => [id, 1, true, ...entityRow(kindOfFake(id) ?? 'CITY', id, false), ...nothing]),
    ],
    [
      'briefFacts',
      (wanted) =>
        each(parentsOf(wanted), size, (parent, n) => [
          ...[parent, 'PROGRAMS', size, 1],
          ...entityRow('PROGRAM', fakeId('PROGRAM', n), true),
          ...partner(parent, n),
        ]),
    ],
    [
      'briefBodies',
      (wanted) =>
        each(parentsOf(wanted), size, (parent, n) => [
          ...[parent, size, 1],
          ...entityRow('ORGANIZATION', fakeId('ORGANIZATION', n), true),
          ...tieRow('RUNS', `program-operation:${n}`, { from: fakeId('ORGANIZATION', n), to: fakeId('PROGRAM', n) }),
        ]),
    ],
    [
      'briefPeople',
      (wanted) =>
        each(parentsOf(wanted), size, (parent, n) => [
          ...[parent, size, 1, 1, 0],
          ...entityRow('PERSON', fakeId('PERSON', n), true),
          ...contribution('event-1', fakeId('PERSON', n)),
        ]),
    ],
    [
      'briefSurroundings',
      ({ ids }) =>
        ids.map((id) => [
          id,
          ...entityRow('GOVERNMENT_ENTITY', 'government-entity-1', false),
          ...tieRow('LISTED_UNDER', `program-listing:${id}`, { from: id, to: 'government-entity-1' }),
        ]),
    ],
  ];
}

/** The kind of a fake entity, read from its id; none for an id that the fake graph does not know. */
export function kindOfFake(id: string): EntityKind | undefined {
  return kindBySlug.get(/^(.+)-\d+$/.exec(id)?.[1] ?? '');
}

export function fakeId(kind: EntityKind, number: number): string {
  return `${slugOf(kind)}-${number}`;
}

const slugOf = (kind: EntityKind) => kind.toLowerCase().replaceAll('_', '-');
const kindBySlug = new Map(entityKinds.map((kind) => [slugOf(kind), kind]));
const firstOf = ([kind]: readonly EntityKind[]) => (kind === undefined ? '' : fakeId(kind, 1));
const numbers = (size: number) => Array.from({ length: size }, (_, index) => index + 1);

function columnOf(name: string, columns: readonly Column[]): Column {
  const column = columns.find((one) => one.name === name);
  if (column === undefined) throw new Error(`Expected a column ${name}, but the model has none.`);
  return column;
}

/** A value that a column may hold, never an empty one. */
function valueOf({ name, type, values, refersTo }: Column, id: string): unknown {
  const [referred] = entityKinds.filter((kind) => refersTo?.includes(kind) === true);
  if (referred !== undefined) return fakeId(referred, 1);
  if (refersTo?.includes('citations') === true) return ['citation:1'];
  if (type === 'list') return [`${name} of ${id}`];
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'year') return 2016;
  if (type === 'boolean') return true;
  return type === 'date' ? '2016-05' : (values?.[0] ?? `${name} of ${id}`);
}

function usualAnswers(size: number): Map<string, Answer> {
  return new Map([
    ...commonAnswers(size),
    ...tieAnswers(size),
    ...coverageAnswers(size),
    ...sharedPartnerAnswers(size),
    ...briefAnswers(size),
    ...subjects.flatMap(({ statements }) => statements.flatMap((one) => subjectAnswers(one, size))),
    ...pathAnswers(),
    ...collaboratorAnswers(size),
    ...invitationAnswers(),
  ]);
}

/** Every heading has the first things of a measure. */
function coverageAnswers(size: number): Answers {
  const keys = {
    PROGRAMS: (n: number) => fakeId('PROGRAM', n),
    PEOPLE: (n: number) => fakeId('PERSON', n),
    PARTNERS: (n: number) => `${fakeId('PROGRAM', 1)} ${fakeId('NETWORK', n)}`,
  };
  return [
    [
      'coverageHeadingsById',
      ({ ids }) =>
        ids.flatMap((id) => {
          const kind = kindOfFake(id);
          return kind === undefined ? [] : [entityRow(kind, id, false)];
        }),
    ],
    ...[...headingPages].map(([kind, { name }]): readonly [string, Answer] => [name, pageAnswer([kind], size, false)]),
    ...[...members].flatMap(([measure, byDimension]) =>
      [...byDimension.values()].map(({ name }): readonly [string, Answer] => [
        name,
        ({ headings }) => headings.map((heading) => [heading, numbers(size).map(keys[measure])]),
      ]),
    ),
  ];
}

function sharedPartnerAnswers(size: number): Answers {
  return [
    [
      'sharedPartners',
      ({ afterKey, limit }) =>
        numbers(size)
          .filter((n) => `key ${n}` > afterKey)
          .slice(0, limit)
          .map((n) => [
            2,
            `key ${n}`,
            2,
            ...(['GOVERNMENT_ENTITY', 'PROGRAM'] as const).flatMap((kind) => {
              const ids = [fakeId(kind, 1), fakeId(kind, n + 1)];
              return [ids, ids.map((id) => `name of ${id}`), ids.map((id) => `nameEn of ${id}`)];
            }),
            ...entityRow('NETWORK', fakeId('NETWORK', n), false),
          ]),
    ],
    [sharedPartnerCount.name, () => [[size]]],
    [
      'coordinationAmong',
      ({ ids: [from, ...others] }) =>
        others.map((to) => tieRow('COLLABORATES_WITH', `collaboration:${from}/${to}`, { from, to })),
    ],
  ];
}

type Answers = readonly (readonly [name: string, answer: Answer])[];
type Source = Listing | LinkedList | { readonly name: string };

function subjectAnswers(source: Source, size: number): Answers {
  if ('query' in source)
    return [
      [source.query.name, ({ parents, full }) => numbers(size).map((n) => [parents, ...listed(source.kinds, n, full)])],
    ];
  if (!('queries' in source)) return [];
  const pages = source.queries.map(({ name }): readonly [string, Answer] => [
    name,
    name.includes('.count')
      ? ({ parents }) => parents.map((parent) => [parent, size])
      : pageAnswer(source.kinds, size, name.includes('.descending')),
  ]);
  return source.evidence === undefined
    ? pages
    : [
        ...pages,
        [
          source.evidence.name,
          ({ pairs }) =>
            pairs.map(([parent, other]) => [parent, other, ...tieRow('ABOUT', 'topic:1', { from: other, to: parent })]),
        ],
      ];
}

/** Ranked lists hold actors of each kind in turn; each reason rests on one fact, and goes through an organization. */
function collaboratorAnswers(size: number): Answers {
  const ranked: Answer = ({ parents, afterId, limit, full }) => {
    const ids = numbers(size).map((n) => idOfListed(actorKinds, n));
    const page = ids.slice(Math.max(0, ids.indexOf(afterId))).slice(0, limit);
    const rows = page.map((id) => entityRow(kindOfFake(id) ?? 'PERSON', id, full));
    return parents.flatMap((parent) => (rows.length > 0 ? rows : [[null]]).map((row) => [parent, size, ...row]));
  };
  const reason = (parent: string, actor: string): Row => [
    parent,
    actor,
    '',
    'MEMBER_OF',
    0,
    ...tieRow('MEMBER_OF', 'membership:1', { from: actor, to: 'network-1' }),
    ...entityRow(kindOfFake(actor) ?? 'PERSON', actor, false),
    ...entityRow('NETWORK', 'network-1', false),
    ...entityRow('ORGANIZATION', 'organization-1', false),
    ...entityRow('SECTOR', 'sector-1', false),
  ];
  const named = pageAnswer(actorKinds, size, false);
  return [
    ...['collaborators', 'collaborators.filtered', 'suggestions.filtered'].map((name): readonly [string, Answer] => [
      name,
      ranked,
    ]),
    ['suggestionsByName.filtered', (wanted) => named({ ...wanted, parents: [''] }).map(([, ...row]) => row)],
    ['suggestionCount.filtered', () => [['', size]]],
    ['suggestionReasons.filtered', ({ ids }) => ids.map((id) => reason('', id))],
    [
      'collaborators.reasons',
      ({ pages }) => pages.flatMap(([parent, actors]) => actors.map((actor) => reason(parent, actor))),
    ],
  ];
}

/**
 * A package that wants two seats, half of them the government's, `sector-1`. People of odd numbers are of it, the others of
 * `sector-2`; each has an institution of its own, asks for something under every axis, and nobody else is of its region.
 */
function invitationAnswers(): Answers {
  const numberOf = (person: string) => Number(/\d+$/.exec(person)?.[0]);
  const listed = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
  const topics =
    (...counts: readonly number[]): Answer =>
    ({ people, axes, themes }) =>
      [...listed(axes), ...listed(themes)].flatMap((heading) =>
        listed(people).map((person) => [person, heading, ...counts]),
      );
  return [
    [
      'plannerDefaults',
      () => [
        [
          'cdmx',
          JSON.stringify({
            size: 2,
            everySectorAtLeast: 1,
            governmentSector: 'sector-1',
            governmentShareAtMost: '1/2',
            maxPerInstitution: 1,
          }),
        ],
      ],
    ],
    [
      'seatFacts',
      ({ people }) =>
        listed(people).map((person) => {
          const n = numberOf(person);
          return [person, `key ${n}`, 1, [`sector-${2 - (n % 2)}`], [`organization-${n}`]];
        }),
    ],
    ['institutionFacts', ({ ids }) => knownOf(ids).map((id) => [id, [id], [id]])],
    ['peopleOfInstitutions', ({ ids, people }) => ids.map((id) => [id, listed(people)])],
    ['ownTopics', topics(1)],
    ['institutionTopics', topics(1, 1)],
    [
      'placesOfPeople',
      ({ people, places }) =>
        listed(people).flatMap((person) => [
          ...listed(places).map((place) => [person, place, 1, 0, false]),
          [person, `region-${numberOf(person)}`, 0, 1, true],
        ]),
    ],
    [
      'seatReasons',
      ({ people, axes }) =>
        listed(people).flatMap((person) => {
          const [axis = 'priority-axis-1'] = listed(axes);
          const names = (kind: EntityKind, id: string) => entityRow(kind, id, false).slice(0, 4);
          const position = names('POSITION', `position-${numberOf(person)}`);
          const theme = names('THEME', 'theme-1');
          const reason = [person, axis, 'POSITION', 1, 0];
          return [
            [...reason, ...tieRow('HOLDS', 'position-holder:1'), 'ASK', null, ...names('PERSON', person), ...position],
            [...reason, ...tieRow('ABOUT', 'topic:1'), null, null, ...position, ...theme],
            [
              ...reason,
              ...tieRow('UNDER_AXIS', 'axis-placement:1'),
              null,
              1,
              ...theme,
              ...names('PRIORITY_AXIS', axis),
            ],
          ];
        }),
    ],
  ];
}

/** What the statement of a page answers: the entries beyond a place in the list, in the order it reads. */
function pageAnswer(kinds: readonly EntityKind[], size: number, descending: boolean): Answer {
  const entries = numbers(size).map((n) => ({ n, key: `key ${String(n).padStart(3, '0')}` }));
  return ({ parents, afterKey, afterId, limit, full }) => {
    const beyond = entries.filter(({ n, key }) => {
      const id = idOfListed(kinds, n);
      return descending
        ? key < afterKey || (key === afterKey && id < afterId)
        : key > afterKey || (key === afterKey && id > afterId);
    });
    const page = (descending ? beyond.reverse() : beyond).slice(0, limit);
    return parents.map((parent) => [parent, page.map(({ n, key }) => [key, ...listed(kinds, n, full)]), null]);
  };
}

/** Lists of mixed kinds hold one of each kind in turn. */
function listed(kinds: readonly EntityKind[], n: number, full: boolean): Row {
  const id = idOfListed(kinds, n);
  return entityRow(kindOfFake(id) ?? 'PERSON', id, full);
}

function idOfListed(kinds: readonly EntityKind[], n: number): string {
  return fakeId(kinds[(n - 1) % kinds.length] ?? 'PERSON', n);
}

function each(parents: readonly string[], size: number, row: (parent: string, n: number) => Row): readonly Row[] {
  return parents.flatMap((parent) => numbers(size).map((n) => row(parent, n)));
}

function tieAnswers(size: number): Answers {
  const between = (kind: TieKind, parent: string, n: number, full: boolean) => {
    const isFrom = tieOf(kind).from.kinds.some((one) => one === kindOfFake(parent));
    const [other = 'PERSON'] = tieOf(kind)[isFrom ? 'to' : 'from'].kinds;
    const ends = isFrom ? { from: parent, to: fakeId(other, n) } : { from: fakeId(other, n), to: parent };
    return [...tieRow(kind, `${tieOf(kind).prefix}:${parent}/${n}`, ends), ...entityRow(other, fakeId(other, n), full)];
  };
  const list =
    (kind: TieKind): Answer =>
    ({ parents, full }) =>
      each(parents, size, (parent, n) => [parent, ...between(kind, parent, n, full)]);
  const page =
    (kind: TieKind): Answer =>
    ({ parents, afterKey, limit, full }) =>
      parents.map((parent) => [
        parent,
        numbers(size)
          .filter((n) => `key ${n}` > afterKey)
          .slice(0, limit)
          .map((n) => [`key ${n}`, ...touching(parent, between(kind, parent, n, full))]),
        null,
      ]);
  const ofFew = (name: string, answer: Answer): Answers => [
    [name, answer],
    [`${name}.few`, answer],
  ];
  return [
    ...ofFew('tiesOfEntity', page('ABOUT')),
    ...ofFew('tiesOfEntityOfKinds', page('ABOUT')),
    ['tieTotal', ({ parents }) => parents.map((parent) => [parent, size])],
    [
      'tieDegrees',
      ({ parents }) => parents.map((parent) => [parent, tieKinds.map((kind) => (kind === 'ABOUT' ? size : 0))]),
    ],
    [
      'tiesBetween',
      ({ pairs, kinds }) =>
        pairs.map(([parent, other]) => [
          parent,
          other,
          ...tieRow(kinds[0] ?? 'ABOUT', `${tieOf(kinds[0] ?? 'ABOUT').prefix}:1`, { from: other, to: parent }),
        ]),
    ],
    ...tieKinds.flatMap((kind): Answers => [
      ...ofFew(`tiesOfEntity.${kind}`, page(kind)),
      [`ties.from.${kind}`, list(kind)],
      [`ties.to.${kind}`, list(kind)],
      [
        `tiesById.${kind}`,
        ({ ids }) =>
          ids.filter((id) => tieKindOfId(id) === kind && !id.endsWith('unknown')).map((id) => tieRow(kind, id)),
      ],
    ]),
  ];
}

/** One path of one step between the ends, and a hub that was left out. */
function pathAnswers(): Answers {
  const rows: Answer = ({ from, to, avoid, full }) => {
    const [start, end] = [kindOfFake(String(from)), kindOfFake(String(to))];
    if (start === undefined || end === undefined) return [];
    const known = (Array.isArray(avoid) ? avoid : []).filter((id) => kindOfFake(String(id)) !== undefined);
    const entities = [entityRow(start, String(from), full), entityRow(end, String(to), full)];
    const ties = [tieRow('COLLABORATES_WITH', 'collaboration:1', { from, to })];
    return [waysRow(1, [{ entities, ties }], [known.length, [entityRow('NETWORK', fakeId('NETWORK', 9), false)]])];
  };
  return [
    ...pathQueries.map(({ name }): readonly [string, Answer] => [name, rows]),
    ['sharedThemes', ({ full }) => [entityRow('THEME', fakeId('THEME', 1), full)]],
  ];
}

const source = (id: string) => [
  id,
  `title of ${id}`,
  'publisher',
  '2016-05',
  'es',
  'https://example.org/document',
  'licence',
];
const place = (id: string) => [id, 'source:1', 'Anexo 1', 'Annex 1'];
const citation = (id: string) => [id, 'Anexo 1', 'Annex 1', null, null, ...source('source:1')];
const claim = (id: string, subject: string) => [id, subject, 'name', 'value', 'NORMAL', 'note', ['citation:1']];
const knownOf = (ids: readonly string[]) => ids.filter((id) => !id.endsWith('unknown'));
const one =
  (row: (parent: string) => Row): Answer =>
  ({ parents }) =>
    parents.map((parent) => [parent, ...row(parent)]);

function commonAnswers(size: number): Answers {
  const found = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const kind = kindOfFake(id);
      return kind === undefined ? [] : [{ id, kind }];
    });
  return [
    ['entitiesById', ({ ids, full }) => found(ids).map(({ id, kind }) => [id, ...entityRow(kind, id, full)])],
    ['labelsById', ({ ids }) => found(ids).map(({ id, kind }) => [id, kindOf(kind).label])],
    ['citationsById', ({ ids }) => knownOf(ids).map(citation)],
    ['sourcesById', ({ ids }) => knownOf(ids).map(source)],
    ['placesById', ({ ids }) => knownOf(ids).map(place)],
    ['claimsById', ({ ids }) => knownOf(ids).map((id) => claim(id, 'person-1'))],
    ['claimsBySubject', ({ subjects: about }) => about.map((subject) => [subject, ...claim('claim:1', subject)])],
    ['allSources', () => [source('source:1')]],
    [
      'allDatasets',
      () => [
        [
          'cdmx',
          'title',
          '1.0.0',
          'hash',
          '2026-01-01T00:00:00Z',
          7,
          ['CC0-1.0'],
          'cite',
          'city-1',
          'government-entity-1',
        ],
      ],
    ],
    ...[...statedBy.values()].map(({ name }): readonly [string, Answer] => [
      name,
      ({ ids }) => ids.map((id) => [id, ['cdmx']]),
    ]),
    ['placesOfSources', one(() => place('place:1'))],
    ['citationsOfSources', one(() => citation('citation:1'))],
    ['citationCountOfSources', one(() => [1])],
    ['tiesOfCitations', one(() => tieRow('ABOUT', 'topic:1'))],
    ['tieCountOfCitations', one(() => [1])],
    [
      'entitiesOfCitations',
      ({ parents, full }) => parents.map((parent) => [parent, 'key 1', ...entityRow('PERSON', 'person-1', full)]),
    ],
    ['entityCountOfCitations', one(() => [1])],
    [
      'searchPage.few',
      ({ afterKey, limit }) => [
        [
          numbers(size)
            .map((n) => [1, `key ${n}`, [`name of person-${n}`], ...entityRow('PERSON', fakeId('PERSON', n), true)])
            .filter(([, key]) => String(key) > afterKey)
            .slice(0, limit),
        ],
      ],
    ],
    ['searchCounts', () => [['Person', size]]],
    [
      'searchNear',
      () => [['key 1', ' unam ', null, ['UNAM'], ...entityRow('ORGANIZATION', fakeId('ORGANIZATION', 1), true)]],
    ],
    [
      'distinctionFacts',
      ({ ids }) => ids.map((id) => [id, null, 'AFFILIATED_WITH', 'role', null, '2016', 'name', 'name in English']),
    ],
    [
      'actsOfAgreements',
      ({ agreements }) =>
        agreements.map((agreement) => [agreement, 1, 'SIGNED', '2016', 'texto', 'text', ['citation:1']]),
    ],
    ...partKinds.map((kind): readonly [string, Answer] => {
      const own = ownColumns(kind).map((name) => valueOf(columnOf(name, recordOf(kind).columns), kind));
      return [
        `partsOfConsultations.${kind}`,
        ({ consultations }) => consultations.map((id) => [id, 1, 'texto', 'text', ['citation:1'], ...own]),
      ];
    }),
  ];
}
