import { kindOfLabel, toEntity, type EntityRecord } from '../graph/entity-record.ts';
import type { Reader } from '../graph/graph.ts';
import { toTie, type TieRecord } from '../graph/tie-record.ts';
import { kindOf, type EntityKind } from '../model/kinds.ts';
import type { TieKind } from '../model/ties.ts';
import { citationReader, type Citation } from './citations.ts';
import { chosenEntityPages, entityPages, tiePages } from './pages.cypher.ts';
import type { Selection } from './selection.ts';

/** What an export reads: a selection of what some packages, or all, state. */
export interface Reading {
  readonly graph: Reader;
  readonly selection: Selection;
  /** Ids of packages; `null` for all. */
  readonly datasets: readonly string[] | null;
  /** Told after each page how many of these were read; may throw to stop the export. */
  readonly onPage: (what: 'entities' | 'ties' | 'rows', count: number) => void;
}

export interface ExportedEntity {
  readonly entity: EntityRecord;
  readonly datasets: readonly string[];
  readonly citations: readonly Citation[];
}

/** An end of a tie. */
export interface ExportedEnd {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly nameEn: string | null;
}

export interface ExportedTie {
  readonly tie: TieRecord;
  readonly from: ExportedEnd;
  readonly to: ExportedEnd;
  readonly datasets: readonly string[];
  readonly citations: readonly Citation[];
}

/** Rows of one statement: some 20 ms of the database, and a megabyte or two of text. */
const PAGE = 2000;

/** The entities of an export in pages, by kind and id. Throws GraphError. */
export async function* exportedEntities(reading: Reading): AsyncGenerator<readonly ExportedEntity[]> {
  const resolve = citationReader(reading.graph);
  for (const kind of reading.selection.kinds) {
    for await (const page of pagesById((after) => readEntities(reading, kind, after), idOfEntity)) {
      const chosen = page.filter(({ isChosen }) => isChosen);
      const citations = await resolve(chosen.map(({ entity }) => entity.detail?.citations ?? []));
      yield chosen.map(({ datasets, entity }, at) => ({ datasets, entity, citations: citations[at] ?? [] }));
      reading.onPage('entities', chosen.length);
    }
  }
}

/** The ties of an export in pages, by kind and id. Throws GraphError. */
export async function* exportedTies(reading: Reading): AsyncGenerator<readonly ExportedTie[]> {
  const resolve = citationReader(reading.graph);
  const kinds = new Set(reading.selection.kinds);
  for (const kind of reading.selection.ties) {
    for await (const page of pagesById((after) => readTies(reading.graph, kind, after), idOfTie)) {
      const chosen = page.filter(
        ({ from, to, datasets }) => kinds.has(from.kind) && kinds.has(to.kind) && isOf(datasets, reading.datasets),
      );
      const citations = await resolve(chosen.map(({ tie }) => tie.citations));
      yield chosen.map((tie, at) => ({ ...tie, citations: citations[at] ?? [] }));
      reading.onPage('ties', chosen.length);
    }
  }
}

/** Page after page; the next one is read only when the one before has been written. */
async function* pagesById<R>(
  read: (after: string) => Promise<readonly R[]>,
  idOf: (row: R) => string,
): AsyncGenerator<readonly R[]> {
  for (let after = ''; ;) {
    const rows = await read(after);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    if (rows.length < PAGE) return;
    after = idOf(last);
  }
}

type PageEntity = Omit<ExportedEntity, 'citations'> & { readonly isChosen: boolean };
type PageTie = Omit<ExportedTie, 'citations'>;

const idOfEntity = ({ entity }: PageEntity): string => entity.id;
const idOfTie = ({ tie }: PageTie): string => tie.id;

async function readEntities(
  { graph, selection, datasets: chosen }: Reading,
  kind: EntityKind,
  after: string,
): Promise<readonly PageEntity[]> {
  const { onlyTied, ties, kinds } = selection;
  const page = { after, limit: PAGE, full: true };
  const rows =
    onlyTied || chosen !== null
      ? await graph.read(found(chosenEntityPages, kind), {
          ...page,
          datasets: chosen,
          onlyTied,
          ties,
          labels: kinds.map((other) => kindOf(other).label),
        })
      : await graph.read(found(entityPages, kind), page);
  return rows.map(([datasets, isChosen, ...entity]) => ({ datasets, isChosen, entity: toEntity(entity) }));
}

async function readTies(graph: Reader, kind: TieKind, after: string): Promise<readonly PageTie[]> {
  const rows = await graph.read(found(tiePages, kind), { after, limit: PAGE });
  return rows.map(([datasets, fromLabel, fromName, fromNameEn, toLabel, toName, toNameEn, ...columns]) => {
    const tie = toTie(columns);
    return {
      tie,
      from: end(tie.fromId, fromLabel, fromName, fromNameEn),
      to: end(tie.toId, toLabel, toName, toNameEn),
      datasets,
    };
  });
}

function end(id: string, label: string, name: string, nameEn: string | null): ExportedEnd {
  const kind = kindOfLabel(label);
  if (kind === undefined)
    throw new Error(`Expected ${id} to carry the label of a kind of entity, but got ${label}. Import the data again.`);
  return { id, kind, name, nameEn };
}

function isOf(stating: readonly string[], chosen: readonly string[] | null): boolean {
  return chosen === null || stating.some((dataset) => chosen.includes(dataset));
}

function found<K, T>(statements: ReadonlyMap<K, T>, kind: K): T {
  const statement = statements.get(kind);
  if (statement === undefined)
    throw new Error(`Expected a statement for ${String(kind)}, but there is none: they are built from the model.`);
  return statement;
}
