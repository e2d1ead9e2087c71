import { extname } from 'node:path';

import { entityKinds } from '../model/kinds.ts';
import { tieKinds, tieOf, type TieClass } from '../model/ties.ts';
import { wrongUse } from './export-error.ts';
import { selectionOf, type Selection } from './selection.ts';
import { whatCame } from './words.ts';

export const formats = ['package', 'gexf', 'graphml', 'edges', 'jsonl'] as const;
export type Format = (typeof formats)[number];

const languages = ['es', 'en'] as const;
export type Language = (typeof languages)[number];

const DEFAULT_LANGUAGE: Language = 'es';

/** The language that was asked for; `null` for one that there is not. */
export function languageOf(asked: string = DEFAULT_LANGUAGE): Language | null {
  return languages.find((one) => one === asked.toLowerCase()) ?? null;
}

/** What stands between the cells of a line, by the name that the command line gives it. */
export const separators = { comma: ',', semicolon: ';', tab: '\t' } as const;
export type Separator = keyof typeof separators;

/** The target that means the standard output. */
export const STANDARD_OUTPUT = '-';

/** An export as it was asked for: words of the command line, not checked. Lists hold ids or names. */
export interface ExportOptions {
  readonly format?: string;
  readonly dataset?: readonly string[];
  readonly kinds?: readonly string[];
  readonly ties?: readonly string[];
  readonly classes?: readonly string[];
  readonly lang?: string;
  readonly excel?: boolean;
  readonly separator?: string;
  readonly force?: boolean;
}

/** An export that can be made, as far as one can tell without the graph. */
export interface ExportRequest {
  readonly target: string;
  readonly format: Format;
  /** Ids of packages; `null` for all that the graph holds. */
  readonly datasets: readonly string[] | null;
  readonly selection: Selection;
  /** Of the messages, and of names and words in the file. */
  readonly lang: Language;
  /** The separator of a file for spreadsheets; `null` for a plain file. */
  readonly spreadsheet: Separator | null;
  readonly force: boolean;
}

const formatByEnding: Readonly<Record<string, Format>> = {
  '.gexf': 'gexf',
  '.graphml': 'graphml',
  '.csv': 'edges',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
};

/** Reads what was asked for. Throws ExportError for what does not exist or does not go together. */
export function readRequest(target: string, options: ExportOptions): ExportRequest {
  const lang = oneOf('--lang', languages, options.lang) ?? DEFAULT_LANGUAGE;
  const format = readFormat(target, options.format);
  checkCombination(target, format, options);
  const classes = oneOfEach<TieClass>('--classes', classNames, options.classes);
  return {
    target,
    format,
    datasets: options.dataset === undefined ? null : [...new Set(options.dataset)],
    selection: selectionOf({
      kinds: oneOfEach('--kinds', entityKinds, options.kinds),
      ties: oneOfEach('--ties', tieKinds, options.ties),
      classes,
    }),
    lang,
    spreadsheet: options.excel === true ? (readSeparator(options.separator) ?? 'comma') : null,
    force: options.force === true,
  };
}

const classNames = [...new Set(tieKinds.map((kind) => tieOf(kind).class))];

function readFormat(target: string, asked: string | undefined): Format {
  const format = oneOf('--format', formats, asked) ?? formatByEnding[extname(target).toLowerCase()];
  if (format !== undefined) return format;
  throw wrongUse({
    es: `Se esperaba --format con uno de ${formats.join(', ')}, pero no llegó ninguno, y el nombre ${target} no lo dice. Agregue, por ejemplo, --format package.`,
    en: `Expected --format with one of ${formats.join(', ')}, but got none, and the name ${target} does not tell it. Add for instance --format package.`,
  });
}

function checkCombination(target: string, format: Format, options: ExportOptions): void {
  if (options.excel === true && format !== 'edges')
    throw wrongUse({
      es: `Se esperaba --excel con el formato edges, pero llegó ${format}. Las hojas de cálculo abren la lista de vínculos: --format edges --excel.`,
      en: `Expected --excel with the format edges, but got ${format}. Spreadsheets open the list of ties: --format edges --excel.`,
    });
  if (options.separator !== undefined && options.excel !== true)
    throw wrongUse({
      es: 'Se esperaba --separator junto con --excel, pero falta --excel. Sin él, los archivos siempre se separan con comas.',
      en: 'Expected --separator together with --excel, but --excel is missing. Plain files are always separated by commas.',
    });
  if (format === 'package') checkPackage(target, options);
}

function checkPackage(target: string, options: ExportOptions): void {
  const filter = (['kinds', 'ties', 'classes'] as const).find((name) => options[name] !== undefined);
  if (filter !== undefined)
    throw wrongUse({
      es: `Se esperaba el formato package sin --${filter}, pero llegó con esa opción. Un paquete se exporta entero, porque sus hechos y citas se refieren unos a otros: quite --${filter}, o elija gexf, graphml, edges o jsonl.`,
      en: `Expected no --${filter} with the format package, but got one. A package is exported whole, because its facts and citations refer to each other: leave --${filter} out, or choose gexf, graphml, edges or jsonl.`,
    });
  if (target === STANDARD_OUTPUT)
    throw wrongUse({
      es: 'Se esperaba una carpeta para el formato package, pero llegó - (la salida estándar). Un paquete son muchos archivos: indique una carpeta nueva.',
      en: 'Expected a folder for the format package, but got - (standard output). A package is many files: name a new folder.',
    });
}

function readSeparator(asked: string | undefined): Separator | undefined {
  // Object.keys types its result as string[]; the keys of a literal are exactly its type's.
  return oneOf('--separator', Object.keys(separators) as readonly Separator[], asked);
}

function oneOf<T extends string>(option: string, known: readonly T[], asked: string | undefined): T | undefined {
  return asked === undefined ? undefined : oneOfEach(option, known, [asked])?.[0];
}

/** The known values that were asked for, in the order of the known ones; upper and lower case are the same. */
function oneOfEach<T extends string>(
  option: string,
  known: readonly T[],
  asked: readonly string[] | undefined,
): readonly T[] | undefined {
  if (asked === undefined) return undefined;
  const plain = (name: string) => name.toLowerCase().replaceAll('-', '_');
  const names = new Map(known.map((name) => [plain(name), name]));
  const unknown = asked.filter((name) => !names.has(plain(name)));
  if (unknown.length > 0 || asked.length === 0) {
    const came = whatCame(unknown);
    throw wrongUse({
      es: `Se esperaba ${option} con uno o más de ${known.join(', ')}, pero ${came.es}.`,
      en: `Expected ${option} with one or more of ${known.join(', ')}, but ${came.en}.`,
    });
  }
  const wanted = new Set(asked.map((name) => names.get(plain(name))));
  return known.filter((name) => wanted.has(name));
}
