import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type GraphQLType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  valueFromAST,
  visit,
} from 'graphql';

import { Remembered } from '../fields/remembered.ts';

/** What a page holds when neither `first` nor `last` is given. */
const PAGE = 20;
/** What a list without pages is taken to hold. */
const LIST = 3;
/** What longer lists are taken to hold. */
const LISTS: ReadonlyMap<string, number> = new Map([
  ['Brief.sections', 12],
  ['BriefSection.lines', 8],
  ['CoverageMatrix.cells', 50],
  ['InvitationPlan.invitees', 25],
]);
/**
 * Fields whose work does not show in the objects of their answer: they look at the whole graph whatever is asked below,
 * or, as a page, hold as much as in objects.
 */
const WORK: ReadonlyMap<string, number> = new Map([
  ['Query.brief', 1000],
  ['Query.coverage', 500],
  ['Query.planInvitations', 500],
  ['Query.sharedPartners', 200],
]);

export type Variables = Readonly<Record<string, unknown>>;

/** The cost of an operation of a document, with its variables coerced. */
type CostOf = (document: DocumentNode, operation: OperationDefinitionNode, variables: Variables) => number;

/** How many costs of one operation are kept: clients ask for few sizes of pages. */
const REMEMBERED = 100;
const LONGEST_REMEMBERED = 1000;

/** Finds the cost of a valid operation once for each set of sizes that its variables ask for. */
export function rememberedCosts(schema: GraphQLSchema): CostOf {
  const known = new WeakMap<OperationDefinitionNode, Known>();
  return (document, operation, variables) => {
    const { fragments, sizing, costs } = known.get(operation) ?? remember(known, operation, document);
    const sizes = sizing.map((name) => sizeMark(variables[name])).join();
    return costs.of(sizes, () => operationCost(schema, operation, fragments, variables));
  };
}

interface Known {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The variables that a cost can depend on: those given for the size of a page or as a list of ids. */
  readonly sizing: readonly string[];
  readonly costs: Remembered<number>;
}

function remember(
  known: WeakMap<OperationDefinitionNode, Known>,
  operation: OperationDefinitionNode,
  document: DocumentNode,
): Known {
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const sizing = new Set<string>();
  visit(document, {
    Argument: ({ name, value }) => {
      if (SIZES.has(name.value)) visit(value, { Variable: (variable) => void sizing.add(variable.name.value) });
    },
  });
  const found = { fragments, sizing: [...sizing], costs: new Remembered<number>(REMEMBERED, LONGEST_REMEMBERED) };
  known.set(operation, found);
  return found;
}

/** What of a variable a size can be read from. */
function sizeMark(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? `[${value.length}` : '';
}

/** The arguments that say how much is asked for. */
const SIZES: ReadonlySet<string> = new Set(['first', 'last', 'ids']);

/** Objects below a selection: those there once, and those there for each member of the connection it selects from. */
interface Cost {
  readonly once: number;
  readonly each: number;
}

const NOTHING: Cost = { once: 0, each: 0 };

/**
 * Estimates how many objects the answer to an operation holds. Every object counts 1, a scalar nothing; `first`,
 * `last` and lists of ids multiply what lies below, a list without pages counts 3. The members of a connection are
 * counted at its field, so that its `nodes` and `edges` do not multiply again. Some fields cost more than what they
 * hold. Of the types that one object may have, the dearest counts. The cost of a fragment is found once.
 * @param schema the schema that the operation is valid against
 * @param variables coerced
 */
export function operationCost(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variables: Variables,
): number {
  const known = new Map<string, Cost>();

  const ofSelections = (selected: SelectionSetNode, parent: GraphQLCompositeType): Cost => {
    const parts = selected.selections.map((selection) => ({
      on: typeOf(selection, parent),
      cost: ofSelection(selection, parent),
    }));
    if (!isAbstractType(parent)) return sum(parts.map(({ cost }) => cost));
    const applies = (on: GraphQLCompositeType, type: GraphQLCompositeType) =>
      on === parent || on === type || (isAbstractType(on) && isObjectType(type) && schema.isSubType(on, type));
    return schema
      .getPossibleTypes(parent)
      .map((type) => sum(parts.filter(({ on }) => applies(on, type)).map(({ cost }) => cost)))
      .reduce(dearest, NOTHING);
  };

  const ofSelection = (selection: SelectionNode, parent: GraphQLCompositeType): Cost => {
    if (selection.kind === Kind.FIELD) return ofField(selection, parent);
    if (selection.kind === Kind.INLINE_FRAGMENT) return ofSelections(selection.selectionSet, typeOf(selection, parent));
    const name = selection.name.value;
    const cost =
      known.get(name) ?? (fragments.has(name) ? ofSelections(selectionsOf(name), typeOf(selection, parent)) : NOTHING);
    known.set(name, cost);
    return cost;
  };

  const ofField = (node: FieldNode, parent: GraphQLCompositeType): Cost => {
    // Introspection and __typename are no fields of a type, and free.
    const field = isUnionType(parent) ? undefined : parent.getFields()[node.name.value];
    const type = field === undefined ? undefined : getNamedType(field.type);
    if (field === undefined || node.selectionSet === undefined || !isCompositeType(type)) return NOTHING;
    const { once, each } = ofSelections(node.selectionSet, type);
    if (isMemberField(field, parent)) return { once: 0, each: 1 + once + each };
    const name = `${parent.name}.${field.name}`;
    const size = LISTS.get(name) ?? sizeOf(field, node, variables);
    const work = WORK.get(name) ?? 0;
    if (isConnection(type)) return { once: bounded(work + listFactor(field.type) * (1 + once + size * each)), each: 0 };
    const isList = listFactor(field.type) > 1;
    return { once: bounded(work + (isList ? size * (1 + once) : 1 + size * once)), each: 0 };
  };

  const typeOf = (selection: SelectionNode, parent: GraphQLCompositeType): GraphQLCompositeType => {
    const condition = selection.kind === Kind.INLINE_FRAGMENT ? selection.typeCondition?.name.value : undefined;
    const name =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? fragments.get(selection.name.value)?.typeCondition.name.value
        : condition;
    const type = name === undefined ? parent : schema.getType(name);
    return isCompositeType(type) ? type : parent;
  };

  const selectionsOf = (name: string): SelectionSetNode =>
    fragments.get(name)?.selectionSet ?? { kind: Kind.SELECTION_SET, selections: [] };

  const root = schema.getRootType(operation.operation);
  return root == null ? 0 : bounded(ofSelections(operation.selectionSet, root).once);
}

/** How many of what lies below a field an answer holds: a page, the ids asked for, or the guess for a list. */
function sizeOf({ args, type }: GraphQLField<unknown, unknown>, node: FieldNode, variables: Variables): number {
  const pages = args.filter(({ name }) => name === 'first' || name === 'last');
  if (pages.length > 0) {
    const asked = pages
      .map((argument) => valueOf(argument, node, variables))
      .filter((value) => typeof value === 'number');
    return asked.length === 0 ? PAGE : Math.max(0, ...asked);
  }
  if (!isListType(bare(type))) return 1;
  const ids = args
    .map((argument) => (isIdList(argument) ? valueOf(argument, node, variables) : undefined))
    .find(Array.isArray);
  return ids === undefined ? listFactor(type) : ids.length;
}

/** The value of an argument, a default included; `undefined` where there is none or it is no value of its type. */
function valueOf(argument: GraphQLArgument, node: FieldNode, variables: Variables): unknown {
  const given = node.arguments?.find(({ name }) => name.value === argument.name);
  const value = given === undefined ? undefined : valueFromAST(given.value, argument.type, variables);
  return value === undefined ? argument.defaultValue : value;
}

/** A list of ids to look up gives as many objects; other lists of ids only choose among them. */
function isIdList({ name, type }: GraphQLArgument): boolean {
  return name === 'ids' && isListType(bare(type)) && getNamedType(type).name === 'ID';
}

function isConnection(type: GraphQLCompositeType): boolean {
  return type.name.endsWith('Connection');
}

function isMemberField({ name, type }: GraphQLField<unknown, unknown>, parent: GraphQLCompositeType): boolean {
  return isConnection(parent) && (name === 'nodes' || name === 'edges') && isListType(bare(type));
}

/** 3 for a list, 9 for a list of lists, 1 for a single value. */
function listFactor(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listFactor(type.ofType);
  return isListType(type) ? LIST * listFactor(type.ofType) : 1;
}

function bare(type: GraphQLType): GraphQLType {
  return isNonNullType(type) ? type.ofType : type;
}

function sum(costs: readonly Cost[]): Cost {
  return costs.reduce(
    (total, cost) => ({ once: bounded(total.once + cost.once), each: bounded(total.each + cost.each) }),
    NOTHING,
  );
}

function dearest(one: Cost, other: Cost): Cost {
  return { once: Math.max(one.once, other.once), each: Math.max(one.each, other.each) };
}

/** Keeps a number that JSON can show. */
function bounded(cost: number): number {
  return Math.min(cost, Number.MAX_SAFE_INTEGER);
}
