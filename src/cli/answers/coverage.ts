import { Option } from 'commander';

import type { AnswerCommand } from './question.ts';

interface CoverageOptions {
  readonly rows: string;
  readonly columns: string;
  readonly measure: string;
  readonly omitEmpty?: boolean;
}

const dimensions = ['PRIORITY_AXIS', 'GOVERNMENT_ENTITY', 'NETWORK', 'CITY', 'COUNTRY', 'REGION', 'SECTOR', 'THEME'];
const measures = ['PROGRAMS', 'PEOPLE', 'PARTNERS'];

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
  example: 'sobremesa coverage --rows GOVERNMENT_ENTITY --columns PRIORITY_AXIS --omit-empty',
  options: [
    dimension('--rows <dimension>', 'what each row is').default('GOVERNMENT_ENTITY'),
    dimension('--columns <dimension>', 'what each column is').default('PRIORITY_AXIS'),
    new Option('--measure <measure>', 'what is counted').choices(measures).default('PROGRAMS'),
    new Option('--omit-empty', 'leave out rows and columns of which nothing is on record'),
  ],
  async answer({ options: { rows, columns, measure, omitEmpty }, lang }, ask) {
    const data = await ask<Found>(operation, {
      rows,
      columns,
      measure,
      omitEmpty: omitEmpty === true,
      lang: lang.toUpperCase(),
    });
    const matrix = data.coverage;
    const same = (name: string) => ({ es: name, en: name });
    const cell = (count: number) => (count === 0 ? none[lang] : String(count));
    return {
      data,
      tables: [
        {
          columns: [same(''), ...matrix.columns.map(({ entity }) => same(entity.name)), total],
          rows:
            matrix.rows.length === 0
              ? []
              : [
                  ...matrix.rows.map(({ entity }, at) => [
                    entity.name,
                    ...(matrix.cells[at] ?? []).map(({ count }) => cell(count)),
                    cell(matrix.rowTotals[at] ?? 0),
                  ]),
                  [total[lang], ...matrix.columnTotals.map(cell), cell(matrix.total)],
                ],
        },
      ],
      notes: [
        {
          es: 'Lo que está en varias columnas o filas cuenta una vez en cada total. «Sin registro» no quiere decir que no haya nada.',
          en: 'What is in several columns or rows counts once in each total. “Not on record” does not mean that there is nothing.',
        },
      ],
      nothing: {
        es: 'Nada que contar: el grafo no tiene con qué encabezar filas o columnas.',
        en: 'Nothing to count: the graph has no headings for rows or columns.',
      },
    };
  },
};

const total = { es: 'Total', en: 'Total' };
const none = { es: 'sin registro', en: 'not on record' };

function dimension(flags: string, description: string): Option {
  return new Option(flags, description).choices(dimensions);
}
