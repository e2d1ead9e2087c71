import { listOf } from '../dataset/cell-text.ts';
import type { Finding } from '../dataset/problem.ts';
import { tieOf } from '../model/ties.ts';
import { placeOf, type AuditedRow, type Check, type Standing } from './check.ts';

interface ListedFact extends Standing {
  readonly id: string;
  readonly isOpen: boolean;
  /** Whether the place of the list is the only one that states it. */
  readonly isOnlyHere: boolean;
  /** The list read from each of its ends: what one entity has, and what has one entity. */
  readonly lists: readonly List[];
}

type List = ListedFact[];

/**
 * A list that its source leaves open is open in each of its rows. The rows of a list have one end, one kind, one
 * citation and one note in common: rows with notes of their own are told apart. A row stands in two lists, one for each
 * end: where the rows of one are all open, that is the list meant, and the other one may be closed.
 */
export const checkOpenLists: Check = (_, tell) => {
  const lists = new Map<string, List>();
  return {
    row(row) {
      for (const { first, second, fact } of placesOf(row)) {
        for (const key of [first, second]) {
          const list = lists.get(key) ?? [];
          lists.set(key, list);
          list.push(fact);
          fact.lists.push(list);
        }
      }
    },
    end() {
      const whollyOpen = new Set([...lists.values()].filter(isWhollyOpen));
      const told = new Set<string>();
      for (const list of lists.values()) {
        const open = list.find(
          (fact) => fact.isOpen && fact.isOnlyHere && !fact.lists.some((one) => whollyOpen.has(one)),
        );
        if (open === undefined) continue;
        for (const fact of list) {
          if (fact.isOpen || told.has(fact.id)) continue;
          told.add(fact.id);
          tell.problem(fact, 'open', notOpen(open));
        }
      }
    },
  };
};

function* placesOf(row: AuditedRow) {
  const { holds } = row.table;
  if (holds.what !== 'ties') return;
  const { from, to, columns } = tieOf(holds.kind);
  const kinds = columns.filter(({ values }) => values !== undefined).map(({ name }) => name);
  const alike = [holds.kind, ...[...kinds, 'basis', 'note'].map(row.cell)].join('|');
  const citations = listOf(row.cell('citations'));
  for (const citation of citations) {
    const lists: List[] = [];
    yield {
      first: `${alike} ${citation} ${row.cell(from.column)} →`,
      second: `${alike} ${citation} → ${row.cell(to.column)}`,
      fact: {
        file: row.file,
        line: row.line,
        id: row.cell('id'),
        isOpen: row.cell('open') === 'true',
        isOnlyHere: citations.length === 1,
        lists,
      },
    };
  }
}

function isWhollyOpen(list: List): boolean {
  return list.length > 1 && list.every(({ isOpen }) => isOpen);
}

function notOpen(open: Standing): Finding {
  return {
    value: null,
    expected: {
      es: `true, como en ${placeOf(open)}, de la misma lista y la misma cita`,
      en: `true, as in ${placeOf(open)}, of the same list and the same citation`,
    },
    mend: {
      es: 'ponga true en todas las filas de la lista; si son dos listas, dé a cada una su cita',
      en: 'put true in all rows of the list; if they are two lists, give each its citation',
    },
  };
}
