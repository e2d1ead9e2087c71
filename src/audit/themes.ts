import type { Finding } from '../dataset/problem.ts';
import { tieOf } from '../model/ties.ts';
import type { Check } from './check.ts';

/** No theme is inferred about a person: inferred themes belong to programs and bodies. */
export const checkThemes: Check = (_, tell) => {
  const people = new Set<string>();
  return {
    row(row) {
      const { holds } = row.table;
      if (holds.what === 'entities' && holds.kind === 'PERSON') people.add(row.cell('id'));
      if (holds.what !== 'ties' || holds.kind !== 'ABOUT' || row.cell('basis') !== 'INFERRED') return;
      const { column } = tieOf(holds.kind).from;
      if (people.has(row.cell(column))) tell.problem(row, column, inferredOfPerson(row.cell(column)));
    },
  };
};

function inferredOfPerson(value: string): Finding {
  return {
    value,
    expected: {
      es: 'un programa o un organismo: de las personas no se infiere nada',
      en: 'a program or a body: nothing is inferred about people',
    },
    mend: {
      es: 'quite la fila, o ponga STATED si la fuente lo dice de la persona',
      en: 'remove the row, or put STATED if the source says it of the person',
    },
  };
}
