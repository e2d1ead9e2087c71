import { kindOf } from '../model/kinds.ts';
import { tieOf } from '../model/ties.ts';
import { relationIn } from './attributes.ts';
import type { Citation } from './citations.ts';
import {
  exportedEntities,
  exportedTies,
  type ExportedEnd,
  type ExportedEntity,
  type ExportedTie,
  type Reading,
} from './pages.ts';
import type { Language } from './request.ts';

/** Writes JSON Lines: an object for each entity, then one for each tie; what is empty is null, or an empty list. */
export async function* jsonLines(reading: Reading, lang: Language): AsyncGenerator<string> {
  for await (const page of exportedEntities(reading)) yield page.map((one) => line(entityObject(one, lang))).join('');
  for await (const page of exportedTies(reading)) yield page.map((one) => line(tieObject(one, lang))).join('');
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

function entityObject({ entity, datasets, citations }: ExportedEntity, lang: Language): object {
  return {
    type: 'entity',
    id: entity.id,
    kind: entity.kind,
    actor: kindOf(entity.kind).actor,
    name: entity.name,
    nameEn: entity.nameEn,
    ...entity.detail,
    datasets,
    citations: citations.map((citation) => citationObject(citation, lang)),
  };
}

function tieObject(exported: ExportedTie, lang: Language): object {
  const { tie, from, to, datasets, citations } = exported;
  return {
    type: 'tie',
    id: tie.id,
    kind: tie.tieKind,
    class: tieOf(tie.tieKind).class,
    symmetric: tieOf(tie.tieKind).symmetric === true,
    relation: relationIn(exported, lang),
    from: endObject(from),
    to: endObject(to),
    ...tie.own,
    basis: tie.basis,
    note: tie.note,
    since: tie.since,
    until: tie.until,
    asOf: tie.asOf,
    open: tie.open,
    datasets,
    citations: citations.map((citation) => citationObject(citation, lang)),
  };
}

function endObject({ id, kind, name, nameEn }: ExportedEnd): object {
  return { id, kind, name, nameEn };
}

function citationObject({ id, place, placeEn, source }: Citation, lang: Language): object {
  return {
    id,
    source: { id: source.id, title: source.title, year: source.year },
    place: lang === 'en' ? placeEn : place,
  };
}
