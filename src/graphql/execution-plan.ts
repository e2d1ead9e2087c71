import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  typeFromAST,
  visit,
} from 'graphql';

/** The fields of a selection on objects of one type, in the order of the answer. */
export interface ObjectPlan {
  readonly type: GraphQLObjectType;
  readonly fields: readonly FieldPlan[];
  /** Whether a field is an object or a list of them. */
  readonly holdsObjects: boolean;
}

export type Field = GraphQLField<unknown, unknown>;

/** One field of a selection: all that can be known of it before a request runs. */
export interface FieldPlan {
  /** Its number within the operation: where a request keeps what it works out for the field once. */
  readonly index: number;
  readonly key: string;
  /** `null` for `__typename`. */
  readonly definition: Field | null;
  readonly parent: GraphQLObjectType;
  readonly nodes: readonly FieldNode[];
  /** The arguments, where no variable is among them. */
  readonly fixedArguments: Readonly<Record<string, unknown>> | null;
  /** What is asked of objects of a type below the field. */
  below(type: GraphQLObjectType): ObjectPlan;
}

/** What is asked by an operation, prepared once and used by every request that sends the same document. */
export interface OperationPlan {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly root: ObjectPlan;
}

/**
 * Prepares a query, or returns nothing for what the executor leaves to graphql-js: other operations, introspection, and
 * documents with directives, whose fields differ from request to request.
 * @param document valid against the schema
 */
export function planOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationPlan | undefined {
  const type = schema.getQueryType();
  if (type == null || operation.operation !== OperationTypeNode.QUERY || !isPlain(document)) return undefined;
  const fragments = Object.fromEntries(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  return { operation, fragments, root: planner(schema, fragments)(type, [operation.selectionSet]) };
}

function isPlain(document: DocumentNode): boolean {
  let plain = true;
  visit(document, {
    Directive: () => void (plain = false),
    Field: ({ name: { value } }) => void (plain &&= value !== '__schema' && value !== '__type'),
  });
  return plain;
}

/** Plans are made when the first object of a type comes: of an interface with twenty types an answer holds a few. */
function planner(schema: GraphQLSchema, fragments: OperationPlan['fragments']) {
  let planned = 0;
  const planObject = (type: GraphQLObjectType, selections: readonly SelectionSetNode[]): ObjectPlan => {
    const nodesByKey = new Map<string, FieldNode[]>();
    const seen = new Set<string>();
    for (const selected of selections) collect(selected, type, seen, nodesByKey);
    const fields = [...nodesByKey].map(([key, nodes]) => planField(type, key, nodes));
    const holdsObjects = fields.some(
      ({ definition }) => definition !== null && isCompositeType(getNamedType(definition.type)),
    );
    return { type, fields, holdsObjects };
  };
  const collect = (
    { selections }: SelectionSetNode,
    type: GraphQLObjectType,
    seen: Set<string>,
    nodesByKey: Map<string, FieldNode[]>,
  ): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const nodes = nodesByKey.get(key);
        if (nodes === undefined) nodesByKey.set(key, [selection]);
        else nodes.push(selection);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (seen.has(selection.name.value)) continue;
        seen.add(selection.name.value);
      }
      if (fragment !== undefined && applies(schema, fragment, type))
        collect(fragment.selectionSet, type, seen, nodesByKey);
    }
  };
  const planField = (parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): FieldPlan => {
    const [node] = nodes;
    if (node === undefined) throw new Error(`Expected a field for ${key}, but got none.`);
    const definition = parent.getFields()[node.name.value] ?? null;
    const plans = new Map<GraphQLObjectType, ObjectPlan>();
    const selections = nodes.flatMap(({ selectionSet }) => (selectionSet === undefined ? [] : [selectionSet]));
    return {
      index: planned++,
      key,
      definition,
      parent,
      nodes,
      fixedArguments: definition === null || hasVariables(node) ? null : getArgumentValues(definition, node, {}),
      below: (type) => {
        const known = plans.get(type) ?? planObject(type, selections);
        plans.set(type, known);
        return known;
      },
    };
  };
  return planObject;
}

/** Whether a fragment is about objects of a type. */
function applies(
  schema: GraphQLSchema,
  {
    typeCondition,
  }: Pick<FragmentDefinitionNode, 'selectionSet'> & {
    readonly typeCondition?: FragmentDefinitionNode['typeCondition'];
  },
  type: GraphQLObjectType,
): boolean {
  if (typeCondition === undefined) return true;
  const condition = typeFromAST(schema, typeCondition);
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
}

function hasVariables({ arguments: given = [] }: FieldNode): boolean {
  let found = false;
  for (const argument of given) visit(argument, { Variable: () => void (found = true) });
  return found;
}
