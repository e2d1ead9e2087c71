import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  getArgumentValues,
  getVariableValues,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  locatedError,
  type OperationDefinitionNode,
} from 'graphql';

import { type Field, type FieldPlan, type ObjectPlan, type OperationPlan, planOperation } from './execution-plan.ts';

/** What one request executes. */
export interface Execution {
  readonly document: DocumentNode;
  /** Absent where the document has several and none was named. */
  readonly operation: OperationDefinitionNode | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The variables as the operation declares them, where the caller has read them already. */
  readonly coerced?: Readonly<Record<string, unknown>>;
  readonly context: unknown;
}

/** Executes the operations of valid documents against a schema. */
export type Executor = (execution: Execution) => Promise<ExecutionResult>;

/**
 * An executor for a schema whose resolvers return plain values and promises. It does what graphql-js does, and leaves to
 * it what `planOperation` does not prepare; but what depends on the document alone is worked out once for all requests,
 * values are written where they belong as they come, and one counter waits for all promises: graphql-js makes a promise
 * for each object and each list, and the arguments of a field anew for each of its parents.
 */
export function createExecutor(schema: GraphQLSchema): Executor {
  const plans = new WeakMap<OperationDefinitionNode, OperationPlan | undefined>();
  const planOf = (document: DocumentNode, operation: OperationDefinitionNode) => {
    if (!plans.has(operation)) plans.set(operation, planOperation(schema, document, operation));
    return plans.get(operation);
  };
  return async ({ document, operation, variables, coerced: known, context }) => {
    const plan = operation === undefined ? undefined : planOf(document, operation);
    if (operation === undefined || plan === undefined)
      return execute({
        schema,
        document,
        contextValue: context,
        variableValues: variables,
        operationName: operation?.name?.value,
      });
    if (known !== undefined) return new Run(schema, plan, known, context).result();
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    return errors === undefined ? new Run(schema, plan, coerced, context).result() : { errors };
  };
}

/** What an object or a list is in: where an error below it goes when nothing nearer may be null. */
interface Place {
  readonly above: Place | null;
  readonly holder: Holder;
  readonly key: string | number;
  readonly nullable: boolean;
  /** Set once an error below made a value above null: what still comes is in no answer. */
  isGone: boolean;
  /** Set with the first error below: what is above is not put elsewhere, where the error would have to be told again. */
  hasFailed: boolean;
  /** Where else the same object stands. */
  others: Place[] | null;
}

type Answer = Record<string | number, unknown>;
type Holder = Answer | unknown[];

/** One execution, from its first field to its last promise. A class, so that a request makes no functions of its own. */
class Run {
  readonly #schema: GraphQLSchema;
  readonly #plan: OperationPlan;
  readonly #variables: Readonly<Record<string, unknown>>;
  readonly #context: unknown;
  readonly #whole: { data: Answer | null };
  readonly #errors: GraphQLError[] = [];
  readonly #arguments: (Readonly<Record<string, unknown>> | undefined)[] = [];
  readonly #infos: (GraphQLResolveInfo | undefined)[] = [];
  /** Where objects were first written, by what is asked of them and what they were made of. */
  readonly #written = new Map<ObjectPlan, Map<unknown, Place>>();
  #waiting = 0;
  #finish: ((result: ExecutionResult) => void) | undefined;

  constructor(
    schema: GraphQLSchema,
    plan: OperationPlan,
    variables: Readonly<Record<string, unknown>>,
    context: unknown,
  ) {
    this.#schema = schema;
    this.#plan = plan;
    this.#variables = variables;
    this.#context = context;
    this.#whole = { data: {} };
  }

  result(): Promise<ExecutionResult> {
    const data: Answer = {};
    this.#whole.data = data;
    this.#fillObject(this.#plan.root, undefined, data, placeIn(null, this.#whole, 'data', true));
    if (this.#waiting === 0) return Promise.resolve(this.#answer());
    return new Promise((resolve) => {
      this.#finish = resolve;
    });
  }

  #fillObject(plan: ObjectPlan, source: unknown, object: Answer, place: Place): void {
    for (const field of plan.fields) {
      const { key, definition } = field;
      if (definition === null) {
        object[key] = plan.type.name;
        continue;
      }
      // Keeps the order of the fields, whenever their values come.
      object[key] = undefined;
      try {
        this.#fillValue(field, definition.type, this.#resolve(field, definition, source), object, key, place);
      } catch (cause) {
        this.#fail(field, definition.type, cause, object, key, place);
      }
    }
  }

  #resolve(field: FieldPlan, { resolve, name }: Field, source: unknown): unknown {
    // Read although nothing may ask for them: variables can make them wrong.
    const args = this.#argumentsOf(field);
    if (resolve !== undefined) return resolve(source, args, this.#context, this.#infoOf(field));
    const value: unknown = isObject(source) ? Reflect.get(source, name) : undefined;
    return typeof value === 'function' ? value.call(source, args, this.#context, this.#infoOf(field)) : value;
  }

  /** Writes a value where it belongs, now or when it comes. Throws what is wrong with it. */
  #fillValue(
    field: FieldPlan,
    type: GraphQLOutputType,
    value: unknown,
    holder: Holder,
    key: string | number,
    place: Place,
  ): void {
    if (isPromise(value)) {
      this.#wait(value, field, type, holder, key, place);
      return;
    }
    if (value instanceof Error) throw value;
    const nullable = !isNonNullType(type);
    const inner = nullable ? type : type.ofType;
    if (value === null || value === undefined) {
      if (!nullable) throw new Error(`Cannot return null for non-nullable field ${nameOf(field)}.`);
      write(holder, key, null);
    } else if (isLeafType(inner)) {
      const leaf: unknown = inner.serialize(value);
      if (leaf === null || leaf === undefined)
        throw new Error(`Expected a value of ${inner.name} for ${nameOf(field)}, but it was serialized to none.`);
      write(holder, key, leaf);
    } else if (isListType(inner)) {
      this.#fillList(field, inner.ofType, value, placeIn(place, holder, key, nullable));
    } else {
      const plan = field.below(isObjectType(inner) ? inner : this.#typeOf(inner, value, field));
      this.#writeObject(plan, value, placeIn(place, holder, key, nullable));
    }
  }

  /**
   * Writes an object. Of the same value the same is asked at many places of a large answer: it is answered once and
   * stands at all of them. Of what holds no objects, finding it again would take longer than making it.
   */
  #writeObject(plan: ObjectPlan, source: unknown, place: Place): void {
    const written = plan.holdsObjects ? this.#writtenFor(plan) : undefined;
    const before = written?.get(source);
    if (before !== undefined && !before.hasFailed) {
      write(place.holder, place.key, Reflect.get(before.holder, before.key));
      (before.others ??= []).push(place);
      return;
    }
    written?.set(source, place);
    const object: Answer = {};
    write(place.holder, place.key, object);
    this.#fillObject(plan, source, object, place);
  }

  #writtenFor(plan: ObjectPlan): Map<unknown, Place> {
    const known = this.#written.get(plan);
    if (known !== undefined) return known;
    const written = new Map<unknown, Place>();
    this.#written.set(plan, written);
    return written;
  }

  #wait(
    value: PromiseLike<unknown>,
    field: FieldPlan,
    type: GraphQLOutputType,
    holder: Holder,
    key: string | number,
    place: Place,
  ): void {
    this.#waiting += 1;
    value.then(
      (come) => {
        try {
          this.#fillValue(field, type, come, holder, key, place);
        } catch (cause) {
          this.#fail(field, type, cause, holder, key, place);
        }
        this.#settle();
      },
      (cause: unknown) => {
        this.#fail(field, type, cause, holder, key, place);
        this.#settle();
      },
    );
  }

  #fillList(field: FieldPlan, itemType: GraphQLOutputType, value: unknown, place: Place): void {
    if (!isIterable(value))
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${nameOf(field)}".`);
    const list: unknown[] = [];
    write(place.holder, place.key, list);
    let at = 0;
    for (const item of value) {
      list.push(null);
      try {
        this.#fillValue(field, itemType, item, list, at, place);
      } catch (cause) {
        this.#fail(field, itemType, cause, list, at, place);
      }
      at += 1;
    }
  }

  #typeOf(type: GraphQLAbstractType, value: unknown, field: FieldPlan): GraphQLObjectType {
    const name = type.resolveType?.(value, this.#context, this.#infoOf(field), type);
    const found = typeof name === 'string' ? this.#schema.getType(name) : undefined;
    if (isObjectType(found) && this.#schema.isSubType(type, found)) return found;
    throw new GraphQLError(
      `Expected the name of a type of ${type.name} for the value of ${nameOf(field)}, but got ${typeof name === 'string' ? name : typeof name}.`,
    );
  }

  /** Makes null what may be null, here or above, and notes the error, unless what it is in is gone already. */
  #fail(
    field: FieldPlan,
    type: GraphQLOutputType,
    cause: unknown,
    holder: Holder,
    key: string | number,
    place: Place,
  ): void {
    // What is in no answer any more has no path.
    for (const path of pathsTo(place)) this.#errors.push(locatedError(cause, field.nodes, [...path, key]));
    markFailed(place);
    if (isNonNullType(type)) lose(place);
    else write(holder, key, null);
  }

  #argumentsOf(field: FieldPlan): Readonly<Record<string, unknown>> {
    const { fixedArguments, definition, index, nodes } = field;
    if (fixedArguments !== null) return fixedArguments;
    const [node] = nodes;
    if (definition === null || node === undefined) return {};
    return (this.#arguments[index] ??= getArgumentValues(definition, node, this.#variables));
  }

  #infoOf(field: FieldPlan): GraphQLResolveInfo {
    return (this.#infos[field.index] ??= this.#newInfo(field));
  }

  #newInfo({ definition, nodes, parent, key }: FieldPlan): GraphQLResolveInfo {
    if (definition === null) throw new Error('Expected a field that is resolved, but got __typename.');
    return {
      fieldName: definition.name,
      // A list of its own for each request: resolvers keep by it what the parents of a field share.
      fieldNodes: [...nodes],
      returnType: definition.type,
      parentType: parent,
      // Of the field, not of one of its parents: no resolver asks where its own is.
      path: { prev: undefined, key, typename: parent.name },
      schema: this.#schema,
      fragments: this.#plan.fragments,
      rootValue: undefined,
      operation: this.#plan.operation,
      variableValues: this.#variables,
    };
  }

  #settle(): void {
    this.#waiting -= 1;
    if (this.#waiting === 0) this.#finish?.(this.#answer());
  }

  #answer(): ExecutionResult {
    const { data } = this.#whole;
    return this.#errors.length === 0 ? { data } : { errors: this.#errors, data };
  }
}

function write(holder: Holder, key: string | number, value: unknown): void {
  // A list is written by numbers, an object by names.
  (holder as Answer)[key] = value;
}

function placeIn(above: Place | null, holder: Holder, key: string | number, nullable: boolean): Place {
  return { above, holder, key, nullable, isGone: false, hasFailed: false, others: null };
}

/** All places of what stands at one. */
function everywhere(place: Place): readonly Place[] {
  return place.others === null ? [place] : [place, ...place.others];
}

/** The paths from the root to all places of what stands at one, but for those where it is gone. */
function pathsTo(place: Place): readonly (readonly (string | number)[])[] {
  if (place.isGone) return [];
  if (place.above === null) return [[]];
  return everywhere(place).flatMap(({ above, key }) =>
    above === null ? [] : pathsTo(above).map((path) => [...path, key]),
  );
}

function markFailed(place: Place): void {
  if (place.hasFailed) return;
  place.hasFailed = true;
  for (const { above } of everywhere(place)) if (above !== null) markFailed(above);
}

/** Makes what stands at a place null, everywhere, or what is above it where that may not be null. */
function lose(place: Place): void {
  if (place.isGone) return;
  place.isGone = true;
  for (const { above, holder, key, nullable } of everywhere(place)) {
    if (nullable) write(holder, key, null);
    else if (above !== null) lose(above);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return isObject(value) && 'then' in value && typeof value.then === 'function';
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return isObject(value) && Symbol.iterator in value;
}

function nameOf({ parent, definition }: FieldPlan): string {
  return `${parent.name}.${definition?.name ?? '__typename'}`;
}
