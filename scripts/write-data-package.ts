/**
 * Prints every table and column of a data package, for those who fill one:
 *
 *     npx tsx scripts/write-data-package.ts            writes docs/data-package.md
 *     npx tsx scripts/write-data-package.ts --check    compares only
 */
import { join } from 'node:path';

import { LIST_SEPARATOR, tablesReferredTo } from '../src/dataset/descriptor.ts';
import { exampleRows } from '../src/dataset/example-rows.ts';
import type { Column } from '../src/model/column.ts';
import { tables, type Table } from '../src/model/tables.ts';
import { tieOf } from '../src/model/ties.ts';
import { writeOrCheck } from './write-or-check.ts';

const examples = exampleRows('citation:mi-ciudad/documento-1/lugar-1');

const forms: Readonly<Record<Column['type'], string>> = {
  string: 'text',
  list: `texts separated by \`${LIST_SEPARATOR}\``,
  integer: 'a whole number',
  number: 'a number with a decimal point',
  boolean: '`true` or `false`',
  date: '`2016`, `2016-02` or `2016-02-29`',
  year: 'a year of four digits',
  url: 'a whole web address',
};

await writeOrCheck(
  join(import.meta.dirname, '../docs/data-package.md'),
  [
    '# The tables of a data package',
    '',
    'Written by `npm run generate` from `src/model`; [bring-your-own-city.md](bring-your-own-city.md) says where to begin.',
    '',
    'A package is a folder with `datapackage.json` and one CSV file for each table below: UTF-8, commas, the names of the',
    'columns in the first line. A row whose first cell begins with `#` is a comment. A table without rows has its header. In the',
    'sentences below, what is in brackets goes where its cell is empty.',
    '',
    ...tables.map(({ name, title }) => `- [${name}](#${name}): ${title}`),
    ...tables.flatMap(tableLines),
    '',
  ].join('\n'),
);

function tableLines(table: Table): readonly string[] {
  return [
    '',
    `## ${table.name}`,
    '',
    `${table.title}.${sentenceOf(table)}`,
    '',
    '| Column | What it holds | Form | Example |',
    '| --- | --- | --- | --- |',
    ...table.columns.map((column) => columnLine(table, column)),
  ];
}

/** A table of facts is best told by the sentence that one of its rows becomes. */
function sentenceOf({ holds }: Table): string {
  if (holds.what !== 'ties') return '';
  const { sentence, from, to } = tieOf(holds.kind);
  const words = sentence.en.replace('{from}', `{${from.column}}`).replace('{to}', `{${to.column}}`);
  return ` A row says: ${words.replace(/\{(\w+)\}/g, '`$1`')}.`;
}

function columnLine(table: Table, column: Column): string {
  const [row = {}] = examples[table.name] ?? [];
  const example = row[column.name] ?? '';
  const name = column.required === true ? `**${column.name}**, required` : column.name;
  return `| ${[name, column.description, formOf(column), example === '' ? '' : `\`${example}\``].map(cell).join(' | ')} |`;
}

function formOf(column: Column): string {
  const targets = tablesReferredTo(column);
  const form = column.values === undefined ? forms[column.type] : column.values.join(', ');
  if (targets.length === 0) return form;
  const ids = `ids of ${targets.join(', ')}`;
  return column.type === 'list' ? `${ids}, separated by \`${LIST_SEPARATOR}\`` : ids.replace(/^ids/, 'an id');
}

/** A bar would end the cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
