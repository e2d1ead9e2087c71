import { describe, expect, test } from 'vitest';

import { citationsColumn, entityColumns, entityKinds, actorKinds, kindOf } from '../../../src/model/kinds.ts';
import { recordKinds, recordOf } from '../../../src/model/records.ts';
import { tables } from '../../../src/model/tables.ts';
import { tieColumns, tieKindOfId, tieKinds, tieOf, type TieClass, type TieKind } from '../../../src/model/ties.ts';

const twice = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);

/** The classes as the domain lists them. */
const classes: Readonly<Record<TieClass, readonly TieKind[]>> = {
  WORK: [
    'AFFILIATED_WITH',
    'MEMBER_OF',
    'LISTED_UNDER',
    'RUNS',
    'WITH_PARTNER',
    'UNDER_AGREEMENT',
    'PARTY_TO',
    'COLLABORATES_WITH',
    'CONTRIBUTED_TO',
    'TOOK_PART_IN',
    'RECEIVED',
    'GRANTED',
  ],
  PLACE: ['BASED_IN', 'HELD_IN', 'IN_STATE', 'IN_COUNTRY', 'IN_REGION'],
  CLASSIFICATION: [
    'CONSULTED_IN',
    'OF_CONSULTATION',
    'UNDER_AXIS',
    'ABOUT',
    'PRIORITIZED_IN',
    'HOLDS',
    'NAMES',
    'HAS_PROPOSAL',
    'PROPOSED',
    'PUBLISHED_IN',
  ],
  STRUCTURE: ['PART_OF', 'SUCCEEDED', 'GOVERNS', 'POSSIBLY_SAME_AS', 'DISTINCT_FROM'],
};

const actors = ['PERSON', 'ORGANIZATION', 'GOVERNMENT_ENTITY', 'NETWORK', 'CITY', 'STATE'];
const bodies = ['ORGANIZATION', 'GOVERNMENT_ENTITY', 'NETWORK'];
const all = [...entityKinds];

/** The ends and own properties of facts as the domain lists them; the symmetric forms of identity join any one kind. */
const ends: Readonly<Record<TieKind, readonly [from: readonly string[], to: readonly string[], own?: string]>> = {
  AFFILIATED_WITH: [['PERSON'], bodies, 'role'],
  CONSULTED_IN: [
    ['PERSON'],
    ['CONSULTATION'],
    'sector roleAsPrinted affiliationAsPrinted quoted quotedName quotedAffiliation quotationCitations',
  ],
  MEMBER_OF: [actors, ['NETWORK'], 'post'],
  LISTED_UNDER: [['PROGRAM'], ['GOVERNMENT_ENTITY'], 'joint'],
  RUNS: [actors, ['PROGRAM'], 'role'],
  WITH_PARTNER: [['PROGRAM'], [...actors, 'COUNTRY', 'REGION'], 'part'],
  UNDER_AXIS: [['PROGRAM', 'THEME'], ['PRIORITY_AXIS']],
  UNDER_AGREEMENT: [['PROGRAM'], ['AGREEMENT']],
  ABOUT: [all.filter((kind) => kind !== 'THEME'), ['THEME']],
  PARTY_TO: [actors, ['AGREEMENT'], 'role'],
  COLLABORATES_WITH: [actors, [...actors, 'COUNTRY', 'REGION'], 'form'],
  CONTRIBUTED_TO: [actors, ['CONSULTATION', 'EVENT', 'PROGRAM', 'PUBLICATION'], 'role'],
  TOOK_PART_IN: [[...actors, 'COUNTRY', 'PROGRAM'], ['EVENT'], 'role'],
  RECEIVED: [[...actors, 'PROGRAM'], ['RECOGNITION']],
  GRANTED: [[...actors, 'PROGRAM'], ['RECOGNITION']],
  PUBLISHED_IN: [['PUBLICATION'], ['CITY']],
  PART_OF: [bodies, bodies],
  SUCCEEDED: [['GOVERNMENT_ENTITY'], ['GOVERNMENT_ENTITY'], 'on'],
  GOVERNS: [['GOVERNMENT_ENTITY'], ['CITY', 'STATE', 'COUNTRY']],
  BASED_IN: [bodies, ['CITY', 'COUNTRY']],
  IN_STATE: [['CITY'], ['STATE']],
  IN_COUNTRY: [['CITY', 'STATE'], ['COUNTRY']],
  IN_REGION: [['CITY', 'STATE', 'COUNTRY'], ['REGION']],
  HELD_IN: [['EVENT'], ['CITY', 'STATE', 'COUNTRY']],
  OF_CONSULTATION: [['SECTOR', 'RECOMMENDATION'], ['CONSULTATION']],
  PRIORITIZED_IN: [['PRIORITY_AXIS', 'REGION', 'CITY', 'COUNTRY'], ['CONSULTATION'], 'rank'],
  HOLDS: [['PERSON'], ['POSITION']],
  NAMES: [['POSITION'], [...actors, 'COUNTRY', 'REGION']],
  HAS_PROPOSAL: [['RECOMMENDATION'], ['PROPOSAL']],
  PROPOSED: [actors, ['PROPOSAL'], 'on'],
  POSSIBLY_SAME_AS: [all, all],
  DISTINCT_FROM: [all, all],
};

describe('the table of facts', () => {
  test.each(Object.entries(classes))('has in the class %s what the domain lists there', (name, listed) => {
    expect(tieKinds.filter((kind) => tieOf(kind).class === name).sort()).toEqual([...listed].sort());
  });

  test.each(tieKinds)('has the ends and properties of %s that the domain lists', (kind) => {
    const { from, to, columns } = tieOf(kind);
    const [starts, leads, own = ''] = ends[kind];
    expect([...from.kinds].sort()).toEqual([...starts].sort());
    expect([...to.kinds].sort()).toEqual([...leads].sort());
    expect(columns.map(({ name }) => name).join(' ')).toBe(own);
  });

  test('has symmetric facts only between the same kinds, said alike in both directions', () => {
    const symmetric = tieKinds.filter((kind) => tieOf(kind).symmetric === true);
    expect(symmetric).toEqual(['POSSIBLY_SAME_AS', 'DISTINCT_FROM']);
    for (const kind of symmetric) {
      expect(tieOf(kind).from.kinds).toEqual(tieOf(kind).to.kinds);
      expect(tieOf(kind).forward).toEqual(tieOf(kind).backward);
    }
  });

  test.each(tieKinds)('says %s in both languages, with both ends and no unknown value', (kind) => {
    const { sentence, forward, backward, columns } = tieOf(kind);
    const known = ['from', 'to', ...columns.map(({ name }) => name)];
    for (const text of [sentence.es, sentence.en]) {
      const named = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      expect(named.filter((name) => !known.includes(name))).toEqual([]);
      expect(named).toEqual(expect.arrayContaining(['from', 'to']));
      // The ends are never optional, and a value that may be missing stands in an optional part.
      const optional = [...text.matchAll(/\[([^\]]*)\]/g)].map(([, part = '']) => part).join();
      expect(optional).not.toMatch(/\{(from|to)\}/);
      for (const { name, required } of columns)
        if (required !== true && named.includes(name)) expect(optional).toContain(`{${name}}`);
      expect(text).not.toMatch(/\.$/);
    }
    expect([forward.es, forward.en, backward.es, backward.en].filter((words) => words.trim() === '')).toEqual([]);
  });
});

describe('ids', () => {
  const prefixes = [...tieKinds.map((kind) => tieOf(kind).prefix), ...recordKinds.map((kind) => recordOf(kind).prefix)];

  test('begin differently for each kind of fact and of record', () => {
    expect(twice(prefixes)).toEqual([]);
    expect(prefixes.filter((prefix) => !/^[a-z]+(-[a-z]+)*$/.test(prefix))).toEqual([]);
  });

  test.each(tieKinds)('tell that they are of a fact of kind %s', (kind) => {
    expect(tieKindOfId(`${tieOf(kind).prefix}:a/b`)).toBe(kind);
  });

  test.each([
    '',
    ':',
    'ana',
    'affiliation',
    ':affiliation',
    'citation:1',
    'source:1',
    'Affiliation:1',
    'affiliations:1',
    '__proto__:1',
    'constructor:1',
    'nothing:affiliation:1',
  ])('such as %j tell that they are not', (id) => {
    expect(tieKindOfId(id)).toBeUndefined();
  });
});

describe('names', () => {
  test('of tables are there once', () => {
    expect(twice(tables.map(({ name }) => name))).toEqual([]);
    expect(tables).toHaveLength(entityKinds.length + tieKinds.length + recordKinds.length + 1);
  });

  test('of labels and of types are there once', () => {
    const types = tieKinds.map((kind) => tieOf(kind).type).filter((type) => type !== undefined);
    expect(
      twice([
        ...entityKinds.map((kind) => kindOf(kind).label),
        ...recordKinds.map((kind) => recordOf(kind).label),
        ...types,
        'Entity',
        'Actor',
        'PlainTie',
      ]),
    ).toEqual([]);
  });

  test.each(tables.map((table) => [table.name, table] as const))(
    'of columns are there once in %s, each described',
    (_, { columns }) => {
      expect(twice(columns.map(({ name }) => name))).toEqual([]);
      expect(columns.filter(({ description }) => !/\S.*\.$/.test(description)).map(({ name }) => name)).toEqual([]);
    },
  );

  test('of a kind’s own columns are none of those that all have', () => {
    const common = [...entityColumns, citationsColumn].map(({ name }) => name);
    expect(
      entityKinds.flatMap((kind) => kindOf(kind).columns.filter(({ name }) => common.some((one) => one === name))),
    ).toEqual([]);
    const ofTies = ['id', 'from', 'to', ...tieColumns.map(({ name }) => name), citationsColumn.name];
    expect(tieKinds.flatMap((kind) => tieOf(kind).columns.filter(({ name }) => ofTies.includes(name)))).toEqual([]);
  });
});

test('actors are the six kinds that can work with others', () => {
  expect(actorKinds).toEqual(actors);
});

test('every table but that of sources, places and citations cites', () => {
  const citing = tables
    .filter(({ columns }) => columns.some(({ name, required }) => name === 'citations' && required === true))
    .map(({ name }) => name);
  expect(tables.map(({ name }) => name).filter((name) => !citing.includes(name))).toEqual([
    'sources',
    'places',
    'citations',
  ]);
});
