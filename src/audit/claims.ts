import { listOf, textOf, valueOf } from '../dataset/cell-text.ts';
import type { Finding } from '../dataset/problem.ts';
import type { Column } from '../model/column.ts';
import { placeOf, type Check, type Claim, type Tell } from './check.ts';
import { grouped } from './grouped.ts';

/**
 * Of several claims about one property of one subject exactly one is preferred; and where the property is a column of
 * the subject's own table, the preferred value is the one that stands there.
 */
export const checkClaims: Check = ({ claims }, tell) => {
  const preferred = grouped(
    claims.filter(({ rank }) => rank === 'PREFERRED'),
    ({ subject }) => subject,
  );
  return {
    row({ table, file, line, cell }) {
      if (table.holds.what !== 'entities' && table.holds.what !== 'ties') return;
      for (const claim of preferred.get(cell('id')) ?? []) {
        const column = table.columns.find(({ name }) => name === claim.property);
        if (column === undefined) continue;
        const own = cell(column.name);
        if (!carries(column, own, claim.value))
          tell.problem(claim, 'value', notItsOwn(claim, own, placeOf({ file, line })));
      }
    },
    end() {
      for (const rivals of grouped(claims, ({ subject, property }) => `${subject} ${property}`).values())
        tellRanks(rivals, tell);
    },
  };
};

/** Whether a cell has the claimed value, however it is written; a list may have others besides. */
function carries(column: Column, own: string, claimed: string): boolean {
  if (column.type === 'list') return listOf(claimed).every((value) => listOf(own).includes(value));
  return textOf(column, valueOf(column, own)) === textOf(column, valueOf(column, claimed));
}

function tellRanks(rivals: readonly Claim[], tell: Tell): void {
  const [first] = rivals;
  if (first === undefined || rivals.length < 2) return;
  const preferred = rivals.filter(({ rank }) => rank === 'PREFERRED');
  if (preferred.length === 0) tell.problem(first, 'rank', nonePreferred(first, rivals.length));
  for (const claim of preferred.slice(1)) tell.problem(claim, 'rank', manyPreferred(claim, preferred.length));
}

function nonePreferred({ subject, property, rank }: Claim, count: number): Finding {
  return {
    value: rank,
    expected: {
      es: `una afirmación PREFERRED entre las ${count} sobre ${property} de ${subject}`,
      en: `one PREFERRED among the ${count} claims about ${property} of ${subject}`,
    },
    mend: {
      es: 'ponga PREFERRED en la que la entidad misma lleva, y en la nota por qué',
      en: 'put PREFERRED at the one that the entity itself carries, and why in its note',
    },
  };
}

function manyPreferred({ subject, property, rank }: Claim, count: number): Finding {
  return {
    value: rank,
    expected: {
      es: `una sola afirmación PREFERRED sobre ${property} de ${subject}; hay ${count}`,
      en: `one PREFERRED claim about ${property} of ${subject}; there are ${count}`,
    },
    mend: { es: 'ponga NORMAL o DEPRECATED en las demás', en: 'put NORMAL or DEPRECATED at the others' },
  };
}

function notItsOwn({ value, property }: Claim, own: string, place: string): Finding {
  const found = own === '' ? { es: 'está vacía', en: 'is empty' } : { es: `dice «${own}»`, en: `says “${own}”` };
  return {
    value,
    expected: {
      es: `el valor que la fila misma lleva, pues la afirmación es PREFERRED; ${property} ${found.es} en ${place}`,
      en: `the value that the row itself carries, for the claim is PREFERRED; ${property} ${found.en} in ${place}`,
    },
    mend: { es: 'ponga el mismo valor en las dos, u otro rango', en: 'put the same value in both, or another rank' },
  };
}
