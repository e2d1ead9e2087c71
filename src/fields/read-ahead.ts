import {
  getArgumentValues,
  isInterfaceType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql';

import { onceForField } from './once-for-field.ts';
import type { Requester } from './page.ts';

/** Resolvers that need nothing of their parent but its id. */
const byIdAlone = new WeakSet<object>();
/** Those of them whose statement can bring the names of the parent along. */
const withParent = new WeakSet<object>();

/** Marks a resolver that needs nothing of its parent but its id, and loads through the loaders of the request. */
export function readsAhead<R extends object>(resolver: R): R {
  byIdAlone.add(resolver);
  return resolver;
}

/** The same for a resolver whose statement can bring the names of the parent along. */
export function bringsParent<R extends object>(resolver: R): R {
  withParent.add(resolver);
  return readsAhead(resolver);
}

/**
 * Starts to read what a field asks below the entity with an id, while the entity itself is still being read: its own
 * statement and those of its lists then take one way to the database and back, not two. The loaders keep what comes,
 * so that the fields find it. A client that asks about several kinds does not know which it is: then nothing is read
 * in vain.
 * @param full whether the detail of the entity is wanted, which only its own statement reads
 * @returns the first of these that brings the names of the entity along: then it need not be read by itself
 */
export function readAhead(
  id: string,
  full: boolean,
  context: Requester,
  info: GraphQLResolveInfo,
): Promise<void> | undefined {
  let first: Promise<void> | undefined;
  for (const { definition, resolve, node, withParent: canBring, fixedArguments } of aheadOf(WHATEVER, info)) {
    const brings = canBring && !full && first === undefined;
    if (brings) context.loaders.bringAlong(id);
    const reading = start(() =>
      resolve({ id }, fixedArguments ?? getArgumentValues(definition, node, info.variableValues), context, {
        ...info,
        fieldNodes: [node],
      }),
    );
    if (brings) first = reading;
  }
  return first;
}

/** A field that can be read before its parent is known. */
interface Ahead {
  readonly definition: GraphQLField<unknown, unknown>;
  readonly resolve: GraphQLFieldResolver<unknown, Requester>;
  readonly node: FieldNode;
  readonly withParent: boolean;
  /** The arguments where the document gives none, so that they are the defaults. */
  readonly fixedArguments: Readonly<Record<string, unknown>> | null;
}

/** What stands below a field does not depend on its arguments. */
const WHATEVER = {};
const aheadOf = onceForField((_whatever: object, info) => findAhead(info));

function findAhead({ schema, fieldNodes, fragments }: GraphQLResolveInfo): readonly Ahead[] {
  const fields: (readonly [type: string, node: FieldNode])[] = [];
  for (const { selectionSet } of fieldNodes)
    if (selectionSet !== undefined) gather(selectionSet, '', fragments, fields);
  const kinds = new Set(fields.map(([type]) => type).filter((type) => isObjectType(schema.getType(type))));
  if (kinds.size > 1) return [];
  return fields.flatMap(([typeName, node]) => {
    const type = schema.getType(typeName);
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    const definition = type.getFields()[node.name.value];
    const resolve: GraphQLFieldResolver<unknown, Requester> | undefined = definition?.resolve;
    if (definition === undefined || resolve === undefined || !byIdAlone.has(resolve)) return [];
    const fixedArguments = (node.arguments ?? []).length === 0 ? getArgumentValues(definition, node) : null;
    return [{ definition, resolve, node, withParent: withParent.has(resolve), fixedArguments }];
  });
}

/** What fails here fails again where the field is asked, and is told there. */
async function start(read: () => unknown): Promise<void> {
  try {
    await read();
  } catch {
    return;
  }
}

/** The fields of a selection with the type that each was asked of. */
function gather(
  { selections }: SelectionSetNode,
  type: string,
  fragments: GraphQLResolveInfo['fragments'],
  fields: (readonly [type: string, node: FieldNode])[],
): void {
  for (const selection of selections) {
    // Whether it is wanted at all is for graphql-js to say.
    if ((selection.directives ?? []).length > 0) continue;
    if (selection.kind === Kind.FIELD) {
      fields.push([type, selection]);
      continue;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    if (fragment === undefined) continue;
    gather(fragment.selectionSet, fragment.typeCondition?.name.value ?? type, fragments, fields);
  }
}
