/** Every id of a package, with where it stands. Ids get the numbers 0, 1, 2… in the order of adding. */
export interface IdIndex {
  /** Notes an id and returns its number, or `undefined` where it is already there. */
  add(id: string, table: number, line: number): number | undefined;
  /** Notes an id of another package. The package may state it too, in the same table. */
  learn(id: string, table: number): void;
  numberOf(id: string): number | undefined;
  /** Table and line of an id, by its number. */
  tableOf(number: number): number;
  lineOf(number: number): number;
}

/** A whole number below 2³¹ costs 8 bytes in an array; line and table in one of them leave room for 16 million lines. */
const TABLES = 128;

/** Numbers instead of objects keep this at some 40 bytes an id beyond the id itself, for packages of a million rows. */
export function idIndex(): IdIndex {
  const numbers = new Map<string, number>();
  const places: number[] = [];
  return {
    add(id, table, line) {
      const known = numbers.get(id);
      if (known !== undefined) {
        if (places[known] !== table) return undefined;
        places[known] = line * TABLES + table;
        return known;
      }
      const number = places.push(line * TABLES + table) - 1;
      numbers.set(id, number);
      return number;
    },
    learn(id, table) {
      // Lines count from 1: at line 0 stands what another package states.
      if (!numbers.has(id)) numbers.set(id, places.push(table) - 1);
    },
    numberOf: (id) => numbers.get(id),
    tableOf: (number) => (places[number] ?? 0) % TABLES,
    lineOf: (number) => Math.floor((places[number] ?? 0) / TABLES),
  };
}
