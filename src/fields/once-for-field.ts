import type { FieldNode, GraphQLResolveInfo } from 'graphql';

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
  const known = new WeakMap<FieldNode, Map<string, Asked>>();
  return (args, info) => {
    const [node, ...others] = info.fieldNodes;
    if (node === undefined || others.length > 0) return work(args, info);
    const mark = JSON.stringify(args);
    const asked = known.get(node) ?? new Map<string, Asked>();
    const before = asked.get(mark);
    if (before !== undefined) return before;
    const found = work(args, info);
    if (mark.length > LONGEST_REMEMBERED) return found;
    if (asked.size >= REMEMBERED) asked.clear();
    known.set(node, asked.set(mark, found));
    return found;
  };
}
