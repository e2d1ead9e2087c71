/**
 * Prints every table and column of a data package, for those who fill one:
 *
 *     node --import ./bin/typescript.mjs scripts/write-data-package.ts            writes docs/data-package.md
 *     node --import ./bin/typescript.mjs scripts/write-data-package.ts --check    compares only
 */
import { join } from 'node:path';

import type { checks } from '../src/audit/checks.ts';
import { CLAIMED, NOTED, RETOLD } from '../src/audit/long-texts.ts';
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

/** What each check of an audit looks at; a check without its sentence does not compile. */
const sentences: Readonly<Record<keyof typeof checks, string>> = {
  'work-ties':
    'each person, body, network, city, state, program, agreement, event, recognition, publication and consultation has a fact of class WORK, or a claim with the property `withoutTies` whose value tells why not; not both.',
  names:
    'no two things of one kind have names, aliases or acronyms so alike that they may be one: equal, of the same words, one within the other (two words or more), a misprint apart; people of one given name and first surname. Programs, recommendations, proposals and positions: only equal or nearly so. A row of `distinctions` or `possible-identities` settles it; a part, a succession or a government settles all but equal names.',
  facts: 'no fact stands twice between the same ends, and no two things are both distinct and possibly the same.',
  dates:
    'no date is after the newest source of its row; what a source announces for later is also a claim about that property. A source without a date may be of any.',
  citations:
    'each source has places, each place a citation, each citation a row that names it; a place says more than the title of its document, and no two places or citations say the same.',
  'open-lists': 'of the rows of one list (one end, kind, form, note and citation in common) all are `open` or none.',
  claims:
    'of several claims about one property of one subject exactly one is PREFERRED, and where the property is a column of the subject’s table, its value stands there.',
  themes: 'no theme is INFERRED about a person.',
  'long-texts': `names of recommendations, proposals and positions, and texts of consultations and acts, have at most ${RETOLD} words, claimed values ${CLAIMED}, notes ${NOTED}. Official names may be of any length.`,
};
const audited = Object.entries(sentences);

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
    '## What an audit examines',
    '',
    '`sobremesa validate` checks each table by the columns above. `sobremesa audit` examines what the rows of a valid package say',
    'together:',
    '',
    ...audited.map(([check, examined]) => `- **${check}**: ${examined}`),
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
