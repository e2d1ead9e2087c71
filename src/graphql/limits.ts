import {
  type DocumentNode,
  GraphQLError,
  Kind,
  Lexer,
  parse,
  type SelectionSetNode,
  Source,
  TokenKind,
  visit,
} from 'graphql';

import type { Limits } from '../config.ts';
import { Remembered } from '../fields/remembered.ts';
import { type AnswerError, tooComplex } from './answer-error.ts';
import { documentNesting } from './brackets.ts';

const INTROSPECTION = new Set(['__schema', '__type']);

/**
 * Whether a query text may go to the parser and the validator at all: what can be told without the schema, in time
 * that grows with its length. Texts that do not parse pass: the server's own parser reports them.
 */
export function documentProblem(text: string, limits: Limits): AnswerError | null {
  const nesting = documentNesting(text);
  if (nesting > limits.nesting) return tooComplex('nesting', nesting, limits.nesting, 'open fewer brackets at once.');
  const tokens = countTokens(text, limits.tokens);
  if (tokens > limits.tokens) return tooComplex('tokens', tokens, limits.tokens, 'ask in several smaller queries.');
  const document = parsed(text);
  return document === null ? null : shapeProblem(document, limits);
}

const REMEMBERED = 500;
const LONGEST_REMEMBERED = 20_000;

/** The same, found once for each text that clients send again and again. */
export function rememberedProblems(limits: Limits): (text: string) => AnswerError | null {
  const problems = new Remembered<AnswerError | null>(REMEMBERED, LONGEST_REMEMBERED);
  return (text) => problems.of(text, () => documentProblem(text, limits));
}

/** The largest list within variables, however deep. */
export function largestList(value: unknown): number {
  if (Array.isArray(value))
    return value.reduce<number>((most, member) => Math.max(most, largestList(member)), value.length);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((most, member) => Math.max(most, largestList(member)), 0);
}

/** The error for a list with too many values, or none. */
export function listProblem(size: number, { list }: Limits): AnswerError | null {
  return size > list ? tooComplex('a list of values:', size, list, 'ask for them in several queries.') : null;
}

/** Stops counting at the first token beyond the limit, or where the text is no GraphQL. */
function countTokens(text: string, limit: number): number {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  try {
    while (tokens <= limit && lexer.advance().kind !== TokenKind.EOF) tokens += 1;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
  return tokens;
}

function parsed(text: string): DocumentNode | null {
  try {
    return parse(text, { noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

function shapeProblem(document: DocumentNode, limits: Limits): AnswerError | null {
  const shape = shapeOf(document);
  const over = (measure: 'aliases' | 'directives' | 'definitions' | 'depth' | 'repeats', advice: string) =>
    shape[measure] > limits[measure] ? tooComplex(measure, shape[measure], limits[measure], advice) : null;
  return (
    over('aliases', 'ask in several queries, or by a list of ids.') ??
    over('directives', 'leave out what is not needed.') ??
    over('definitions', 'send only the operation that runs and its fragments.') ??
    over('repeats', 'ask for the same name fewer times.') ??
    over('depth', 'ask for the deeper levels in a second query, by the ids of the first.') ??
    listProblem(shape.list, limits)
  );
}

/**
 * Counts of the whole document, each fragment once. An alias within introspection counts tenfold: introspection is
 * exempt from cost, and its lists within lists hold tens of thousands of objects each.
 */
function shapeOf(document: DocumentNode) {
  const counts = { aliases: 0, directives: 0, list: 0 };
  const names = new Map<string, number>();
  let introspection = 0;
  visit(document, {
    Field: {
      enter(field) {
        if (INTROSPECTION.has(field.name.value)) introspection += 1;
        if (field.alias !== undefined) counts.aliases += introspection > 0 ? 10 : 1;
        const name = field.alias?.value ?? field.name.value;
        names.set(name, (names.get(name) ?? 0) + 1);
      },
      leave(field) {
        if (INTROSPECTION.has(field.name.value)) introspection -= 1;
      },
    },
    FragmentDefinition: {
      enter(fragment) {
        introspection = fragment.typeCondition.name.value.startsWith('__') ? 1 : 0;
      },
      leave() {
        introspection = 0;
      },
    },
    Directive() {
      counts.directives += 1;
    },
    ListValue(list) {
      counts.list = Math.max(counts.list, list.values.length);
    },
  });
  return {
    ...counts,
    definitions: document.definitions.length,
    repeats: Math.max(0, ...names.values()),
    depth: depthOf(document),
  };
}

/** Levels of fields in the deepest operation; introspection has a rule of its own among graphql-js's. */
function depthOf(document: DocumentNode): number {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node.selectionSet]] : [],
    ),
  );
  const known = new Map<string, number>();
  const below = (selected: SelectionSetNode | undefined): number =>
    (selected?.selections ?? []).reduce((most, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return Math.max(most, ofFragment(selection.name.value));
      if (selection.kind === Kind.INLINE_FRAGMENT) return Math.max(most, below(selection.selectionSet));
      return selection.name.value.startsWith('__') ? most : Math.max(most, 1 + below(selection.selectionSet));
    }, 0);
  const ofFragment = (name: string): number => {
    const depth = known.get(name);
    if (depth !== undefined) return depth;
    // A fragment within itself adds nothing here; validation refuses the cycle.
    known.set(name, 0);
    const found = below(fragments.get(name));
    known.set(name, found);
    return found;
  };
  return Math.max(0, ...document.definitions.map((node) => ('selectionSet' in node ? below(node.selectionSet) : 0)));
}
