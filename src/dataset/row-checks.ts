import { recordOf } from '../model/records.ts';
import type { Table } from '../model/tables.ts';
import type { Note, RowChecks } from './checked-row.ts';
import { isAfter, isDateForm } from '../model/dates.ts';
import { entityCheck, idCheck, subjectCheck, type Known } from './link-checks.ts';
import type { Finding } from './problem.ts';
import { tieChecks } from './tie-checks.ts';

/** The checks that a table needs, from what it holds. */
export function rowChecks(table: Table, known: Known, note: Note): readonly RowChecks[] {
  const checks = [...periodChecks(table, note)];
  const { holds } = table;
  if (holds.what === 'ties') checks.push(...tieChecks(holds.kind, known, note));
  if (holds.what === 'redirects') checks.push(redirectCheck(known, note));
  if (holds.what !== 'records') return checks;
  if (holds.kind === 'PLACE')
    checks.push({ check: (row) => void known.sourceOfPlace.set(row.cell('id'), row.cell('source')) });
  if (holds.kind === 'CITATION') checks.push(citationCheck(known, note));
  if (holds.kind === 'CLAIM') checks.push(claimCheck(known, note));
  return checks;
}

const periods = [
  ['since', 'until'],
  ['startsOn', 'endsOn'],
] as const;

function periodChecks(table: Table, note: Note): readonly RowChecks[] {
  const names = new Set(table.columns.map((column) => column.name));
  return periods
    .filter(([first, last]) => names.has(first) && names.has(last))
    .map(([first, last]) => ({
      check(row) {
        const [from, until] = [row.cell(first), row.cell(last)];
        if (isDateForm(from) && isDateForm(until) && isAfter(from, until))
          note(row.line, first, endsBeforeItBegins(from, last, until));
      },
    }));
}

function citationCheck({ sourceOfPlace }: Known, note: Note): RowChecks {
  return {
    check(row) {
      const [source, place] = [row.cell('source'), row.cell('place')];
      const itsSource = sourceOfPlace.get(place);
      if (itsSource !== undefined && itsSource !== source)
        note(row.line, 'place', placeOfAnotherSource(place, source, itsSource));
    },
  };
}

function claimCheck(known: Known, note: Note): RowChecks {
  const find = subjectCheck(known);
  return {
    check(row) {
      const subject = row.cell('subject');
      const finding = subject === '' ? null : find(subject);
      if (finding !== null) note(row.line, 'subject', finding);
    },
  };
}

/** The heirs are looked up at the end: an heir may be retired in a later row. */
function redirectCheck(known: Known, note: Note): RowChecks {
  const heirs: { readonly line: number; readonly heir: string }[] = [];
  const isEntity = entityCheck(known);
  const isRedirected = idCheck(['redirects'], known);
  return {
    check(row) {
      const heir = row.cell('heir');
      if (heir !== '') heirs.push({ line: row.line, heir });
    },
    end() {
      for (const { line, heir } of heirs) {
        const finding = isEntity(heir);
        if (finding !== null) note(line, 'heir', isRedirected(heir) === null ? redirectedHeir(heir) : finding);
      }
    },
  };
}

function endsBeforeItBegins(value: string, last: string, end: string): Finding {
  return {
    value,
    expected: { es: `una fecha que no sea posterior a ${last} (${end})`, en: `a date not after ${last} (${end})` },
    mend: { es: 'corrija una de las dos fechas', en: 'correct one of the two dates' },
  };
}

function placeOfAnotherSource(value: string, source: string, itsSource: string): Finding {
  const prefix = recordOf('SOURCE').prefix;
  return {
    value,
    expected: {
      es: `un lugar de ${source}; este es de ${itsSource}`,
      en: `a place of ${source}; this one is of ${itsSource}`,
    },
    mend: { es: `corrija el lugar o la fuente (${prefix}:…)`, en: `correct the place or the source (${prefix}:…)` },
  };
}

function redirectedHeir(value: string): Finding {
  return {
    value,
    expected: {
      es: 'un heredero que siga en uso; este id también está retirado',
      en: 'an heir that is still in use; this id is retired too',
    },
    mend: { es: 'ponga el id al que lleva la otra fila', en: 'put the id that the other row leads to' },
  };
}
