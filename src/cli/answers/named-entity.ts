import { fold } from '../../model/fold.ts';
import type { InTwoLanguages } from '../../model/column.ts';
import { kindWords } from '../../model/kind-words.ts';
import type { EntityKind } from '../../model/kinds.ts';
import { AnswerError, type Ask, type Language } from './question.ts';
import { words } from './values.ts';

/** An entity that somebody named. */
export interface Named {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** What was understood, where it is called otherwise than was typed. */
  readonly notes: readonly InTwoLanguages[];
}

type Known = Omit<Named, 'notes'>;

export interface Naming {
  /** What the name was given for, such as `--places`. */
  readonly place: string;
  readonly ask: Ask;
  readonly lang: Language;
  /** The kinds that fit; all when left out. */
  readonly kinds?: readonly EntityKind[];
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

const byRank = 'query AxesByRank($lang: Lang!) { priorityAxes { id kind rank name(lang: $lang) } }';

interface Found {
  readonly search: {
    readonly totalCount: number;
    readonly suggestions: readonly string[];
    readonly edges: readonly { readonly matched: string; readonly distinction: string | null; readonly node: Known }[];
  };
}

/** How many are listed when several fit. */
const MOST_LISTED = 10;

/**
 * The entity that somebody means by its id or by a name: the only one that a search finds, or the only one that is
 * called exactly so; of an axis, by its rank too. Throws AnswerError that lists those that fit when there are several, and
 * says so when there is none.
 */
export async function namedEntity(text: string, naming: Naming): Promise<Named> {
  const { place, ask, lang, kinds } = naming;
  words(place, text, lang);
  const known = /^[a-z0-9-]+$/.test(text) ? await entityById(text, naming) : null;
  if (known !== null && (kinds?.includes(known.kind) ?? true)) return { ...known, notes: [] };
  const ranked = await axesByRank(text, naming);
  if (ranked.length > 0) return oneOfAxes(text, ranked, naming);
  const variables = { text, kinds: kinds ?? null, first: MOST_LISTED, lang: lang.toUpperCase() };
  const { search } = await ask<Found>(byName, variables);
  const { edges, totalCount, suggestions } = search;
  const [called, ...namesakes] = edges.filter(({ matched }) => fold(matched) === fold(text));
  if (called !== undefined && namesakes.length === 0) return { ...called.node, notes: [] };
  const [only, ...others] = edges;
  if (only === undefined) throw nobody(text, known, naming);
  // Somebody who types the id of a theme does not mean a person whose name begins like it.
  if (known === null && others.length === 0 && suggestions.length === 0)
    return { ...only.node, notes: [understood(text, only.node)] };
  const lines = edges.map(({ node, distinction }) => lineOf(node, distinction, lang));
  const more = totalCount > edges.length ? [`  … ${totalCount - edges.length}`] : [];
  const told = suggestions.length > 0 ? near[lang](text) : several[lang](text);
  const said = known === null ? told : unfit[lang](text, kindWords[known.kind][lang]);
  throw new AnswerError([`${place}: ${said}`, ...lines, ...more].join('\n'));
}

async function entityById(id: string, { ask, lang }: Naming): Promise<Known | null> {
  const { node } = await ask<{ readonly node: Partial<Known> | null }>(byId, { id, lang: lang.toUpperCase() });
  return isKnown(node) ? node : null;
}

/** The axes of a rank, which two packages may both have. */
async function axesByRank(text: string, { ask, lang, kinds }: Naming): Promise<readonly Known[]> {
  const [, word, rank] = /^(eje|axis)?\s*(\d+)$/i.exec(text) ?? [];
  const isAxis = kinds === undefined ? word !== undefined : kinds.includes('PRIORITY_AXIS');
  if (rank === undefined || !isAxis) return [];
  const { priorityAxes } = await ask<{ readonly priorityAxes: readonly (Known & { readonly rank: number | null })[] }>(
    byRank,
    { lang: lang.toUpperCase() },
  );
  return priorityAxes.filter((axis) => axis.rank === Number(rank)).map(({ id, kind, name }) => ({ id, kind, name }));
}

function oneOfAxes(text: string, axes: readonly Known[], { place, lang }: Naming): Named {
  const [axis, ...others] = axes;
  if (axis !== undefined && others.length === 0) return { ...axis, notes: [understood(text, axis)] };
  const lines = axes.map((one) => lineOf(one, null, lang));
  throw new AnswerError([`${place}: ${several[lang](text)}`, ...lines].join('\n'));
}

function lineOf({ id, kind, name }: Known, distinction: string | null, lang: Language): string {
  return `  ${id}  ${name} (${[kindWords[kind][lang], ...(distinction === null ? [] : [distinction])].join('; ')})`;
}

function understood(text: string, { id, kind, name }: Known): InTwoLanguages {
  return {
    es: `«${text}» se entendió como ${name} (${kindWords[kind].es}; ${id}).`,
    en: `“${text}” was taken for ${name} (${kindWords[kind].en}; ${id}).`,
  };
}

/** Nothing in the graph is called so, or nearly so. */
export class UnknownNameError extends AnswerError {}

function nobody(text: string, known: Known | null, { place, lang, kinds }: Naming): AnswerError {
  const wanted =
    kinds === undefined
      ? { es: 'algo que esté en el grafo', en: 'something in the graph' }[lang]
      : new Intl.ListFormat(lang, { type: 'disjunction' }).format(kinds.map((kind) => kindWords[kind][lang]));
  const came =
    known === null
      ? { es: `nada de eso se llama «${text}»`, en: `nothing of that is called “${text}”` }
      : {
          es: `«${text}» es de otra clase (${kindWords[known.kind].es})`,
          en: `“${text}” is of another kind (${kindWords[known.kind].en})`,
        };
  return new UnknownNameError(
    {
      es: `${place}: se esperaba la clave o el nombre de ${wanted}, pero ${came.es}. Pruebe con menos palabras, o búsquelo: sobremesa search <texto>.`,
      en: `${place}: expected the id or the name of ${wanted}, but ${came.en}. Try fewer words, or look for it: sobremesa search <text>.`,
    }[lang],
  );
}

const several = {
  es: (text: string) =>
    `se esperaba el nombre de una sola cosa, pero varias responden a «${text}». Dé la clave de una:`,
  en: (text: string) => `expected the name of one thing, but several answer to “${text}”. Give the id of one:`,
} as const;

const near = {
  es: (text: string) => `nada se llama «${text}». Se parecen; dé la clave de la que busca:`,
  en: (text: string) => `nothing is called “${text}”. These are near; give the id of the one you mean:`,
} as const;

const unfit = {
  es: (text: string, kind: string) =>
    `«${text}» es de una clase que aquí no va (${kind}). Dé la clave de la que busca:`,
  en: (text: string, kind: string) =>
    `“${text}” is of a kind that does not fit here (${kind}). Give the id of the one you mean:`,
} as const;

function isKnown(node: Partial<Known> | null): node is Known {
  return node?.id !== undefined && node.kind !== undefined && node.name !== undefined;
}
