import { tables } from '../model/tables.ts';
import { tieOf, type TieKind } from '../model/ties.ts';
import type { CheckedRow, Ends, Note, RowChecks } from './checked-row.ts';
import { cycleCheck } from './cycle-check.ts';
import type { Known } from './link-checks.ts';
import type { Finding } from './problem.ts';

/** The forms of COLLABORATES_WITH whose direction means nothing. */
const symmetricForms: ReadonlySet<string> = new Set(['EXCHANGE', 'JOINT_WORK', 'DIALOGUE']);

/** What the rows of a table of ties must fulfil, from the model's table of ties. */
export function tieChecks(kind: TieKind, known: Known, note: Note): readonly RowChecks[] {
  const { from, to, parallel } = tieOf(kind);
  const ends = (row: CheckedRow) => [row.cell(from.column), row.cell(to.column)] as const;
  const noteEnd = (row: CheckedRow, finding: Finding) => {
    note(row.line, to.column, finding);
  };
  const checks: RowChecks[] = [
    {
      check(row) {
        if (row.cell('basis') === 'INFERRED' && row.cell('note') === '') note(row.line, 'note', inferredWithoutNote());
      },
    },
    {
      check(row) {
        const [first, second] = ends(row);
        if (first === '' || second === '') return;
        if (first === second) noteEnd(row, withItself(second));
        else if (isSymmetric(kind, row) && first > second && mayComeFirst(kind, known, second))
          note(row.line, from.column, wrongOrder(first, second));
      },
    },
  ];
  if (tieOf(kind).symmetric === true) checks.push(sameKindCheck(known, ends, noteEnd));
  if (parallel !== true) checks.push(pairCheck(known, ends, noteEnd));
  if (kind === 'PART_OF')
    checks.push(
      cycleCheck(
        (id) => known.ids.numberOf(id) !== undefined,
        ends,
        (line, path) => note(line, to.column, partOfItself(path)),
      ),
    );
  return checks;
}

function isSymmetric(kind: TieKind, row: CheckedRow): boolean {
  return tieOf(kind).symmetric === true || (kind === 'COLLABORATES_WITH' && symmetricForms.has(row.cell('form')));
}

/** Whether the fact could start from there: a country takes part in a collaboration, but only as its second end. */
function mayComeFirst(kind: TieKind, { ids }: Known, id: string): boolean {
  const number = ids.numberOf(id);
  const holds = number === undefined ? undefined : tables[ids.tableOf(number)]?.holds;
  return holds?.what === 'entities' && tieOf(kind).from.kinds.includes(holds.kind);
}

/** Identity is between two things of one kind. */
function sameKindCheck({ ids }: Known, ends: Ends, noteEnd: (row: CheckedRow, finding: Finding) => void): RowChecks {
  return {
    check(row) {
      const [first, second] = ends(row).map((id) => ids.numberOf(id));
      if (first === undefined || second === undefined) return;
      const [one, other] = [ids.tableOf(first), ids.tableOf(second)];
      if (one !== other) noteEnd(row, otherKind(ends(row)[1], tables[one]?.name ?? '', tables[other]?.name ?? ''));
    },
  };
}

/** More ids than a package can have: two numbers below it make one number without loss. */
const BEYOND_IDS = 2 ** 26;

function pairCheck({ ids }: Known, ends: Ends, noteEnd: (row: CheckedRow, finding: Finding) => void): RowChecks {
  const pairs = new Set<number>();
  return {
    check(row) {
      const [first, second] = ends(row).map((id) => ids.numberOf(id));
      if (first === undefined || second === undefined) return;
      const pair = first * BEYOND_IDS + second;
      if (pairs.has(pair)) noteEnd(row, secondTie(ends(row)[1]));
      pairs.add(pair);
    },
  };
}

function inferredWithoutNote(): Finding {
  return {
    value: null,
    expected: {
      es: 'una nota que diga cómo se infirió: la base es INFERRED',
      en: 'a note that says how it was inferred: the basis is INFERRED',
    },
    mend: {
      es: 'escriba la nota, o ponga STATED si la fuente lo dice',
      en: 'write the note, or put STATED if the source says it',
    },
  };
}

function withItself(value: string): Finding {
  return {
    value,
    expected: {
      es: 'dos extremos distintos: nada se une consigo mismo',
      en: 'two different ends: nothing is tied to itself',
    },
    mend: { es: 'corrija uno de los dos ids, o quite la fila', en: 'correct one of the two ids, or remove the row' },
  };
}

function wrongOrder(value: string, second: string): Finding {
  return {
    value,
    expected: {
      es: `el id menor primero, pues la dirección no significa nada: ${second}`,
      en: `the smaller id first, for the direction means nothing: ${second}`,
    },
    mend: { es: 'intercambie los dos ids', en: 'swap the two ids' },
  };
}

function otherKind(value: string, one: string, other: string): Finding {
  return {
    value,
    expected: {
      es: `dos extremos de la misma clase; uno es de ${one} y el otro de ${other}`,
      en: `two ends of one kind; one is of ${one}, the other of ${other}`,
    },
    mend: { es: 'corrija uno de los dos ids, o quite la fila', en: 'correct one of the two ids, or remove the row' },
  };
}

function secondTie(value: string): Finding {
  return {
    value,
    expected: {
      es: 'un solo hecho de esta clase entre los mismos extremos',
      en: 'one fact of this kind between the same ends',
    },
    mend: {
      es: 'reúna las filas en una, con las citas de todas',
      en: 'join the rows into one, with the citations of all',
    },
  };
}

function partOfItself(path: readonly string[]): Finding {
  return {
    value: path.join(' → '),
    expected: { es: 'partes que no formen un círculo', en: 'parts that form no circle' },
    mend: { es: 'quite o corrija una de las filas del círculo', en: 'remove or correct one of the rows of the circle' },
  };
}
