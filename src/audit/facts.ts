import type { Finding } from '../dataset/problem.ts';
import { fold } from '../model/fold.ts';
import { tieOf, type TieKind } from '../model/ties.ts';
import { placeOf, type AuditedRow, type Check, type Standing } from './check.ts';

/**
 * Between the same ends no fact stands twice, and two things are not held possibly the same and distinct. Kinds of ties
 * that may be parallel are compared by all that they say; of the others `validate` allows one.
 */
export const checkFacts: Check = (_, tell) => {
  const facts = new Map<string, Standing>();
  const identities = new Map<string, Standing>();
  return {
    row(row) {
      const { holds } = row.table;
      if (holds.what !== 'ties') return;
      const { parallel, symmetric } = tieOf(holds.kind);
      const standing = { file: row.file, line: row.line };
      if (parallel === true) {
        const first = facts.get(contentOf(holds.kind, row));
        if (first === undefined) facts.set(contentOf(holds.kind, row), standing);
        else tell.problem(row, 'id', saidTwice(row.cell('id'), first));
      }
      if (symmetric === true) {
        const pair = endsOf(holds.kind, row).join(' ');
        const first = identities.get(pair);
        if (first === undefined) identities.set(pair, standing);
        else tell.problem(row, 'id', sameAndDistinct(row.cell('id'), first));
      }
    },
  };
};

function endsOf(kind: TieKind, { cell }: AuditedRow): readonly string[] {
  const { from, to } = tieOf(kind);
  return [cell(from.column), cell(to.column)];
}

function contentOf(kind: TieKind, row: AuditedRow): string {
  const own = [...tieOf(kind).columns.map(({ name }) => name), 'since', 'until'].map((name) => fold(row.cell(name)));
  return [kind, ...endsOf(kind, row), ...own].join('|');
}

function saidTwice(value: string, first: Standing): Finding {
  return {
    value,
    expected: {
      es: `un hecho distinto del que está en ${placeOf(first)}, entre los mismos extremos`,
      en: `a fact unlike the one in ${placeOf(first)}, between the same ends`,
    },
    mend: {
      es: 'reúna las filas en una, con las citas de las dos',
      en: 'join the rows into one, with the citations of both',
    },
  };
}

function sameAndDistinct(value: string, first: Standing): Finding {
  return {
    value,
    expected: {
      es: `una sola respuesta: ${placeOf(first)} dice lo contrario de los mismos dos`,
      en: `one answer: ${placeOf(first)} says the contrary of the same two`,
    },
    mend: { es: 'quite una de las dos filas', en: 'remove one of the two rows' },
  };
}
