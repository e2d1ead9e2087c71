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
  // A field asks for each of its parents with the same arguments, which need not be compared again.
  let before: { readonly args: Arguments; readonly loader: DataLoader<Key, Value> } | undefined;
  return (args) => {
    if (before?.args === args) return before.loader;
    const mark = markOf(args);
    const loader = loaders.get(mark) ?? singleLoader<Key, Value>((keys) => batch(args, keys), missing);
    loaders.set(mark, loader);
    before = { args, loader };
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
