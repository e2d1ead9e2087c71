import type { FieldNode, GraphQLResolveInfo } from 'graphql';

import { Remembered } from './remembered.ts';

/** How many sets of arguments of one field are kept: clients send few, but cursors change with each page. */
const REMEMBERED = 50;
const LONGEST_REMEMBERED = 1000;

/**
 * Works out what a field asks for once for each set of arguments that a document comes with again and again: parsed
 * documents are kept, and so is what depends on nothing but a field of one and its arguments.
 * @param work reads nothing but its parameters; what it throws is not kept
 */
export function onceForField<Args extends object, Asked>(
  work: (args: Args, info: GraphQLResolveInfo) => Asked,
): (args: Args, info: GraphQLResolveInfo) => Asked {
  const known = new WeakMap<FieldNode, Remembered<Asked>>();
  return (args, info) => {
    const [node, ...others] = info.fieldNodes;
    if (node === undefined || others.length > 0) return work(args, info);
    const asked = known.get(node) ?? new Remembered<Asked>(REMEMBERED, LONGEST_REMEMBERED);
    known.set(node, asked);
    return asked.of(JSON.stringify(args), () => work(args, info));
  };
}
