import { KnownHubs } from '../../../src/graph/known-hubs.ts';
import type { Reading } from '../../../src/export/pages.ts';
import { selectionOf } from '../../../src/export/selection.ts';
import { detailProperties } from '../../../src/graph/entity-record.ts';
import type { Reader } from '../../../src/graph/graph.ts';
import { propertyColumns } from '../../../src/model/column.ts';
import { kindOf, type EntityKind } from '../../../src/model/kinds.ts';
import { tieOf, type TieKind } from '../../../src/model/ties.ts';

type Values = Readonly<Record<string, unknown>>;

export interface MadeEntity {
  readonly kind: EntityKind;
  readonly id: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly detail?: Values;
}

export interface MadeTie {
  readonly kind: TieKind;
  readonly id: string;
  readonly from: MadeEntity;
  readonly to: MadeEntity;
  readonly values?: Values;
}

/** Everything that a text can hold to trip up a format. */
export const trickyName = 'Ñandú & Cía. <"O\'Higgins">, s; a\tb\nc\r\nd 🎭 =1+1 | \u0007\uFFFE\uD800';
/** What XML can hold of it. */
export const trickyNameInXml = 'Ñandú & Cía. <"O\'Higgins">, s; a\tb\nc\r\nd 🎭 =1+1 | ';

export const ana: MadeEntity = {
  kind: 'PERSON',
  id: 'ana',
  name: 'Ana Luz',
  detail: { aliases: ['Anita', 'A. "L." Mar'], givenName: 'Ana', surname1: 'Luz', citations: ['citation:report/1'] },
};
export const port: MadeEntity = {
  kind: 'ORGANIZATION',
  id: 'puerto',
  name: trickyName,
  nameEn: 'Port of <Clear> & Sons',
  detail: { organizationType: 'OTHER', citations: ['citation:report/1', 'citation:report/2'] },
};
const city: MadeEntity = { kind: 'CITY', id: 'ciudad', name: 'Ciudad', detail: { latitude: -19.5 } };

const twoPosts = (['rectora', 'vocal'] as const).map((role) => ({
  kind: 'AFFILIATED_WITH' as const,
  id: `affiliation:ana/puerto/${role}`,
  from: ana,
  to: port,
  values: { role, since: '2014-05', open: true, citations: ['citation:report/2'] },
}));
/** A graph with parallel ties of one kind. */
export const entities: readonly MadeEntity[] = [ana, port, city];
export const ties: readonly MadeTie[] = [
  ...twoPosts,
  { kind: 'BASED_IN', id: 'seat:puerto/ciudad', from: port, to: city, values: { note: '=HYPERLINK("http://x")' } },
];

/** What an export reads, over a graph that is made up of these. */
export function readingOf(choice: Partial<Parameters<typeof selectionOf>[0]> = {}): Reading {
  return {
    graph: readerOf(),
    selection: selectionOf({ kinds: undefined, ties: undefined, classes: undefined, ...choice }),
    datasets: null,
    onPage: () => undefined,
  };
}

export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

function readerOf(): Reader {
  const rows = new Map<string, (readonly unknown[])[]>();
  const add = (name: string, row: readonly unknown[]) => rows.set(name, [...(rows.get(name) ?? []), row]);
  for (const entity of entities) {
    add(`export.${entity.kind}`, entityRow(entity));
    add(`export.chosen.${entity.kind}`, entityRow(entity));
  }
  for (const tie of ties) add(`export.${tie.kind}`, tieRow(tie));
  for (const number of [1, 2]) add('citationsById', citationRow(number));
  return {
    hubs: new KnownHubs(),
    // The rows are made in the order of the statements' columns.
    read: async (query) => (rows.get(query.name) ?? []) as never,
  };
}

function entityRow({ kind, id, name, nameEn, detail = {} }: MadeEntity): readonly unknown[] {
  const lists: Values = { aliases: [], citations: [] };
  const values = detailProperties[kind].map((property) => detail[property] ?? lists[property] ?? null);
  return [['made-up'], true, kindOf(kind).label, id, name, nameEn ?? null, values];
}

function tieRow({ kind, id, from, to, values = {} }: MadeTie): readonly unknown[] {
  const end = (one: MadeEntity) => [kindOf(one.kind).label, one.name, one.nameEn ?? null];
  const {
    basis = 'STATED',
    note = null,
    since = null,
    until = null,
    open = null,
    asOf = '2016',
    citations = [],
  } = values;
  const own = propertyColumns(tieOf(kind).columns).map(({ name }) => values[name] ?? null);
  return [
    ['made-up'],
    ...end(from),
    ...end(to),
    ...[kind, id, basis, citations, [note, since, until, open, asOf, ...own], from.id, to.id],
  ];
}

function citationRow(number: number): readonly unknown[] {
  const source = ['source:report', 'Informe «A & B»', null, '2016-03', 'es', null, null];
  return [`citation:report/${number}`, `Anexo ${number}`, `Annex ${number}`, null, null, ...source];
}
