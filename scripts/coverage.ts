import { parse } from 'csv-parse/sync';
import { z } from 'zod';

import type { AuditedRow, Known } from '../src/audit/check.ts';
import { citationsOf, countedAs, none, type RowCounts } from '../src/audit/counts.ts';
import { LIST_SEPARATOR } from '../src/dataset/descriptor.ts';

/** A part of a document, as a person wrote it down. */
interface Part {
  readonly source: string;
  readonly name: string;
  /** What the ids of its places begin with, after `place:` and the name of the package. */
  readonly prefixes: readonly string[];
  /** Why nothing comes from it. */
  readonly reason: string;
}

const Parts = z.array(
  z.strictObject({
    source: z.string().min(1),
    order: z.string().regex(/^[1-9][0-9]*$/),
    part: z.string().min(1),
    places: z.string().min(1),
    reason: z.string(),
  }),
);

/** Reads the parts of the documents of a package, the documents in the order of the file. */
export function partsOf(csv: string): readonly Part[] {
  const rows = Parts.parse(parse(csv, { columns: true }));
  const sources = [...new Set(rows.map(({ source }) => source))];
  return [...rows]
    .sort((one, other) => sources.indexOf(one.source) - sources.indexOf(other.source) || +one.order - +other.order)
    .map(({ source, part, places, reason }) => ({
      source,
      name: part,
      prefixes: places.split(LIST_SEPARATOR),
      reason,
    }));
}

interface Coverage {
  /** The page; `null` where there are problems. */
  readonly page: string | null;
  /** Everything that is wrong, a line each. */
  readonly problems: readonly string[];
}

interface Place {
  readonly id: string;
  readonly source: string;
}

/** Counts what comes from each part of the documents of a package, each row once for each part that states it. */
export async function coverageOf(
  dataset: string,
  parts: readonly Part[],
  rows: AsyncIterable<AuditedRow> | Iterable<AuditedRow>,
  { citations }: Pick<Known, 'citations'>,
): Promise<Coverage> {
  const titles = new Map<string, string>();
  const places = new Map<string, Place>();
  const partOfPlace = new Map<string, Part>();
  const counts = new Map<Part | string, RowCounts>();
  const problems: string[] = [];
  for await (const row of rows) {
    const { holds } = row.table;
    const id = row.cell('id');
    if (holds.what === 'records' && holds.kind === 'SOURCE') titles.set(id, row.cell('title'));
    if (holds.what === 'records' && holds.kind === 'PLACE') {
      const place = { id, source: row.cell('source') };
      places.set(id, place);
      const [part, ...others] = holdersOf(dataset, place, parts);
      if (part === undefined) problems.push(`${id} belongs to no part of ${place.source}: name it in one of them.`);
      else if (others.length > 0)
        problems.push(
          `${id} belongs to ${[part, ...others].map(({ name }) => `“${name}”`).join(' and ')}: leave it in one.`,
        );
      else partOfPlace.set(id, part);
    }
    const cited = citationsOf(row).flatMap((citation) => citations.get(citation) ?? []);
    const holders = cited.flatMap(({ place, source }) => [partOfPlace.get(place) ?? source, source, dataset]);
    for (const holder of new Set(holders)) countsOf(holder, counts)[countedAs(row)] += 1;
  }
  for (const source of titles.keys())
    if (!parts.some((part) => part.source === source)) problems.push(`${source} has no parts: write them down.`);
  for (const part of parts) {
    if (!titles.has(part.source))
      problems.push(`“${part.name}” is a part of ${part.source}, which the package does not have.`);
    const isEmpty = sumOf(countsOf(part, counts)) === 0;
    if (isEmpty && part.reason === '')
      problems.push(`Nothing comes from “${part.name}” of ${part.source}: say in the column reason why.`);
    if (!isEmpty && part.reason !== '')
      problems.push(`Something comes from “${part.name}” of ${part.source}: leave its reason empty.`);
  }
  return { page: problems.length > 0 ? null : pageOf(dataset, parts, titles, counts), problems };
}

/** The parts that a place belongs to: those with the longest prefix. A prefix ends where the id has a slash, or with `*`. */
function holdersOf(dataset: string, { id, source }: Place, parts: readonly Part[]): readonly Part[] {
  const path = id.replace(`place:${dataset}/`, '');
  const fits = (prefix: string) =>
    prefix.endsWith('*') ? path.startsWith(prefix.slice(0, -1)) : `${path}/`.startsWith(`${prefix}/`);
  const longest = (part: Part) => Math.max(0, ...part.prefixes.filter(fits).map(({ length }) => length));
  const own = parts.filter((part) => part.source === source);
  const best = Math.max(0, ...own.map(longest));
  return own.filter((part) => best > 0 && longest(part) === best);
}

function countsOf(holder: Part | string, counts: Map<Part | string, RowCounts>): RowCounts {
  const known = counts.get(holder) ?? none();
  counts.set(holder, known);
  return known;
}

function sumOf({ entities, facts, claims, others }: RowCounts): number {
  return entities + facts + claims + others;
}

function pageOf(
  dataset: string,
  parts: readonly Part[],
  titles: ReadonlyMap<string, string>,
  counts: Map<Part | string, RowCounts>,
): string {
  const sources = [...new Set(parts.map(({ source }) => source))];
  return [
    '# Qué viene de cada parte de los documentos',
    '',
    `Lo escribe \`npm run generate\` a partir de [parts.csv](parts.csv) y del paquete \`${dataset}\`. Las partes van en el orden del`,
    'documento. Una fila se cuenta una vez en cada parte que la sostiene, y una vez en el total: los totales son menores que la',
    'suma. «Otras» son actos de acuerdos y las pequeñas tablas de una consulta.',
    '',
    ...table(
      ['Documento', ...headings],
      [
        ...sources.map((source) => [titles.get(source) ?? source, ...figuresOf(source, counts)]),
        ['**El paquete**', ...figuresOf(dataset, counts)],
      ],
    ),
    ...sources.flatMap((source) => [
      '',
      `## ${titles.get(source) ?? source}`,
      '',
      `\`${source}\``,
      '',
      ...table(
        ['Parte', ...headings, 'Por qué nada'],
        [
          ...parts
            .filter((part) => part.source === source)
            .map((part) => [part.name, ...figuresOf(part, counts), part.reason]),
          ['**El documento**', ...figuresOf(source, counts), ''],
        ],
      ),
    ]),
    '',
  ].join('\n');
}

const headings = ['Entidades', 'Hechos', 'Afirmaciones', 'Otras'];

function figuresOf(holder: Part | string, counts: Map<Part | string, RowCounts>): readonly string[] {
  const { entities, facts, claims, others } = countsOf(holder, counts);
  return [entities, facts, claims, others].map(String);
}

function table(names: readonly string[], lines: readonly (readonly string[])[]): readonly string[] {
  const rule = names.map((name) => (headings.includes(name) ? '---:' : '---'));
  return [names, rule, ...lines].map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
}
