import { Option } from 'commander';

import type { CoverageDimension, CoverageMeasure } from '../../generated/resolvers.ts';
import type { InTwoLanguages } from '../../model/column.ts';
import { kindWords } from '../../model/kind-words.ts';
import type { AnswerCommand, Language } from './question.ts';
import { choice } from './values.ts';

interface CoverageOptions {
  readonly rows: string;
  readonly columns: string;
  readonly measure: string;
  readonly omitEmpty?: boolean;
}

const dimensions = [
  'PRIORITY_AXIS',
  'GOVERNMENT_ENTITY',
  'NETWORK',
  'CITY',
  'COUNTRY',
  'REGION',
  'SECTOR',
  'THEME',
] as const satisfies readonly CoverageDimension[];
const measures = ['PROGRAMS', 'PEOPLE', 'PARTNERS'] as const satisfies readonly CoverageMeasure[];
const measureWords: Readonly<Record<CoverageMeasure, InTwoLanguages>> = {
  PROGRAMS: { es: 'Programas', en: 'Programs' },
  PEOPLE: { es: 'Personas', en: 'People' },
  PARTNERS: { es: 'Contrapartes', en: 'Partners' },
};

const operation = `query Coverage($rows: CoverageDimension!, $columns: CoverageDimension!, $measure: CoverageMeasure!, $omitEmpty: Boolean, $lang: Lang!) {
  coverage(rows: $rows, columns: $columns, measure: $measure, omitEmpty: $omitEmpty) {
    rows { entity { id name(lang: $lang) } }
    columns { entity { id name(lang: $lang) } }
    cells { count }
    rowTotals
    columnTotals
    total
  }
}`;

interface Heading {
  readonly entity: { readonly id: string; readonly name: string };
}

interface Found {
  readonly coverage: {
    readonly rows: readonly Heading[];
    readonly columns: readonly Heading[];
    readonly cells: readonly (readonly { readonly count: number }[])[];
    readonly rowTotals: readonly number[];
    readonly columnTotals: readonly number[];
    readonly total: number;
  };
}

/** Where much is on record, and where nothing is. */
export const coverage: AnswerCommand<CoverageOptions> = {
  name: 'coverage',
  arguments: {},
  description: 'count programs, people or partners by two dimensions, and show where nothing is on record',
  examples: [
    'sobremesa coverage --omit-empty',
    'sobremesa coverage --rows THEME --columns NETWORK --omit-empty --csv',
    'sobremesa coverage --rows REGION --columns PRIORITY_AXIS --measure PARTNERS --omit-empty --lang en',
  ],
  options: [
    new Option('--rows <dimension>', `what each row is: ${dimensions.join(', ')}`).default('GOVERNMENT_ENTITY'),
    new Option('--columns <dimension>', 'what each column is, of the same').default('PRIORITY_AXIS'),
    new Option('--measure <measure>', `what is counted: ${measures.join(', ')}`).default('PROGRAMS'),
    new Option('--omit-empty', 'leave out rows and columns of which nothing is on record'),
  ],
  called: (argument) => (argument === 'omitEmpty' ? '--omit-empty' : `--${argument}`),
  async answer({ options, lang }, ask) {
    const rows = choice('--rows', options.rows, dimensions, lang);
    const columns = choice('--columns', options.columns, dimensions, lang);
    const measure = choice('--measure', options.measure, measures, lang);
    const data = await ask<Found>(operation, {
      rows,
      columns,
      measure,
      omitEmpty: options.omitEmpty === true,
      lang: lang.toUpperCase(),
    });
    const matrix = data.coverage;
    const title = (language: Language) =>
      `${measureWords[measure][language]}: ${kindWords[rows][language]} × ${kindWords[columns][language]}`;
    return {
      data,
      table: {
        title: { es: title('es'), en: title('en') },
        columns: [heading(rows), ...matrix.columns.map(({ entity }) => same(entity.name)), total],
        rows:
          matrix.rows.length === 0
            ? []
            : [
                ...matrix.rows.map(({ entity }, at) => [
                  entity.name,
                  ...(matrix.cells[at] ?? []).map(({ count }) => count),
                  matrix.rowTotals[at] ?? 0,
                ]),
                [total[lang], ...matrix.columnTotals, matrix.total],
              ],
      },
      notes: [
        {
          es: 'Lo que está en varias columnas o filas cuenta una vez en cada total. «Sin registro», o 0, no quiere decir que no haya nada.',
          en: 'What is in several columns or rows counts once in each total. “Not on record”, or 0, does not mean that there is nothing.',
        },
      ],
      nothing: {
        es: 'Nada que contar: no consta nada que encabece las filas o las columnas.',
        en: 'Nothing to count: nothing that could head the rows or the columns is on record.',
      },
    };
  },
};

const total = { es: 'Total', en: 'Total' };

/** What the rows are, at their head. */
function heading(dimension: CoverageDimension): InTwoLanguages {
  const { es, en } = kindWords[dimension];
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return { es: capital(es), en: capital(en) };
}

/** A name that is asked for in the language of the answer. */
function same(name: string): InTwoLanguages {
  return { es: name, en: name };
}
