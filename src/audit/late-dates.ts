import { listOf } from '../dataset/cell-text.ts';
import type { Finding } from '../dataset/problem.ts';
import { isAfter } from '../model/dates.ts';
import type { Table } from '../model/tables.ts';
import type { Check, Known } from './check.ts';

/**
 * No row is dated after the newest source that states it: what a source announces for later is a claim about the same
 * property. A source without a date may be of any.
 */
export const checkLateDates: Check = (known, tell) => {
  const claimed = new Set(known.claims.map(({ subject, property }) => `${subject} ${property}`));
  return {
    row(row) {
      const columns = datesOf(row.table);
      const newest = columns.length === 0 ? '' : newestSource(listOf(row.cell('citations')), known);
      if (newest === '') return;
      for (const column of columns) {
        const date = row.cell(column);
        if (date !== '' && isAfter(date, newest) && !claimed.has(`${row.cell('id')} ${column}`))
          tell.problem(row, column, afterItsSource(date, column, newest));
      }
    },
  };
};

const dateColumns = new Map<Table, readonly string[]>();

function datesOf(table: Table): readonly string[] {
  const known = dateColumns.get(table);
  if (known !== undefined) return known;
  const names = table.columns.filter(({ type }) => type === 'date' || type === 'year').map(({ name }) => name);
  dateColumns.set(table, names);
  return names;
}

/** When the newest source of a row was published; '' where one of them does not say. */
function newestSource(citations: readonly string[], { citations: known, publishedOn }: Known): string {
  const dates = citations.map((citation) => publishedOn.get(known.get(citation)?.source ?? '') ?? '');
  if (dates.includes('')) return '';
  // "2016" may be later than "2016-03".
  return dates.reduce(
    (newest, date) => (newest === '' || !isAfter(newest, date) ? lessPrecise(newest, date) : newest),
    '',
  );
}

function lessPrecise(newest: string, date: string): string {
  return date.startsWith(newest) && newest !== '' ? newest : date;
}

function afterItsSource(value: string, column: string, newest: string): Finding {
  return {
    value,
    expected: {
      es: `una fecha que no sea posterior a la fuente más nueva de la fila (${newest})`,
      en: `a date not after the newest source of the row (${newest})`,
    },
    mend: {
      es: `corrija la fecha o las citas; lo que la fuente anuncia para después va también en claims.csv, con property ${column}`,
      en: `correct the date or the citations; what the source announces for later stands in claims.csv too, with property ${column}`,
    },
  };
}
