import { factOf, inferred, nameIn, relationOf, type Lang } from '../../fields/statement.ts';
import type { EntityRecord } from '../../graph/entity-record.ts';
import type { TieRecord } from '../../graph/tie-record.ts';
import type { InTwoLanguages } from '../../model/column.ts';
import { actorKinds, type EntityKind } from '../../model/kinds.ts';
import { tieKinds, type TieKind } from '../../model/ties.ts';
import type { Library } from './brief.material.ts';
import type { Clause } from './brief.record.ts';
import { toldFirst, toldLast } from './brief.sections.ts';
import { words } from './brief.texts.ts';

/** A text in both languages, from one way to make it. */
export function both(make: (lang: Lang) => string): InTwoLanguages {
  return { es: make('ES'), en: make('EN') };
}

export function inLanguage(text: InTwoLanguages, lang: Lang): string {
  return lang === 'EN' ? text.en : text.es;
}

const bareKinds: ReadonlySet<EntityKind> = new Set([...actorKinds, 'COUNTRY', 'REGION']);

/** A name within a sentence: that of a person, a body or a place as it is, any other in quotation marks. */
export function nameWithin(entity: EntityRecord, lang: Lang): string {
  const name = nameIn(entity, lang);
  if (bareKinds.has(entity.kind)) return name;
  return lang === 'EN' ? `“${name}”` : `«${name}»`;
}

/** Facts as sentences; where one begins with the name that the one before it began with, the name is left out. */
export function sentencesOf(
  ties: readonly TieRecord[],
  library: Library,
  { withNotes = false }: { readonly withNotes?: boolean } = {},
): readonly Clause[] {
  return ties.flatMap((tie, at) => {
    const [clause] = clauseOf(tie, library, withNotes);
    if (clause === undefined) return [];
    const from = library.entityOf(tie.fromId);
    const repeats = from !== undefined && ties[at - 1]?.fromId === tie.fromId;
    const withoutName = (lang: Lang) => {
      const text = inLanguage(clause.text, lang);
      const name = repeats ? `${nameIn(from, lang)} ` : '';
      return text.startsWith(name) ? text.slice(name.length) : text;
    };
    return [{ ...clause, text: both(withoutName) }];
  });
}

/** A fact as a clause of its own; none where one of its ends is gone. */
export function clauseOf(tie: TieRecord, library: Library, withNote = false): readonly Clause[] {
  const [from, to] = [library.entityOf(tie.fromId), library.entityOf(tie.toId)];
  if (from === undefined || to === undefined) return [];
  const text = both(
    (lang) =>
      `${factOf(tie, from, to, lang)}${sectorOf(tie, library, lang)}${times(tie, lang)}${inferred(tie, lang)}${withNote && tie.basis === 'STATED' ? noteOf(tie) : ''}`,
  );
  return [{ text, citations: library.citationsOf(tie.citations) }];
}

/**
 * What some facts say of one of their ends: a clause for each relation, with all of its other ends in a row. The name
 * of the end stands before the first.
 * @param name how the end is named, with what is to be said beside its name; null where it was named just before
 */
export function clausesAbout(
  subject: EntityRecord,
  name: InTwoLanguages | null,
  ties: readonly TieRecord[],
  library: Library,
): readonly Clause[] {
  const ordered = [...ties].sort((one, other) => told.indexOf(one.tieKind) - told.indexOf(other.tieKind));
  const relations = new Map<string, { first: TieRecord; ties: TieRecord[]; others: EntityRecord[] }>();
  for (const tie of ordered) {
    const other = library.entityOf(tie.fromId === subject.id ? tie.toId : tie.fromId);
    if (other === undefined) continue;
    const { words: relation, besides } = relationOf(tie, subject.id, 'ES');
    const key = [relation, besides, times(tie, 'ES'), inferred(tie, 'ES')].join('|');
    const known = relations.get(key) ?? { first: tie, ties: [], others: [] };
    known.ties.push(tie);
    if (!known.others.some(({ id }) => id === other.id)) known.others.push(other);
    relations.set(key, known);
  }
  return [...relations.values()].map(({ first, ties: stating, others }, at) => ({
    text: both((lang) => {
      const { words: relation, besides } = relationOf(first, subject.id, lang);
      const names = inARow(
        others.map((other) => nameWithin(other, lang)),
        lang,
      );
      const open = stating.some((tie) => tie.open) ? inLanguage(words.amongOthers, lang) : '';
      const start = at === 0 && name !== null ? `${inLanguage(name, lang)} ` : '';
      return `${start}${relation} ${names}${open}${besides}${times(first, lang)}${inferred(first, lang)}`;
    }),
    citations: library.citationsOf([...new Set(stating.flatMap(({ citations }) => citations))]),
  }));
}

const told: readonly TieKind[] = [
  ...toldFirst,
  ...tieKinds.filter((kind) => !toldFirst.includes(kind) && !toldLast.includes(kind)),
  ...toldLast,
];

/** "A", "A y B", "A, B y C". */
export function inARow(names: readonly string[], lang: Lang): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  // Before the sound of i the Spanish "y" is "e"; not before the diphthong of "hielo".
  const and = lang === 'ES' && /^[«“]?(i|hi(?!e))/i.test(last) ? words.andBeforeI : words.and;
  return `${names.slice(0, -1).join(', ')} ${inLanguage(and, lang)} ${last}`;
}

/** " (desde 2011)": since when and until when the source says that it was so. */
function times({ since, until }: TieRecord, lang: Lang): string {
  if (since !== null && since === until) return ` (${dateWithin(since, lang)})`;
  const parts = [
    ...(since === null ? [] : [`${inLanguage(words.since, lang)} ${dateWithin(since, lang)}`]),
    ...(until === null ? [] : [`${inLanguage(words.until, lang)} ${dateWithin(until, lang)}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(' ')})`;
}

/** What a stated fact is said besides, in the language of its package. */
function noteOf({ note }: TieRecord): string {
  return note === null ? '' : ` (${note.replace(/\.$/, '')})`;
}

function sectorOf(tie: TieRecord, library: Library, lang: Lang): string {
  const sector = tie.tieKind === 'CONSULTED_IN' ? library.entityOf(tie.own.sector) : undefined;
  if (sector === undefined) return '';
  const name = nameIn(sector, lang);
  // Many sectors have the word in their name.
  return /\bsector\b/i.test(name) ? ` (${name})` : ` (${inLanguage(words.sector, lang)}: ${name})`;
}

/** A partial date in words: "27 de enero de 2015", "enero de 2015", "2015". */
export function dateWithin(date: string, lang: Lang): string {
  const precision = date.split('-').length;
  if (precision === 1) return date;
  const format = new Intl.DateTimeFormat(lang === 'EN' ? 'en-GB' : 'es', {
    year: 'numeric',
    month: 'long',
    ...(precision === 3 ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  });
  return format.format(new Date(precision === 3 ? date : `${date}-01`));
}
