import { fold } from '../../model/fold.ts';
import { kindWords } from '../../model/kind-words.ts';
import type { EntityKind } from '../../model/kinds.ts';
import { AnswerError, type Ask, type Language } from './question.ts';

interface Named {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
}

const byId = `query EntityById($id: ID!, $lang: Lang!) {
  node(id: $id) { ... on Entity { id kind name(lang: $lang) } }
}`;

const byName = `query EntityByName($text: String!, $kinds: [EntityKind!], $first: Int!, $lang: Lang!) {
  search(text: $text, kinds: $kinds, first: $first) {
    totalCount
    suggestions
    edges { matched distinction(lang: $lang) node { id kind name(lang: $lang) } }
  }
}`;

interface Found {
  readonly search: {
    readonly totalCount: number;
    readonly suggestions: readonly string[];
    readonly edges: readonly { readonly matched: string; readonly distinction: string | null; readonly node: Named }[];
  };
}

/** How many are listed when several fit. */
const MOST_LISTED = 10;

/**
 * The entity that somebody means by its id or by a name: the only one that a search finds, or the only one that is
 * called exactly so. Throws AnswerError that lists those that fit when there are several, and says so when there is none.
 * @param kinds the kinds that fit; all when left out
 */
export async function namedEntity(
  text: string,
  { ask, lang, kinds }: { readonly ask: Ask; readonly lang: Language; readonly kinds?: readonly EntityKind[] },
): Promise<Named> {
  const language = lang.toUpperCase();
  if (/^[a-z0-9-]+$/.test(text)) {
    const { node } = await ask<{ readonly node: Partial<Named> | null }>(byId, { id: text, lang: language });
    if (isNamed(node) && (kinds?.includes(node.kind) ?? true)) return node;
  }
  const variables = { text, kinds: kinds ?? null, first: MOST_LISTED, lang: language };
  const { search } = await ask<Found>(byName, variables);
  const { edges, totalCount, suggestions } = search;
  const [only, ...others] = edges;
  if (only === undefined) throw new UnknownNameError(nobody[lang](text));
  if (others.length === 0 && suggestions.length === 0) return only.node;
  const [called, ...namesakes] = edges.filter(({ matched }) => fold(matched) === fold(text));
  if (called !== undefined && namesakes.length === 0) return called.node;
  const lines = edges.map(
    ({ node, distinction }) =>
      `  ${node.id}  ${node.name} (${[kindWords[node.kind][lang], ...(distinction === null ? [] : [distinction])].join('; ')})`,
  );
  const more = totalCount > edges.length ? [`  … ${totalCount - edges.length}`] : [];
  const said = suggestions.length > 0 ? near[lang](text) : several[lang](text);
  throw new AnswerError([said, ...lines, ...more].join('\n'));
}

/** Nothing in the graph is called so, or nearly so. */
export class UnknownNameError extends AnswerError {}

const nobody = {
  es: (text: string) =>
    `Se esperaba la clave o el nombre de algo que esté en el grafo, pero nada se llama «${text}». Pruebe con menos palabras: sobremesa search <texto>.`,
  en: (text: string) =>
    `Expected the id or the name of something in the graph, but nothing is called “${text}”. Try fewer words: sobremesa search <text>.`,
} as const;

const several = {
  es: (text: string) =>
    `Se esperaba el nombre de una sola cosa, pero varias responden a «${text}». Dé la clave de una:`,
  en: (text: string) => `Expected the name of one thing, but several answer to “${text}”. Give the id of one:`,
} as const;

const near = {
  es: (text: string) => `Nada se llama «${text}». Se parecen; dé la clave de la que busca:`,
  en: (text: string) => `Nothing is called “${text}”. These are near; give the id of the one you mean:`,
} as const;

function isNamed(node: Partial<Named> | null): node is Named {
  return node?.id !== undefined && node.kind !== undefined && node.name !== undefined;
}
