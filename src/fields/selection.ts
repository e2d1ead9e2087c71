import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

import { detailProperties } from '../graph/entity-record.ts';
import { tieKinds, tieOf } from '../model/ties.ts';

/** Fields of an entity that are read from its detail; `coordinates` is made of two of its properties. */
const detailFields: ReadonlySet<string> = new Set([...Object.values(detailProperties).flat(), 'coordinates']);
/** Fields between a field and the entities or facts that it answers; `paths` and `steps` are those of a path. */
const wrappers: ReadonlySet<string> = new Set(['nodes', 'edges', 'node', 'paths', 'steps']);
/** Fields of a fact that give one of its ends. */
const endFields: ReadonlySet<string> = new Set([
  'from',
  'to',
  ...tieKinds.flatMap((kind) => [tieOf(kind).from.column, tieOf(kind).to.column]),
]);
const known = new WeakMap<SelectionSetNode, boolean>();

/**
 * Whether a field's selection asks for more than names of the entities right below it, so that their statement
 * must read the detail too. A wrong guess costs a statement, never an answer: a missing detail is loaded.
 */
export function asksForDetail(info: GraphQLResolveInfo): boolean {
  return info.fieldNodes.some(({ selectionSet }) => selectionSet !== undefined && asks(selectionSet, info));
}

/** The same for the entities at the ends of facts, where a field lists facts: what is asked of a fact itself is none of theirs. */
export function asksForDetailOfEnds(info: GraphQLResolveInfo): boolean {
  return selectsField(info, (name, below) => endFields.has(name) && asks(below, info));
}

type Field = (name: string, below: SelectionSetNode) => boolean;

/** Whether a field that answers others, below wrappers, selects one with fields of its own that is looked for. */
function selectsField(info: GraphQLResolveInfo, isField: Field): boolean {
  return info.fieldNodes.some(
    ({ selectionSet }) => selectionSet !== undefined && hasField(selectionSet, isField, info),
  );
}

function hasField(selectionSet: SelectionSetNode, isField: Field, info: GraphQLResolveInfo): boolean {
  return selectionSet.selections.some((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = info.fragments[selection.name.value];
      return fragment !== undefined && hasField(fragment.selectionSet, isField, info);
    }
    if (selection.selectionSet === undefined) return false;
    if (selection.kind === Kind.INLINE_FRAGMENT || wrappers.has(selection.name.value))
      return hasField(selection.selectionSet, isField, info);
    return isField(selection.name.value, selection.selectionSet);
  });
}

/** Fields of a fact that are read whatever is asked of it, or by its id. */
const plainTieFields: ReadonlySet<string> = new Set([
  '__typename',
  'id',
  'tieKind',
  'from',
  'to',
  'relation',
  'basis',
  'claims',
  'citations',
  'datasets',
  // Beside the facts of a page.
  'cursor',
  'pageInfo',
  'totalCount',
]);

/** Whether a field that pages through facts asks for more of them than what is always read. */
export function asksForRestOfTies(info: GraphQLResolveInfo): boolean {
  return info.fieldNodes.some(({ selectionSet }) => selectionSet !== undefined && asksForRest(selectionSet, info));
}

/** The same for a field that answers paths, whose facts stand below their steps. */
export function asksForRestOfSteps(info: GraphQLResolveInfo): boolean {
  return selectsField(info, (name, below) => name === 'ties' && asksForRest(below, info));
}

function asksForRest(selectionSet: SelectionSetNode, info: GraphQLResolveInfo): boolean {
  return selectionSet.selections.some((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return asksForRest(selection.selectionSet, info);
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = info.fragments[selection.name.value];
      return fragment === undefined || asksForRest(fragment.selectionSet, info);
    }
    if (wrappers.has(selection.name.value) && selection.selectionSet !== undefined)
      return asksForRest(selection.selectionSet, info);
    return !plainTieFields.has(selection.name.value);
  });
}

const partsOfPage: ReadonlySet<string> = new Set(['nodes', 'edges', 'pageInfo']);

/** Whether a field that pages through a list selects more of it than the number of all. */
export function selectsPage(info: GraphQLResolveInfo): boolean {
  return selects(info, partsOfPage);
}

/** Whether a field's selection names one of some fields right below it; one that a directive may leave out counts. */
export function selects(info: GraphQLResolveInfo, names: ReadonlySet<string>): boolean {
  return info.fieldNodes.some(
    ({ selectionSet }) => selectionSet !== undefined && selectsBelow(selectionSet, names, info),
  );
}

function selectsBelow(selectionSet: SelectionSetNode, names: ReadonlySet<string>, info: GraphQLResolveInfo): boolean {
  return selectionSet.selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return names.has(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return selectsBelow(selection.selectionSet, names, info);
    const fragment = info.fragments[selection.name.value];
    return fragment !== undefined && selectsBelow(fragment.selectionSet, names, info);
  });
}

/** Whether a field's selection names a field at the end of a path, each step right below the one before. */
export function selectsPath(info: GraphQLResolveInfo, path: readonly string[]): boolean {
  return info.fieldNodes.some(({ selectionSet }) => reaches(selectionSet, path, info));
}

function reaches(
  selectionSet: SelectionSetNode | undefined,
  path: readonly string[],
  info: GraphQLResolveInfo,
): boolean {
  const [name, ...rest] = path;
  return (selectionSet?.selections ?? []).some((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return reaches(selection.selectionSet, path, info);
    if (selection.kind === Kind.FRAGMENT_SPREAD)
      return reaches(info.fragments[selection.name.value]?.selectionSet, path, info);
    return selection.name.value === name && (rest.length === 0 || reaches(selection.selectionSet, rest, info));
  });
}

function asks(selectionSet: SelectionSetNode, info: GraphQLResolveInfo): boolean {
  const before = known.get(selectionSet);
  if (before !== undefined) return before;
  const answer = selectionSet.selections.some((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return asks(selection.selectionSet, info);
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = info.fragments[selection.name.value];
      return fragment !== undefined && asks(fragment.selectionSet, info);
    }
    if (detailFields.has(selection.name.value)) return true;
    return (
      wrappers.has(selection.name.value) && selection.selectionSet !== undefined && asks(selection.selectionSet, info)
    );
  });
  known.set(selectionSet, answer);
  return answer;
}
