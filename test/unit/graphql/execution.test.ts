import { makeExecutableSchema } from '@graphql-tools/schema';
import fc from 'fast-check';
import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLFormattedError,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';

import { createExecutor } from '../../../src/graphql/execution.ts';

const typeDefs = `
  interface Thing { id: ID! label: String near: Thing things: [Thing!] }
  type Leaf implements Thing { id: ID! label: String near: Thing things: [Thing!] leafOnly: Int! }
  type Knot implements Thing { id: ID! label: String near: Thing things: [Thing!] strict: Knot! knots: [Knot]! numbers: [[Int!]]! shade: Shade sum(one: Int = 1, two: [Int!], more: More): Int }
  enum Shade { DARK LIGHT }
  input More { by: Int! = 2 }
  type Query { thing: Thing leaf: Leaf! knot: Knot things: [Thing!]! knots: [Knot] sum(one: Int = 1, two: [Int!], more: More): Int }
`;

/** What resolvers return is drawn from the place and a seed: values, nothing, failures, each at once or later. */
interface Source {
  readonly place: string;
  readonly type: string;
}

const schema = makeExecutableSchema({
  typeDefs,
  resolvers: { Thing: { __resolveType: ({ type }: Source) => type } },
  resolverValidationOptions: { requireResolversForResolveType: 'ignore' },
});
for (const type of Object.values(schema.getTypeMap())) {
  if (!isObjectType(type) || type.name.startsWith('__')) continue;
  for (const field of Object.values(type.getFields())) field.resolve = drawn(String(field.type), field.name);
}

function drawn(type: string, name: string): GraphQLFieldResolver<Source | undefined, number> {
  return (source, args, seed) => {
    const place = `${source?.place ?? ''}.${name}${JSON.stringify(args)}`;
    return valueOf(type, place, seed);
  };
}

function valueOf(type: string, place: string, seed: number): unknown {
  const chance = hash(`${place}#${seed}`) % 24;
  if (chance === 0) return null;
  if (chance === 1) throw new Error(`thrown at ${place}`);
  if (chance === 2) return Promise.reject(new Error(`rejected at ${place}`));
  if (chance === 3) return new Error(`returned at ${place}`);
  if (chance === 4) return Promise.resolve(null);
  const value = presentValue(type.replace(/!$/, ''), place, seed);
  return chance < 12 ? Promise.resolve(value) : value;
}

function presentValue(type: string, place: string, seed: number): unknown {
  const item = /^\[(.*)\]$/.exec(type)?.[1];
  const number = hash(`${place}~${seed}`);
  if (item !== undefined) {
    if (number % 29 === 0) return 'no list';
    return Array.from({ length: number % 4 }, (_, at) => itemOf(item, `${place}.${at}`, seed));
  }
  if (type === 'Int') return number % 17 === 0 ? 'no number' : number % 100;
  if (type === 'String' || type === 'ID') return place.slice(-8);
  if (type === 'Shade') return ['DARK', 'LIGHT', 'NONE'][number % 3];
  const named = type === 'Thing' ? (['Leaf', 'Knot', 'Knot', 'Nothing'][number % 4] ?? '') : type;
  return seed < 0 && number % 2 === 0 ? oneOfFew(named, number % 3, seed) : { place, type: named };
}

/** Below a negative seed, half of the objects are of a few that stand at many places. */
const few = new Map<string, Source>();
function oneOfFew(type: string, number: number, seed: number): Source {
  const place = `${type} ${number} ${seed}`;
  const known = few.get(place) ?? { place, type };
  few.set(place, known);
  return known;
}

/** A list that throws while it is made is its field's failure: an item fails as a value. */
function itemOf(type: string, place: string, seed: number): unknown {
  try {
    return valueOf(type, place, seed);
  } catch (cause) {
    return cause;
  }
}

function hash(text: string): number {
  let value = 2_166_136_261;
  for (const sign of text) value = Math.imul(value ^ (sign.codePointAt(0) ?? 0), 16_777_619);
  return (value ^ (value >>> 15)) >>> 0;
}

/** Selections of a type, some levels deep, with aliases, fields asked twice, and fragments of both kinds. */
function selections(type: string, depth: number): fc.Arbitrary<string> {
  const of = schema.getType(type);
  if (!isObjectType(of) && !isInterfaceType(of)) throw new Error(`Expected ${type} to have fields.`);
  const fields = Object.values(of.getFields()).flatMap(({ name, type: result }) => {
    const named = String(result).replace(/[[\]!]/g, '');
    if (!/^(Thing|Leaf|Knot)$/.test(named))
      return [fc.constantFrom(...(name === 'sum' ? sums : [name, `also_${name}: ${name}`]))];
    if (depth === 0) return [];
    return [
      fc
        .tuple(fc.constantFrom(name, `also_${name}: ${name}`), selections(named, depth - 1))
        .map(([key, below]) => `${key} ${below}`),
    ];
  });
  const typename = fc.constant('__typename');
  const fragments =
    type === 'Query'
      ? []
      : ['Leaf', 'Knot', 'Thing']
          .filter((other) => other === type || other === 'Thing' || type === 'Thing')
          .flatMap((other) => [
            fc.constant(`...${other.toLowerCase()}Parts`),
            ...(depth === 0 ? [] : [selections(other, depth - 1).map((below) => `... on ${other} ${below}`)]),
          ]);
  return fc
    .array(fc.oneof(typename, ...fields, ...fields, ...fragments), { minLength: 1, maxLength: 5 })
    .map((parts) => `{ ${parts.join(' ')} }`);
}

const sums = [
  'sum',
  'sum3: sum(one: 3)',
  'sumVariable: sum(one: $one, more: {by: $by})',
  'sumList: sum(two: [1, $by], more: {})',
];
const parts = `
fragment leafParts on Leaf { leafOnly ...thingParts }
fragment knotParts on Knot { strict { id numbers } shade ...thingParts }
fragment thingParts on Thing { label id __typename }`;

/** Valid but for fields without a use of a variable or a fragment, which is no business of an executor. */
const documents = selections('Query', 3)
  .map((selected) => `query ($one: Int = 7, $by: Int!) ${selected} ${selected.includes('Parts') ? parts : ''}`)
  .filter((text) => validate(schema, parse(text)).every(({ message }) => message.includes('is never used')));

/** graphql-js 16 leaves the promises of a list unhandled when another of its items fails at once. */
async function withoutUnhandled<T>(work: () => T | Promise<T>): Promise<T> {
  const listeners = process.listeners('unhandledRejection');
  const ignore = () => undefined;
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', ignore);
  try {
    const result = await work();
    // Rejections are told after the microtasks of their turn.
    await new Promise(setImmediate);
    return result;
  } finally {
    process.removeListener('unhandledRejection', ignore);
    for (const listener of listeners) process.on('unhandledRejection', listener);
  }
}

async function both(text: string, seed: number, variables: Record<string, unknown> = { by: 5 }) {
  const document = parse(text);
  const expected = await withoutUnhandled(() =>
    execute({ schema, document, contextValue: seed, variableValues: variables }),
  );
  return { expected, found: await ours(text, seed, variables) };
}

function ours(text: string, seed: number, variables: Record<string, unknown> = { by: 5 }): Promise<ExecutionResult> {
  const document = parse(text);
  return run({ document, operation: operationOf(document), variables, context: seed });
}
const run = createExecutor(schema);

function operationOf({ definitions }: DocumentNode): OperationDefinitionNode {
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('Expected an operation in the document.');
  return operation;
}

/** Of several failures that make the same value null, any may be told: they are compared by what became null. */
function nulled({ data, errors = [] }: ExecutionResult): readonly string[] {
  return [...new Set(errors.map((error) => placeOf(error.toJSON(), data)))].sort();
}

function pathsOf({ errors = [] }: ExecutionResult): readonly string[] {
  return errors.map(({ path = [] }) => path.join('.')).sort();
}

function placeOf({ path = [] }: GraphQLFormattedError, data: unknown): string {
  let value = data;
  for (const [at, key] of path.entries()) {
    if (value === null || value === undefined) return path.slice(0, at).join('.');
    value = Reflect.get(Object(value), key) as unknown;
  }
  return path.join('.');
}

describe('The executor', () => {
  it('answers as graphql-js does: the same data in the same order, and failures that explain each null', async () => {
    await fc.assert(
      fc.asyncProperty(documents, fc.integer({ min: -10_000, max: 10_000 }), async (text, seed) => {
        // What ours leaves unhandled fails the run.
        const { expected, found } = await both(text, seed);
        expect(JSON.stringify(found.data)).toBe(JSON.stringify(expected.data));
        expect(nulled(found)).toEqual(nulled(expected));
      }),
      { numRuns: 600 },
    );
  });

  it('tells a failure as graphql-js does, with its path, its place in the text and its cause', async () => {
    let compared = 0;
    for (let seed = 0; seed < 60; seed += 1) {
      const { expected, found } = await both(
        '{ knot { numbers shade strict { label } } thing { things { id } } }',
        seed,
      );
      if (expected.errors?.length !== 1 || /serialize|runtime type|Abstract type/.test(String(expected.errors[0])))
        continue;
      expect(found.errors?.map((error) => error.toJSON())).toEqual(expected.errors.map((error) => error.toJSON()));
      expect(found.errors?.[0]?.originalError?.message).toBe(expected.errors[0]?.originalError?.message);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(10);
  });

  it('tells a failure of what stands at several places at each of them, whenever it comes', async () => {
    const leaf = { id: () => Promise.reject(new Error('no id')), late: () => Promise.resolve(3), soon: 4 };
    const knot = { leaf, leaves: [leaf, { id: 1 }], knots: [{ leaf }] };
    const alike = { ...knot };
    const afterwards = () => new Promise(setImmediate).then(() => alike);
    const own = makeExecutableSchema({
      typeDefs: `type Query { knots: [Knot!]! }
        type Knot { leaf: Leaf leaves: [Leaf!] knots: [Knot] itself: Leaf }
        type Leaf { id: ID! late: Int soon: Int itself: Leaf }`,
      resolvers: {
        Query: { knots: () => [knot, knot, Promise.resolve(knot), alike, afterwards()] },
        Leaf: { itself: (it) => it as object },
      },
    });
    const text = `{ knots { leaf { ...parts } leaves { soon ...parts } knots { leaf { ...parts } } } }
      fragment parts on Leaf { late itself { id itself { soon } } }`;
    const document = parse(text);
    const expected = await withoutUnhandled(() => execute({ schema: own, document }));
    const found = await createExecutor(own)({
      document,
      operation: operationOf(document),
      variables: {},
      context: null,
    });
    expect(JSON.stringify(found.data)).toBe(JSON.stringify(expected.data));
    expect(pathsOf(found)).toHaveLength(15);
    expect(pathsOf(found)).toEqual(pathsOf(expected));
  });

  it('asks for what is below a value once, at however many places it stands', async () => {
    let asked = 0;
    const knot = { id: 1 };
    const own = makeExecutableSchema({
      typeDefs: 'type Query { knots: [Knot!]! } type Knot { id: ID! near: Knot }',
      resolvers: {
        Query: { knots: () => [knot, knot, { id: 2 }, knot] },
        Knot: { near: (it) => ((asked += 1), Promise.resolve(it as object)) },
      },
    });
    const document = parse('{ knots { id near { id } } }');
    const { data } = await createExecutor(own)({
      document,
      operation: operationOf(document),
      variables: {},
      context: null,
    });
    const both = [1, 2].map(String).map((id) => ({ id, near: { id } }));
    expect(data).toEqual({ knots: [both[0], both[0], both[1], both[0]] });
    expect(asked).toBe(2);
  });

  it('takes the variables of each request, and their defaults', async () => {
    const text = 'query ($one: Int = 7, $by: Int!) { a: sum(one: $one, more: {by: $by}) b: sum(two: [$by]) c: sum }';
    const answers = await Promise.all(
      [{ by: 1 }, { by: 2, one: 1 }, { by: 1 }].map((variables) => both(text, 3, variables)),
    );
    for (const { expected, found } of answers) expect(found.data).toEqual(expected.data);
    expect(answers[0]?.found.data).toEqual(answers[2]?.found.data);
  });

  it('refuses wrong variables with the same message', async () => {
    const { expected, found } = await both('query ($by: Int!) { sum(two: [$by]) }', 1, { by: 'five' });
    expect(found).toEqual(expected);
  });

  it('hands every request a list of nodes of its own, by which resolvers keep what the parents of a field share', async () => {
    const lists: unknown[] = [];
    const own = makeExecutableSchema({
      typeDefs: 'type Query { them: [Query!]! seen: Int }',
      resolvers: {
        Query: { them: () => [{}, {}], seen: (_root, _args, _context, info) => lists.push(info.fieldNodes) },
      },
    });
    const document = parse('{ them { seen } }');
    const execution = { document, operation: operationOf(document), variables: {}, context: null };
    const executeOwn = createExecutor(own);
    await executeOwn(execution);
    await executeOwn(execution);
    expect(lists).toHaveLength(4);
    expect(lists[0]).toBe(lists[1]);
    expect(lists[1]).not.toBe(lists[2]);
  });

  it.each([
    ['directives', 'query ($no: Boolean = false) { knot @include(if: $no) { id } things { id @skip(if: true) } }'],
    ['introspection', '{ __schema { queryType { name } } __type(name: "Knot") { kind } }'],
  ])('leaves %s to graphql-js', async (_what, text) => {
    const { expected, found } = await both(text, 8);
    expect(JSON.stringify(found)).toEqual(JSON.stringify(expected));
  });
});
