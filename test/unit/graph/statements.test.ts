import { describe, expect, test } from 'vitest';

import { subjects } from '../../../src/entities/register.ts';
import { detailProperties, toEntity } from '../../../src/graph/entity-record.ts';
import { passes } from '../../../src/graph/listing-filter.ts';
import { TIE_COLUMNS, tieColumns, toTie } from '../../../src/graph/tie-record.ts';
import { fixedStatements, standInParameters } from '../../../src/graphql/statements.ts';
import { propertyColumns } from '../../../src/model/column.ts';
import { entityKinds, kindOf } from '../../../src/model/kinds.ts';
import { tieKinds, tieOf } from '../../../src/model/ties.ts';

const statements = fixedStatements();

describe('the fixed set of statements', () => {
  test('has each name once', () => {
    const names = statements.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('is the same each time', () => {
    expect(fixedStatements()).toEqual(statements);
  });

  const named = (holds: (text: string) => boolean) =>
    statements.filter(({ text }) => holds(text)).map(({ name }) => name);
  const count = (text: string, signs: RegExp) => [...text.matchAll(signs)].length;

  test('only reads', () => {
    expect(named((text) => /\b(CREATE|MERGE|DELETE|SET|REMOVE|LOAD CSV|FOREACH)\b/.test(text))).toEqual([]);
    expect(named((text) => !text.includes('RETURN '))).toEqual([]);
  });

  test('was put together whole', () => {
    expect(named((text) => /undefined|\[object|\$\{|\bnull\b|NaN/.test(text))).toEqual([]);
    expect(named((text) => count(text, /[([{]/g) !== count(text, /[)\]}]/g))).toEqual([]);
  });

  test('begins at a label or at its parameters, never at every node', () => {
    // What only opens a part, or binds nothing from the graph, comes before the beginning.
    const opening =
      /^(\s|WITH toInteger\(\$few \* sqrt\(COUNT \{ \(:\w+\) \} \/ 80000\.0\)\) AS few|CALL \([\w*, ]*\) \{|WITH COLLECT \{|WITH \[\] AS (linked|found)\n|WITH size\(found\) .+ AS id\n)+/;
    const beginning =
      /^(UNWIND (CASE WHEN isOpen THEN \[)?\$[\w.]+|WITH \$filter\.|MATCH \(\w*:\w+|CALL db\.index\.fulltext\.queryNodes\('\w+', \$(query|asked\.queries\[[02]\]))/;
    expect(named((text) => !beginning.test(text.replace(opening, '')))).toEqual([]);
  });

  test('can be tried with parameters that find nothing', () => {
    for (const statement of statements) {
      const parameters = [...statement.text.matchAll(/\$(\w+)/g)].map(([, name = '']) => name);
      expect(Object.keys(standInParameters(statement))).toEqual([...new Set(parameters)]);
    }
  });
});

describe('a filter of a listing', () => {
  const filters = subjects.flatMap(({ statements: own }) =>
    own.flatMap((one) => ('filter' in one ? [[one.name, one.filter] as const] : [])),
  );

  test.each(filters)('of %s holds when each of its parts does', (_, filter) => {
    // An OR outside of brackets would let through what the place of the cursor or another part shuts out.
    let text = passes(filter);
    for (let before = ''; before !== text;) {
      before = text;
      text = text.replace(/\([^()]*\)|\{[^{}]*\}|\[[^[\]]*\]/g, '');
    }
    expect(text.trim()).toMatch(/^(AND\s*)*$/);
    expect(text).not.toContain('OR');
  });

  test.each(filters)('of %s skips each field that was left out, and asks for each', (_, filter) => {
    const text = passes(filter);
    const named = [...new Set([...text.matchAll(/\$filter\.(\w+)/g)].map(([, name = '']) => name))];
    expect(named.filter((name) => !text.includes(`$filter.${name} IS NULL`))).toEqual([]);
    expect(named.sort()).toEqual(Object.keys(filter).sort());
  });

  test.each(filters)('of %s is one parameter: what is given and what is not makes no other plan', (_, filter) => {
    expect(passes(filter).match(/\$(?!filter\.)\w+/g)).toBeNull();
  });
});

describe('a row of an entity', () => {
  test.each(entityKinds)('of kind %s is read by the columns of that kind', (kind) => {
    const values = detailProperties[kind].map((name) => `value of ${name}`);
    const entity = toEntity(['before', kindOf(kind).label, 'id', 'name', null, values, 'after'], 1);
    expect(entity).toEqual({
      kind,
      id: 'id',
      name: 'name',
      nameEn: null,
      detail: Object.fromEntries(detailProperties[kind].map((name) => [name, `value of ${name}`])),
    });
  });

  test('without detail says so', () => {
    expect(toEntity(['Theme', 'id', 'name', 'English', null])).toEqual({
      kind: 'THEME',
      id: 'id',
      name: 'name',
      nameEn: 'English',
      detail: null,
    });
  });

  test('with a label of no kind is refused', () => {
    expect(() => toEntity(['Source', 'source:1', 'name', null, null])).toThrow(
      'Expected source:1 to carry the label of a kind of entity, but got Source.',
    );
  });

  test('has fewer properties of its own than all kinds together, by which the two lists are told apart', () => {
    const all = new Set(Object.values(detailProperties).flat());
    expect(entityKinds.filter((kind) => detailProperties[kind].length >= all.size)).toEqual([]);
  });
});

describe('a row of a fact', () => {
  const ownOf = (kind: (typeof tieKinds)[number]) => propertyColumns(tieOf(kind).columns).map(({ name }) => name);
  const all = [...new Set(tieKinds.flatMap(ownOf))];

  test.each(tieKinds)(
    'of kind %s is read by the columns that its statements return, alone or among all kinds',
    (kind) => {
      const own = Object.fromEntries(ownOf(kind).map((name) => [name, `value of ${name}`]));
      const row = (names: readonly string[]) => [
        ...[kind, 'id', 'STATED', ['c']],
        names.map((name) => ({ ...own, asOf: '2016' })[name] ?? null),
        ...['a', 'b'],
      ];
      const expected = {
        tieKind: kind,
        id: 'id',
        fromId: 'a',
        toId: 'b',
        basis: 'STATED',
        note: null,
        since: null,
        until: null,
        open: false,
        asOf: '2016',
        citations: ['c'],
        own,
      };
      expect(toTie(row(namesIn([kind])))).toEqual(expected);
      expect(toTie(row(namesIn(tieKinds)))).toEqual(expected);
    },
  );

  test('has as many columns as it says', () => {
    expect(
      tieColumns('r', 'a', 'b', ['ABOUT'])
        .replace(/\[.*\]/, 'rest')
        .split(', '),
    ).toHaveLength(TIE_COLUMNS);
  });

  test('has fewer properties of its own than all kinds together, by which the two lists are told apart', () => {
    expect(tieKinds.filter((kind) => ownOf(kind).length >= all.length)).toEqual([]);
  });

  /** The properties in the list that the columns for some kinds return, in their order. */
  function namesIn(kinds: readonly (typeof tieKinds)[number][]): readonly string[] {
    const list = /\[(.*)\]/.exec(tieColumns('r', 'a', 'b', kinds))?.[1] ?? '';
    return [...list.matchAll(/r\.(\w+)/g)].map(([, name = '']) => name);
  }
});
