import { listOf } from '../dataset/cell-text.ts';
import type { Finding } from '../dataset/problem.ts';
import { isAfter } from '../model/dates.ts';
import { tables } from '../model/tables.ts';
import type { AuditedRow, Check, Known } from './check.ts';

/**
 * No row is dated after the newest source that states it: what a source announces for later is also a claim, with the
 * same property and value. A source without a date may be of any.
 */
export const checkLateDates: Check = (known, tell) => {
  const claimed = new Set(known.claims.map(({ subject, property, value }) => [subject, property, value].join(' ')));
  return {
    row(row) {
      const columns = dateColumns.get(row.table) ?? [];
      const newest = columns.length === 0 ? '' : newestSource(listOf(row.cell('citations')), known);
      if (newest === '') return;
      for (const column of columns) {
        const date = row.cell(column);
        const subject = subjectOf(row);
        if (date !== '' && isAfter(date, newest) && !claimed.has([subject, column, date].join(' ')))
          tell.problem(row, column, afterItsSource(date, newest, subject, column));
      }
    },
  };
};

const dateColumns = new Map(
  tables.map((table) => [
    table,
    table.columns.filter(({ type }) => type === 'date' || type === 'year').map(({ name }) => name),
  ]),
);

/** What a claim about a row is about: acts and sessions have none of their own, only their agreement or consultation. */
function subjectOf({ table: { holds }, cell }: AuditedRow): string {
  if (holds.what !== 'records') return cell('id');
  return cell(holds.kind === 'AGREEMENT_ACT' ? 'agreement' : 'consultation');
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

function afterItsSource(value: string, newest: string, subject: string, column: string): Finding {
  return {
    value,
    expected: {
      es: `una fecha que no sea posterior a la fuente más nueva de la fila (${newest})`,
      en: `a date not after the newest source of the row (${newest})`,
    },
    mend: {
      es: `corrija la fecha o las citas; lo que la fuente anuncia para después va también en claims.csv, con subject ${subject}, property ${column} y ese valor`,
      en: `correct the date or the citations; what the source announces for later stands in claims.csv too, with subject ${subject}, property ${column} and that value`,
    },
  };
}
