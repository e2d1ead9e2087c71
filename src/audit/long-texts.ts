import { listOf } from '../dataset/cell-text.ts';
import type { Finding } from '../dataset/problem.ts';
import type { Column } from '../model/column.ts';
import type { EntityKind } from '../model/kinds.ts';
import { tables, type Table } from '../model/tables.ts';
import type { Check } from './check.ts';

/** Words of a text that retells what a source says. */
export const RETOLD = 20;
/** Words of a claimed value, which may be a long official name. */
export const CLAIMED = 30;
/** Words of a note, which is the compiler's own. */
export const NOTED = 40;

/** Kinds whose name is a text retold from the source; the names of the others are printed there, however long. */
const retoldKinds: readonly EntityKind[] = ['RECOMMENDATION', 'PROPOSAL', 'POSITION'];

/** No text is so long that it could be a sentence of the source. */
export const checkLongTexts: Check = (_, tell) => ({
  row(row) {
    for (const [{ name, type }, longest] of limits.get(row.table) ?? []) {
      const cell = row.cell(name);
      for (const text of type === 'list' ? listOf(cell) : [cell]) {
        const words = text.split(/\s+/).length;
        if (words > longest) tell.problem(row, name, tooLong(text, words, longest));
      }
    }
  },
});

/** Of each table the columns that have a limit. */
const limits = new Map(tables.map((table) => [table, limitsOf(table)]));

function limitsOf(table: Table): readonly (readonly [column: Column, longest: number])[] {
  return table.columns.flatMap((column) => {
    const longest = longestIn(table, column.name);
    return longest === null ? [] : [[column, longest] as const];
  });
}

function longestIn({ holds }: Table, column: string): number | null {
  if (holds.what === 'entities')
    return retoldKinds.includes(holds.kind) && ['name', 'nameEn', 'aliases'].includes(column) ? RETOLD : null;
  if (column === 'note') return NOTED;
  if (holds.what !== 'records') return null;
  if (holds.kind === 'CLAIM') return column === 'value' ? CLAIMED : null;
  return column === 'text' || column === 'textEn' ? RETOLD : null;
}

function tooLong(value: string, words: number, longest: number): Finding {
  return {
    value,
    expected: {
      es: `hasta ${longest} palabras, y son ${words}: lo que dice la fuente se cuenta en breve y con otras palabras`,
      en: `up to ${longest} words, and it has ${words}: what the source says is retold, short and in other words`,
    },
    mend: { es: 'acorte el texto', en: 'shorten the text' },
  };
}
