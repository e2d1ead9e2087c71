import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  type GraphQLNamedType,
} from 'graphql';
import { describe, expect, test } from 'vitest';

import { citationsColumn, entityColumns, entityKinds, kindOf } from '../../src/model/kinds.ts';
import { propertyColumns, type Column } from '../../src/model/column.ts';
import { recordKinds, recordOf } from '../../src/model/records.ts';
import { tieColumns, tieKinds, tieOf } from '../../src/model/ties.ts';
import { schema } from './fake-graph.ts';

const own = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);

function valuesOf(name: string): readonly string[] {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map(({ name: value }) => value) : [];
}

function fieldOf(typeName: string, field: string) {
  const type = schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
}

describe('the words of the contract are those of the model', () => {
  test('for the kinds of entities and of facts', () => {
    expect(valuesOf('EntityKind')).toEqual(entityKinds);
    expect(valuesOf('TieKind')).toEqual(tieKinds);
  });

  const vocabularies: readonly (readonly [enumName: string, columns: readonly Column[], column: string])[] = [
    ['OrganizationType', kindOf('ORGANIZATION').columns, 'organizationType'],
    ['GovernmentLevel', kindOf('GOVERNMENT_ENTITY').columns, 'level'],
    ['Status', kindOf('PROGRAM').columns, 'status'],
    ['Status', kindOf('AGREEMENT').columns, 'status'],
    ['AgreementType', kindOf('AGREEMENT').columns, 'agreementType'],
    ['AgreementActKind', recordOf('AGREEMENT_ACT').columns, 'act'],
    ['CollaborationForm', tieOf('COLLABORATES_WITH').columns, 'form'],
    ['ProgramOrigin', kindOf('PROGRAM').columns, 'origin'],
    ['Stance', kindOf('PROPOSAL').columns, 'stance'],
    ['PositionForm', kindOf('POSITION').columns, 'positionForm'],
    ['ObjectiveTerm', recordOf('OBJECTIVE').columns, 'term'],
    ['ClaimRank', recordOf('CLAIM').columns, 'rank'],
    ['Basis', tieColumns, 'basis'],
  ];

  test.each(vocabularies)('for %s', (enumName, columns, name) => {
    expect(valuesOf(enumName)).toEqual(columns.find((column) => column.name === name)?.values);
  });

  test('for every closed vocabulary of the model', () => {
    const all = [...entityKinds.map(kindOf), ...tieKinds.map(tieOf), ...recordKinds.map(recordOf)].flatMap(
      ({ columns }) => columns.filter(({ values }) => values !== undefined),
    );
    expect(new Set(all.map(({ name }) => name))).toEqual(
      new Set(vocabularies.map(([, , name]) => name).filter((name) => name !== 'basis')),
    );
  });

  test.each(entityKinds)('for the properties of a %s', (kind) => {
    // Latitude and longitude are the coordinates of a city; names answer in two languages through one field.
    const elsewhere = new Set(['latitude', 'longitude', 'nameEn']);
    const columns = [...entityColumns, ...kindOf(kind).columns, citationsColumn].filter(
      ({ name }) => !elsewhere.has(name),
    );
    expect(
      columns.filter(({ name }) => fieldOf(kindOf(kind).label, name) === undefined).map(({ name }) => name),
    ).toEqual([]);
  });

  test.each(tieKinds.filter((kind) => tieOf(kind).type !== undefined))(
    'for the ends and properties of a fact of kind %s',
    (kind) => {
      const { type = '', from, to, columns } = tieOf(kind);
      const names = [from.column, to.column, ...propertyColumns(columns).map(({ name }) => name)];
      expect(names.filter((name) => fieldOf(type, name) === undefined)).toEqual([]);
    },
  );

  test('for facts without properties of their own, which need no type', () => {
    expect(tieKinds.filter((kind) => tieOf(kind).type === undefined && tieOf(kind).columns.length > 0)).toEqual([]);
  });
});

test('under one node selection every field name has one type', () => {
  const node = schema.getType('Node');
  const types = isInterfaceType(node) ? schema.getPossibleTypes(node) : [];
  const typesByField = new Map<string, Map<string, string[]>>();
  for (const type of types) {
    for (const field of Object.values(type.getFields())) {
      const owners = typesByField.get(field.name) ?? new Map<string, string[]>();
      owners.set(String(field.type), [...(owners.get(String(field.type)) ?? []), type.name]);
      typesByField.set(field.name, owners);
    }
  }
  const clashes = [...typesByField]
    .filter(([, owners]) => owners.size > 1)
    .map(([field, owners]) => `${field}: ${JSON.stringify(Object.fromEntries(owners))}`);
  expect(clashes).toEqual([]);
  expect(types.length).toBeGreaterThan(entityKinds.length);
});

describe('everything that a client can name is described', () => {
  test.each(own.map((type) => [type.name, type] as const))('%s', (name, type) => {
    const wanting = [[name, type.description], ...partsOf(type)].filter(
      ([, description]) => (description ?? '').trim().length < 4,
    );
    expect(wanting.map(([part]) => part)).toEqual([]);
  });

  test('directives included', () => {
    expect(
      schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive) && !directive.description),
    ).toEqual([]);
  });
});

function partsOf(type: GraphQLNamedType): readonly (readonly [string, string | null | undefined])[] {
  if (isEnumType(type))
    return type.getValues().map(({ name, description }) => [`${type.name}.${name}`, description] as const);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map(
      ({ name, description }) => [`${type.name}.${name}`, description] as const,
    );
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    [`${type.name}.${field.name}`, field.description] as const,
    ...field.args.map(({ name, description }) => [`${type.name}.${field.name}(${name})`, description] as const),
  ]);
}
