import { csvLine } from '../dataset/package-writing.ts';
import { nameIn, ownTieAttributes, relationIn, textOfValue } from './attributes.ts';
import { kindWords } from '../model/kind-words.ts';
import { placeInWords } from './citations.ts';
import { exportedTies, type ExportedTie, type Reading } from './pages.ts';
import type { Language, Separator } from './request.ts';
import { BYTE_ORDER_MARK, spreadsheetLine } from './spreadsheet.ts';
import { basisWords, headingWords } from './words.ts';

interface EdgeColumn {
  readonly name: string;
  readonly cell: (edge: ExportedTie) => string | null;
}

/** Writes the ties as a table with both ends' names and kinds: a plain CSV for programs. */
export async function* edgeList(reading: Reading, lang: Language): AsyncGenerator<string> {
  const columns = columnsOf(reading, lang, false);
  yield csvLine(columns.map(({ name }) => name));
  for await (const page of exportedTies(reading)) yield page.map((edge) => csvLine(cellsOf(edge, columns))).join('');
}

/** Writes the same table for a spreadsheet: headings, kinds and basis in words, and no cell that could run as a formula. */
export async function* edgeSpreadsheet(reading: Reading, lang: Language, separator: Separator): AsyncGenerator<string> {
  const columns = columnsOf(reading, lang, true);
  const headings = columns.map(({ name }) => headingWords[name]?.[lang] ?? name);
  yield BYTE_ORDER_MARK + spreadsheetLine(headings, separator);
  for await (const page of exportedTies(reading))
    yield page.map((edge) => spreadsheetLine(cellsOf(edge, columns), separator)).join('');
}

function cellsOf(edge: ExportedTie, columns: readonly EdgeColumn[]): readonly string[] {
  return columns.map(({ cell }) => cell(edge) ?? '');
}

function columnsOf({ selection }: Reading, lang: Language, inWords: boolean): readonly EdgeColumn[] {
  const endColumns = (end: 'from' | 'to'): readonly EdgeColumn[] => [
    { name: `${end}Id`, cell: (edge) => edge[end].id },
    { name: `${end}Name`, cell: (edge) => nameIn(edge[end], lang) },
    { name: `${end}Kind`, cell: (edge) => (inWords ? kindWords[edge[end].kind][lang] : edge[end].kind) },
  ];
  return [
    { name: 'id', cell: ({ tie }) => tie.id },
    { name: 'kind', cell: ({ tie }) => tie.tieKind },
    { name: 'relation', cell: (edge) => relationIn(edge, lang) },
    ...endColumns('from'),
    ...endColumns('to'),
    { name: 'basis', cell: ({ tie }) => (inWords ? basisWords[tie.basis][lang] : tie.basis) },
    { name: 'since', cell: ({ tie }) => tie.since },
    { name: 'until', cell: ({ tie }) => tie.until },
    { name: 'asOf', cell: ({ tie }) => tie.asOf },
    { name: 'note', cell: ({ tie }) => tie.note },
    { name: 'sources', cell: ({ citations }) => citations.map((one) => placeInWords(one, lang)).join(' | ') },
    { name: 'datasets', cell: ({ datasets }) => datasets.join(' | ') },
    ...ownTieAttributes(selection.ties).map(({ name, value }) => ({
      name,
      cell: (edge: ExportedTie) => textOfValue(value(edge)),
    })),
  ];
}
