import { listOf } from '../dataset/cell-text.ts';
import type { Finding } from '../dataset/problem.ts';
import type { EntityKind } from '../model/kinds.ts';
import type { Table } from '../model/tables.ts';
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
    for (const [column, longest] of limitsOf(row.table)) {
      for (const text of listOf(row.cell(column))) {
        const words = text.split(/\s+/).length;
        if (words > longest) tell.problem(row, column, tooLong(text, words, longest));
      }
    }
  },
});

const limits = new Map<Table, readonly (readonly [column: string, longest: number])[]>();

function limitsOf(table: Table): readonly (readonly [column: string, longest: number])[] {
  const known = limits.get(table);
  if (known !== undefined) return known;
  const found = table.columns.flatMap(({ name }) => {
    const longest = longestIn(table, name);
    return longest === null ? [] : [[name, longest] as const];
  });
  limits.set(table, found);
  return found;
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
