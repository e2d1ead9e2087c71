import DataLoader from 'dataloader';

/**
 * One loader for each set of arguments that changes the answer, made when it is first asked for.
 * The batch function answers a map from key to value; a key without a value gets what `missing` says.
 */
export function loaderFamily<Arguments, Key, Value>(
  markOf: (args: Arguments) => string,
  batch: (args: Arguments, keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
  missing: Value,
): (args: Arguments) => DataLoader<Key, Value> {
  const loaders = new Map<string, DataLoader<Key, Value>>();
  const make = (args: Arguments) => singleLoader<Key, Value>((keys) => batch(args, keys), missing);
  // A field asks for each of its parents with the same arguments, which need not be compared again.
  let last: { readonly args: Arguments; readonly loader: DataLoader<Key, Value> } | undefined;
  const find = (args: Arguments) => {
    // Most requests have one set of arguments: it gets its mark when there is another one to be told from it.
    if (last === undefined) return make(args);
    if (loaders.size === 0) loaders.set(markOf(last.args), last.loader);
    const mark = markOf(args);
    const loader = loaders.get(mark) ?? make(args);
    loaders.set(mark, loader);
    return loader;
  };
  return (args) => {
    if (last?.args === args) return last.loader;
    const loader = find(args);
    last = { args, loader };
    return loader;
  };
}

/** A loader whose batch function answers a map; a key without a value gets `missing`. */
export function singleLoader<Key, Value>(
  batch: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
  missing: Value,
): DataLoader<Key, Value> {
  return new DataLoader<Key, Value>(async (keys) => {
    const values = await batch(keys);
    return keys.map((key) => values.get(key) ?? missing);
  });
}

/** Groups rows by the key in their first column, in the order of the rows. */
export function groupRows<Row extends readonly unknown[], Value>(
  rows: readonly Row[],
  value: (row: Row) => Value,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const key = String(row[0]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value(row)]);
    else group.push(value(row));
  }
  return groups;
}
