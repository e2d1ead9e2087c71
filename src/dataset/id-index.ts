/** Every id of a package, with where it stands. Ids get the numbers 0, 1, 2… in the order of adding. */
export interface IdIndex {
  /** Notes an id and returns its number, or `undefined` where it is already there. */
  add(id: string, table: number, line: number): number | undefined;
  numberOf(id: string): number | undefined;
  /** Table and line of an id, by its number. */
  tableOf(number: number): number;
  lineOf(number: number): number;
}

/**
 * Numbers instead of objects keep this at some 50 bytes an id beyond the id itself, which a package of a
 * million rows needs.
 */
export function idIndex(): IdIndex {
  const numbers = new Map<string, number>();
  const tableNumbers: number[] = [];
  const lines: number[] = [];
  return {
    add(id, table, line) {
      if (numbers.has(id)) return undefined;
      const number = numbers.size;
      numbers.set(id, number);
      tableNumbers.push(table);
      lines.push(line);
      return number;
    },
    numberOf: (id) => numbers.get(id),
    tableOf: (number) => tableNumbers[number] ?? -1,
    lineOf: (number) => lines[number] ?? 0,
  };
}
